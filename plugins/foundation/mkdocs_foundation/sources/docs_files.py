"""The files of a docs folder as MkDocs takes them, for the command lines, which run without MkDocs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath
from posixpath import splitext
from typing import TypeVar

from ..caching import results
from ..caching.store import digest
from ..reports.message import say

R = TypeVar("R")

MARKDOWN = frozenset({".markdown", ".mdown", ".mkdn", ".mkd", ".md"})
"""Endings of pages."""
_ALWAYS = (".*", "/templates/")
"""What MkDocs always leaves out."""
_READ = MARKDOWN | {".yml", ".yaml"}
"""Endings of the files whose content is checked; of others only what is known without opening them."""


def markdown_files(docs: Path, left_out: str = "") -> list[str]:
    """The paths of the pages that are published, sorted; `left_out` has patterns as `.gitignore` has them.

    Of `README.md` and `index.md` in one folder only the latter is published. Raises `NotADirectoryError`.
    """
    return pages_among(all_files(docs, left_out))


def pages_among(uris: Iterable[str]) -> list[str]:
    """The same among the paths of all files."""
    pages = [uri for uri in uris if splitext(uri)[1].lower() in MARKDOWN]
    known = set(pages)
    return [uri for uri in pages if not _gives_way(uri, known)]


def all_files(docs: Path, left_out: str = "") -> list[str]:
    """The paths of all files that are published, sorted. Raises `NotADirectoryError`."""
    if not docs.is_dir():
        raise NotADirectoryError(say("{folder} is not a folder.", folder=f"{docs}"))
    from pathspec import GitIgnoreSpec  # a tenth of the time of a check that has nothing to do

    spec = GitIgnoreSpec.from_lines([*_ALWAYS, *left_out.split("\n")])
    return sorted(uri for uri in _walk(docs) if not spec.match_file(uri))


def kept_while_same(make: Callable[[], R], name: str, docs: Path, by: Callable[[], tuple[object, ...]]) -> R:
    """A result of all files of a docs folder, kept under a name until one of them is changed, added or removed.

    `by` is what else it depends on; where nothing is kept yet, it is asked for once the result is made.
    """
    before = state(docs)
    found: R | None = None if results.are_none() else results.found(name, before, *by())
    if found is None:
        found = make()
        if state(docs) == before:  # else it may be made of what was written meanwhile
            results.add(found, name, before, *by())
    return found


def state(docs: Path) -> bytes:
    """A digest of all files of a docs folder, also of those that aren't published."""
    parts: list[str | bytes | None] = []
    for uri in sorted(_walk(docs)):
        path = f"{docs}{os.sep}{uri}"
        try:
            if splitext(uri)[1].lower() in _READ:
                with open(path, "rb", buffering=0) as file:  # noqa: PTH123 -- a path object for each takes longer
                    about = file.read()
            else:
                found = os.stat(path)  # noqa: PTH116
                about = b"%d %d" % (found.st_size, found.st_mtime_ns)
        except OSError:
            parts += [uri, None]
        else:
            parts += [uri, about]
    return digest(*parts)


def _walk(docs: Path) -> Iterable[str]:
    for folder, _, names in os.walk(docs, followlinks=True):
        below = Path(folder).relative_to(docs).as_posix()
        for name in names:
            if os.path.isfile(f"{folder}{os.sep}{name}"):  # noqa: PTH113 (a path object for each file takes longer)
                yield name if below == "." else f"{below}/{name}"


def _gives_way(uri: str, known: set[str]) -> bool:
    path = PurePosixPath(uri)
    return path.stem == "README" and any(str(path.with_name(f"index{end}")) in known for end in MARKDOWN)
