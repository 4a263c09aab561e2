"""A built site as it was left, and a place for it while MkDocs cleans its folder."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from mkdocs_foundation.store import digest

_LEFT_BEHIND = 3600
"""Seconds after which a site that is put aside is one that a build which was killed has left."""


def of(site: Path) -> bytes:
    """A digest of the paths, sizes and times of all files of a site; time is that of the last change."""
    return digest(*sorted(_files(str(site), "")))


def put_aside(site: Path, aside: Path, known: bytes) -> bool:
    """Move what MkDocs cleans to a folder of this build's own; false where the site isn't the `known` one by then.

    Then all is as it was: another build may be at work on the same site, or the folder is on another disk.
    """
    try:
        aside.mkdir(parents=True)
        for path in _cleaned(site):
            path.rename(aside / path.name)
        if digest(*sorted((*_files(str(aside), ""), *_files(str(site), "")))) == known:
            return True
    except OSError:
        pass
    put_back(site, aside)
    return False


def put_back(site: Path, aside: Path) -> None:
    """Undo it."""
    with suppress(OSError):
        site.mkdir(parents=True, exist_ok=True)
        for path in list(aside.iterdir()):
            target = site / path.name
            if target.is_dir():
                shutil.rmtree(target, ignore_errors=True)
            path.replace(target)
        aside.rmdir()


def remove_left_behind(folder: Path, pattern: str) -> None:
    """Remove what builds that were killed have put aside."""
    for path in folder.glob(pattern):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _LEFT_BEHIND:
                shutil.rmtree(path, ignore_errors=True)


def _cleaned(site: Path) -> list[Path]:
    """What MkDocs removes before a build: all but hidden files."""
    return [path for path in site.iterdir() if not path.name.startswith(".")]


def _files(folder: str, below: str) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name == ".git":
            continue
        path = f"{below}/{entry.name}"
        try:
            if entry.is_dir():
                yield path
                yield from _files(entry.path, path)
            else:
                found = entry.stat()
                yield f"{path} {found.st_size} {found.st_mtime_ns}"
        except OSError:  # a link to nothing, or what another program has just removed
            yield f"{path} -"
