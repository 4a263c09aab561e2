"""Which parts of a menu are the same on several pages, read from the menu's template."""
