"""The files of a built site, by what tells whether they are still those that a build has left."""

from __future__ import annotations

import filecmp
import os
from collections.abc import Iterator
from pathlib import Path

_NOTHING = "-"
"""In place of size and time of a link to nothing."""


def of(site: str | os.PathLike[str]) -> dict[str, str]:
    """All files and folders of a site by their paths from it; of each file its size and the time of its last change.

    A folder has "", a link to nothing "-".
    """
    return dict(_below(os.fspath(site), ""))


def paths(site: str | os.PathLike[str]) -> list[str]:
    """The paths of all files of a site, folder by folder; none where there is no site."""
    return sorted(_files(os.fspath(site), ""), key=lambda path: path.split("/"))


def content(site: str | os.PathLike[str], path: str) -> bytes:
    """The content of a file of a site. Raises `OSError`."""
    with open(f"{os.fspath(site)}/{path}", "rb", buffering=0) as file:  # noqa: PTH123 -- of all pages, at each edit
        return file.read()


def move(folder: Path, into: Path, prefix: str = "") -> Iterator[tuple[str, bytes]]:
    """Move what is in a folder into another, as few things one by one as possible; equal files are left in both.

    Yields, by its path, what each file was that is replaced by one of another content.
    """
    for path in list(folder.iterdir()):
        target = into / path.name
        if not target.exists():
            path.replace(target)
        elif path.is_dir() and target.is_dir():
            yield from move(path, target, f"{prefix}{path.name}/")
        else:
            yield from put(os.fspath(path), os.fspath(target), f"{prefix}{path.name}")


def put(path: str, target: str, name: str) -> Iterator[tuple[str, bytes]]:
    """Move a file to where another one may be; equal ones are left in both places.

    Yields the name and what the other one was, if it is replaced. Raises `OSError`.
    """
    if not os.path.exists(target):  # noqa: PTH110 -- hundreds of files, at each edit
        os.replace(path, target)  # noqa: PTH105
    elif not filecmp.cmp(path, target, shallow=False):
        before = Path(target).read_bytes()
        os.replace(path, target)  # noqa: PTH105
        yield name, before


def _files(folder: str, prefix: str) -> Iterator[str]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            if entry.name != ".git":
                yield from _files(entry.path, f"{prefix}{entry.name}/")
        elif entry.is_file():
            yield f"{prefix}{entry.name}"


def _below(folder: str, prefix: str) -> Iterator[tuple[str, str]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.name == ".git":
            continue
        path = f"{prefix}{entry.name}"
        try:
            if entry.is_dir():
                yield path, ""
                yield from _below(entry.path, f"{path}/")
            else:
                found = entry.stat()
                yield path, f"{found.st_size} {found.st_mtime_ns}"
        except OSError:  # a link to nothing, or what another program has just removed
            yield path, _NOTHING
