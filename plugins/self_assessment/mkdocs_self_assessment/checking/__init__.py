"""What must hold: within a questionnaire, across languages, between pages."""
