"""A self-assessment as a draft, as the readers of other programs' files make it: plain texts, and what gets lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_foundation.reports.message import all_of
from mkdocs_foundation.sources.catalogue import Catalogue

from ..conditions.tree import as_written
from ..elements import Item
from ..importing.draft import Answer, Draft, DraftArea, DraftResult, DraftStatement, Note, UnreadableError
from ..inline import without_guards
from ..kinds import KINDS, kind_of
from ..model import LOW, Questionnaire
from ..presenting.questions import labels
from ..reading import attributes
from ..reading.blocks import plain_text
from ..saying import say


def draft_of(questionnaire: Questionnaire, words: Catalogue) -> Draft:
    """The draft of a self-assessment with its scoring. Raises `UnreadableError` for one that has no statements."""
    if not questionnaire.items:
        raise UnreadableError(
            say('"{questionnaire}" has no statements.', questionnaire=questionnaire.id),
            say("a self-assessment of the kind {name}", name=kind_of(questionnaire).name),
            say("one of statements with answers"),
            say("Print its page instead: the form for paper has all of it."),
        )
    complete = questionnaire.with_defaults()
    areas = {d.id: plain_text(d.title) for d in complete.dimensions if d.id != complete.id}
    return Draft(
        tuple(_statement(item, areas, words) for item in complete.items),
        tuple(DraftArea(areas[d.id], _plain(d.introduction), d.id) for d in complete.dimensions if d.id in areas),
        title=plain_text(complete.title),
        introduction=_plain(complete.introduction),
        results=tuple(
            DraftResult(f"{b.low:g}", f"{b.high:g}", _plain(b.markdown), plain_text(b.name), bool(b.points))
            for b in questionnaire.bands
        ),
        notes=tuple(_lost(complete)),
    )


def _statement(item: Item, areas: dict[str, str], words: Catalogue) -> DraftStatement:
    assert item.scale is not None  # filled in by `with_defaults`
    names = item.scale.labels or labels(words, item.scale.name or "")
    answers = [Answer(plain_text(name), value) for name, value in zip(names, item.scale.values, strict=True)]
    if item.not_relevant:
        answers.append(Answer(words("scales.not-relevant")))
    return DraftStatement(
        plain_text(item.text),
        say("statement {item}", item=item.id),
        next((areas[id] for id in item.dimensions if id in areas), ""),
        item.id,
        item.reverse,
        None if item.weight == 1 else item.weight,
        _plain(item.explanation),
        tuple(answers),
    )


def _lost(questionnaire: Questionnaire) -> Iterator[Note]:
    for item in questionnaire.items:
        place = say("statement {item}", item=item.id)
        if item.condition:
            yield Note(
                place, say("It is asked only if {condition}: asked always.", condition=as_written(item.condition))
            )
        if item.must:
            yield Note(place, say("It must be in place: not carried over."))
        if len(item.dimensions) > 1:
            yield Note(place, say("It counts in {names}: only in the first.", names=all_of(item.dimensions)))
        if item.lead:
            yield Note(place, say("The sub-heading above it: not carried over."))
    whole = say("the self-assessment")
    if any(d.bands or d.conditional for d in questionnaire.dimensions) or questionnaire.conditional:
        yield Note(whole, say("Texts of single areas, and those with conditions: not carried over."))
    if list(questionnaire.passages):
        yield Note(whole, say("First steps and questions: not carried over."))
    if questionnaire.good == LOW or any(d.good == LOW for d in questionnaire.dimensions):
        yield Note(whole, say("That a low score is the good one: not carried over."))
    if kind_of(questionnaire) is not KINDS[0]:
        yield Note(
            whole,
            say(
                "Its kind, {name}, with the results that only this has: not carried over.",
                name=kind_of(questionnaire).name,
            ),
        )


def _plain(markdown: str) -> str:
    """Markdown as plain paragraphs, without the marks that tell for whom one is."""
    parts = (attributes.split(part)[0] for part in re.split(r"\n\s*\n", without_guards(markdown)))
    return "\n\n".join(text for part in parts if (text := plain_text(part)))
