"""The words of a language's index, from which the search takes what a reader may have meant by another one.

They are those of the finished index, so that each of them is found. `assets/search/vocabulary.js` reads the list.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from mkdocs_foundation.locales import base_language
from mkdocs_foundation.patterns import pattern

from .characters import has_characters

MOST = 20_000
"""The most words of a list, those of the most pages: 60 KB compressed. A search that finds nothing fetches it."""
COMMON = 3
"""On how many pages a common word is."""
_MAY_BE_MARK = pattern("[\u0300-\u1fff\u20d0-\u20ff\u2c00-\ufe2f]")
"""The blocks of characters that have marks upon letters; that of dashes and quotation marks has none."""
_WORD = pattern(r"[^\W\d_]{2,}")
_APART = bytes(code if code > 127 or chr(code).isalpha() else 32 for code in range(256))
"""A space for each byte that is in no word; bytes above 127 are parts of other characters than ASCII."""
_SEVERAL = " "
_TURKISH = frozenset({"tr", "az"})
_DOTTED = str.maketrans({"I": "ı", "İ": "i"})


class Words:
    """Finds the words of texts in a language; what it has seen in one text it knows in the next."""

    def __init__(self, lang: str) -> None:
        """Begin with none."""
        self._is_turkish = base_language(lang) in _TURKISH
        self._word: dict[bytes, str] = {}
        """The word of each piece between ASCII's signs; "" where it has none, `_SEVERAL` where it has several."""
        self._several: dict[bytes, list[str]] = {}

    def of(self, text: str) -> set[str]:
        """The words of a page's text in small letters, without digits, in scripts with spaces.

        They have three letters or more, or two of which one isn't on every keyboard, as in `kø`.
        """
        small = (text.translate(_DOTTED) if self._is_turkish else text).lower()
        found = set(small.encode().translate(_APART).split())
        for piece in found.difference(self._word):
            words = [word for word in _words(piece.decode()) if _counts(word)]
            self._word[piece] = _SEVERAL if len(words) > 1 else "".join(words)
            if len(words) > 1:
                self._several[piece] = words
        all_words = set(map(self._word.__getitem__, found))
        if _SEVERAL in all_words:
            all_words.update(word for piece in found for word in self._several.get(piece, ()))
        return all_words - {"", _SEVERAL}


def _words(text: str) -> list[str]:
    """The letters that stand together, with the marks upon them."""
    found: list[str] = (_marked() if _MAY_BE_MARK.search(text) else _WORD).findall(text)
    return found


@cache
def _marked() -> re.Pattern[str]:
    """The same with marks, of which most sites have none; asking for each character takes as long as a page."""
    marks = "".join(chr(code) for code in range(0x300, 0xFE30) if unicodedata.category(chr(code)).startswith("M"))
    return re.compile(rf"(?:[^\W\d_][{marks}]*){{2,}}")


def _counts(word: str) -> bool:
    return len(word) > 2 if word.isascii() else not has_characters(word)


def written(pages: Counter[str]) -> str:
    """The list as it is published: a line of common words and one of others, both in the order of the alphabet.

    `pages` has the number of pages of each word.
    """
    kept = sorted(pages, key=lambda word: (-pages[word], word))[:MOST]
    lines = ([word for word in kept if pages[word] >= COMMON], [word for word in kept if pages[word] < COMMON])
    return "".join(f"{' '.join(sorted(line))}\n" for line in lines)
