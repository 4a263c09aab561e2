"""The editor in the browser, Sveltia CMS: its settings, and how it reads and writes a page."""
