"""The files of a docs folder as MkDocs takes them, for the command lines, which run without MkDocs."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from posixpath import splitext

from pathspec import GitIgnoreSpec

from .message import say

MARKDOWN = frozenset({".markdown", ".mdown", ".mkdn", ".mkd", ".md"})
"""Endings of pages."""
_ALWAYS = (".*", "/templates/")
"""What MkDocs always leaves out."""


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
    spec = GitIgnoreSpec.from_lines([*_ALWAYS, *left_out.split("\n")])
    return sorted(uri for uri in _walk(docs) if not spec.match_file(uri))


def _walk(docs: Path) -> Iterable[str]:
    for folder, _, names in os.walk(docs, followlinks=True):
        below = Path(folder).relative_to(docs).as_posix()
        for name in names:
            if os.path.isfile(f"{folder}{os.sep}{name}"):  # noqa: PTH113 (a path object for each file takes longer)
                yield name if below == "." else f"{below}/{name}"


def _gives_way(uri: str, known: set[str]) -> bool:
    path = PurePosixPath(uri)
    return path.stem == "README" and any(str(path.with_name(f"index{end}")) in known for end in MARKDOWN)
