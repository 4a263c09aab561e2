"""The layer between the core and MkDocs."""
