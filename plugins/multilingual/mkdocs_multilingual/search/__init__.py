"""Search: what of a page goes into the index, and the index itself, which Pagefind writes."""
