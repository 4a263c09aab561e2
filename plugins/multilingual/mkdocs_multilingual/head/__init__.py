"""The head of a page: metadata for search engines and for previews of shared links."""
