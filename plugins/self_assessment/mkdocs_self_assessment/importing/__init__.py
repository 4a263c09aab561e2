"""Questionnaires in other forms: read into a draft, from which the author's Markdown is written."""
