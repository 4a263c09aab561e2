"""Advice on what `new`, and the links to new pages, have left to be written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from mkdocs_foundation.reports.message import known, verbatim, words
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.sources.pages import SourcePage

from ..problem_codes import ProblemCode
from ..saying import say

BLANK = "…"
"""Stands for a title or a value that is to be written."""
_ASKED = (
    say("Write the text here."),
    say("Write the text here, {least} to {most} words.", least=0, most=0),
    say("Write this section here."),
    say("Write two to four whole sentences that say something."),
    say("Write what is shown in lists: one paragraph that makes readers go on."),
)
"""What a page that is begun asks its author to write, in the language of the page."""


def check(page: SourcePage, lines: Sequence[tuple[int, str]]) -> Iterator[Problem]:
    """The first place that is left; `lines` are number and text of each line that is no code."""
    left = [(number, line) for number, line in lines if _asked().fullmatch(line.strip(" -"))]
    if page.title == BLANK:
        left.insert(0, (page.matter.line("title"), BLANK))
    if left:
        number, found = left[0]
        yield Problem(
            ProblemCode.UNWRITTEN,
            Location(page.uri, number),
            say("The page still has a sentence that asks its author to write."),
            verbatim(found.strip(" -")),
            say("a text of your own"),
            say("Write it in place of the sentence, or remove the part."),
        )


@cache
def _asked() -> re.Pattern[str]:
    texts = {re.escape(words(locale)(text)).replace("0", r"\d+") for locale in known() for text in _ASKED}
    return re.compile("|".join(sorted(texts)))
