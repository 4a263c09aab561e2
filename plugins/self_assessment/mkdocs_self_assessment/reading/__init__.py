"""Markdown to model with true line numbers: syntax only."""
