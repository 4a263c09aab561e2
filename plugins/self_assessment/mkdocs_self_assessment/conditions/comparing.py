"""Conditions across languages: they are the original's, and a translation only repeats them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mkdocs_foundation.reports.message import Message, verbatim
from mkdocs_foundation.reports.problems import Location, Problem

from ..problem_codes import ProblemCode
from ..saying import say
from .resolving import resolve
from .subjects import Subjects
from .texts import ConditionalText, described
from .tree import normalised


def look_up(
    texts: Sequence[ConditionalText], subjects: Subjects
) -> tuple[tuple[ConditionalText, ...] | None, list[Problem]]:
    """The texts with the values of their conditions as numbers; `None` where one can't be looked up."""
    found, problems = [], []
    for text in texts:
        condition = text.condition
        if condition is not None:
            condition, unknown = resolve(condition, subjects, text.location)
            problems += unknown
        found.append(replace(text, condition=condition))
    return (None, problems) if problems else (tuple(found), [])


def compare(
    there: Sequence[ConditionalText],
    here: Sequence[ConditionalText],
    owner: Message,
    default: Location,
    docs_dir: str,
) -> Iterator[Problem]:
    """Differences between a translation's conditions and those of the original; both have been looked up.

    `owner` is what the texts are about, `default` the location of a problem where the translation has no text.
    """
    for original, text in zip(there, here, strict=False):
        if _form(original) != _form(text):
            yield Problem(
                ProblemCode.TRANSLATION_CONDITIONS,
                text.location,
                say("The condition of a result text for {owner} is not that of the original.", owner=owner),
                verbatim(described(text.condition)),
                say(
                    "{condition}, as in {place}",
                    condition=described(original.condition),
                    place=f"{docs_dir}/{original.location}",
                ),
                say("Write the original's condition, and translate only the text behind it."),
            )
            return
    if len(there) > len(here):
        left = there[len(here)]
        yield Problem(
            ProblemCode.TRANSLATION_CONDITIONS,
            here[-1].location if here else default,
            say("The translation lacks result texts for {owner}.", owner=owner),
            say("{count} conditional texts", one="{count} conditional text", count=len(here)),
            say(
                "{count}; the next of the original is {condition} in {place}",
                count=len(there),
                condition=described(left.condition),
                place=f"{docs_dir}/{left.location}",
            ),
            say("Translate it too, with the same condition."),
        )
    elif len(here) > len(there):
        text = here[len(there)]
        yield Problem(
            ProblemCode.TRANSLATION_CONDITIONS,
            text.location,
            say("The translation has more result texts for {owner} than the original.", owner=owner),
            verbatim(described(text.condition)),
            say(
                "{count} conditional texts, the last of them in {place}",
                one="{count} conditional text, in {place}",
                count=len(there),
                place=f"{docs_dir}/{there[-1].location}",
            )
            if there
            else say("no conditional texts in the original"),
            say("Remove it, or add it to the original first."),
        )


def inherit(there: Sequence[ConditionalText], here: Sequence[ConditionalText]) -> tuple[ConditionalText, ...]:
    """The translation's texts with the original's conditions; call it only where `compare` found nothing."""
    return tuple(replace(text, condition=original.condition) for original, text in zip(there, here, strict=False))


def _form(text: ConditionalText) -> str:
    return normalised(text.condition) if text.condition else ""
