"""What other pages show of a page: its settings and its title; in other languages its settings without the title."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_foundation.store import digest

_SETTINGS = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t]*\r?\n.*?\n(?:---|\.\.\.)[ \t]*(?=\r?\n|\Z)", re.DOTALL)
_TITLE = re.compile(rb"^title:.*$", re.MULTILINE)
_HEADING = re.compile(rb"^ {0,3}#(?!#)[^\n]*$|^[^\n]+\n {0,3}=+[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True)
class Facts:
    """Digests of what counts of a page for others."""

    all: bytes
    """The settings at the top of the file, and its first heading of the first level."""
    without_title: bytes
    """The settings but the line of the title."""


def facts(content: bytes) -> Facts:
    """What counts of a Markdown file for other pages.

    What looks like a heading in code counts too: then the digest changes more often than needed.
    """
    found = _SETTINGS.match(content)
    settings = found[0] if found else b""
    heading = _HEADING.search(content, len(settings))
    return Facts(digest(settings, heading[0] if heading else b""), digest(_TITLE.sub(b"", settings)))
