"""What ties the core to MkDocs."""
