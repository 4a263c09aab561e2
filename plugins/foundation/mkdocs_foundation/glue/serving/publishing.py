"""Files that a build has made, put in the place of those that are served: one by one, never half of one."""

from __future__ import annotations

import filecmp
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

_SHOWN = frozenset({".css", ".js", ".mjs", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".woff2"})
"""Endings of files that pages load: when one changes, every page may look otherwise."""


def publish(built: Path, site: Path) -> bool:
    """Move a whole site into place and remove what it no longer has; whether a file that pages load has changed."""
    names = list(_files(built))
    changed = [name for name in names if _differs(built / name, site / name)]
    for name in changed:
        (built / name).replace(_ready(site / name))
    gone = set(_files(site)).difference(names)
    for name in gone:
        (site / name).unlink()
    shutil.rmtree(built, ignore_errors=True)
    return any(map(_is_loaded, [*changed, *gone]))


def show(built: Path, site: Path) -> bool:
    """Show a part of a site before the whole is there, which is left as it is; returns what `publish` does."""
    changed = [name for name in _files(built) if _differs(built / name, site / name)]
    for name in changed:
        target = _ready(site / name)
        beside = _beside(target)
        shutil.copyfile(built / name, beside)
        beside.replace(target)
    return any(map(_is_loaded, changed))


def put(content: bytes, target: Path) -> None:
    """Put one file into place."""
    beside = _beside(_ready(target))
    beside.write_bytes(content)
    beside.replace(target)


def _beside(target: Path) -> Path:
    """Where a file is written before it takes its place."""
    return target.with_name(f".{target.name}.{os.getpid()}")


def _files(folder: Path) -> Iterator[str]:
    """The paths of all files below a folder, but for what is hidden: builds that are under way."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = os.path.relpath(place, folder)
        yield from (str(Path(below, name)) for name in names if not name.startswith("."))


def _differs(one: Path, other: Path) -> bool:
    return not other.is_file() or not filecmp.cmp(one, other, shallow=False)


def _ready(target: Path) -> Path:
    """A path whose folder is there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    return target


def _is_loaded(name: str) -> bool:
    return Path(name).suffix.lower() in _SHOWN
