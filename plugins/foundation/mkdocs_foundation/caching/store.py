"""A file of values that are expensive to make, by a digest of all that they depend on.

A value is never out of date: what it depends on is its key, and a change is another key. The file is only a saving, so
whatever is wrong with it (another version, a crash, a disk that is full) means an empty store, and never an error.

    store = Store.load(Path(".cache/outlines.store"), environment.fingerprint())
    key = digest("outline", content)
    if (outline := store.get(key)) is None:
        outline = store.put(key, make_outline(content))
    store.save()

Values are pickled, so the folder must be as trusted as the program that reads it. A value read twice is two objects.
Values that are `held` are on the disk from then on, and only known by their key when the store is saved.
"""

from __future__ import annotations

import os
import pickle
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

from ..values import dataclass
from . import packing
from .packing import Place

_Value = TypeVar("_Value")

_FORM = b"mkdocs-foundation store 2\n"
_LENGTH = 16
"""Bytes of a digest."""
_HEAD = len(_FORM) + 2 * _LENGTH + 8
"""Bytes before the values: the form, fingerprint, digest of the index and where it begins, which is after them."""
_PATIENCE = 3
"""How often the file may be written without a value being used; then it is left out."""
_LEFT_BEHIND = 3600
"""Seconds after which a half-written file is one that a crash has left."""
_OLD = 60 * 24 * 3600
"""Seconds after which a store that nothing was put into is removed."""
_AT_ONCE = 1024 * 1024
"""Bytes that are copied from the old file at once, most of which are values that stay."""
MOST = 512 * 1024 * 1024
"""The most bytes of values that are kept, the last used ones."""


def digest(*parts: str | bytes | None) -> bytes:
    """A digest of texts that depends on where each of them ends; `None` is no text, and not an empty one."""
    told: list[bytes] = []
    for part in parts:
        if part is None:
            told.append(b"-")
            continue
        text = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        told += (b"%d:" % len(text), text)
    return blake2b(b"".join(told), digest_size=_LENGTH).digest()


@dataclass(frozen=True)
class Held:
    """A value that is kept once it has a key."""

    place: Place | None
    """Where it is in the file that is being written; `None` where it couldn't be."""


