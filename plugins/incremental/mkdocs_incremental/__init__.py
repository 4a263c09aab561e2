"""Builds again only what an edit changes."""
