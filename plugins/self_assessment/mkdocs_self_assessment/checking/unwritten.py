"""Advice on what `new`, and the links to new pages, have left to be written in a self-assessment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from mkdocs_foundation.reports.message import known, verbatim, words
from mkdocs_foundation.reports.problems import Problem

from ..model import Questionnaire
from ..problem_codes import ProblemCode
from ..saying import say

_ASKED = (
    say("Write whom this is for, which period to think of, and what the answers are used for."),
    say("Write what this area is about."),
    say("Statement {number}: something that somebody does and others could see.", number=0),
    say("Write what a result from {low} to {high} means, and what to do.", low=0, high=0),
)
"""What a self-assessment that is begun asks its author to write, in the language of the page."""


def check(questionnaire: Questionnaire) -> Iterator[Problem]:
    """One place that is left."""
    q = questionnaire
    # First those whose own line is known.
    texts = [(item.text, item.location) for item in q.items]
    texts += [(band.markdown, band.location) for bands in (q.bands, *(d.bands for d in q.dimensions)) for band in bands]
    texts += [*((d.introduction, d.location) for d in q.dimensions), (q.introduction, q.location)]
    left = [(place, text.strip()) for text, place in texts if _asked().fullmatch(text.strip())]
    if left:
        place, found = left[0]
        yield Problem(
            ProblemCode.UNWRITTEN,
            place,
            say("The self-assessment still has a sentence that asks its author to write."),
            verbatim(found),
            say("a text of your own"),
            say("Write it in place of the sentence."),
        )


@cache
def _asked() -> re.Pattern[str]:
    texts = {re.escape(words(locale)(text)).replace("0", r"\d+") for locale in known() for text in _ASKED}
    return re.compile("|".join(sorted(texts)))
