"""Smaller pieces of the index: a search fetches the piece that holds its word, and those with its completions.

Pagefind cuts an index into pieces of 20,000 places, 35 KB on a site of 1,000 articles; here they are a tenth of that.
It cuts between any two words, and fetches one piece for each word that is typed, without the completions that the
next one begins with. So the list of pieces is changed: a piece that begins like the last words of the one before is
fetched for these too. The pieces stay as they are, and so does a list of another form.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PLACES = 2000
"""Target size of a piece: places of words on pages. A piece is 4 KB then; smaller ones make their list large."""
SETTING = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": str(PLACES)}
"""Variable of the environment in which Pagefind 1.5 takes this size; another version may write large pieces."""
ALIKE = 3
"""Length of the common beginning, in letters, of a word and of the completions that are fetched with it."""

SIGN = b"pagefind_dcd"
"""What each of Pagefind's files begins with."""
_LAST = "\U0010ffff"
"""After all letters."""
_NEGATIVE, _TEXT, _ARRAY = 1, 3, 4
"""Kinds of items in CBOR; 0 is a positive number."""


class UnknownFormError(Exception):
    """The file isn't as this version of Pagefind writes it."""


class Piece(NamedTuple):
    """A piece of the index in the list."""

    first: str
    """The first word for which it is fetched."""
    last: str
    """The last one."""
    name: str
    """Name of its file without the ending."""


def fetch_completions(folder: Path) -> None:
    """Change the lists of pieces in a folder that Pagefind has written."""
    for path in sorted(folder.glob("*.pf_meta")):
        try:
            content = gzip.decompress(path.read_bytes())
            changed = with_completions(content)
        except (UnknownFormError, IndexError, UnicodeDecodeError):
            continue
        path.write_bytes(gzip.compress(changed, 9, mtime=0))


def with_completions(meta: bytes) -> bytes:
    """The file that lists the pieces, with completions for each word. Raises `UnknownFormError`."""
    pieces, start, end = listed(meta)
    entries = b"".join(_write_head(_ARRAY, 3) + b"".join(map(_write_text, piece)) for piece in _widened(pieces))
    return meta[:start] + _write_head(_ARRAY, len(pieces)) + entries + meta[end:]


def listed(meta: bytes) -> tuple[list[Piece], int, int]:
    """The pieces that a file lists, and where the list begins and ends. Raises `UnknownFormError`."""
    if not meta.startswith(SIGN):
        raise UnknownFormError
    start = _end(meta, _end(meta, _head(meta, len(SIGN), _ARRAY)[1]))  # after the version and the pages
    count, at = _head(meta, start, _ARRAY)
    found: list[Piece] = []
    for _ in range(count):
        fields, at = _head(meta, at, _ARRAY)
        first, at = _text(meta, at)
        last, at = _text(meta, at)
        name, at = _text(meta, at)
        if fields != len(Piece._fields):
            raise UnknownFormError
        found.append(Piece(first, last, name))
    return found, start, at


def _widened(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces, each for the words that it completes too."""
    common = ["", *(_common(piece.first) for piece in pieces[1:]), ""]
    for piece, before, after in zip(pieces, common[:-1], common[1:], strict=True):
        yield Piece(before or piece.first, piece.last + _LAST if after else piece.last, piece.name)


def _common(first: str) -> str:
    """What a piece's first words have in common with the last ones of the piece before; "" for too few letters.

    Pagefind shortens its first word behind the first letter in which the two differ.
    """
    return first[:ALIKE] if len(first) > ALIKE else ""


def _head(data: bytes, at: int, kind: int) -> tuple[int, int]:
    """The number that a CBOR item of a kind begins with, and where its content is."""
    info = data[at] & 31
    if data[at] >> 5 != kind or info > 27:
        raise UnknownFormError
    if info < 24:
        return info, at + 1
    end = at + 1 + (1 << (info - 24))
    return int.from_bytes(data[at + 1 : end], "big"), end


def _text(data: bytes, at: int) -> tuple[str, int]:
    size, at = _head(data, at, _TEXT)
    if at + size > len(data):
        raise UnknownFormError
    return data[at : at + size].decode(), at + size


def _end(data: bytes, at: int) -> int:
    """Where a CBOR item ends, with all that it holds."""
    left = 1
    while left:
        kind = data[at] >> 5
        value, at = _head(data, at, kind)
        left -= 1
        if kind == _ARRAY:
            left += value
        elif kind == _TEXT:
            at += value
        elif kind > _NEGATIVE:
            raise UnknownFormError
    return at


def _write_head(kind: int, value: int) -> bytes:
    for info, width in ((24, 1), (25, 2), (26, 4)):
        if value < 24:
            return bytes([kind << 5 | value])
        if value < 1 << (8 * width):
            return bytes([kind << 5 | info]) + value.to_bytes(width, "big")
    raise UnknownFormError


def _write_text(text: str) -> bytes:
    content = text.encode()
    return _write_head(_TEXT, len(content)) + content
