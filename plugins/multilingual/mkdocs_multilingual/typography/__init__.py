"""Typography of each language: dates, quotation marks, spaces."""
