"""Pages moved and deleted in all languages, with what leads to them."""
