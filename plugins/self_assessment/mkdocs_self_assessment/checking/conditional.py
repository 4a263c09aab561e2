"""The conditional result texts of a questionnaire: what their names mean there, and what a translation takes over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from mkdocs_foundation.reports.message import verbatim
from mkdocs_foundation.reports.problems import Problem

from ..conditions import comparing
from ..conditions.checking import check
from ..conditions.comparing import look_up
from ..conditions.subjects import ANSWER_NAMES, Subject
from ..conditions.texts import ConditionalText
from ..conditions.tree import Measure, as_written, comparisons
from ..elements import Item
from ..model import DEFAULT_MINIMUM, Questionnaire
from ..naming import owner_of
from ..problem_codes import ProblemCode
from ..saying import say
from . import follow_ups
from .names import compare_names

Labels = Callable[[str], Sequence[str]]
"""The labels of a named scale in the language of a page, lowest value first."""


def complete(q: Questionnaire, labels: Labels) -> tuple[Questionnaire, list[Problem]]:
    """A questionnaire of the source language with its conditions looked up, and all problems in them."""
    q, problems = follow_ups.complete(q, _answers_of(labels))
    found: dict[str, tuple[ConditionalText, ...]] = {}
    for id, texts in q.conditional_results:
        subjects = subjects_of(q, id, labels) if texts else {}
        looked_up, wrong = look_up(texts, subjects)
        wrong = [*_ambiguous(q, texts), *wrong]
        problems += wrong or check(looked_up or (), subjects, owner_of(id))
        found[id] = looked_up or ()
    dimensions = tuple(replace(d, conditional=found[d.id]) for d in q.dimensions)
    return replace(q, conditional=found[""], dimensions=dimensions), problems


def compare(
    original: Questionnaire, written: Questionnaire, inherited: Questionnaire, labels: Labels, docs_dir: str
) -> list[Problem]:
    """Differences between the conditions of a translation, as written, and those of the original, already looked up.

    `inherited` is the translation with its scoring.
    """
    there = dict(original.conditional_results)
    problems = list(follow_ups.compare(original, written, _answers_of(labels), inherited, docs_dir))
    for id, texts in written.conditional_results:
        looked_up, wrong = look_up(texts, subjects_of(inherited, id, labels) if texts else {})
        dimension = written.dimension(id)
        location = dimension.location if dimension else written.location
        found = wrong or list(comparing.compare(there.get(id, ()), looked_up or (), owner_of(id), location, docs_dir))
        problems += found or compare_names(owner_of(id), there.get(id, ()), texts, docs_dir)
    return problems


def subjects_of(q: Questionnaire, owner: str, labels: Labels) -> dict[str, Subject]:
    """What the conditions of a dimension's texts, or of those for the whole, may name."""
    complete = q.with_defaults()
    written, dimensions = {item.id for item in q.items}, {d.id: d for d in q.dimensions}
    # A dimension that is answered itself, by a level, is an item with the dimension's id.
    answerable = [item for item in complete.items if item.id in written or item.id in dimensions]
    scored = [item for item in answerable if not owner or owner in item.dimensions]
    percent = (dimensions[owner].minimum if owner else None) or q.minimum or DEFAULT_MINIMUM
    spare = len(scored) - -(-percent * len(scored) // 100)
    found: dict[str, Subject] = {}
    for d in q.dimensions:
        open_ = d.id != owner and (bool(owner) or _may_lack_a_score(q, d.id, d.minimum, spare))
        absent = d.id != owner and all(item.condition or q.offers_not_relevant(item) for item in q.scored_in(d.id))
        found[d.id] = Subject(d.id, Measure.SCORE, may_be_open=open_, may_be_absent=absent)
    for item in answerable:
        subject = _answer(complete, item, labels, bool(spare) or item not in scored)
        found[item.id] = subject if item.id in written else replace(subject, measure=Measure.LEVEL)
    return found


def _answers_of(labels: Labels) -> Callable[[Questionnaire], dict[str, Subject]]:
    """What the conditions of items may name: the answers to statements."""

    def subjects(q: Questionnaire) -> dict[str, Subject]:
        return {item.id: _answer(q, item, labels, True) for item in q.items}

    return subjects


def _may_lack_a_score(q: Questionnaire, id: str, minimum: int | None, spare: int) -> bool:
    """Whether a dimension can have too few answers while only so many may be missing from the whole."""
    items = q.scored_in(id)
    avoidable = [item for item in items if item.condition or q.offers_not_relevant(item)]
    if not spare:
        return len(avoidable) == len(items)
    left = len(items) - min(spare, len(items))
    return bool(avoidable) or left == 0 or 100 * left < (minimum or q.minimum or DEFAULT_MINIMUM) * len(items)


def _answer(q: Questionnaire, item: Item, labels: Labels, may_be_left: bool) -> Subject:
    scale = q.scale_of(item)
    if scale is None:
        return Subject(item.id, Measure.ANSWER)
    shown = scale.labels or labels(scale.name or "")
    names = [
        *zip(ANSWER_NAMES.get(scale.name or "", ()), scale.values, strict=False),
        *((label, value) for label, value in zip(shown, scale.values, strict=False) if label),
    ]
    absent = bool(item.condition) or q.offers_not_relevant(item)
    return Subject(item.id, Measure.ANSWER, scale.values, tuple(names), may_be_left or absent, absent)


def _ambiguous(q: Questionnaire, texts: Sequence[ConditionalText]) -> Iterator[Problem]:
    twice = {item.id for item in q.items} & {dimension.id for dimension in q.dimensions}
    for text in texts:
        for comparison in comparisons(text.condition) if text.condition else ():
            if comparison.subject in twice:
                yield Problem(
                    ProblemCode.CONDITION_NAME,
                    text.location,
                    say('"{subject}" is the id of a dimension and of a statement.', subject=comparison.subject),
                    verbatim(as_written(comparison)),
                    say("a name that only one of them has"),
                    say("Give one of the two another id, if no answers have been saved under it yet."),
                )
