"""Pictures that are shown where a link to a page is shared, made without a network."""
