"""Values in the file of a store: where each of them is, and how it is written."""

from __future__ import annotations

import os
import pickle
import zlib
from typing import Any, NamedTuple

_PACKED = b"z"
"""What a compressed value begins with; one that isn't begins as pickles do."""
_LONG = 100_000
"""Bytes from which a value is compressed: a page with a menu of many others, which becomes a tenth."""


class Place(NamedTuple):
    """Where a value is in the file: one of thousands, each made anew whenever the file is read."""

    start: int
    """Bytes from the beginning of the file."""
    length: int
    checksum: int
    unused: int = 0
    """How often the file was written since the value was used."""

    @classmethod
    def of(cls, kept: bytes, start: int) -> Place:
        """That of a value which is written there."""
        return cls(start, len(kept), zlib.crc32(kept))

    def fits(self, kept: bytes) -> bool:
        """Whether a value that was read there is undamaged."""
        return len(kept) == self.length and zlib.crc32(kept) == self.checksum


def packed(value: object) -> bytes:
    """A value as it is written. Raises what pickling raises."""
    made = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    return made if len(made) < _LONG else _PACKED + zlib.compress(made, 1)


def unpacked(kept: bytes) -> Any:
    """The value."""
    return pickle.loads(zlib.decompress(kept[len(_PACKED) :]) if kept.startswith(_PACKED) else kept)


def write(number: int, content: bytes) -> None:
    """Write all of a content to a file that is open; a disk that is nearly full takes a part. Raises `OSError`."""
    while content:
        content = content[os.write(number, content) :]
