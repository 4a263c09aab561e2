"""Languages in processes of their own, and those that stay as they were built."""
