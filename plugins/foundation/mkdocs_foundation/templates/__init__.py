"""Jinja's templates: compiled once, with names that all of them know, and text that is safe in them."""
