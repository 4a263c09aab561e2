"""The list of the pieces of Pagefind's index: completions are fetched with a word, and the unknown is left."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from mkdocs_multilingual.search.splitting import SIGN, fetch_completions, with_completions


def text(value: str) -> bytes:
    """A CBOR text."""
    content = value.encode()
    size = len(content)
    head = bytes([0x60 | size]) if size < 24 else b"\x78%c" % size if size < 256 else b"\x79" + size.to_bytes(2, "big")
    return head + content


def array(*items: bytes) -> bytes:
    """A CBOR array."""
    head = bytes([0x80 | len(items)]) if len(items) < 24 else b"\x99" + len(items).to_bytes(2, "big")
    return head + b"".join(items)


def written(path: Path, content: bytes) -> None:
    path.write_bytes(gzip.compress(content))


def read(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes())


BEFORE = b"\x86" + text("1.5.2") + array(array(text("da_page"), b"\x19\x02\x58"))
AFTER = array() + array(array(text("kind"), text("da_f"))) + array(text("title"))


def pieces(*listed: tuple[str, str]) -> bytes:
    """The file that lists pieces, by their first and last words."""
    names = [f"da_{number}" for number in range(len(listed))]
    rows = (array(text(first), text(last), text(name)) for (first, last), name in zip(listed, names, strict=True))
    return SIGN + BEFORE + array(*rows) + AFTER


def test_a_piece_is_fetched_for_each_word_that_its_own_words_complete() -> None:
    """`ansvar` ends a piece, and goes on as `ansvarlig` in the next two; Pagefind tells of these where they differ."""
    listed = pieces(("at", "ansvar"), ("ansvarl", "ansvarlig"), ("ansvarligh", "b"), ("c", "d"))
    end = "\U0010ffff"
    widened = pieces(("at", f"ansvar{end}"), ("ans", f"ansvarlig{end}"), ("ans", "b"), ("c", "d"))
    assert with_completions(listed) == widened


def test_pieces_that_have_three_letters_or_fewer_in_common_with_what_is_before_stay_as_they_are() -> None:
    listed = pieces(("a", "anm"), ("ans", "at"), ("av", "ø"))
    assert with_completions(listed) == listed


def test_long_lists_and_long_words_are_written_as_they_are_read() -> None:
    begun = [f"{a}{b}" for a in "abcdefghijklmnopqrst" for b in "abcdefghijklmnopqrst"]
    listed = pieces(*((letters, letters + "x" * 300) for letters in begun))
    assert with_completions(listed) == listed


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xa1\x01\x02",
        array(array(b"\x01")),
        array(array(text("a"), text("b"))),
        array(array(text("a"), text("b"), text("c"), text("d"))),
        array(array(text("a"), text("b"), b"\x01")),
        array(array(text("a"), text("b"), text("c")))[:-1],
    ],
    ids=["empty", "a map", "no words", "no name", "more", "no text", "less"],
)
def test_another_form_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    whole = SIGN + BEFORE + content
    written(tmp_path / "pagefind.da.pf_meta", whole)
    fetch_completions(tmp_path)
    assert read(tmp_path / "pagefind.da.pf_meta") == whole


def test_each_language_has_its_list(tmp_path: Path) -> None:
    for lang in ("da", "sv"):
        written(tmp_path / f"pagefind.{lang}.pf_meta", pieces(("a", "ansv"), ("ansvar", "b")))
    fetch_completions(tmp_path)
    for lang in ("da", "sv"):
        assert read(tmp_path / f"pagefind.{lang}.pf_meta") == pieces(("a", "ansv\U0010ffff"), ("ans", "b"))
