"""What a questionnaire of two factors has: two dimensions as axes, and four squares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from ...elements import Outcome
from ...marks import members, scoring
from ...model import Questionnaire

DEFAULT_CUT = 50
"""Lowest score that is high on the axes."""


@dataclass(frozen=True)
class Square:
    """Two dimensions as axes, and the names of what lies between them."""

    x: Annotated[str, scoring(data="x")]
    """Id of the dimension along the foot."""
    y: Annotated[str, scoring(data="y")]
    """Id of the dimension up the side."""
    cut: Annotated[int, scoring(data="cut")]
    """Lowest score that is high, on both."""

    def __str__(self) -> str:
        return f"x: {self.x}, y: {self.y}, cut: {self.cut}"


@dataclass(frozen=True)
class Quadrant(Outcome):
    """One of the four squares."""

    x: Annotated[str | None, scoring("x", data="x", data_type='"low" | "high"')]
    """Side on the x axis."""
    y: Annotated[str | None, scoring("y", data="y", data_type='"low" | "high"')]
    """Side on the y axis."""


@dataclass(frozen=True)
class SquareData:
    """What scripts get of the square beside its axes."""

    quadrants: tuple[Quadrant, ...]
    """In the order of the page."""


@dataclass(frozen=True)
class TwoFactor(Questionnaire):
    """A questionnaire whose two scores place a point in a named square."""

    square: Annotated[Square | None, scoring("the axes", data="square")]
    """Its axes; `None` where not written."""
    quadrants: Annotated[tuple[Quadrant, ...], members("square")]
    """Its squares."""

    @property
    def outcomes(self) -> tuple[Quadrant, ...]:
        """The squares."""
        return self.quadrants
