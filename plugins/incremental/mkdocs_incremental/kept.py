"""What is kept of a page, and what it was made of."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from mkdocs_foundation.store import Store, digest

_READ, _CONTENT, _FINISHED = b"r", b"c", b"f"
_LAST = b"last"
EVERYWHERE = ""
"""Stands for the reader where a page was read while none was under way: it may be shown on every page."""


@dataclass(frozen=True)
class Read:
    """A page after `on_page_content`, without its HTML."""

    markdown: str
    """Its text as it was read, before any plugin changed it."""
    meta: dict[str, Any]
    """Its settings."""
    own: dict[str, Any]
    """Attributes of the page object that are set then: title, table of contents, anchors."""
    links_to_anchors: dict[str, dict[str, str]] | None
    """Its links to anchors, by the path of the file that they lead to."""
    html: bytes | None = None
    """The key of the HTML of its Markdown; `None` where that isn't kept."""
    left: dict[str, Any] = field(default_factory=dict)
    """What plugins keep of it, by their names."""


@dataclass(frozen=True)
class Finished:
    """A page as it was written."""

    html: str
    """The whole of it."""
    left: dict[str, Any] = field(default_factory=dict)
    """What plugins keep of it, by their names."""


@dataclass(frozen=True)
class Made:
    """A page that has been made in this build."""

    uri: str
    """Path of its source."""
    read: bytes
    """The page as it was read, pickled then: plugins change it later."""
    content: str
    """Its HTML after `on_page_content`."""
    finished: Finished
    """The page as it was written."""


class Readers:
    """Which other pages' texts each page is made with."""

    def __init__(self, before: Mapping[str, tuple[str, ...]]) -> None:
        """Begin with those of the last build, by path of the reader."""
        self._before = before
        self._now: dict[str, set[str]] = {EVERYWHERE: set()}

    def begin(self, reader: str) -> None:
        """A page is made again: what it read in the last build no longer counts."""
        self._now[reader] = set()

    def note(self, reader: str, page: str) -> None:
        """A page reads the text of another one."""
        self._now.setdefault(reader, set()).add(page)

    def before(self, reader: str) -> tuple[str, ...]:
        """The pages that a page and all pages read in the last build, and those that these were made with."""
        return _reached(reader, lambda uri: self._before.get(uri, ()))

    def now(self, reader: str) -> tuple[str, ...]:
        """The same for this build."""
        return _reached(reader, lambda uri: self._now.get(uri, self._before.get(uri, ())))

    def all(self, uris: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """What is to be known in the next build."""
        found = {**self._before} | {uri: tuple(sorted(shown)) for uri, shown in self._now.items()}
        return {uri: found[uri] for uri in (EVERYWHERE, *uris) if found.get(uri)}


def _reached(reader: str, read_by: Callable[[str], Iterable[str]]) -> tuple[str, ...]:
    """All pages that a reader and all pages lead to, from page to page."""
    found: set[str] = set()
    ahead = [*read_by(EVERYWHERE), *read_by(reader)]
    while ahead:
        if (uri := ahead.pop()) not in found:
            found.add(uri)
            ahead += read_by(uri)
    return tuple(sorted(found - {reader}))


class Library:
    """The pages of one language that are kept."""

    def __init__(self, store: Store, shared: bytes, sources: Mapping[str, bytes]) -> None:
        """Take a store, a digest of what counts for every page, and one of the source of each page, by path."""
        self._store, self._shared, self._sources = store, shared, sources
        self._known: tuple[dict[str, tuple[str, ...]], dict[str, bytes]] = store.get(_LAST) or ({}, {})
        self.readers = Readers(self._known[0])

    def find(self, uri: str) -> bytes | None:
        """The key of a page that is kept and can be taken again; `None` for one that has to be made."""
        key = self._key(uri, self.readers.before(uri))
        parts = (_READ, _CONTENT, _FINISHED)
        return key if uri in self._sources and all(self._store.use(key + part) for part in parts) else None

    def read(self, key: bytes) -> Read:
        """The page as it was read. Raises `LookupError` where the store is damaged."""
        return cast(Read, pickle.loads(self._get(key + _READ)))

    def content(self, key: bytes) -> str:
        """Its HTML after `on_page_content`."""
        return cast(str, self._get(key + _CONTENT))

    def finished(self, key: bytes) -> Finished:
        """The page as it was written."""
        return cast(Finished, self._get(key + _FINISHED))

    def agrees(self, outcomes: Mapping[str, bytes]) -> bool:
        """Whether pages have the title and the settings that they had, each by a digest of these."""
        before = self._known[1]
        return all(before.get(uri, outcome) == outcome for uri, outcome in outcomes.items())

    def save(self, made: Iterable[Made], outcomes: Mapping[str, bytes]) -> None:
        """Keep the pages that have been made, and write the store; what is in it can be read all the same."""
        for page in made:
            key = self._key(page.uri, self.readers.now(page.uri))
            self._store.put(key + _READ, page.read)
            self._store.put(key + _CONTENT, page.content)
            self._store.put(key + _FINISHED, page.finished)
        ends = {uri: outcome for uri, outcome in {**self._known[1], **outcomes}.items() if uri in self._sources}
        last = (self.readers.all(self._sources), ends)
        if last != self._known:
            self._store.put(_LAST, last)
        if self._store.save():
            self._store = self._store.reopened()

    def _get(self, key: bytes) -> Any:
        found = self._store.get(key)
        if found is None:
            raise LookupError("a value that was there is damaged")
        return found

    def _key(self, uri: str, shown: Iterable[str]) -> bytes:
        parts: list[str | bytes | None] = [self._shared, uri, self._sources.get(uri)]
        for other in shown:
            parts += [other, self._sources.get(other)]
        return digest(*parts)
