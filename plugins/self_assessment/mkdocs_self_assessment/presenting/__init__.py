"""View models of pages, shared by all kinds."""
