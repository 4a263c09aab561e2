"""Mistakes in comments that silence advice: no reason, or nothing that they silence."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from mkdocs_foundation.reports.message import verbatim
from mkdocs_foundation.reports.problems import Location, Problem, Severity, nearest, offer
from mkdocs_foundation.reports.silences import Silence, read
from mkdocs_foundation.sources.pages import SourcePage

from ..problem_codes import ProblemCode
from ..saying import say


def malformed(page: SourcePage) -> Iterator[Problem]:
    """Comments of a page that say no reason, or not of which advice."""
    for silence in read(page.body):
        if not silence.reason or not silence.codes:
            yield Problem(
                ProblemCode.SILENCE,
                Location(page.uri, silence.line),
                say("The comment doesn't say why the advice is not followed, so it silences nothing."),
                verbatim(f"check: ignore {', '.join(silence.codes)}"),
                say("<!-- check: ignore CODE: the reason -->, above the block or above the whole text"),
                say("Write the reason behind a colon, for those who wonder later."),
            )


def unused(page: SourcePage, used: Collection[tuple[str, Silence, str]], codes: Collection[str]) -> Iterator[Problem]:
    """Comments of a page that silence nothing; `codes` are those that there may be."""
    for silence in read(page.body):
        for code in silence.codes if silence.reason else ():
            if (page.uri, silence, code) not in used:
                yield Problem(
                    ProblemCode.SILENCE,
                    Location(page.uri, silence.line),
                    say("The comment silences no advice: there is none such below it."),
                    verbatim(code),
                    say("a code that `servicekompas check` prints as advice for this block, or for the page"),
                    offer(None if code in codes else nearest(code, codes), say("Remove it, or correct its code.")),
                    weight=Severity.ADVICE,
                )
