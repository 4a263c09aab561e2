"""Looks up the names and values of a condition, and suggests the nearest for one that doesn't exist."""

from __future__ import annotations

from mkdocs_foundation.problems import Location, Problem, nearest, suggest

from ..problem_codes import ProblemCode
from .subjects import Subject, Subjects, folded
from .tree import Comparison, Condition, Operator, as_written, comparisons, with_comparisons


def resolve(condition: Condition, subjects: Subjects, location: Location) -> tuple[Condition | None, list[Problem]]:
    """The condition with its values as numbers; `None` and the reasons where a name or value doesn't exist."""
    found, problems = [], []
    for comparison in comparisons(condition):
        looked_up, problem = resolve_comparison(comparison, subjects, location)
        found.append(looked_up)
        problems += [problem] if problem and problem not in problems else []
    return (None, problems) if problems else (with_comparisons(condition, iter(found)), [])


def resolve_comparison(
    comparison: Comparison, subjects: Subjects, location: Location
) -> tuple[Comparison, Problem | None]:
    """A comparison with its value as a number, or the problem."""
    subject = subjects.get(comparison.subject)
    if subject is None:
        return comparison, _unknown(comparison, subjects, location)
    number = subject.number(comparison.written)
    if number is None:
        return comparison, _no_value(comparison, subject, location)
    resolved = Comparison(subject.id, comparison.operator, comparison.written, number, subject.measure)
    if not can_hold(resolved, subject):
        return resolved, _never(resolved, subject, location)
    exact = comparison.operator in (Operator.EQUAL, Operator.UNEQUAL)
    in_range = number in subject.values if exact and subject.values else subject.low <= number <= subject.high
    return resolved, None if in_range else _no_value(comparison, subject, location)


def can_hold(comparison: Comparison, subject: Subject) -> bool:
    """Whether any value passes; a value that the scale lacks is another mistake than a limit that no value reaches."""
    if comparison.value is None or comparison.operator in (Operator.EQUAL, Operator.UNEQUAL):
        return True
    return any(comparison.operator.passes(number, comparison.value) for number in (subject.low, subject.high))


def _unknown(comparison: Comparison, subjects: Subjects, location: Location) -> Problem:
    return Problem(
        ProblemCode.CONDITION_NAME,
        location,
        f'The condition names "{comparison.subject}", which is no dimension or statement here.',
        as_written(comparison),
        "the id of a dimension or statement on this page" + (f": {', '.join(subjects)}" if len(subjects) < 9 else ""),
        suggest(comparison.subject, subjects, "Use the id in the braces of a dimension or statement."),
    )


def _no_value(comparison: Comparison, subject: Subject, location: Location) -> Problem:
    names = {folded(name): name for name, _ in subject.names}
    near = nearest(folded(comparison.written), names)
    number = subject.number(comparison.written)
    if number is not None:
        near = str(min(subject.values or (subject.low, subject.high), key=lambda value: abs(value - number)))
    meant = names.get(near or "", near)
    offered = f'"{meant}"' if meant and " " in meant else meant
    return Problem(
        ProblemCode.CONDITION_VALUE,
        location,
        f'"{comparison.written}" is not a value of "{subject.id}".',
        as_written(comparison),
        subject.allowed,
        f"Did you mean {subject.id}{comparison.operator.value}{offered}?"
        if offered
        else "Use one of these; a label of several words is in quotation marks.",
    )


def _never(comparison: Comparison, subject: Subject, location: Location) -> Problem:
    what = "scores go" if not subject.values else "its values go"
    return Problem(
        ProblemCode.CONDITION_NEVER,
        location,
        f'"{as_written(comparison)}" can never be true: {what} from {subject.low} to {subject.high}.',
        as_written(comparison),
        subject.allowed,
        "Correct the value or the comparison.",
    )
