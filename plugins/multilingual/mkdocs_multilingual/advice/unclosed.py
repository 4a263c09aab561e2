"""Advice on what is begun and not ended: a block of code, bold words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import verbatim
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.sources.pages import SourcePage

from ..problem_codes import ProblemCode
from ..saying import say

_FENCE = pattern(r"(?:[\s>]|[-*+]\s|\d+[.)]\s)*(?P<sign>`{3,}|~{3,})(?P<rest>.*)")
_BEGINS = pattern(r"\s*(?:[-*+]|\d+[.)]|#{1,6}|>|\||:)\s")
"""A line that begins a block of its own."""
_BOLD = pattern(r"(?<![\\*])\*\*(?=[^\s*]).+?(?<=[^\s*\\])\*\*(?!\*)", re.DOTALL)
_OPEN = pattern(r"(?<![\\*\w])\*\*(?=\w)[^*]*$", re.DOTALL)


def check(page: SourcePage, lines: Sequence[tuple[int, str]]) -> Iterator[Problem]:
    """What is left open on a page; `lines` are number and text of each line that is no code."""
    if fence := _fence(page.body):
        number, line = fence
        yield Problem(
            ProblemCode.UNCLOSED_CODE,
            Location(page.uri, number),
            say("The block of code has no end, so that the rest of the page is read as code or shown with its signs."),
            verbatim(line.strip()[:60]),
            say("a line with the same signs below the code"),
            say("Write {signs} on a line of its own below the code.", signs=_signs(line)),
        )
        return  # what is below is code, or isn't
    # In `lines` there are no comments with an end.
    if comment := next(((number, line) for number, line in lines if "<!--" in line), None):
        yield Problem(
            ProblemCode.UNCLOSED,
            Location(page.uri, comment[0]),
            say("The comment has no end, so that it is shown."),
            verbatim(comment[1].strip()[:60]),
            say("<!-- comment -->"),
            say("Write --> behind the comment."),
        )
    for number, text in _paragraphs(lines):
        if "**" in text and (opened := _OPEN.search(_BOLD.sub("", text))):
            yield Problem(
                ProblemCode.UNCLOSED,
                Location(page.uri, number + _line_of(text, opened[0])),
                say("Bold words have no end, so that the asterisks are shown."),
                verbatim(opened[0].split("\n")[0][:60]),
                say("**bold words** with two asterisks before and behind them, in one paragraph"),
                say("Write ** behind the last bold word, or remove the first **."),
            )


def _fence(body: str) -> tuple[int, str] | None:
    """Number and text of the line that begins a block of code without an end."""
    opened: tuple[int, str, str] | None = None
    for number, line in enumerate(body.split("\n"), start=1):
        mark = _FENCE.match(line) if "```" in line or "~~~" in line else None
        if not mark:
            continue
        if opened is None:
            if not (mark["sign"][0] == "`" and "`" in mark["rest"]):  # code within a line
                opened = number, line, mark["sign"]
        elif mark["sign"].startswith(opened[2]) and not mark["rest"].strip():
            opened = None
    return opened[:2] if opened else None


def _signs(line: str) -> str:
    mark = _FENCE.match(line)
    return mark["sign"] if mark else ""


def _paragraphs(lines: Sequence[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Number of the first line and text of each block."""
    first, above, texts = 0, 0, list[str]()
    for number, line in lines:
        if texts and (not line.strip() or number != above + 1 or _BEGINS.match(line)):
            yield first, "\n".join(texts)
            texts = []
        if line.strip():
            first = first if texts else number
            texts.append(line)
        above = number
    if texts:
        yield first, "\n".join(texts)


def _line_of(text: str, part: str) -> int:
    return text.count("\n", 0, text.rindex(part.split("\n")[0]))
