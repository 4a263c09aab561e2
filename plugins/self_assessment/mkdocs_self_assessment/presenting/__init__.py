"""What the pages of all kinds are made of, and what a kind makes its own with."""
