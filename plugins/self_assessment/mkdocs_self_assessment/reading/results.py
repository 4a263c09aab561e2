"""Result texts: one line of a list under a heading with `{.results}`."""

from __future__ import annotations

import re

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import verbatim
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.values import dataclass

from ..band_names import divide_range, without_name
from ..conditions.texts import begins_conditional
from ..elements import Band
from ..inline import after
from ..numbers import NUMBER, read_number
from ..problem_codes import ProblemCode
from ..saying import say
from .blocks import ListItem
from .statements import empty, shorten

RANGE = pattern(r"^\*\*\s*(?P<range>(?:[^*]|(?<!\*)\*(?!\*))*?)\s*\*\*\s*[:.]?\s*")
"""Matches the bold text at the beginning of a line."""
_UNREAD = (ProblemCode.BAD_RANGE, ProblemCode.BAND_NAME, ProblemCode.CONDITION_SYNTAX)
_DASH = r"\s*(?:[–—‒−‑-]|\.\.+)\s*"
_PERCENT = pattern(rf"(?P<low>{NUMBER})\s*%?{_DASH}(?P<high>{NUMBER})\s*%?")
_POINTS = pattern(rf"(?P<low>{NUMBER})(?:{_DASH}(?P<high>{NUMBER}))?\s*(?P<word>[^\W\d_][^\d·|*]*?)\.?")
"""Matches a range, or one number, with the word for points, which each language has its own of."""


@dataclass(frozen=True)
class _Range:
    """The numbers of a range as written, with the word for points; "" for percent."""

    low: float
    high: float
    word: str


def is_result_text(entry: ListItem) -> bool:
    """Whether a list item begins with a range or a condition in bold, as a result text does."""
    match = RANGE.match(entry.markdown)
    return bool(match and (_range_in(without_name(match["range"])) or begins_conditional(match["range"])))


def divided(match: re.Match[str], entry: ListItem, uri: str) -> tuple[str, str, list[Problem]]:
    """The range in the bold part of a list item, its name, and problems of the name."""
    return divide_range(match["range"], entry.markdown[match.end() :], Location(uri, entry.line))


def read_band(entry: ListItem, uri: str) -> tuple[Band | None, list[Problem]]:
    """A result text with its range; `None` where the range can't be read."""
    location = Location(uri, entry.line)
    match = RANGE.match(entry.markdown)
    range, name, problems = divided(match, entry, uri) if match else ("", "", [])
    found = _range_in(range)
    if not match or not found or not (found.low <= found.high if found.word else 0 <= found.low < found.high <= 100):
        return None, [
            Problem(
                ProblemCode.BAD_RANGE,
                location,
                say("A result text doesn't begin with a range of scores."),
                shorten(range if match else entry.markdown),
                say(
                    "**0–40** : two numbers from 0 to 100 in bold, the lower one first; or points, as in **0–4 points**"
                ),
                say('Begin the line with the range in bold, such as "- **0–40** Begin with …".'),
            )
        ]
    text = after(match[0], entry.markdown[match.end() :])
    if not text:
        problems.append(
            empty(say("A result text has no words."), verbatim(entry.markdown), say("- **0–40** Text."), location)
        )
    return Band(found.low, found.high, text, location, found.word, name), problems


def gathered(problems: list[Problem], texts: int) -> list[Problem]:
    """The problems of a list of so many texts, only the first where all are written in one wrong way."""
    found = {(p.code, p.message, _form(p.found)) for p in problems if p.code in _UNREAD}
    return problems[:1] if len(found) == 1 and len(problems) == texts else problems


def _form(head: str) -> str:
    """How a result text begins, whatever its numbers and name are."""
    if head.startswith("**"):  # up to the name
        return "**"
    return "0" if head[:1].isdigit() else re.sub(r"\W|\d", "", head)


def _range_in(text: str) -> _Range | None:
    percent = _PERCENT.fullmatch(text)
    match = percent or _POINTS.fullmatch(text)
    if not match:
        return None
    low, high = (read_number(number or match["low"]) for number in match.group("low", "high"))
    return None if low is None or high is None else _Range(low, high, "" if percent else match["word"].strip())
