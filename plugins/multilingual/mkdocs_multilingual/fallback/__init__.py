"""Pages that readers of a language are shown in another: the notice on them, and the language of each part."""
