"""What depends on MkDocs and Jinja."""
