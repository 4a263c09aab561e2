"""What a questionnaire of two factors has: two dimensions as axes, and four squares."""

from __future__ import annotations

from typing import Annotated

from mkdocs_foundation.values import dataclass

from ...elements import Outcome
from ...marks import members, scoring
from ...model import Questionnaire
from ...saying import say

DEFAULT_CUT = 50
"""Default of the lowest score that counts as high on both axes."""


@dataclass(frozen=True)
class Square:
    """Two dimensions as axes, and the border between low and high."""

    x: Annotated[str, scoring(data="x")]
    """Id of the dimension on the horizontal axis."""
    y: Annotated[str, scoring(data="y")]
    """Id of the dimension on the vertical axis."""
    cut: Annotated[int, scoring(data="cut")]
    """Lowest score that counts as high, on both axes."""

    def __str__(self) -> str:
        return f"x: {self.x}, y: {self.y}, cut: {self.cut}"


@dataclass(frozen=True)
class Quadrant(Outcome):
    """One of the four squares."""

    x: Annotated[str | None, scoring("x", data="x", data_type='"low" | "high"')]
    """Side of the x axis that the square is on."""
    y: Annotated[str | None, scoring("y", data="y", data_type='"low" | "high"')]
    """Side of the y axis that the square is on."""


@dataclass(frozen=True)
class SquareData:
    """Data of the square for scripts, beside its axes."""

    quadrants: tuple[Quadrant, ...]
    """The four squares in the order of the page."""


@dataclass(frozen=True)
class TwoFactor(Questionnaire):
    """A questionnaire whose two scores place a point in a named square."""

    square: Annotated[Square | None, scoring(say("the axes"), data="square")]
    """Axes; `None` where not written."""
    quadrants: Annotated[tuple[Quadrant, ...], members(say("the square"))]
    """The four squares in the order of the page."""

    @property
    def outcomes(self) -> tuple[Quadrant, ...]:
        """The squares."""
        return self.quadrants
