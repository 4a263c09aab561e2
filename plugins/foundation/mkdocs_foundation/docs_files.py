"""The files of a docs folder as MkDocs takes them, for the command lines, which run without MkDocs."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

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
    pages = [uri for uri in all_files(docs, left_out) if PurePosixPath(uri).suffix.lower() in MARKDOWN]
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
        for name in names:
            path = Path(folder, name)
            if path.is_file():
                yield path.relative_to(docs).as_posix()


def _gives_way(uri: str, known: set[str]) -> bool:
    path = PurePosixPath(uri)
    return path.stem == "README" and any(str(path.with_name(f"index{end}")) in known for end in MARKDOWN)
