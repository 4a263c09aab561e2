"""What both plugins stand on: problems in files, front matter with line numbers, words, settings. No MkDocs."""
