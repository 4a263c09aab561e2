"""Whether conditions hold. `assets/conditions/conditions.js` does the same in the browser; vectors hold both to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .tree import AllOf, Comparison, Condition

Readings = Mapping[str, float | None]
"""Number of each dimension or statement by id; `None` without an answer or a score."""


def holds(condition: Condition, readings: Readings) -> bool:
    """Whether a condition is true. A comparison of something that has no number is false, also with `!=`."""
    return decide(condition, readings) is True


def first_that_holds(conditions: Sequence[Condition | None], readings: Readings) -> int | None:
    """Index of the first condition that holds; `None` among the conditions means "otherwise"."""
    for index, condition in enumerate(conditions):
        if condition is None or holds(condition, readings):
            return index
    return None


def decide(condition: Condition, readings: Readings) -> bool | None:
    """Value of a condition while some subjects have no number yet; `None` for not decided."""
    if isinstance(condition, Comparison):
        if condition.subject not in readings:
            return None
        number = readings[condition.subject]
        if number is None or condition.value is None:
            return False
        return condition.operator.passes(number, condition.value)
    found = [decide(part, readings) for part in condition.operands]
    if isinstance(condition, AllOf):
        return False if False in found else None if None in found else True
    return True if True in found else None if None in found else False
