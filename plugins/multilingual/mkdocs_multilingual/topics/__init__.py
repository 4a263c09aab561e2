"""Topics: which pages belong together, the hub of each topic, and what to read next."""
