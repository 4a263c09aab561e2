"""Python-Markdown, quicker, with the same result."""
