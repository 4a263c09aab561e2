"""The words of a language's index, from which the search takes what a reader may have meant by another one.

They are those of the finished index, so that each of them is found. `assets/search/vocabulary.js` reads the list.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from mkdocs_foundation.kept import kept
from mkdocs_foundation.locales import base_language

from .characters import has_characters

MOST = 20_000
"""The most words of a list, those of the most pages: 60 KB compressed. A search that finds nothing fetches it."""
COMMON = 3
"""On how many pages a common word is."""
_MARKS = "".join(chr(code) for code in range(0x300, 0xFE30) if unicodedata.category(chr(code)).startswith("M"))
_WORD = re.compile(rf"(?:[^\W\d_][{_MARKS}]*){{2,}}")
_TURKISH = frozenset({"tr", "az"})
_DOTTED = str.maketrans({"I": "ı", "İ": "i"})


@kept()
def words_of(text: str, lang: str) -> set[str]:
    """The words of a page's text in small letters, without digits, in scripts with spaces.

    They have three letters or more, or two of which one isn't on every keyboard, as in `kø`.
    """
    small = (text.translate(_DOTTED) if base_language(lang) in _TURKISH else text).lower()
    words = {word for word in _WORD.findall(small) if len(word) > 2 or not word.isascii()}
    return {word for word in words if not has_characters(word)} if has_characters(small) else words


def written(pages: Counter[str]) -> str:
    """The list as it is published: a line of common words and one of others, both in the order of the alphabet.

    `pages` has the number of pages of each word.
    """
    kept = sorted(pages, key=lambda word: (-pages[word], word))[:MOST]
    lines = ([word for word in kept if pages[word] >= COMMON], [word for word in kept if pages[word] < COMMON])
    return "".join(f"{' '.join(sorted(line))}\n" for line in lines)
