"""What other pages show of a page: its settings and its title."""

from __future__ import annotations

import re

from mkdocs_foundation.store import digest

_SETTINGS = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n.*?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|\Z)", re.DOTALL)
_HEADING = re.compile(rb"^ {0,3}#(?!#)[^\n]*$|^[^\n]+\n {0,3}=+[ \t]*\r?$", re.MULTILINE)


def facts(content: bytes) -> bytes:
    """A digest of the settings at the top of a Markdown file and of its first heading of the first level.

    What looks like one in code counts too: then the digest changes more often than needed.
    """
    settings = _SETTINGS.match(content)
    heading = _HEADING.search(content, settings.end() if settings else 0)
    return digest(settings[0] if settings else b"", heading[0] if heading else b"")
