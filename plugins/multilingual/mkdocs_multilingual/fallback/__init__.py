"""Pages that readers of a language are shown in another: what is said of it, and the language of each part."""
