"""Lines that look like statements or result texts and that Markdown reads as something else.

Most were pasted from a word processor, so there are several below each other: those under one heading are one problem.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, listed
from mkdocs_foundation.reports.problems import Location, Problem

from ..problem_codes import ProblemCode
from ..saying import say
from .blocks import Block
from .statements import no_box, quoted

Line = tuple[int, str]
"""Number of a line in its file, and its text."""
_SPACE = r"[\s\u00a0\u2007\u202f]"
_NAMED = 12
"""How many lines a message names."""
_BULLET = pattern(
    rf"^{_SPACE}*(?:[•·▪◦‣⁃∙●○■\uf0b7\uf0a7]{_SPACE}+|§{_SPACE}+(?!\d)|(?:[-–—−*+]|\d{{1,2}}[.)])[\t\u00a0\u2007\u202f])"
    rf"{_SPACE}*\S"
)
"""Matches what word processors begin a line of a list with; no list of Markdown's begins so."""
_DASH = pattern(r"^\s*[–—−]\s+\S")
_QUESTION = pattern(r"^\s*[-–—−•*+·\\]*\s*(?:\[[\s\u00a0]?[xX]?[\s\u00a0]?\]|☐)(?=[\s\u00a0]|$)")
_QUESTION_ID = pattern(r"\S\s*\{#[a-z][a-z0-9-]*(?:\s[^{}]*)?\}\s*$")
_RESULT = pattern(
    rf"^{_SPACE}*(?:[-–—−•·▪◦‣⁃∙●○■§\uf0b7\uf0a7*+]{_SPACE}*(?:\*\*|[\d−–-])|(?:o|\d{{1,2}}[.)]){_SPACE}+\*\*)"
)


class UnreadLines:
    """The lines under each heading that can't be read, gathered while a page is read."""

    def __init__(self) -> None:
        """Begin without lines."""
        self._statements: dict[int, list[Line]] = {}
        self._results: dict[int, list[Line]] = {}

    def add_statements(self, heading: int, lines: Sequence[Line]) -> bool:
        """Add lines that look like statements, under the heading in a line; whether there are any."""
        if lines:
            self._statements.setdefault(heading, []).extend(lines)
        return bool(lines)

    def add_results(self, heading: int, lines: Sequence[Line]) -> bool:
        """The same for lines that look like result texts."""
        if lines:
            self._results.setdefault(heading, []).extend(lines)
        return bool(lines)

    def problems(self, uri: str) -> Iterator[Problem]:
        """One problem for each heading with such lines, at the first of them."""
        for lines in self._statements.values():
            several = say("Lines look like statements but can't be read as such.")
            one = say("A line looks like a statement but can't be read as one.")
            yield no_box(one if len(lines) == 1 else several, _shown(lines), Location(uri, lines[0][0]))
        for lines in self._results.values():
            yield Problem(
                ProblemCode.BAD_RANGE,
                Location(uri, lines[0][0]),
                (
                    say("A line looks like a result text but is not in a list.")
                    if len(lines) == 1
                    else say("Lines look like result texts but are not in a list.")
                ),
                _shown(lines),
                say("- **0–40** Text, with a hyphen and an ordinary space"),
                say('Begin each line with "- ": a bullet from a word processor makes no list, nor does a hard space.'),
            )


def misread_statements(block: Block) -> list[Line]:
    """What looks like a statement in a block that is none: because of a tab, a long dash, no dash …"""
    return [
        (number, line.strip())
        for number, line in _lines(block)
        if _QUESTION.match(line) or (_QUESTION_ID.search(line) and not line.lstrip().startswith("#"))
    ]


def misread_results(block: Block) -> list[Line]:
    """What looks like a result text in a block that is no list."""
    return [(number, line.strip()) for number, line in _lines(block) if _RESULT.match(line) or _BULLET.match(line)]


def bullets(block: Block) -> list[Line]:
    """Lines that begin with a bullet of a word processor, which makes no list in Markdown."""
    return [(number, line.strip()) for number, line in _lines(block) if _BULLET.match(line)]


def pasted_bullets(markdown: str) -> list[str]:
    """Lines of a text that begin so; long dashes too where there are several of them."""
    lines = markdown.split("\n")
    dashes = [line.strip() for line in lines if _DASH.match(line)]
    return [line.strip() for line in lines if _BULLET.match(line)] or (dashes if len(dashes) > 1 else [])


def swallowed(block: Block, *, results: bool) -> list[Line]:
    """Lines below an item of a list that Markdown takes for the rest of its paragraph.

    `results` is whether the list is one of result texts rather than of statements.
    """
    found: list[Line] = []
    starts = {entry.line for entry in block.items}
    is_open = has_id = False
    for number, line in _lines(block):
        if number in starts:
            is_open, has_id = True, bool(_QUESTION_ID.search(line))
            continue
        is_open = is_open and bool(line.strip())
        if not is_open or line[0] in " \t":
            continue
        # The last line of a long statement ends with the statement's own id.
        is_statement = _QUESTION.match(line) or (has_id and _QUESTION_ID.search(line))
        if _BULLET.match(line) or (_RESULT.match(line) and "**" in line if results else is_statement):
            found.append((number, line.strip()))
        has_id = has_id or bool(_QUESTION_ID.search(line))
    return found


def _lines(block: Block) -> Iterator[Line]:
    return enumerate(block.text.split("\n"), start=block.line)


def _shown(lines: Sequence[Line]) -> Message:
    """The first of some lines; of several also how many there are, and where."""
    line = quoted(lines[0][1])
    if len(lines) == 1:
        return line
    numbers = listed([*(number for number, _ in lines[:_NAMED]), *(["…"] if len(lines) > _NAMED else [])])
    return say("{line}; {count} lines: {numbers}", line=line, count=len(lines), numbers=numbers)
