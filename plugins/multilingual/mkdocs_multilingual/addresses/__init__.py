"""Addresses in the language of the page: slugs, what collides, and redirects from former addresses."""
