"""What a site asks of its texts: rules in `mkdocs.yml`, checked page by page and across pages."""
