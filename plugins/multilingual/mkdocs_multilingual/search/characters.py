"""Text in scripts that have no spaces between words, as the index gets it, and back again.

Pagefind takes words at spaces. In Chinese, Japanese or Thai it would take a whole sentence for one; its build with
dictionaries finds words that browsers cut in another way, so that a word is found on some of its pages only. Here each
character is a word of the index, and the search wants them one after the other: `assets/search/characters.js`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.values import dataclass

_RANGES = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3038-\u303c\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"  # Japanese
    "\u3105-\u312f\u31a0-\u31bf\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese
)
"""The same as in `assets/search/characters.js`."""
_ANY = pattern(f"[{_RANGES}]")
_LEADS = bytes((0xE0, 0xE1, *range(0xE3, 0xF5)))
"""What a character of these scripts begins with in UTF-8, and few others: most texts have none of these bytes."""
_SPACE = "\u2063"
"""After a character that a space follows on the page; not a part of any word."""
_WIDE = pattern(r"[\u3000-\u303f\uff00-\uff65\u201c\u201d\u2018\u2019\u2026\u2014]")
"""Punctuation that has its space within."""
_BETWEEN = "\u200b"
"""What Pagefind's own scripts expect between the words of a text that isn't cut at spaces."""


@dataclass(frozen=True)
class _Known:
    """What is known of these scripts; made when a text needs it, which takes as long as a page."""

    marks: str
    each: re.Pattern[str]
    last: re.Pattern[str]
    apart: re.Pattern[str]
    as_letters: dict[int, int]
    """Marks as letters that no page has: Pagefind overlooks marks, which in these scripts are vowels and tones."""
    as_marks: dict[int, int]


@cache
def _known() -> _Known:
    marks = "".join(chr(code) for code in range(0x0E00, 0x3100) if unicodedata.category(chr(code)).startswith("M"))
    one = rf"(?=\w)[{_RANGES}][{marks}]*"
    as_letters = {
        ord(mark): ord(mark) + shift
        for mark in marks
        for first, last, shift in ((0x0E00, 0x0EFF, 0x13600), (0x1000, 0x109F, 0x13500), (0x1780, 0x17FF, 0x12E20))
        if first <= ord(mark) <= last
    }
    return _Known(
        marks,
        re.compile(f"({one})"),
        re.compile(rf"({one})(?=\w|\Z)"),
        re.compile(f"({one})([^\\S\\n]+)(?={one})"),
        as_letters,
        {letter: mark for mark, letter in as_letters.items()},
    )


def has_characters(text: str) -> bool:
    """Whether any of a text is in a script without spaces between words."""
    encoded = text.encode("utf-8", "surrogatepass")
    return len(encoded.translate(None, _LEADS)) < len(encoded) and _ANY.search(text) is not None


def apart(text: str) -> str:
    """A text without markup, with spaces around each character of these scripts."""
    if not has_characters(text):
        return text
    known = _known()
    marked = known.apart.sub(rf"\1{_SPACE}\2", text)
    return known.last.sub(r"\1 ", known.each.sub(r" \1", marked)).translate(known.as_letters)


def together(text: str, between: str = _BETWEEN) -> str:
    """A text as Pagefind has it, with each word still by itself, but spaces only where the page has them.

    `between` is put between its words, and is not shown.
    """
    words = text.translate(_known().as_marks).split(" ")
    shown = [f"{word}{_gap(word, after)}" for word, after in zip(words, [*words[1:], ""], strict=True)]
    return between.join(shown).replace(_SPACE, "")


def _gap(word: str, after: str) -> str:
    """What a reader sees between two words of the index."""
    if not word or not after:
        return " " if after else ""
    last, first = word.rstrip(_known().marks)[-1:], after[0]
    if last == _SPACE:
        return " "
    if _WIDE.match(last) or _WIDE.match(first):
        return ""
    return "" if _ANY.match(last) and _ANY.match(first) else " "