class Store:
    """The values of one file. Read and written by one process: each process has a file of its own."""

    def __init__(self, path: Path, fingerprint: bytes) -> None:
        """An empty store, which `save` writes to a path."""
        self._path = path
        self._fingerprint = fingerprint
        self._places: dict[bytes, Place] = {}
        self._reading: int | None = None
        self._writing: int | None = None
        self._size = _HEAD
        self._has_failed = False
        self._held: dict[bytes, Place] = {}
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
                file.seek(int.from_bytes(head[-8:], "little"))
                index = file.read()
                if digest(index) == head[-8 - _LENGTH : -8]:
                    store._places = {key: Place(*place) for key, place in pickle.loads(index).items()}
                    store._reading = os.dup(file.fileno())
        return store

    def __len__(self) -> int:
        """How many values there are."""
        return len(self._places.keys() | self._new.keys() | self._held.keys())

    def get(self, key: bytes) -> Any:
        """The value of a key; `None` where there is none."""
        kept = self._kept(key)
        if kept is None:
            return None
        self._used.add(key)
        return packing.unpacked(kept)

    def put(self, key: bytes, value: _Value) -> _Value:
        """Keep a value, which must not be `None`, and return it; until the store is saved it is in memory."""
        self._new[key] = packing.packed(value)
        self._used.add(key)
        return value

    def hold(self, value: object) -> Held:
        """Write a value that isn't changed any more, for `keep`; raises what pickling raises."""
        kept = packing.packed(value)
        try:
            return Held(self._append(kept))
        except OSError:
            self._has_failed = True
            return Held(None)

    def keep(self, key: bytes, held: Held) -> None:
        """Keep a value that is held; in this run it isn't found."""
        if held.place is not None:
            self._held[key] = held.place

    def added(self) -> dict[bytes, bytes]:
        """The values that were put in, pickled, for `take` of another process."""
        return dict(self._new)

    @property
    def used(self) -> frozenset[bytes]:
        """The keys of the values that were put in or asked for."""
        return frozenset(self._used)

    def take(self, added: dict[bytes, bytes], used: Iterable[bytes] = ()) -> None:
        """Put in what another process has added, and count what it has `used`."""
        self._new |= added
        self._used.update(added, used)

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
        is_written = False
        if (self._new or self._held) and not self._has_failed:
            with suppress(OSError):
                is_written = self._finish()
        self.discard()
        if is_written:
            self._remove_left_behind()
        return is_written

    def discard(self) -> None:
        """Leave the file as it is, and the store empty, where something was put in."""
        is_left = self._writing is not None
        if is_left or self._new:
            self._close()
            self._places, self._new, self._held, self._used, self._sound = {}, {}, {}, set(), set()
            self._size, self._has_failed = _HEAD, False
        if is_left:
            with suppress(OSError):
                self._written.unlink()

    def __del__(self) -> None:
        self._close()

    def reopened(self) -> Store:
        """The store as it is at its path now."""
        return Store.load(self._path, self._fingerprint)

    def _kept(self, key: bytes) -> bytes | None:
        if key in self._new:
            return self._new[key]
        place = self._places.get(key)
        if place is None:
            return None
        kept = self._read(place.start, place.length)
        if key in self._sound or place.fits(kept):
            self._sound.add(key)
            return kept
        del self._places[key]
        return None

    def _read(self, start: int, length: int) -> bytes:
        if self._reading is None:
            return b""
        if hasattr(os, "pread"):  # a copy of this process has the same position in the file
            return os.pread(self._reading, length, start)
        os.lseek(self._reading, start, os.SEEK_SET)
        return os.read(self._reading, length)

    def _append(self, kept: bytes) -> Place | None:
        """Write a value at once; `None` where no more may be kept. Raises `OSError`."""
        if self._size + len(kept) > MOST:
            return None
        self._write(kept)
        return Place.of(kept, self._size - len(kept))

    def _write(self, kept: bytes) -> None:
        if self._writing is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
            self._writing = os.open(self._written, flags, 0o666)
            packing.write(self._writing, bytes(_HEAD))
        packing.write(self._writing, kept)
        self._size += len(kept)

    def _finish(self) -> bool:
        """Add what else is kept, the last used first, and put the file into place. Raises `OSError`."""
        found = dict(self._held)
        for key, kept in self._new.items():
            if place := self._append(kept):
                found[key] = place
        found |= self._copied(
            (0 if key in self._used else place.unused + 1, place, key)
            for key, place in self._places.items()
            if key not in found
        )
        if self._writing is None:
            return False
        index = pickle.dumps({key: tuple(place) for key, place in found.items()}, pickle.HIGHEST_PROTOCOL)
        packing.write(self._writing, index)
        os.lseek(self._writing, 0, os.SEEK_SET)
        packing.write(self._writing, _FORM + self._fingerprint + digest(index) + self._size.to_bytes(8, "little"))
        self._close()
        self._written.replace(self._path)
        return True

    def _copied(self, old: Iterable[tuple[int, Place, bytes]]) -> Iterator[tuple[bytes, Place]]:
        """Copy values of the old file but damaged ones, the last used first; each with how often it wasn't used.

        Those that are used alike stay in their order, so that many are read and written at once. Raises `OSError`.
        """
        there, begin, waiting = b"", 0, list[bytes]()
        size = self._size
        for unused, (start, length, checksum, _), key in sorted(old):
            if unused > _PATIENCE or size + length > MOST:
                break
            if not begin <= start <= start + length <= begin + len(there):
                self._write_all(waiting)
                begin, there = start, self._read(start, max(length, _AT_ONCE))
            kept = there[start - begin : start - begin + length]
            if len(kept) == length and zlib.crc32(kept) == checksum:
                waiting.append(kept)
                yield key, Place(size, length, checksum, unused)
                size += length
        self._write_all(waiting)

    def _write_all(self, waiting: list[bytes]) -> None:
        if waiting:
            self._write(b"".join(waiting))
            waiting.clear()

    @property
    def _written(self) -> Path:
        return self._path.with_name(f".{self._path.name}.{os.getpid()}")

    def _close(self) -> None:
        """Close the files: Windows replaces none that is open."""
        for number in (self._reading, self._writing):
            if number is not None:
                os.close(number)
        self._reading = self._writing = None

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
