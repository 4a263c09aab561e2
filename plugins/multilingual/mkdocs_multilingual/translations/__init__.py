"""Which translations are current: a record of the source in each translation, by hash and not by date."""
