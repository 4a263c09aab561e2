"""Drawings in the reader's language: one SVG, with its words in every language beside it."""
