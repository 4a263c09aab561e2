"""The files that pages are made of, as they are when they are read: authors go on writing while a site is built.

What is kept belongs to what was read at the beginning of the build, so nothing is kept that was made of anything else.

Files that are opened while Markdown becomes HTML, such as snippets, count whether `inputs` names them or not: Python's
audit events tell of each, by whichever extension it is opened. They are known when a page has been made, so they count
from the next build on, and of this one nothing is kept that was made of a file not known before.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import cache
from pathlib import Path

from mkdocs.structure.pages import Page

from mkdocs_foundation.caching.store import Store, digest

_FORM = digest("opened 1")
_ENDING = ".opened.store"
_WRITTEN = os.O_WRONLY | os.O_RDWR
_CODE = "__pycache__"

_NOT_PAGES = ("reading.store", "templates.store")

_heard: list[set[str]] = []
"""Where paths are noted now; nothing is while it is empty."""


@cache
def _listen() -> None:
    """Hear of all files from now on; Python offers no way back."""
    sys.addaudithook(_hear)


def _hear(event: str, values: tuple[object, ...]) -> None:
    if event == "open" and _heard and isinstance(path := values[0], (str, os.PathLike)):
        flags = values[2]
        if not (isinstance(flags, int) and flags & _WRITTEN):
            _heard[-1].add(os.path.abspath(path))  # noqa: PTH100 -- before the folder is changed


@contextmanager
def noted(paths: set[str]) -> Iterator[None]:
    """Note the files that are opened for reading while the context lasts."""
    _listen()
    _heard.append(paths)
    try:
        yield
    finally:
        _heard.remove(paths)


def opened_before(folder: Path) -> frozenset[str]:
    """The files that earlier builds have opened, as paths from the folder of `mkdocs.yml`."""
    stores = (Store.load(path, _FORM) for path in folder.glob(f"*{_ENDING}"))
    return frozenset(path for store in stores for path in store.get(_FORM) or ())


def contents(root: Path, paths: Iterable[str]) -> Iterator[str | bytes | None]:
    """What counts of them: paths and contents; `None` for one that is gone."""
    for path in sorted(paths):
        yield path
        try:
            yield (root / path).read_bytes()
        except OSError:
            yield None


def remove_pages(folder: Path) -> None:
    """Remove all pages that are kept."""
    for path in folder.glob("*.store"):
        if path.name not in _NOT_PAGES and not path.name.endswith(_ENDING):
            path.unlink(missing_ok=True)


class Opened:
    """The files that are opened for the pages of one language."""

    def __init__(self, root: Path, folder: Path, locale: str, counted: Collection[str], below: Iterable[Path]) -> None:
        """Begin with none.

        `root`: the folder of `mkdocs.yml`; `counted`: paths of files that count already; those `below` some folders do.
        """
        self._root, self._folder, self._path = root, folder, folder / f"{locale}{_ENDING}"
        self._counted = counted
        self._below = tuple(os.path.join(os.path.abspath(path), "") for path in (*below, folder))  # noqa: PTH100, PTH118
        self._new: set[str] = set()

    def has_new(self, paths: Iterable[str]) -> bool:
        """Whether among opened files are some that don't count yet; they do from the next build on."""
        found = {path for path in map(self._from_root, filter(self._is_meant, paths)) if path not in self._counted}
        self._new |= found
        return bool(found)

    def save(self) -> None:
        """Let those count in the next build that are still there."""
        if new := {path for path in self._new if (self._root / path).is_file()}:
            store = Store.load(self._path, _FORM)
            store.put(_FORM, tuple(sorted(new.union(store.get(_FORM) or ()))))
            store.save()

    def _is_meant(self, path: str) -> bool:
        return not path.startswith(self._below) and f"{os.sep}{_CODE}{os.sep}" not in path

    def _from_root(self, path: str) -> str:
        try:
            return Path(os.path.relpath(path, self._root)).as_posix()
        except ValueError:  # on another drive
            return path


class Disk:
    """The files that the pages of one language are made of."""

    def __init__(self, texts: Mapping[str, bytes], opened: Opened | None = None) -> None:
        """`texts` are digests of sources as they count, by path; `opened` for extensions that open other files."""
        self._texts, self._opened, self._paths = texts, opened, set[str]()
        self.is_edited = False
        """Whether a page was made of another source than it counts with: then others may show that, too."""

    def has_read(self, page: Page) -> None:
        """A page has been read from its file."""
        known, file = self._texts.get(page.file.src_uri), page.file
        try:
            self.is_edited = self.is_edited or known not in (None, digest(file.content_bytes))
        except OSError:
            self.is_edited = True

    def opening(self) -> AbstractContextManager[object]:
        """A context in which it is noticed which files are opened for a page."""
        self._paths = set()
        return noted(self._paths) if self._opened else nullcontext()

    def has_opened_others(self) -> bool:
        """Whether some were opened that don't count yet."""
        return bool(self._opened and self._opened.has_new(self._paths))

    def save(self) -> None:
        """Let those count in the next build."""
        if self._opened:
            self._opened.save()
