"""Paragraphs of result texts for one reader or for a team, which end with `{.solo}` or `{.team}`.

Markdown has no attributes for paragraphs without an extension. So a sign stands for them until the HTML is there.
"""

from __future__ import annotations

import html as escaping
import re
from collections.abc import Mapping

from mkdocs_foundation.patterns import pattern

SOLO, TEAM = "solo", "team"
"""Readers that a paragraph may be for; any other paragraph is for both."""

_SIGNS = {SOLO: "\ufdd1", TEAM: "\ufdd2"}
"""Characters that Unicode reserves for use within a program; no text has them."""
_READERS = {sign: reader for reader, sign in _SIGNS.items()}
_WRITTEN = pattern(r"\{:?[^{}\n]*\.(?:solo|team)(?![\w-])[^{}\n]*\}")
_MARK = pattern(
    r"\s*\{:?[ \t]*\.(?P<reader>solo|team)[ \t]*\}(?=[ \t]*(?:\Z|\n[ \t]*(?:\n|\Z|[-*+][ \t]|\d+[.)][ \t])))"
)
"""Matches a mark at the end of a paragraph or of an item of a list."""
_MARKED = pattern(
    r"<(?P<tag>p|li)(?P<attributes>\b[^<>]*)>(?P<text>(?:(?!<(?:p|li)\b).)*?)\s*(?P<sign>[\ufdd1\ufdd2])", re.DOTALL
)
_SIGN = pattern(r"\s*[\ufdd1\ufdd2]")


def marks_in(markdown: str) -> list[str]:
    """All marks in a text, wherever they are."""
    return _WRITTEN.findall(markdown) if "{" in markdown else []


def unread_marks(markdown: str) -> list[str]:
    """The marks in a text that are not at the end of a paragraph, or not for one reader."""
    return marks_in(_MARK.sub("", markdown))


def reader_of(paragraph: str) -> str | None:
    """The reader that a paragraph is for; `None` for both."""
    found = [match["reader"] for match in _MARK.finditer(paragraph)]
    return found[-1] if found and not _MARK.sub("", paragraph[paragraph.rindex("{") :]) else None


def with_signs(markdown: str) -> str:
    """A text with signs in place of its marks."""
    return _MARK.sub(lambda mark: _SIGNS[mark["reader"]], markdown) if "{" in markdown else markdown


def with_readers(html: str, labels: Mapping[str, str]) -> str:
    """HTML in which the paragraphs with signs are elements for a reader, with a label for where both are shown."""
    if not _SIGN.search(html):
        return html

    def element(match: re.Match[str]) -> str:
        reader = _READERS[match["sign"]]
        label = escaping.escape(labels[reader])
        return f'<{match["tag"]}{match["attributes"]} data-for="{reader}" data-label="{label}">{match["text"]}'

    return _SIGN.sub("", _MARKED.sub(element, html))
