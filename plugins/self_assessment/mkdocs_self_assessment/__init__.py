"""Markdown questionnaires that become self-assessments: a MkDocs plugin around a core that knows no MkDocs."""
