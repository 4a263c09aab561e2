"""Corrects Material and static-i18n for several languages: blog, feeds, search, head, fallback, translations."""
