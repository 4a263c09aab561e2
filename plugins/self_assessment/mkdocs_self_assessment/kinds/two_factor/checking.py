"""What must hold for two factors."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_foundation.problems import Problem, suggest

from ...problem_codes import ProblemCode
from .model import TwoFactor


def check(q: TwoFactor) -> Iterator[Problem]:
    """Everything wrong with the axes and the squares."""
    yield from _axes(q)
    yield from _squares(q)


def _axes(q: TwoFactor) -> Iterator[Problem]:
    dimensions = [d.id for d in q.dimensions]
    square = q.square
    if square is None or square.x == square.y:
        yield Problem(
            ProblemCode.AXES,
            q.location,
            f'The self-assessment "{q.id}" doesn\'t say which dimensions are its two axes.',
            f"x: {square.x}, y: {square.y}" if square else "not both x and y",
            "x and y, each with the id of a dimension; here " + (", ".join(dimensions) or "there is none"),
            "Add both to the settings of the self-assessment, two different ones.",
        )
        return
    for axis in (square.x, square.y):
        if axis not in dimensions:
            yield Problem(
                ProblemCode.UNKNOWN_DIMENSION,
                q.location,
                f'There is no dimension "{axis}" for an axis.',
                axis,
                ", ".join(dimensions),
                suggest(axis, dimensions, "Use the id of a dimension on this page."),
            )


def _squares(q: TwoFactor) -> Iterator[Problem]:
    there = sorted((o.x or "", o.y or "") for o in q.quadrants)
    wanted = [("high", "high"), ("high", "low"), ("low", "high"), ("low", "low")]
    if there != wanted:
        missing = [f"x={x} y={y}" for x, y in wanted if (x, y) not in there]
        yield Problem(
            ProblemCode.SQUARES,
            q.quadrants[0].location if q.quadrants else q.location,
            f'The self-assessment "{q.id}" doesn\'t have each of the four squares once.',
            ", ".join(f"x={x or '?'} y={y or '?'}" for x, y in there) or "no heading with {.quadrant}",
            "four headings such as ## Instruct {.quadrant #instruct x=low y=high}",
            f"Add the square for {' and '.join(missing)}." if missing else "Remove the square that is there twice.",
        )
