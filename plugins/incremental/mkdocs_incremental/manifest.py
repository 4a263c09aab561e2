"""A built site as it was left, and a place for it while MkDocs cleans its folder."""

from __future__ import annotations

import os
import shutil
import time
from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from mkdocs_foundation.caching import built_files
from mkdocs_foundation.caching.store import digest

_LEFT_BEHIND = 3600
"""Seconds after which a site that is put aside is one that a build which was killed has left."""


def of(site: Path) -> bytes:
    """A digest of the paths, sizes and times of all files of a site; time is that of the last change."""
    return of_files(built_files.of(site))


def of_files(files: Mapping[str, str]) -> bytes:
    """The same of files as `built_files.of` tells them."""
    return digest(*(f"{path} {found}" for path, found in sorted(files.items())))


def put_aside(site: Path, aside: Path, known: bytes | None = None) -> bool:
    """Move what MkDocs cleans to a folder of this build's own; false where the site isn't the `known` one by then.

    Then all is as it was: another build may be at work on the same site, or the folder is on another disk.
    """
    try:
        aside.mkdir(parents=True)
    except OSError:
        return False
    try:
        for path in _cleaned(site):
            path.rename(aside / path.name)
        if known is None or of_files(built_files.of(aside) | built_files.of(site)) == known:
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


def put_rest_back(site: Path, aside: Path) -> None:
    """Put back what is left of it, beside what has been built since."""
    with suppress(OSError):
        site.mkdir(parents=True, exist_ok=True)
        deque(built_files.move(aside, site), maxlen=0)
    shutil.rmtree(aside, ignore_errors=True)


def put_part_back(
    site: Path, aside: Path, there: Collection[str], part: Collection[str]
) -> Iterator[tuple[str, bytes]]:
    """Put a part of what was put aside back, by the paths of its files and folders; `there` are all that were.

    Yields, by its path, what each file of the site was that is replaced by another one. Raises `OSError`.
    """
    own = frozenset(part)
    shared = _above(path for path in there if path not in own)

    def put(folder: str, into: str) -> Iterator[tuple[str, bytes]]:
        for entry in list(os.scandir(aside / folder)):
            path, target = f"{folder}{entry.name}", f"{into}/{entry.name}"
            if path not in own:
                continue
            if not entry.is_dir():
                yield from built_files.put(entry.path, target, path)
            elif path not in shared and not os.path.lexists(target):
                os.rename(entry.path, target)  # noqa: PTH104 -- all of it with one call
            else:
                os.makedirs(target, exist_ok=True)  # noqa: PTH103
                yield from put(f"{path}/", target)

    yield from put("", os.fspath(site))


def remove_left_behind(folder: Path, pattern: str) -> None:
    """Remove what builds that were killed have put aside."""
    for path in folder.glob(pattern):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _LEFT_BEHIND:
                shutil.rmtree(path, ignore_errors=True)


def _cleaned(site: Path) -> list[Path]:
    """What MkDocs removes before a build: all but hidden files."""
    return [path for path in site.iterdir() if not path.name.startswith(".")]


def _above(paths: Iterable[str]) -> set[str]:
    """All folders that some paths are in."""
    found: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found
