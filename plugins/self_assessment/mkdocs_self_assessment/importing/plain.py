"""Texts of survey programs, which may be HTML, as plain text."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from mkdocs_foundation.patterns import pattern

_BLOCKS = frozenset(re.findall(r"\w+", "p div br li ul ol h1 h2 h3 h4 h5 h6 tr table section blockquote"))
_UNSEEN = frozenset(["script", "style"])
_TAG = pattern(r"</?[a-zA-Z][^<>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")


def plain(text: str) -> str:
    """The words of a text with or without HTML; paragraphs have an empty line between them."""
    if not _TAG.search(text):
        return text.strip()
    reader = _Words()
    reader.feed(text)
    reader.close()
    paragraphs = (" ".join(part.split()) for part in "".join(reader.words).split("\0"))
    return "\n\n".join(part for part in paragraphs if part)


def line(text: str) -> str:
    """The words of a text on one line."""
    return " ".join(plain(text).split())


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag in _BLOCKS:
            self.words.append("\0")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _BLOCKS:
            self.words.append("\0")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(data)
