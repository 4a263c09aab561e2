"""RSS 2.0 and JSON Feed 1.1 of the blog in one language."""
