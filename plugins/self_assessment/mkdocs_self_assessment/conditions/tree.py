"""A condition as a tree: comparisons, joined by "and" and "or"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import Enum
from typing import Annotated

from mkdocs_foundation.values import dataclass

from ..marks import scoring
from ..numbers import read_number


def one_of(choices: type[Enum]) -> str:
    """The type of the values of an enumeration in scripts."""
    return " | ".join(f'"{choice.value}"' for choice in choices)


class Operator(Enum):
    """How two numbers are compared."""

    EQUAL = "="
    UNEQUAL = "!="
    BELOW = "<"
    AT_MOST = "<="
    ABOVE = ">"
    AT_LEAST = ">="

    def passes(self, left: float, right: float) -> bool:
        """Whether the comparison of two numbers is true."""
        match self:
            case Operator.EQUAL:
                return left == right
            case Operator.UNEQUAL:
                return left != right
            case Operator.BELOW:
                return left < right
            case Operator.AT_MOST:
                return left <= right
            case Operator.ABOVE:
                return left > right
            case Operator.AT_LEAST:
                return left >= right


class Measure(Enum):
    """What the number of a subject is."""

    SCORE = "score"
    """The score of a dimension, 0 to 100."""
    ANSWER = "answer"
    """The raw value of the answer to a statement."""
    LEVEL = "level"
    """The number of the level that was picked for a dimension."""


@dataclass(frozen=True)
class Comparison:
    """The number of a dimension or statement, compared with another number."""

    subject: Annotated[str, scoring(data="id")]
    """Id of a dimension or a statement."""
    operator: Annotated[Operator, scoring(data="test", convert=lambda o: o.value, data_type=one_of(Operator))]
    """Operator of the comparison."""
    written: str
    """The value as the author wrote it: a number, or the name or label of an answer."""
    value: Annotated[float | None, scoring(data="value", data_type="number")] = None
    """The value as a number; `None` until it is looked up."""
    measure: Annotated[
        Measure | None, scoring(data="measure", convert=lambda m: m and m.value, data_type=one_of(Measure))
    ] = None
    """What the subject's number is; `None` until it is looked up."""


@dataclass(frozen=True)
class AllOf:
    """True if every part is."""

    operands: Annotated[tuple[Condition, ...], scoring(data="all", data_type="ResultCondition[]")]
    """Two or more conditions."""


@dataclass(frozen=True)
class AnyOf:
    """True if at least one part is."""

    operands: Annotated[tuple[Condition, ...], scoring(data="any", data_type="ResultCondition[]")]
    """Two or more conditions."""


Condition = Comparison | AllOf | AnyOf


def comparisons(condition: Condition) -> Iterator[Comparison]:
    """Every comparison in the order in which they are written."""
    if isinstance(condition, Comparison):
        yield condition
    else:
        for part in condition.operands:
            yield from comparisons(part)


def with_comparisons(condition: Condition, found: Iterator[Comparison]) -> Condition:
    """The same tree with each comparison replaced by the next of `found`."""
    if isinstance(condition, Comparison):
        return next(found)
    return replace(condition, operands=tuple(with_comparisons(part, found) for part in condition.operands))


def as_written(condition: Condition) -> str:
    """The condition in the author's words, with whitespace and parentheses in one form."""
    return _text(condition, lambda c: c.written)


def normalised(condition: Condition) -> str:
    """The condition with numbers instead of labels: equal for two conditions that mean the same in other words."""
    return _text(condition, _number)


def _number(comparison: Comparison) -> str:
    if comparison.value is not None:
        return str(comparison.value)
    number = read_number(comparison.written)
    return comparison.written if number is None else str(number)


def _text(condition: Condition, value: Callable[[Comparison], str], inside: bool = False) -> str:
    if isinstance(condition, Comparison):
        text = value(condition)
        quoted = f'"{text}"' if " " in text else text
        return f"{condition.subject}{condition.operator.value}{quoted}"
    word = " and " if isinstance(condition, AllOf) else " or "
    joined = word.join(_text(part, value, True) for part in condition.operands)
    return f"({joined})" if inside else joined
