"""A site's requirements on its texts: rules in `mkdocs.yml`, checked page by page and across pages."""
