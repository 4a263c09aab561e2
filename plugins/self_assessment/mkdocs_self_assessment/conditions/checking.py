"""Whether a list of conditional texts makes sense: each can be reached, and there is one for every reader."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from mkdocs_foundation.reports.message import Message, listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem

from ..problem_codes import ProblemCode
from ..saying import say
from .covering import UndecidedError, example
from .evaluating import Readings
from .subjects import Subjects
from .texts import ConditionalText
from .tree import AnyOf, Comparison, Condition, as_written


def check(texts: Sequence[ConditionalText], subjects: Subjects, owner: Message) -> list[Problem]:
    """All problems in a list of conditions that have been looked up; `owner` is what the texts are about."""
    if not texts:
        return []
    wrong = [p for text in texts if text.condition for p in never(text.condition, subjects, text.location)]
    if wrong:  # what can't be true can't be reached either: one mistake, one message
        return [*wrong, *_misplaced(texts, owner)]
    problems = [*_unreachable(texts, subjects), *_misplaced(texts, owner), *_uncovered(texts, subjects, owner)]
    return problems or [p for text in texts if text.condition for p in always(text.condition, subjects, text.location)]


def never(condition: Condition, subjects: Subjects, location: Location) -> Iterator[Problem]:
    """Parts of a condition that can never be true, whatever is answered."""
    for part in _impossible(condition, subjects):
        yield Problem(
            ProblemCode.CONDITION_NEVER,
            location,
            say("A condition can never be true: its comparisons exclude each other."),
            verbatim(as_written(part)),
            say("comparisons joined by and that can be true of the same answers"),
            say("Write or where either is enough, or correct the values."),
        )


def always(condition: Condition, subjects: Subjects, location: Location) -> Iterator[Problem]:
    """Parts of a condition that are true of every answer, so that they decide nothing."""
    answered = {id: replace(subject, may_be_open=subject.may_be_absent) for id, subject in subjects.items()}
    for part in _certain(condition, answered):
        yield Problem(
            ProblemCode.CONDITION_ALWAYS,
            location,
            say("A condition is true whatever is answered."),
            verbatim(as_written(part)),
            say("a condition that is false of some answers"),
            say("Correct the comparison, or remove it."),
        )


def _certain(condition: Condition, subjects: Subjects) -> list[Condition]:
    """The smallest parts of a condition that are true of every answer."""
    operands = () if isinstance(condition, Comparison) else condition.operands
    if inside := [found for part in operands for found in _certain(part, subjects)]:
        return inside
    try:
        return [] if example([], [condition], subjects) is not None else [condition]
    except UndecidedError:
        return []


def _impossible(condition: Condition, subjects: Subjects) -> list[Condition]:
    """The smallest parts of a condition that can never be true."""
    if not isinstance(condition, Comparison):
        inside = [found for part in condition.operands for found in _impossible(part, subjects)]
        if inside or isinstance(condition, AnyOf):
            return inside
    try:
        return [] if example([condition], [], subjects) is not None else [condition]
    except UndecidedError:
        return []


def _unreachable(texts: Sequence[ConditionalText], subjects: Subjects) -> Iterator[Problem]:
    earlier: list[ConditionalText] = []
    for text in texts:
        if text.condition is None:
            continue
        try:
            reached = example([text.condition], [e.condition for e in earlier if e.condition], subjects) is not None
        except UndecidedError:
            reached = True
        if not reached:
            covering = _those_that_cover(text.condition, earlier, subjects)
            yield Problem(
                ProblemCode.CONDITION_UNREACHABLE,
                text.location,
                say("A result text can never be shown: whenever its condition is true, so is an earlier one."),
                verbatim(as_written(text.condition)),
                say(
                    "a condition that is true of some answers for which none above it is; above it: {names}",
                    names=listed(
                        say("line {line} ({condition})", line=e.location.line, condition=as_written(e.condition))
                        for e in covering
                        if e.condition
                    ),
                ),
                say("Move it above that line, or correct one of the two."),
            )
        else:
            earlier.append(text)


def _those_that_cover(
    condition: Condition, earlier: Sequence[ConditionalText], subjects: Subjects
) -> Sequence[ConditionalText]:
    """The first line if one is enough, else all of them."""
    one = (text for text in earlier if text.condition and example([condition], [text.condition], subjects) is None)
    try:
        found = next(one, None)
    except UndecidedError:
        found = None
    return [found] if found else earlier


def _misplaced(texts: Sequence[ConditionalText], owner: Message) -> Iterator[Problem]:
    first = next((n for n, text in enumerate(texts) if text.condition is None), len(texts))
    if first < len(texts) - 1:
        yield Problem(
            ProblemCode.CONDITION_OTHERWISE,
            texts[first].location,
            say("Result texts for {owner} follow after **otherwise**, and can never be shown.", owner=owner),
            say("**otherwise** before line {line}", line=texts[first + 1].location.line),
            say("one **otherwise**, as the last of the list"),
            say("Move it to the end of the list, and keep only one."),
        )


def _uncovered(texts: Sequence[ConditionalText], subjects: Subjects, owner: Message) -> Iterator[Problem]:
    if any(text.condition is None for text in texts):
        return
    try:
        missing = example([], [text.condition for text in texts if text.condition], subjects)
    except UndecidedError:
        found = say("no **otherwise**, and too many cases to decide whether each has a text")
    else:
        if missing is None:
            return
        found = say("nothing for {missing}", missing=_described(missing, subjects))
    yield Problem(
        ProblemCode.CONDITION_OTHERWISE,
        texts[-1].location,
        say("Some readers would get no result text for {owner}.", owner=owner),
        found,
        say("a last line that begins with **otherwise**, for all other answers"),
        say(
            'Add it at the end of the list: "- **otherwise** Text". A comparison with something '
            "unanswered is never true."
        ),
    )


def _described(readings: Readings, subjects: Subjects) -> Message:
    return listed(_reading(id, number, subjects) for id, number in readings.items())


def _reading(id: str, number: float | None, subjects: Subjects) -> str:
    subject = subjects[id]
    if number is None:
        return say("{id} without an answer", id=id) if subject.values else say("{id} without a score", id=id)
    word = next((name for name, value in subject.names if value == number), "")
    if word:
        return f"{id}={word}" if " " not in word else f'{id}="{word}"'
    return f"{id}={number:g}"
