"""The files below the docs folder, each by what counts of it for other pages."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from pathlib import Path

from mkdocs_foundation.caching.store import digest
from mkdocs_foundation.values import dataclass

from .shared_settings import without_title

_PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
_PICTURES = (
    *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".mp4", ".webm", ".mp3", ".ogg", ".pdf", ".zip"),
    *(".woff", ".woff2", ".ttf", ".otf"),
)
"""Files that pages show or lead to, whose content they don't have."""
_BYTECODE = "__pycache__/"


@dataclass(frozen=True)
class Documents:
    """The files below the docs folder, as they are at the beginning of a build."""

    pages: Mapping[str, bytes] = field(default_factory=dict)
    """A digest of each Markdown file's content, by path."""
    settings: Mapping[str, bytes] = field(default_factory=dict)
    """What counts of each Markdown file for pages of other languages, by path."""
    shared: bytes = b""
    """A digest of what counts for all pages of all languages: all paths, and the content of other files."""
    pictures: bytes = b""
    """A digest of sizes and times of files whose content no page has."""


def read(docs: Path, contents: Mapping[str, bytes]) -> Documents:
    """Read the files of a folder; `contents` are Markdown files that have been read already, by path."""
    pages: dict[str, bytes] = {}
    of_settings: dict[str, bytes] = {}
    shared: list[str | bytes] = []
    pictures: list[str] = []
    for uri in sorted(_paths(docs)):
        shared.append(uri)
        try:
            if uri.lower().endswith(_PICTURES):
                found = (docs / uri).stat()
                pictures.append(f"{uri} {found.st_size} {found.st_mtime_ns}")
                continue
            content = contents[uri] if uri in contents else (docs / uri).read_bytes()
        except OSError:
            continue
        if uri.lower().endswith(_PAGES):
            pages[uri] = digest(content)
            of_settings[uri] = without_title(content)
        else:
            shared.append(digest(content))
    return Documents(pages, of_settings, digest(*shared), digest(*pictures))


def state(folders: Iterable[Path], files: Iterable[Path]) -> bytes:
    """A digest of sizes and times of all files in folders, and of some others."""
    inside = (f"{folder}/{uri}" for folder in folders for uri in sorted(_paths(folder)))
    return digest(*(f"{path} {_moment(path)}" for path in (*inside, *map(os.fspath, files)) if _BYTECODE not in path))


def _moment(path: str) -> str:
    try:
        found = os.stat(path)  # noqa: PTH116 -- of all files, twice in each build
    except OSError:
        return "-"
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def of_folders(folders: Iterable[Path]) -> bytes:
    """A digest of all files in folders, but for what Python makes of its modules there."""
    parts: list[str | bytes] = []
    for folder in folders:
        for uri in sorted(_paths(folder)):
            if _BYTECODE not in uri:
                parts += [uri, _content(folder / uri)]
    return digest(*parts)


def of_files(paths: Iterable[Path]) -> bytes:
    """A digest of files, in the order of their names."""
    return digest(*(part for path in sorted(paths) for part in (path.as_posix(), _content(path))))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _paths(root: Path) -> Iterator[str]:
    """All files of a folder, as paths from it; links to folders are followed, as MkDocs does."""
    for folder, _, names in os.walk(root, followlinks=True):
        prefix = os.path.relpath(folder, root).replace(os.sep, "/")
        prefix = "" if prefix == "." else f"{prefix}/"
        for name in names:
            yield f"{prefix}{name}"
