"""Whether there are answers for which some conditions hold and others don't.

Values of a subject that no comparison distinguishes are one case, so there are few; they are tried one subject after
the other, and a branch is left as soon as it is decided.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from .evaluating import Readings, decide
from .subjects import Subject, Subjects
from .tree import Comparison, Condition, comparisons

MOST_STEPS = 5_000
"""How many partial cases are looked at before the question is given up."""


class UndecidedError(Exception):
    """There are too many cases to look at."""


def example(true: Sequence[Condition], false: Sequence[Condition], subjects: Subjects) -> Readings | None:
    """Readings for which all of `true` and none of `false` hold; `None` where there are none.

    Raises `UndecidedError`. Scores and answers are taken for independent of each other, so that an example may be one
    that no reader can reach; that there is none is certain.
    """
    compared: dict[str, list[Comparison]] = {}
    for condition in (*true, *false):
        for comparison in comparisons(condition):
            compared.setdefault(comparison.subject, []).append(comparison)
    cases = [(id, _cases(subjects[id], found)) for id, found in compared.items()]
    steps = 0

    def search(readings: dict[str, float | None], depth: int) -> Readings | None:
        nonlocal steps
        steps += 1
        if steps > MOST_STEPS:
            raise UndecidedError
        wanted = [decide(condition, readings) for condition in true]
        unwanted = [decide(condition, readings) for condition in false]
        if False in wanted or True in unwanted:
            return None
        if None not in wanted and None not in unwanted:
            return readings
        id, values = cases[depth]
        for value in values:
            if (found := search({**readings, id: value}, depth + 1)) is not None:
                return found
        return None

    return search({}, 0)


def _cases(subject: Subject, compared: Iterable[Comparison]) -> list[float | None]:
    """One number for each set of numbers that the comparisons don't distinguish, and `None` where it may be open."""
    compared = tuple(compared)
    numbers = subject.values or _points_and_gaps(c.value for c in compared)
    alike: dict[tuple[bool, ...], float] = {}
    for number in numbers:
        alike.setdefault(tuple(c.value is not None and c.operator.passes(number, c.value) for c in compared), number)
    return [*alike.values(), *([None] if subject.may_be_open else [])]


def _points_and_gaps(limits: Iterable[float | None]) -> list[float]:
    """The limits that are scores, and one score between each two neighbours."""
    points = sorted({0, 100, *(limit for limit in limits if limit is not None and 0 <= limit <= 100)})
    gaps = [(low + high) / 2 for low, high in pairwise(points)]
    return sorted([*points, *gaps])
