"""Addresses in the language of the page: slugs, what collides, and the way on from former addresses."""
