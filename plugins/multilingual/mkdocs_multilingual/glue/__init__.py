"""What touches MkDocs, Material and static-i18n, one module a matter; `plugin.py` calls it from its hooks."""
