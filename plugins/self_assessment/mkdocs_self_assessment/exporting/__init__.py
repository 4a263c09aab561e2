"""Self-assessments in the forms of other programs."""
