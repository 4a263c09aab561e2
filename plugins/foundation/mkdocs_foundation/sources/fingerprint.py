"""The hash that shows whether a source has changed in a way that matters to translations."""

from __future__ import annotations

import hashlib
import json
import unicodedata

from ..caching.results import kept
from ..patterns import pattern
from .front_matter import FrontMatter

LENGTH = 12
"""Hexadecimal digits of a hash."""
_BLANK_LINES = pattern(r"\n{3,}")


def fingerprint(matter: FrontMatter, body: str) -> str:
    """Hash of a page's title, description and Markdown.

    Line endings, whitespace at the ends of lines, the number of blank lines and the way that letters with accents are
    encoded don't count, and neither do settings that a translation doesn't repeat, such as topics and dates.
    """
    return _of(_words(matter.values.get("title")), _words(matter.values.get("description")), body)


@kept()
def _of(title: str, description: str, body: str) -> str:
    lines = unicodedata.normalize("NFC", body).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    text = _BLANK_LINES.sub("\n\n", "\n".join(line.rstrip() for line in lines)).strip("\n")
    return hashlib.sha256(json.dumps([title, description, text]).encode()).hexdigest()[:LENGTH]


def of_text(body: str) -> str:
    """Hash of a page's Markdown alone."""
    return fingerprint(FrontMatter(), body)


def _words(value: object) -> str:
    return "" if value is None else " ".join(unicodedata.normalize("NFC", str(value)).split())
