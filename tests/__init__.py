"""The tests, one folder per level: see CONTRIBUTING.md."""
