"""A file of values that are expensive to make, by a digest of all that they depend on.

A value is never out of date: what it depends on is its key, and a change is another key. The file is only a saving, so
whatever is wrong with it (another version, a crash, a disk that is full) means an empty store, and never an error.

    store = Store.load(Path(".cache/outlines.store"), environment.fingerprint())
    key = digest("outline", content)
    if (outline := store.get(key)) is None:
        outline = store.put(key, make_outline(content))
    store.save()

Values are pickled, so the folder must be as trusted as the program that reads it. A value read twice is two objects.
"""

from __future__ import annotations

import mmap
import os
import pickle
import time
import zlib
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

_Value = TypeVar("_Value")

_FORM = b"mkdocs-foundation store 1\n"
_LENGTH = 16
"""Bytes of a digest."""
_HEAD = len(_FORM) + 2 * _LENGTH + 8
"""Bytes before the index: the form, fingerprint, digest and length of the index."""
_PATIENCE = 3
"""How often the file may be written without a value being used; then it is left out."""
_LEFT_BEHIND = 3600
"""Seconds after which a half-written file is one that a crash has left."""
_OLD = 60 * 24 * 3600
"""Seconds after which a store that nothing was put into is removed."""
MOST = 512 * 1024 * 1024
"""The most bytes of values that are kept, the last used ones."""


def digest(*parts: str | bytes | None) -> bytes:
    """A digest of texts that depends on where each of them ends; `None` is no text, and not an empty one."""
    made = blake2b(digest_size=_LENGTH)
    for part in parts:
        if part is None:
            made.update(b"-")
            continue
        text = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(b"%d:" % len(text))
        made.update(text)
    return made.digest()


@dataclass(frozen=True)
class _Place:
    """Where a value is in the file."""

    start: int
    """Bytes from the end of the index."""
    length: int
    checksum: int
    unused: int
    """How often the file was written since the value was used."""


class Store:
    """The values of one file. Read and written by one process: each process has a file of its own."""

    def __init__(self, path: Path, fingerprint: bytes) -> None:
        """An empty store, which `save` writes to a path."""
        self._path = path
        self._fingerprint = fingerprint
        self._places: dict[bytes, _Place] = {}
        self._content: mmap.mmap | bytes = b""
        self._begin = 0
        self._used: set[bytes] = set()
        self._sound: set[bytes] = set()
        self._new: dict[bytes, bytes] = {}

    @classmethod
    def load(cls, path: Path, fingerprint: bytes) -> Store:
        """The store at a path; empty where there is none, or one with another fingerprint, or a damaged one.

        The fingerprint, of 16 bytes as `digest` makes it, stands for what all values depend on. Only the index is
        read; each value when it is asked for.
        """
        store = cls(path, fingerprint)
        with suppress(OSError, ValueError, EOFError, pickle.UnpicklingError), path.open("rb") as file:
            head = file.read(_HEAD)
            if len(head) == _HEAD and head.startswith(_FORM + fingerprint):
                index = file.read(int.from_bytes(head[-8:], "little"))
                if digest(index) == head[-8 - _LENGTH : -8]:
                    store._places = {key: _Place(*place) for key, place in pickle.loads(index).items()}
                    store._content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
                    store._begin = _HEAD + len(index)
        return store

    def __len__(self) -> int:
        """How many values there are."""
        return len(self._places.keys() | self._new.keys())

    def get(self, key: bytes) -> Any:
        """The value of a key; `None` where there is none."""
        kept = self._kept(key)
        if kept is None:
            return None
        self._used.add(key)
        return pickle.loads(kept)

    def put(self, key: bytes, value: _Value) -> _Value:
        """Keep a value, which must not be `None`, and return it."""
        self._new[key] = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
        self._used.add(key)
        return value

    def added(self) -> dict[bytes, bytes]:
        """The values that were put in, pickled, for `take` of another process."""
        return dict(self._new)

    def take(self, added: dict[bytes, bytes]) -> None:
        """Put in what another process has added."""
        self._new |= added
        self._used |= added.keys()

    def use(self, key: bytes) -> bool:
        """Whether there is a value, undamaged; it counts as used without being read."""
        if self._kept(key) is None:
            return False
        self._used.add(key)
        return True

    def save(self) -> bool:
        """Write the file, unless nothing has been put in; whether it was written. Afterwards the store is empty.

        A process that is killed meanwhile leaves the old file; of two that save at once, the last one's is kept.
        `reopened` has what was written.
        """
        if not self._new:
            return False
        values: list[tuple[bytes, bytes, int]] = []
        for key, place in list(self._places.items()):  # one that is damaged is removed
            unused = 0 if key in self._used else place.unused + 1
            if key not in self._new and unused <= _PATIENCE and (kept := self._kept(key)) is not None:
                values.append((key, kept, unused))
        values += ((key, kept, 0) for key, kept in self._new.items())
        self._let_go()
        written = self._path.with_name(f".{self._path.name}.{os.getpid()}")
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._write(written, _newest(values))
            written.replace(self._path)
        except OSError:
            with suppress(OSError):
                written.unlink()
            return False
        self._remove_left_behind()
        return True

    def reopened(self) -> Store:
        """The store as it is at its path now."""
        return Store.load(self._path, self._fingerprint)

    def _kept(self, key: bytes) -> bytes | None:
        if key in self._new:
            return self._new[key]
        place = self._places.get(key)
        if place is None:
            return None
        start = self._begin + place.start
        kept = self._content[start : start + place.length]
        if key in self._sound or (len(kept) == place.length and zlib.crc32(kept) == place.checksum):
            self._sound.add(key)
            return kept
        del self._places[key]
        return None

    def _write(self, path: Path, values: list[tuple[bytes, bytes, int]]) -> None:
        places, start = {}, 0
        for key, kept, unused in values:
            places[key] = (start, len(kept), zlib.crc32(kept), unused)
            start += len(kept)
        index = pickle.dumps(places, pickle.HIGHEST_PROTOCOL)
        with path.open("wb") as file:
            file.write(_FORM + self._fingerprint + digest(index) + len(index).to_bytes(8, "little") + index)
            file.writelines(kept for _, kept, _ in values)

    def _let_go(self) -> None:
        """Close the file: Windows replaces no file that is open."""
        if isinstance(self._content, mmap.mmap):
            self._content.close()
        self._content, self._places, self._new, self._used, self._sound = b"", {}, {}, set(), set()

    def _remove_left_behind(self) -> None:
        for path in self._path.parent.glob(f".{self._path.name}.*"):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > _LEFT_BEHIND:
                    path.unlink()


def remove_old(folder: Path) -> None:
    """Remove stores that no build has written for long, such as those of a language that the site no longer has."""
    for path in folder.glob("*.store"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > _OLD:
                path.unlink()


def _newest(values: list[tuple[bytes, bytes, int]]) -> list[tuple[bytes, bytes, int]]:
    """The values that were used last, as many as may be kept."""
    kept, size = [], 0
    for value in sorted(values, key=lambda value: value[2]):
        size += len(value[1])
        if size > MOST:
            break
        kept.append(value)
    return kept
