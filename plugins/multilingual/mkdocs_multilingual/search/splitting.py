"""Smaller pieces of the index: a search fetches the piece that holds its word.

Pagefind cuts an index into pieces of 20,000 places, 35 KB on a site of 1,000 articles, and that can't be set. Here they
are cut further, between words that differ in their first letters, so that a word and its completions
stay in one piece. Only lengths are read and a list of pieces is written; a file of another form stays unchanged.
"""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from pathlib import Path

SIZE = 16_000
"""Target size of a piece in bytes, before compression to less than half."""
ALIKE = 3
"""Length of the common prefix, in letters, of words that stay together."""

SIGN = b"pagefind_dcd"
"""What each of Pagefind's files begins with."""
_BYTES, _TEXT, _ARRAY, _MAP = 2, 3, 4, 5
"""Kinds of items in CBOR."""
_SMALL = _BYTES << 5
"""Heads below this value are of whole numbers."""
_NUMBER = [1] * 24 + [2, 3, 5, 9]
"""Size in bytes of a whole number, by the last bits of its head."""


class UnknownFormError(Exception):
    """The file isn't as this version of Pagefind writes it."""


@dataclass(frozen=True)
class Piece:
    """A part of the words of an index."""

    first: str
    """First word of the part."""
    last: str
    """Last word of the part."""
    content: bytes
    """The file."""


def split(folder: Path) -> None:
    """Cut the pieces of the index in a folder that Pagefind has written."""
    for path in sorted(folder.glob("*.pf_meta")):
        try:
            _split_language(folder, path)
        except (UnknownFormError, IndexError, UnicodeDecodeError):
            continue


def _split_language(folder: Path, meta_path: Path) -> None:
    meta = _open(meta_path)
    start = _end(meta, _end(meta, _head(meta, 0, _ARRAY)[1]))  # after the version and the pages
    listed: list[tuple[str, str, str]] = []
    files: dict[str, bytes] = {}
    count, at = _head(meta, start, _ARRAY)
    old = []
    for _ in range(count):
        _, at = _head(meta, at, _ARRAY)
        _, at = _text(meta, at)
        _, at = _text(meta, at)
        name, at = _text(meta, at)
        old.append(name)
        for number, piece in enumerate(pieces(_open(folder / f"index/{name}.pf_index"))):
            listed.append((piece.first, piece.last, f"{name}{number}"))
            files[f"{name}{number}"] = piece.content
    for name, content in files.items():
        _write(folder / f"index/{name}.pf_index", content)
    entries = b"".join(_write_head(_ARRAY, 3) + b"".join(map(_write_text, entry)) for entry in listed)
    _write(meta_path, meta[:start] + _write_head(_ARRAY, len(listed)) + entries + meta[at:])
    for name in old:
        (folder / f"index/{name}.pf_index").unlink()


def pieces(chunk: bytes) -> list[Piece]:
    """The words of a piece in smaller pieces. Raises `UnknownFormError`."""
    fields, at = _head(chunk, 0, _ARRAY)
    count, at = _head(chunk, at, _ARRAY)
    if fields != 1:
        raise UnknownFormError
    groups: list[list[tuple[str, bytes]]] = []
    size = 0
    for _ in range(count):
        word = _text(chunk, _head(chunk, at, _ARRAY)[1])[0]
        end = _end(chunk, at)
        entry = (word, chunk[at:end])
        differs = bool(groups) and groups[-1][-1][0][:ALIKE] != word[:ALIKE]
        if not groups or (differs and max(size, end - at) >= SIZE):
            groups.append([])
            size = 0
        groups[-1].append(entry)
        size += end - at
        at = end
    if at != len(chunk):
        raise UnknownFormError
    begun = _write_head(_ARRAY, 1)
    return [
        Piece(group[0][0], group[-1][0], begun + _write_head(_ARRAY, len(group)) + b"".join(e for _, e in group))
        for group in groups
    ]


def _open(path: Path) -> bytes:
    content = gzip.decompress(path.read_bytes())
    if not content.startswith(SIGN):
        raise UnknownFormError
    return content[len(SIGN) :]


def _write(path: Path, content: bytes) -> None:
    path.write_bytes(gzip.compress(SIGN + content, 9, mtime=0))


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
    return data[at : at + size].decode(), at + size


def _end(data: bytes, at: int) -> int:
    """Where a CBOR item ends, with all that it holds."""
    left = 1
    while left:
        head = data[at]
        left -= 1
        if head < _SMALL:  # most are whole numbers
            at += _NUMBER[head & 31]
            continue
        kind, value = head >> 5, head & 31
        at += 1
        if value > 27:
            raise UnknownFormError
        if value > 23:
            width = 1 << (value - 24)
            value = int.from_bytes(data[at : at + width], "big")
            at += width
        if kind == _ARRAY:
            left += value
        elif kind == _MAP:
            left += 2 * value
        elif kind in (_BYTES, _TEXT):
            at += value
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
