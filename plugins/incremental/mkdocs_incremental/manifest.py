"""A built site as it was left, and a place for it while MkDocs cleans its folder."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from mkdocs_foundation.store import digest

_ASIDE = ".unchanged"
"""Folder within the site for all of it: MkDocs leaves hidden ones."""


def of(site: Path) -> bytes:
    """A digest of the paths, sizes and times of all files of a site; time is that of the last change."""
    return digest(*sorted(_files(str(site), "")))


def put_aside(site: Path) -> None:
    """Move all of a site where MkDocs doesn't clean."""
    aside = site / _ASIDE
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir()
    for path in list(site.iterdir()):
        if not path.name.startswith("."):
            path.rename(aside / path.name)


def put_back(site: Path) -> None:
    """Undo it."""
    aside = site / _ASIDE
    for path in list(aside.iterdir()):
        target = site / path.name
        if target.is_dir():
            shutil.rmtree(target)
        path.replace(target)
    aside.rmdir()


def remove_aside(site: Path) -> None:
    """Remove what a build that was killed has left."""
    shutil.rmtree(site / _ASIDE, ignore_errors=True)


def _files(folder: str, below: str) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if not below and entry.name.startswith("."):
            continue
        path = f"{below}/{entry.name}"
        if entry.is_dir():
            yield path
            yield from _files(entry.path, path)
        else:
            found = entry.stat()
            yield f"{path} {found.st_size} {found.st_mtime_ns}"
