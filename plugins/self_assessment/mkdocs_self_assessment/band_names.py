"""The name of a result text, in its bold part behind a dot: `**0–40 · Something to build on** Text.`"""

from __future__ import annotations

import re

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, verbatim
from mkdocs_foundation.reports.problems import Location, Problem

from .problem_codes import ProblemCode
from .saying import say

_DOTS = "·\u0387∙⋅‧・"
"""The dot in the middle of a line, and those that look like it."""
_HEAD = pattern(rf'(?P<head>(?:[^{_DOTS}"“”„«»]|"[^"]*"|[“”„«»][^“”„«»]*[“”«»])*?)\s*[{_DOTS}](?P<name>.*)', re.DOTALL)
"""Matches up to the first dot that isn't in quotation marks, as that of an answer may be."""
_OTHER_SIGN = pattern(
    r"(?P<head>\D*\d[^:|•/;(]*?)\s*(?:[:|•/;(]|,(?=\s)|(?<=\s)[-–—−](?=\s)|—)\s*(?P<name>[^\W\d_].*?)\)?", re.DOTALL
)
"""Matches a range that ends with another sign than a dot, and a text behind it."""
_NUMBERS = r"[-−]?\d[\d.,٫%]*(?:\D{1,5}\d[\d.,٫%]*)?"
_RANGE = pattern(_NUMBERS)
_NO_SIGN = pattern(rf"(?P<head>{_NUMBERS})\s+(?P<name>[^\W\d_]\S*(?:\s+[^\W\d_]\S*)+)")
"""Matches a range and several words behind it: those for points are one word in every language."""
_OUTSIDE = pattern(rf"\s*(?:\*\*)?\s*[{_DOTS}]")
_ALLOWED = say("**0–40 · Something to build on** : range, dot and name in one pair of **")


def without_name(head: str) -> str:
    """What is before the dot of a name; all of it without one."""
    match = _HEAD.fullmatch(head)
    return match["head"].strip() if match else head


def divide(head: str, text: str, location: Location) -> tuple[str, str, list[Problem]]:
    """The range or condition in the bold part `head` of a result text, and its name; `text` is what follows."""
    match = _HEAD.fullmatch(head)
    name = match["name"].strip().rstrip(".:").rstrip() if match else ""
    if match and name:
        return match["head"].strip(), name, []
    if match or _OUTSIDE.match(text):
        found = verbatim(f"**{head}** {text}") if text else verbatim(f"**{head}**")
        problem = _problem(
            location,
            say("The name of a result text isn't in its bold part."),
            found,
            say("Write the name behind the dot, and the ** behind the name."),
        )
        # It stands for the name that is there, so that it isn't reported as missing too.
        return match["head"].strip() if match else head, f"line {location.line}", [problem]
    return head, "", []


def divide_range(head: str, text: str, location: Location) -> tuple[str, str, list[Problem]]:
    """As `divide`, for a range, where another sign in the dot's place is told, and the wrong order."""
    if _HEAD.fullmatch(head):
        range, name, problems = divide(head, text, location)
        if _RANGE.fullmatch(range) or not _RANGE.fullmatch(name):
            return range, name, problems
        message, range, name = say("The name of a result text is before its range."), name, range
    elif match := _OTHER_SIGN.fullmatch(head) or _NO_SIGN.fullmatch(head):
        message, range, name = say("The name of a result text doesn't follow a dot."), match["head"], match["name"]
    else:
        return divide(head, text, location)
    remedy = say("Write the range first, then a dot and the name: **{range} · {name}**.", range=range, name=name)
    return range, name, [_problem(location, message, verbatim(f"**{head}**"), remedy)]


def _problem(location: Location, message: Message, found: Message, remedy: Message) -> Problem:
    words = " ".join(found.split())
    short = words if len(words) <= 60 else words[:59] + "…"
    return Problem(ProblemCode.BAND_NAME, location, message, verbatim(short), _ALLOWED, remedy)
