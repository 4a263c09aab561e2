"""Reading time of a text."""

from __future__ import annotations

import re

from mkdocs_foundation.caching.results import kept
from mkdocs_foundation.patterns import pattern

WORDS_A_MINUTE = 200
"""Words per minute."""

_NOT_READ = pattern(r"<(pre|code|script|style|svg|template)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
"""Elements whose words aren't counted: code and drawings."""
_TAG = pattern(r"<[^>]*>")
_WORD = pattern(r"\w[\w’'-]*")


@kept()
def minutes(html: str) -> int:
    """Whole minutes for the text of a page, at least one."""
    words = _WORD.findall(_TAG.sub(" ", _NOT_READ.sub(" ", html)))
    return max(1, round(len(words) / WORDS_A_MINUTE))
