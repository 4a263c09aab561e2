"""The names of result texts: each of a list has one or none has, no two are alike, and they are short."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_foundation.problems import Location, Problem

from ..conditions.texts import ConditionalText
from ..elements import Band
from ..model import Questionnaire
from ..problem_codes import ProblemCode
from ..reading.blocks import plain_text
from ..reading.statements import shorten

LONGEST = 60
"""Highest number of characters of a name, which is a headline."""
_SENTENCES = re.compile(r"[.!?…]\s+\S|[。！？]\S")

Texts = Sequence[Band | ConditionalText]


def check_names(q: Questionnaire) -> Iterator[Problem]:
    """Problems in the names of a questionnaire's result texts; the first of each list."""
    lists: list[tuple[str, Texts]] = [(results.owner, results.bands) for results in q.results]
    lists += [(f'the dimension "{id}"' if id else "the whole result", texts) for id, texts in q.conditional_results]
    for owner, texts in lists:
        yield from _check(owner, texts)


def compare_names(owner: str, there: Texts, here: Texts, docs_dir: str) -> Iterator[Problem]:
    """Names that only one of two languages has; within a language all texts of a list have one or none."""
    named, translated = (any(text.name for text in texts) for texts in (there, here))
    if there and here and named != translated:
        yield Problem(
            ProblemCode.TRANSLATION_MISSING if named else ProblemCode.TRANSLATION_UNKNOWN,
            here[0].location,
            f"Only {'the original' if named else 'the translation'} has names for the result texts of {owner}.",
            f"**{here[0]}{f' · {here[0].name}' if translated else ''}**",
            f"{'a name' if named else 'no names'} in each, as in {docs_dir}/{there[0].location}",
            "Translate the name of each." if named else "Remove the names, or add them to the original first.",
        )


def _check(owner: str, texts: Texts) -> Iterator[Problem]:
    names = [plain_text(text.name) for text in texts]
    without = next((text for text, name in zip(texts, names, strict=True) if not name), None)
    if without and any(names):
        other = next(text for text, name in zip(texts, names, strict=True) if name)
        yield _problem(
            without.location,
            f"Some result texts for {owner} have a name, and this one has none.",
            f"**{without}** here, and **{other} · {other.name}** in line {other.location.line}",
            "a name for each text of a list, or for none",
            f"Give it one, such as **{without} · Something to build on**, or remove those of the others.",
        )
        return
    for index, (text, name) in enumerate(zip(texts, names, strict=True)):
        if len(name) > LONGEST or _SENTENCES.search(name):
            yield _problem(
                text.location,
                "The name of a result text is too long to be one.",
                shorten(name),
                f"a few words, at most {LONGEST} characters and one sentence",
                "Shorten it to two to five words, and write the rest behind the bold part.",
            )
            return
        if name and name in names[:index]:
            yield _problem(
                text.location,
                f"Two result texts for {owner} have the same name.",
                f"{name} here and in line {texts[names.index(name)].location.line}",
                "a name of its own for each text of a list",
                "Give one of them another name.",
            )
            return


def _problem(location: Location, message: str, found: str, allowed: str, remedy: str) -> Problem:
    return Problem(ProblemCode.BAND_NAME, location, message, found, allowed, remedy)
