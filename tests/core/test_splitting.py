"""Cutting Pagefind's index into smaller pieces: nothing is lost, what is alike stays together, the unknown is left."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from mkdocs_multilingual.search import splitting
from mkdocs_multilingual.search.splitting import UnknownFormError, pieces, split


def text(value: str) -> bytes:
    """A CBOR text."""
    content = value.encode()
    return (bytes([0x60 | len(content)]) if len(content) < 24 else bytes([0x78, len(content)])) + content


def array(*items: bytes) -> bytes:
    """A CBOR array."""
    head = bytes([0x80 | len(items)]) if len(items) < 24 else b"\x99" + len(items).to_bytes(2, "big")
    return head + b"".join(items)


def word(name: str, places: int) -> bytes:
    """A word on one page, as Pagefind writes it: numbers of one, two and three bytes, and a negative one."""
    numbers = [b"\x05", b"\x18\x40", b"\x19\x01\x00", b"\x38\x18"]
    page = array(b"\x18\x64", array(*(numbers[n % 4] for n in range(places))), array())
    return array(text(name), array(page), array())


def chunk(**words: int) -> bytes:
    """A piece of an index."""
    return array(array(*(word(name, places) for name, places in words.items())))


def written(path: Path, content: bytes) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(gzip.compress(b"pagefind_dcd" + content))


def read(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes())


LARGE = splitting.SIZE


def test_a_small_piece_stays_as_it_is() -> None:
    content = chunk(ansvar=3, tillid=30)
    assert pieces(content) == [splitting.Piece("ansvar", "tillid", content)]


def test_pieces_end_where_the_first_letters_differ() -> None:
    content = chunk(ans=LARGE, ansvar=5, ansvarlig=5, blomst=5, kunde=5)
    found = pieces(content)
    assert [(piece.first, piece.last) for piece in found] == [("ans", "ansvarlig"), ("blomst", "kunde")]
    assert found[1].content == chunk(blomst=5, kunde=5)


def test_a_frequent_word_has_a_piece_to_itself() -> None:
    found = pieces(chunk(ansvar=5, at=LARGE, blomst=5))
    assert [(piece.first, piece.last) for piece in found] == [("ansvar", "ansvar"), ("at", "at"), ("blomst", "blomst")]


def test_the_list_of_pieces_names_them_and_the_rest_of_it_stays(tmp_path: Path) -> None:
    before, after = text("1.5.2") + array(array(text("da_page"), b"\x19\x02\x58")), array() + array(text("title"))
    meta = tmp_path / "pagefind.da.pf_meta"
    written(meta, b"\x85" + before + array(array(text("ansvar"), text("blomst"), text("da_1"))) + after)
    written(tmp_path / "index/da_1.pf_index", chunk(ansvar=5, at=LARGE, blomst=5))
    split(tmp_path)
    names = ("ansvar", "at", "blomst")
    listed = array(*(array(text(name), text(name), text(f"da_1{n}")) for n, name in enumerate(names)))
    assert read(meta) == b"pagefind_dcd\x85" + before + listed + after
    assert sorted(path.name for path in (tmp_path / "index").iterdir()) == [f"da_1{n}.pf_index" for n in range(3)]
    assert read(tmp_path / "index/da_12.pf_index") == b"pagefind_dcd" + chunk(blomst=5)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xa1\x01\x02", array(array(b"\x01")), array(array(), array()), chunk(a=1) + b"\x00", chunk(a=1)[:-1]],
    ids=["empty", "a map", "no words", "another list", "more", "less"],
)
def test_another_form_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    with pytest.raises((UnknownFormError, IndexError)):
        pieces(content)
    written(tmp_path / "pagefind.da.pf_meta", b"\x85" + text("2") + content)
    split(tmp_path)
    assert read(tmp_path / "pagefind.da.pf_meta") == b"pagefind_dcd\x85" + text("2") + content
