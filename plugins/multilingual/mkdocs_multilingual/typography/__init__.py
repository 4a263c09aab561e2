"""What printers of each language do: dates, quotation marks, spaces."""
