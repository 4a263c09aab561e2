"""A digest of the programs that make a site, so that what is kept of one build is not used by another version."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from .store import digest

_PROGRAM = (".py", ".html", ".toml", ".css", ".js", ".json")
"""Endings of the files of a package that a build reads."""


@cache
def fingerprint() -> bytes:
    """The version of Python and of every installed distribution.

    The name of a distribution's folder of metadata has its version. One that was installed from a folder or a
    repository has a record of where from; what is installed to be edited in place counts with the content of its files.
    """
    found: list[str | bytes] = [sys.version, sys.platform]
    for path in sys.path:
        for folder in sorted(_metadata(path), key=lambda folder: folder.name):
            found.append(folder.name)
            with_origin = _read(folder, "direct_url.json")
            if with_origin:
                found += [with_origin, *_in_place(with_origin)]
    return digest(*found)


def of_files(paths: Iterable[Path]) -> bytes:
    """A digest of the names and contents of files; one that can't be read counts as missing."""
    parts: list[str | bytes | None] = []
    for path in paths:
        parts.append(path.as_posix())
        try:
            parts.append(path.read_bytes())
        except OSError:
            parts.append(None)
    return digest(*parts)


def _metadata(path: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(path or ".") as entries:
            return [entry for entry in entries if entry.name.endswith((".dist-info", ".egg-info"))]
    except OSError:
        return []


def _read(folder: os.DirEntry[str], name: str) -> bytes:
    try:
        return Path(folder.path, name).read_bytes()
    except OSError:
        return b""


def _in_place(origin: bytes) -> Iterator[str | bytes]:
    """The files of the packages of a distribution that is installed to be edited; nothing for another one."""
    try:
        record = json.loads(origin)
        if not record.get("dir_info", {}).get("editable"):
            return
        root = Path(url2pathname(unquote(urlsplit(record["url"]).path)))
    except (ValueError, KeyError, AttributeError):
        return
    for parent in (root, root / "src"):
        for package in sorted(parent.glob("*/__init__.py")):
            for folder, folders, names in os.walk(package.parent):
                folders.sort()
                for name in sorted(names):
                    if name.endswith(_PROGRAM):
                        path = Path(folder, name)
                        yield path.relative_to(root).as_posix()
                        yield path.read_bytes()
