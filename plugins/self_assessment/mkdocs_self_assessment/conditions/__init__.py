"""Conditions of result texts: what an author writes, what it means, and whether a list of them makes sense."""
