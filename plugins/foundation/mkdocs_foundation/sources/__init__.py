"""What authors write: files, front matter, pages, settings, words; and what is checked of them."""
