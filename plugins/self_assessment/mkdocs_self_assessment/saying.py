"""The messages of this package; their translations are in `messages/`."""

from mkdocs_foundation.reports.message import of_package

say = of_package("mkdocs_self_assessment")
"""Makes a message of a template and its values."""
