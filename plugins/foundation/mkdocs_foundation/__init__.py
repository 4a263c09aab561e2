"""What both plugins are based on: problems in files, front matter with line numbers, words, settings. No MkDocs."""
