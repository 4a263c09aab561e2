"""Looks up the names and values of a condition, and suggests the nearest for one that doesn't exist."""

from __future__ import annotations

from mkdocs_foundation.reports.message import listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, nearest, suggest

from ..problem_codes import ProblemCode
from ..saying import say
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
        say('The condition names "{subject}", which is no dimension or statement here.', subject=comparison.subject),
        verbatim(as_written(comparison)),
        say("the id of a dimension or statement on this page: {names}", names=listed(subjects))
        if len(subjects) < 9
        else say("the id of a dimension or statement on this page"),
        suggest(comparison.subject, subjects, say("Use the id in the braces of a dimension or statement.")),
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
        say('"{written}" is not a value of "{subject}".', written=comparison.written, subject=subject.id),
        verbatim(as_written(comparison)),
        subject.allowed,
        (
            say(
                "Did you mean {comparison}?",
                comparison=f"{subject.id}{comparison.operator.value}{offered}",
            )
            if offered
            else say("Use one of these; a label of several words is in quotation marks.")
        ),
    )


def _never(comparison: Comparison, subject: Subject, location: Location) -> Problem:
    written, low, high = as_written(comparison), subject.low, subject.high
    return Problem(
        ProblemCode.CONDITION_NEVER,
        location,
        say(
            '"{comparison}" can never be true: its values go from {low} to {high}.',
            comparison=written,
            low=low,
            high=high,
        )
        if subject.values
        else say('"{comparison}" can never be true: scores go from 0 to 100.', comparison=written),
        verbatim(as_written(comparison)),
        subject.allowed,
        say("Correct the value or the comparison."),
    )
