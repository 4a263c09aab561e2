"""The HTML of a page's Markdown, kept by the Markdown, and by where its links lead.

Points of contact with MkDocs: `Page.render` takes files of which it asks `get_file_from_path` only, and sets `content`,
`toc`, `present_anchor_ids`, `links_to_anchors` and the title found in the text. MkDocs has no event in place of the
conversion. Where it asks or sets anything else, `test_what_rendering_sets` of
`tests/plugin/test_incremental_contacts.py` fails.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mkdocs_foundation.caching.store import Store, digest
from mkdocs_foundation.glue.moving import Moves, Moving
from mkdocs_foundation.values import dataclass

from .pages import give

_MADE = ("content", "toc", "_title_from_render", "present_anchor_ids")
Target = tuple[str, str, int] | None
"""Path, address and inclusion of a file that a link leads to; `None` for none."""


@dataclass(frozen=True)
class Html:
    """What MkDocs made of a page's Markdown."""

    made: dict[str, Any]
    """Attributes of the page."""
    links_to_anchors: dict[str, dict[str, str]] | None
    """Its links to anchors, by the path of the file that they lead to."""
    targets: dict[str, Target]
    """Where each path that was looked up leads."""
    moved: list[tuple[int, str, str, str]]
    """Addresses that an extension moved: its number, the kind, the address and what it became."""


@dataclass
class Lookups:
    """The files of a language, which remember what was looked up."""

    files: Files
    """The files."""
    targets: dict[str, Target] = field(default_factory=dict)
    """Where each path leads."""
    is_complete: bool = True
    """Whether nothing else was asked of the files."""

    def get_file_from_path(self, path: str) -> File | None:
        """As MkDocs' files."""
        found = self.files.get_file_from_path(path)
        self.targets[path] = target(found)
        return found

    def __getattr__(self, name: str) -> Any:
        """Whatever else an extension asks for."""
        self.is_complete = False
        return getattr(self.files, name)


def target(file: File | None) -> Target:
    """What a link's address depends on."""
    return (file.src_uri, file.url, file.inclusion.value) if file else None


def anchors(links: dict[File, dict[str, str]] | None) -> dict[str, dict[str, str]] | None:
    """Links to anchors by the path of the file."""
    return None if links is None else {file.src_uri: to for file, to in links.items()}


def of_files(links: dict[str, dict[str, str]] | None, files: Files) -> dict[File, dict[str, str]] | None:
    """Links to anchors as MkDocs has them."""
    return None if links is None else {files.src_uris[uri]: to for uri, to in links.items() if uri in files.src_uris}


class Converter:
    """The HTML of one language's pages."""

    def __init__(self, store: Store, language: bytes, config: MkDocsConfig) -> None:
        """Take a store, and a digest of what HTML depends on beside the text and its links."""
        self._store, self._language = store, language
        self._moving = [item for item in config.markdown_extensions if isinstance(item, Moving)]
        self._lookups: Lookups | None = None
        self._moved: list[tuple[int, str, str, str]] = []

    def key(self, page: Page) -> bytes:
        """The key of a page's Markdown."""
        kinds = [f"{bool(item.current.links)}{bool(item.current.raw)}" for item in self._moving]
        file = page.file
        return digest(
            b"html", self._language, file.src_uri, file.url, str(file.inclusion.value), *kinds, page.markdown or ""
        )

    def find(self, key: bytes, page: Page, files: Files) -> bool:
        """Give a page its HTML where the same Markdown has been made into HTML, and its links lead where they led."""
        found = self._store.get(key)
        if not isinstance(found, Html) or not self._still_holds(found, files):
            return False
        give(page, found.made)
        page.links_to_anchors = of_files(found.links_to_anchors, files)
        return True

    def watch(self, files: Files) -> Lookups:
        """Files that remember what is looked up."""
        self._moved = []
        for number, item in enumerate(self._moving):
            item.current = Moves(
                self._watched(number, "links", item.current.links), self._watched(number, "raw", item.current.raw)
            )
        self._lookups = Lookups(files)
        return self._lookups

    def keep(self, page: Page, key: bytes) -> None:
        """Keep what MkDocs has just made."""
        if self._lookups and self._lookups.is_complete:
            made = {name: vars(page)[name] for name in _MADE if name in vars(page)}
            html = Html(made, anchors(page.links_to_anchors), dict(self._lookups.targets), list(self._moved))
            self._store.keep(key, self._store.hold(html))

    def save(self) -> None:
        """Write what is kept, where there are no whole pages to be kept with it."""
        self._store.save()

    def discard(self) -> None:
        """Keep nothing of what has been made."""
        self._store.discard()

    def use(self, key: bytes) -> None:
        """Count the HTML of a page that is taken again as used."""
        self._store.use(key)

    def _still_holds(self, found: Html, files: Files) -> bool:
        for number, kind, address, became in found.moved:
            move = getattr(self._moving[number].current, kind) if number < len(self._moving) else None
            if move is None or move(address) != became:
                return False
        return all(target(files.get_file_from_path(path)) == known for path, known in found.targets.items())

    def _watched(self, number: int, kind: str, move: Callable[[str], str] | None) -> Callable[[str], str] | None:
        if move is None:
            return None

        def watched(address: str) -> str:
            became = move(address)
            self._moved.append((number, kind, address, became))
            return became

        return watched
