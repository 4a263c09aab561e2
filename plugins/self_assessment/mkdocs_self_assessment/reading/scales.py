"""Named and free answer scales."""

from __future__ import annotations

import re

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, suggest

from ..elements import Scale
from ..numbers import NUMBER, read_number
from ..problem_codes import ProblemCode
from ..saying import say

NAMED: dict[str, Scale] = {
    scale.name: scale
    for scale in (
        Scale("agreement-5", (1, 2, 3, 4, 5), None),
        Scale("agreement-7", (1, 2, 3, 4, 5, 6, 7), None),
        Scale("frequency-5", (1, 2, 3, 4, 5), None),
        Scale("extent-5", (1, 2, 3, 4, 5), None),
        Scale("yes-no", (0, 1), None, not_relevant=True),
        Scale("yes-partly-no", (0, 1, 2), None, not_relevant=True),
    )
    if scale.name
}
"""The scales that have labels in every catalogue, by name."""

POSITIVE_FIRST = frozenset({"yes-no", "yes-partly-no"})
"""Scales shown with the highest value first, in the usual order of speech: yes, partly, no."""

PLACEHOLDER = NAMED["agreement-5"]
"""Used for a scale that can't be read; never published, because the problem stops the build."""

_FREE = pattern(rf"^(?P<value>{NUMBER})(?:(?:\s*[:=]\s*|[.)]\s+|\s+[–—‒-]\s+|\s+)(?P<label>\S.*))?$", re.DOTALL)
"""Matches one answer; a sign or dash between number and label is not part of the label, which may be missing."""
_BEGINS_WITH_NUMBER = pattern(rf"{NUMBER}\s")


def parse_scale(written: str, location: Location) -> tuple[Scale, list[Problem]]:
    """The scale that an author wrote: a name, or `1 Never | 2 Sometimes | 3 Always`.

    One that can't be read is a problem, and `PLACEHOLDER` is used instead, so that it isn't reported as missing too.
    """
    text = " ".join(written.split())
    if "|" not in text:
        if text in NAMED:
            return NAMED[text], []
        if _BEGINS_WITH_NUMBER.match(text):
            return PLACEHOLDER, [_bad(verbatim(text), location)]
        return PLACEHOLDER, [
            Problem(
                ProblemCode.UNKNOWN_SCALE,
                location,
                say('There is no answer scale named "{text}".', text=text),
                (verbatim(text) or say("nothing")),
                say('{names}, or one of your own such as "1 Never | 2 Sometimes | 3 Always"', names=listed(NAMED)),
                suggest(text, NAMED, say("Use one of the names, or write your own scale with numbers and labels.")),
            )
        ]
    values, labels = [], []
    for part in text.split("|"):
        match = _FREE.match(part.strip())
        if not match:
            return PLACEHOLDER, [_bad(verbatim(part.strip()) or say("an empty answer"), location)]
        value = read_number(match["value"])
        assert value is not None  # the pattern is that of a number
        values.append(value)
        labels.append((match["label"] or "").strip())
    if values != sorted(set(values)) or not (labels[0] and labels[-1]):
        return PLACEHOLDER, [_bad(verbatim(text), location)]
    return Scale(None, tuple(values), tuple(labels)), []


def begins_with_number(answer: str) -> bool:
    """Whether an answer is written as a scale has it: a number and a label."""
    match = _FREE.match(answer.strip())
    return bool(match and match["label"])


def _bad(found: Message, location: Location) -> Problem:
    return Problem(
        ProblemCode.BAD_SCALE,
        location,
        say("The answer scale can't be read."),
        found,
        say(
            "at least two answers, each a number and a label, rising from left to right, with | "
            "between them; those between the first and the last may be numbers alone"
        ),
        say('Write it like this: "1 Never | 2 Sometimes | 3 Always".'),
    )
