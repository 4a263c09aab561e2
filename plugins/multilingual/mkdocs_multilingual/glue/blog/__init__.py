"""The blog under MkDocs: its options, its pages, their place in the menu, and the variables of templates."""
