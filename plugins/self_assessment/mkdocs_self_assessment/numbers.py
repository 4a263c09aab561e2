"""Numbers as authors write them, and exact sums of them: with any minus sign, with a decimal point or comma."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import gcd

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.values import dataclass

MINUS = "-−‒–－"
"""Signs that stand for minus before a number: hyphen, minus sign, figure dash, en dash, and the wide form."""
NUMBER = rf"[{MINUS}]?\d{{1,4}}(?:[.,٫]\d{{1,2}})?"
"""Pattern of a number with at most two decimals."""
DECIMALS = 4
"""Decimals of an exact value: a weight and a value of a scale have two each."""
UNITS = 10_000
"""Number of the smallest units in 1, in which sums are whole numbers."""

_NUMBER = pattern(NUMBER)


def read_number(text: str) -> float | None:
    """The number that a text is; `None` for any other text. A whole number is an `int`."""
    written = text.strip()
    if not _NUMBER.fullmatch(written):
        return None
    if written[0] in MINUS:
        written = f"-{written[1:]}"
    return exact(float(re.sub("[,٫]", ".", written)))


def exact(value: float) -> float:
    """A number without the error of binary fractions; an `int` where it is whole."""
    whole, rounded = round(value), round(value, DECIMALS)
    return whole if rounded == whole else rounded


def units(value: float) -> int:
    """The number in the smallest units."""
    return round(value * UNITS)


@dataclass(frozen=True)
class Sums:
    """The sums that some items can give together, in the smallest units."""

    low: int
    """Lowest sum."""
    high: int
    """Highest sum."""
    step: int
    """Distance of neighbouring sums; there may be no answers that give one between the lowest and the highest."""


def sums_of(points: Iterable[Sequence[float]]) -> Sums:
    """The sums of one number out of each group: the points of the answers of each item."""
    low = high = step = 0
    for group in points:
        found = sorted({units(value) for value in group})
        if found:
            low, high = low + found[0], high + found[-1]
            step = gcd(step, *(b - a for a, b in pairwise(found)))
    return Sums(low, high, step or UNITS)
