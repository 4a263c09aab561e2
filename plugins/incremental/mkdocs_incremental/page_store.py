"""What is kept of a page, and what it was made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import Any, cast

from mkdocs_foundation.caching.store import Held, Store, digest
from mkdocs_foundation.values import dataclass

_READ, _CONTENT, _FINISHED, _SHOWN = b"r", b"c", b"f", b"s"
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
class Shown:
    """What a page was put into its template with."""

    pages: bytes
    """The key of the paths of the pages whose title or settings were read."""
    state: bytes
    """A digest of these titles and settings, and of what else is known when all pages have been read."""


@dataclass(frozen=True)
class Made:
    """A page that has been made, or put into its template, in this build."""

    uri: str
    """Path of its source."""
    read: tuple[Held, Held] | None
    """The page as it was read, and its HTML then: plugins change it later. `None` for one that was taken again."""
    finished: Held
    """The page as it was written."""
    shown: tuple[str, ...]
    """The pages whose title or settings were read, sorted."""
    state: bytes
    """A digest of these, as in `Shown`."""


class Readers:
    """Which other pages' texts each page is made with."""

    def __init__(self, before: Mapping[str, tuple[str, ...]]) -> None:
        """Begin with those of the last build, by path of the reader."""
        self._before = before
        self._now: dict[str, set[str]] = {EVERYWHERE: set()}

    def begin(self, reader: str) -> None:
        """A page is made again: what it read in the last build no longer counts."""
        self._now[reader] = set()

    def note(self, reader: str, pages: Iterable[str]) -> None:
        """A page reads the texts of others."""
        self._now.setdefault(reader, set(self._before.get(reader, ()))).update(pages)

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


def pages_key(uris: Iterable[str]) -> bytes:
    """The key of the paths of pages."""
    return digest(b"pages", *uris)


class PageStore:
    """The pages of one language that are kept."""

    def __init__(self, store: Store, shared: bytes, sources: Mapping[str, bytes]) -> None:
        """Take a store, a digest of what counts for every page, and one of the source of each page, by path."""
        self._store, self._shared, self._sources = store, shared, sources
        self._known: tuple[dict[str, tuple[str, ...]], dict[str, bytes]] = store.get(_LAST) or ({}, {})
        self.readers = Readers(self._known[0])

    def hold(self, value: Read | str | Finished) -> Held:
        """Put away what is known of a page before its key is."""
        return self._store.hold(value)

    def discard(self) -> None:
        """Keep nothing of what has been put away."""
        self._store.discard()

    def find(self, uri: str) -> bytes | None:
        """The key of a page that is kept and can be taken again; `None` for one that has to be made."""
        key = self._key(uri, self.readers.before(uri))
        parts = (_READ, _CONTENT, _FINISHED, _SHOWN)
        return key if uri in self._sources and all(self._store.use(key + part) for part in parts) else None

    def read(self, key: bytes) -> Read:
        """The page as it was read. Raises `LookupError` where the store is damaged."""
        return cast(Read, self._get(key + _READ))

    def content(self, key: bytes) -> str:
        """Its HTML after `on_page_content`."""
        return cast(str, self._get(key + _CONTENT))

    def finished(self, key: bytes) -> Finished:
        """The page as it was written."""
        return cast(Finished, self._get(key + _FINISHED))

    def shown(self, key: bytes) -> Shown:
        """What a page was put into its template with. Raises `LookupError` where the store is damaged."""
        return cast(Shown, self._get(key + _SHOWN))

    def paths(self, key: bytes) -> tuple[str, ...]:
        """The paths of pages that have a key; none where they are damaged."""
        return self._store.get(key) or ()

    def changed(self, outcomes: Mapping[str, bytes]) -> set[str]:
        """The pages that haven't the title and the settings that they had, each by a digest of these."""
        before = self._known[1]
        return {uri for uri, outcome in outcomes.items() if before.get(uri, outcome) != outcome}

    def save(self, made: Iterable[Made], taken: Mapping[str, bytes], outcomes: Mapping[str, bytes]) -> None:
        """Keep the pages that have been made, and write the store; what is in it can be read all the same.

        `taken` are the keys of pages that were taken again, those too that were put into their templates anew.
        """
        for page in made:
            key = self._key(page.uri, self.readers.now(page.uri))
            if page.read is not None:
                for part, held in zip((_READ, _CONTENT), page.read, strict=True):
                    self._store.keep(key + part, held)
            elif key != taken[page.uri]:
                for part in (_READ, _CONTENT):
                    self._store.put(key + part, self._get(taken[page.uri] + part))
            self._store.keep(key + _FINISHED, page.finished)
            shown = pages_key(page.shown)
            if not self._store.use(shown):
                self._store.put(shown, page.shown)
            self._store.put(key + _SHOWN, Shown(shown, page.state))
        ends = {uri: outcome for uri, outcome in {**self._known[1], **outcomes}.items() if uri in self._sources}
        last = (self.readers.all(self._sources), ends)
        if last != self._known:
            self._store.put(_LAST, last)
        self._store.save()
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
