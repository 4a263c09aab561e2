"""Pictures that stand for a page where a link to it is shared, made without a network."""
