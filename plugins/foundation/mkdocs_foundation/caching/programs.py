"""A digest of the programs that make a site, so that what is kept of one build is not used by another version."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import unquote, urlsplit

from .store import digest

_PROGRAM = (".py", ".html", ".toml", ".css", ".js", ".json")
"""Endings of the files of a package that a build reads."""
_INSTALLED = ("site-packages", "dist-packages")
"""Names of the folders that distributions are installed into."""


@cache
def fingerprint() -> bytes:
    """The version of Python and of every installed distribution.

    The name of a distribution's folder of metadata has its version. One that was installed from a folder or a
    repository has a record of where from; what is installed to be edited in place counts with the content of its files.
    """
    found: list[str | bytes] = [sys.version, sys.platform]
    for name, origin in _distributions():
        found.append(name)
        if origin:
            found.append(origin)
        for package in _in_place(origin):
            found += _contents(package)
    return digest(*found)


@cache
def packages_in_place() -> tuple[Path, ...]:
    """The folders of packages that are installed to be edited in place."""
    return tuple(package.resolve() for _, origin in _distributions() for package in _in_place(origin))


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


def _distributions() -> Iterator[tuple[str, bytes]]:
    """The name of each folder of metadata, and its record of where the distribution is from, or nothing."""
    for path in sys.path:
        for folder in sorted(_metadata(path), key=lambda folder: folder.name):
            yield folder.name, _read(folder, "direct_url.json")


def _in_place(origin: bytes) -> list[Path]:
    """The packages of a distribution that is installed to be edited; nothing for another one."""
    try:
        record = json.loads(origin or b"{}")
        if not record.get("dir_info", {}).get("editable"):
            return []
        origin_path = unquote(urlsplit(record["url"]).path)
        root = Path(origin_path.lstrip("/") if os.name == "nt" else origin_path)  # /C:/folder on Windows
    except (ValueError, KeyError, AttributeError):
        return []
    return [file.parent for parent in (root, root / "src") for file in sorted(parent.glob("*/__init__.py"))]


def _contents(package: Path) -> Iterator[str | bytes]:
    for folder, folders, names in os.walk(package):
        folders.sort()
        within = Path(folder).relative_to(package.parent).as_posix()
        for name in sorted(names):
            if name.endswith(_PROGRAM):
                yield f"{within}/{name}"
                with open(f"{folder}/{name}", "rb", buffering=0) as file:  # noqa: PTH123 -- a thousand files
                    yield file.read()


@cache
def by_times() -> bytes:
    """A digest of the same for commands that are to answer at once: by the times of files, without reading them.

    What is installed changes its folder; of what is installed to be edited, `code_of` sees the changes of a package.
    """
    found = [sys.version, sys.platform]
    for path in sys.path:
        if Path(path).name in _INSTALLED:
            with suppress(OSError):
                found.append(f"{path} {Path(path).stat().st_mtime_ns}")
    return digest(*found, code_of(__name__.partition(".")[0]))


@cache
def code_of(package: str) -> bytes:
    """What changes when a module or a catalogue of a package is edited; nothing for one that is installed."""
    spec = find_spec(package)
    folders = (spec.submodule_search_locations if spec else None) or []
    return digest(*(line for folder in folders for line in _listed(folder))) if not _are_installed(folders) else b""


def _are_installed(folders: Iterable[str]) -> bool:
    return any(Path(folder).parent.name in _INSTALLED for folder in folders)


def _listed(folder: str) -> list[str]:
    found: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                found += _listed(entry.path) if entry.name != "__pycache__" else []
            elif entry.name.endswith((".py", ".toml")):
                about = entry.stat()
                found.append(f"{entry.path} {about.st_mtime_ns} {about.st_size}")
    return sorted(found)
