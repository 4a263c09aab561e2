"""A self-assessment as a page: its Markdown with markers, its words, its data and its HTML."""
