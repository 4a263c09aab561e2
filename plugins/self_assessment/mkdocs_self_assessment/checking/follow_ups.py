"""Conditions under which statements are asked: what they depend on, and whether anybody can be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from mkdocs_foundation.reports.message import Message, verbatim
from mkdocs_foundation.reports.problems import Problem, suggest

from ..conditions.checking import always, never
from ..conditions.resolving import resolve
from ..conditions.subjects import Subject
from ..conditions.tree import as_written, comparisons, normalised
from ..elements import Item
from ..model import Questionnaire
from ..problem_codes import ProblemCode
from ..saying import say


def subjects_of_follow_ups(q: Questionnaire) -> Iterator[Problem]:
    """Conditions on statements that don't exist, or that are themselves asked only sometimes."""
    items = {item.id: item for item in q.items}
    for item in q.items:
        for subject in dict.fromkeys(c.subject for c in comparisons(item.condition)) if item.condition else ():
            other = items.get(subject)
            if other is None or other.id == item.id:
                yield Problem(
                    ProblemCode.UNKNOWN_STATEMENT,
                    item.location,
                    say('The statement "{item}" depends on one that doesn\'t exist.', item=item.id),
                    _written(item),
                    say("the id of another statement on this page"),
                    suggest(subject, [i for i in items if i != item.id], say("Use the id of the other statement.")),
                )
            elif other.condition:
                yield Problem(
                    ProblemCode.BAD_VALUE,
                    item.location,
                    say('The statement "{item}" depends on one that itself depends on another.', item=item.id),
                    _written(item),
                    say("a condition on a statement that is always asked"),
                    say("Make the condition depend on a statement without if."),
                )


def complete(
    q: Questionnaire, subjects: Callable[[Questionnaire], Mapping[str, Subject]]
) -> tuple[Questionnaire, list[Problem]]:
    """A questionnaire of the source language with the conditions of its items looked up, and all problems in them."""
    if not any(item.condition for item in q.items):
        return q, []
    known, problems, items = subjects(q), list[Problem](), []
    for item in q.items:
        condition = item.condition
        # Unknown statements, and dimensions, are reported by `subjects_of_follow_ups`.
        if condition and all(c.subject in known and c.subject != item.id for c in comparisons(condition)):
            condition, wrong = resolve(condition, known, item.location)
            if condition and not wrong:
                here = condition, known, item.location
                wrong = [*never(*here)] or [*always(*here)]
            problems += wrong
        items.append(replace(item, condition=condition))
    return replace(q, items=tuple(items)), problems


def compare(
    original: Questionnaire,
    written: Questionnaire,
    subjects: Callable[[Questionnaire], Mapping[str, Subject]],
    inherited: Questionnaire,
    docs_dir: str,
) -> Iterator[Problem]:
    """Conditions of a translation that are not those of the original, which need not be repeated."""
    there = {item.id: item for item in original.items}
    for item in written.items:
        source = there.get(item.id)
        if not item.condition or not source:
            continue
        found, wrong = resolve(item.condition, subjects(inherited), item.location)
        if wrong:
            yield from wrong
        elif not source.condition or not found or normalised(found) != normalised(source.condition):
            expected = _written(source) if source.condition else say("no if")
            yield Problem(
                ProblemCode.TRANSLATION_SCORING,
                item.location,
                say('The translation disagrees with the original about if of "{item}".', item=item.id),
                _written(item),
                say("{expected}, as in {place}", expected=expected, place=f"{docs_dir}/{source.location}"),
                say(
                    "Remove it here: scoring is written only in the original. If the original is wrong, "
                    "change it there."
                ),
            )


def _written(item: Item) -> Message:
    return verbatim(f'if="{as_written(item.condition)}"') if item.condition else say("no if")
