"""Which pages are read while something is made, so that it is made again when one of them changes.

Pages that `incremental` watches add themselves here; whoever makes something looks here afterwards. Without that
plugin nothing is added. What is read outside of a page may be shown on every page: `apart` is for what is written
elsewhere, or is noticed by itself when it is shown, and `on` for what is looked up for one page before it is made.

    with page_reads.apart() as reads:  # a part that several pages have
        html = make()
    page_reads.add(reads)  # on each of them
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import field

from ..values import dataclass


@dataclass
class Reads:
    """Paths of the sources of the pages that have been read."""

    settings: set[str] = field(default_factory=set)
    """Those of which the title or a setting was read."""
    texts: set[str] = field(default_factory=set)
    """Those of which the text was read."""

    def add(self, other: Reads) -> None:
        """Count what another part has read."""
        self.settings |= other.settings
        self.texts |= other.texts


class _State:
    """What is read at present: one thing at a time is made in a process."""

    now = Reads()
    of_pages: dict[str, Reads] | None = None
    """What was looked up for pages before they are made; `None` where nobody asks for it."""


STATE = _State()
"""Asked directly only where a function call would count, a million times in a build."""


def begin(reads: Reads, of_pages: dict[str, Reads] | None = None) -> None:
    """Notice from now on what is read; `of_pages` also what is looked up for single pages."""
    STATE.now = reads
    if of_pages is not None:
        STATE.of_pages = of_pages


def end() -> None:
    """Notice no more."""
    STATE.now, STATE.of_pages = Reads(), None


def add(reads: Reads) -> None:
    """Count what was read when a part was made that is used now."""
    STATE.now.add(reads)


def settings_of(uri: str) -> None:
    """Count title and settings of a page as read."""
    STATE.now.settings.add(uri)


def text_of(uri: str) -> None:
    """Count the text of a page as read."""
    STATE.now.texts.add(uri)


@contextmanager
def apart() -> Iterator[Reads]:
    """What is read meanwhile counts for nothing but what it is added to."""
    before, STATE.now = STATE.now, Reads()
    try:
        yield STATE.now
    finally:
        STATE.now = before


@contextmanager
def on(uri: str) -> Iterator[None]:
    """What is read meanwhile counts for the page of a source, which isn't under way yet."""
    with apart() as reads:
        yield
    if STATE.of_pages is not None:
        STATE.of_pages.setdefault(uri, Reads()).add(reads)
