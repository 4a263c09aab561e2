"""Makes Material and static-i18n right in several languages: blog, feeds, search, head, fallback, translations."""
