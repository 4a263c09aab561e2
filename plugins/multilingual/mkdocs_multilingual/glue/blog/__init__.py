"""The blog under MkDocs: its options, its pages, their place in the menu, and what templates are given."""
