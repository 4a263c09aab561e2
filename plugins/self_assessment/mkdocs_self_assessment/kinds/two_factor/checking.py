"""What must hold for two factors."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_foundation.reports.message import all_of, listed, verbatim
from mkdocs_foundation.reports.problems import Problem, suggest

from ...problem_codes import ProblemCode
from ...saying import say
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
            say('The self-assessment "{id}" doesn\'t say which dimensions are its two axes.', id=q.id),
            (verbatim(f"x: {square.x}, y: {square.y}") if square else say("not both x and y")),
            say("x and y, each with the id of a dimension; here {names}", names=listed(dimensions))
            if dimensions
            else say("x and y, each with the id of a dimension; here there is none"),
            say("Add both to the settings of the self-assessment, two different ones."),
        )
        return
    for axis in (square.x, square.y):
        if axis not in dimensions:
            yield Problem(
                ProblemCode.UNKNOWN_DIMENSION,
                q.location,
                say('There is no dimension "{axis}" for an axis.', axis=axis),
                verbatim(axis),
                listed(dimensions),
                suggest(axis, dimensions, say("Use the id of a dimension on this page.")),
            )


def _squares(q: TwoFactor) -> Iterator[Problem]:
    there = sorted((o.x or "", o.y or "") for o in q.quadrants)
    wanted = [("high", "high"), ("high", "low"), ("low", "high"), ("low", "low")]
    if there != wanted:
        missing = [f"x={x} y={y}" for x, y in wanted if (x, y) not in there]
        yield Problem(
            ProblemCode.SQUARES,
            q.quadrants[0].location if q.quadrants else q.location,
            say('The self-assessment "{id}" doesn\'t have each of the four squares once.', id=q.id),
            (listed((f"x={x or '?'} y={y or '?'}" for x, y in there)) or say("no heading with {.quadrant}")),
            say("four headings such as ## Instruct {.quadrant #instruct x=low y=high}"),
            (
                say("Add the square for {names}.", names=all_of(missing))
                if missing
                else say("Remove the square that is there twice.")
            ),
        )
