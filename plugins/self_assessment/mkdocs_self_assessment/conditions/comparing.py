"""Conditions across languages: they are the original's, and a translation only repeats them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mkdocs_foundation.problems import Location, Problem

from ..problem_codes import ProblemCode
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
    owner: str,
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
                f"The condition of a result text for {owner} is not that of the original.",
                described(text.condition),
                f"{described(original.condition)}, as in {docs_dir}/{original.location}",
                "Write the original's condition, and translate only the text behind it.",
            )
            return
    if len(there) > len(here):
        left = there[len(here)]
        yield Problem(
            ProblemCode.TRANSLATION_CONDITIONS,
            here[-1].location if here else default,
            f"The translation lacks result texts for {owner}.",
            f"{len(here)} conditional text{'' if len(here) == 1 else 's'}",
            f"{len(there)}; the next of the original is {described(left.condition)} in {docs_dir}/{left.location}",
            "Translate it too, with the same condition.",
        )
    elif len(here) > len(there):
        text = here[len(there)]
        yield Problem(
            ProblemCode.TRANSLATION_CONDITIONS,
            text.location,
            f"The translation has more result texts for {owner} than the original.",
            described(text.condition),
            f"{len(there)} conditional text{'' if len(there) == 1 else 's'}"
            + (f", the last of them in {docs_dir}/{there[-1].location}" if there else " in the original"),
            "Remove it, or add it to the original first.",
        )


def inherit(there: Sequence[ConditionalText], here: Sequence[ConditionalText]) -> tuple[ConditionalText, ...]:
    """The translation's texts with the original's conditions; call it only where `compare` found nothing."""
    return tuple(replace(text, condition=original.condition) for original, text in zip(there, here, strict=False))


def _form(text: ConditionalText) -> str:
    return normalised(text.condition) if text.condition else ""
