"""The names of result texts: each of a list has one or none has, no two are alike, and they are short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, verbatim
from mkdocs_foundation.reports.problems import Location, Problem

from ..conditions.texts import ConditionalText
from ..elements import Band
from ..model import Questionnaire
from ..naming import owner_of
from ..problem_codes import ProblemCode
from ..reading.blocks import plain_text
from ..reading.statements import shorten
from ..saying import say

LONGEST = 60
"""Highest number of characters of a name, which is a headline."""
_SENTENCES = pattern(r"[.!?…]\s+\S|[。！？]\S")

Texts = Sequence[Band | ConditionalText]


def check_names(q: Questionnaire) -> Iterator[Problem]:
    """Problems in the names of a questionnaire's result texts; the first of each list."""
    lists: list[tuple[Message, Texts]] = [(results.owner, results.bands) for results in q.results]
    lists += [(owner_of(id), texts) for id, texts in q.conditional_results]
    for owner, texts in lists:
        yield from _check(owner, texts)


def compare_names(owner: Message, there: Texts, here: Texts, docs_dir: str) -> Iterator[Problem]:
    """Names that only one of two languages has; within a language all texts of a list have one or none."""
    named, translated = (any(text.name for text in texts) for texts in (there, here))
    if there and here and named != translated:
        yield Problem(
            ProblemCode.TRANSLATION_MISSING if named else ProblemCode.TRANSLATION_UNKNOWN,
            here[0].location,
            say("Only the original has names for the result texts of {owner}.", owner=owner)
            if named
            else say("Only the translation has names for the result texts of {owner}.", owner=owner),
            verbatim(f"**{here[0]}**" + (f" · {here[0].name}" if here[0].name else "")),
            say("a name in each, as in {place}", place=f"{docs_dir}/{there[0].location}")
            if named
            else say("no names, as in {place}", place=f"{docs_dir}/{there[0].location}"),
            (
                say("Translate the name of each.")
                if named
                else say("Remove the names, or add them to the original first.")
            ),
        )


def _check(owner: Message, texts: Texts) -> Iterator[Problem]:
    names = [plain_text(text.name) for text in texts]
    without = next((text for text, name in zip(texts, names, strict=True) if not name), None)
    if without and any(names):
        other = next(text for text, name in zip(texts, names, strict=True) if name)
        yield _problem(
            without.location,
            say("Some result texts for {owner} have a name, and this one has none.", owner=owner),
            say(
                "**{range}** here, and **{other} · {name}** in line {line}",
                range=f"{without}",
                other=f"{other}",
                name=other.name,
                line=other.location.line,
            ),
            say("a name for each text of a list, or for none"),
            say(
                "Give it one, such as **{range} · Something to build on**, or remove those of the others.",
                range=f"{without}",
            ),
        )
        return
    for index, (text, name) in enumerate(zip(texts, names, strict=True)):
        if len(name) > LONGEST or _SENTENCES.search(name):
            yield _problem(
                text.location,
                say("The name of a result text is too long to be one."),
                shorten(name),
                say("a few words, at most {longest} characters and one sentence", longest=LONGEST),
                say("Shorten it to two to five words, and write the rest behind the bold part."),
            )
            return
        if name and name in names[:index]:
            yield _problem(
                text.location,
                say("Two result texts for {owner} have the same name.", owner=owner),
                say("{name} here and in line {line}", name=name, line=texts[names.index(name)].location.line),
                say("a name of its own for each text of a list"),
                say("Give one of them another name."),
            )
            return


def _problem(location: Location, message: Message, found: Message, allowed: Message, remedy: Message) -> Problem:
    return Problem(ProblemCode.BAND_NAME, location, message, found, allowed, remedy)
