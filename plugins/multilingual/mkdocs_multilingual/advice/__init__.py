"""What is no mistake, but known to be better in another way: told where a site asks for strict checks."""
