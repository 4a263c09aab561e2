"""The blog in several languages: what its posts, authors and categories say, and what pairs with what."""
