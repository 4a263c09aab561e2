"""How long a post takes to read."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from math import ceil

_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_UNREAD = {"object", "script", "style", "svg"}
_FIRST_IMAGE, _FURTHER_IMAGES = 12, 3
"""Seconds for the first image, and the least that any further one takes; each takes a second less than the last."""


def minutes(html: str, words_per_minute: int) -> int:
    """Whole minutes, rounded up, for the words and the images of a text."""
    text = _Text()
    text.feed(html)
    text.close()
    words = len(re.split(r"\W+", "".join(text.parts)))
    seconds = ceil(words / words_per_minute * 60)
    seconds += sum(max(_FIRST_IMAGE - n, _FURTHER_IMAGES) for n in range(text.images))
    return ceil(seconds / 60)


class _Text(HTMLParser):
    """The visible words, and the number of images."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.images = 0
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.images += tag == "img"
        if tag not in _VOID:
            self._open.append(tag)

    def handle_data(self, data: str) -> None:
        if _UNREAD.isdisjoint(self._open):
            self.parts.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1] == tag:
            self._open.pop()
