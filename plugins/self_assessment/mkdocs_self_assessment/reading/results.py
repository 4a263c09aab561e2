"""Result texts: one line of a list under a heading with `{.results}`."""

from __future__ import annotations

import re

from mkdocs_foundation.problems import Location, Problem

from ..conditions.texts import begins_conditional
from ..elements import Band
from ..problem_codes import ProblemCode
from .blocks import ListItem
from .statements import empty, shorten

RANGE = re.compile(r"^\*\*\s*(?P<range>[^*]*?)\s*\*\*\s*[:.]?\s*")
"""Matches the bold text at the beginning of a line."""
_NUMBERS = re.compile(r"(\d{1,4})\s*%?\s*(?:[–—‒−-]|\.\.+)\s*(\d{1,4})\s*%?")


def is_result_text(entry: ListItem) -> bool:
    """Whether a list item begins with a range or a condition in bold, as a result text does."""
    match = RANGE.match(entry.markdown)
    return bool(match and (_NUMBERS.fullmatch(match["range"]) or begins_conditional(match["range"])))


def read_band(entry: ListItem, uri: str) -> tuple[Band | None, list[Problem]]:
    """A result text with its range; `None` where the range can't be read."""
    location = Location(uri, entry.line)
    match = RANGE.match(entry.markdown)
    numbers = _NUMBERS.fullmatch(match["range"]) if match else None
    low, high = (int(n) for n in numbers.groups()) if numbers else (0, 0)
    if not match or not 0 <= low < high <= 100:
        return None, [
            Problem(
                ProblemCode.BAD_RANGE,
                location,
                "A result text doesn't begin with a range of scores.",
                shorten(match["range"] if match else entry.markdown),
                "**0–40** : two whole numbers from 0 to 100 in bold, the lower one first",
                'Begin the line with the range in bold, such as "- **0–40** Begin with …".',
            )
        ]
    text = entry.markdown[match.end() :].strip()
    problems = [] if text else [empty("A result text", entry.markdown, "- **0–40** Text.", location)]
    return Band(low, high, text, location), problems
