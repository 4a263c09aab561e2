"""The code that depends on MkDocs, Material and static-i18n, by topic; called from the hooks of `plugin.py`."""
