"""The blog in several languages: its posts, authors and categories, and which pages are counterparts."""
