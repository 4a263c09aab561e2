"""Model and words to the HTML of a page."""
