"""What pages of other languages show of a page: its settings without the title."""

from __future__ import annotations

import re

from mkdocs_foundation.caching.store import digest
from mkdocs_foundation.patterns import pattern

_SETTINGS = pattern(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n.*?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|\Z)", re.DOTALL)
_TITLE = pattern(rb"^title:.*$", re.MULTILINE)


def without_title(content: bytes) -> bytes:
    """A digest of the settings at the top of a Markdown file but the line of the title."""
    found = _SETTINGS.match(content)
    return digest(_TITLE.sub(b"", found[0] if found else b""))
