"""What the templates of a questionnaire of two factors see, and what its scripts get."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs_foundation.values import dataclass

from ...presenting import key
from ...presenting.pieces import Pieces
from ...presenting.plain_data import data_of, fields_of
from ...presenting.views import OutcomeView, SectionView
from ...reading.blocks import plain_text
from .model import SquareData, TwoFactor


@dataclass(frozen=True)
class QuadrantView(OutcomeView):
    """One of the four squares."""

    x: str
    """Side of the x axis: "low" or "high"."""
    y: str
    """Side of the y axis: "low" or "high"."""


@dataclass(frozen=True)
class TwoFactorView:
    """Template data that only two factors have."""

    quadrants: tuple[QuadrantView, ...]
    """The four squares."""
    axes: tuple[str, str]
    """Plain titles of the x and the y axis."""
    cut: int
    """Lowest score that counts as high on both axes."""


def view(q: TwoFactor, pieces: Pieces, _: tuple[SectionView, ...]) -> TwoFactorView:
    """The template data that only two factors have."""
    titles = {d.id: plain_text(d.title) for d in q.dimensions}
    square = q.square
    return TwoFactorView(
        tuple(
            QuadrantView(
                o.id,
                plain_text(o.title),
                pieces.block("outcome", o.id),
                key.passage_texts(o.id, o, pieces),
                o.x or "",
                o.y or "",
            )
            for o in q.quadrants
        ),
        (titles.get(square.x, ""), titles.get(square.y, "")) if square else ("", ""),
        square.cut if square else 0,
    )


def data(q: TwoFactor) -> Mapping[str, Any]:
    """The square with its fields."""
    return {"square": {**data_of(q.square), **fields_of(SquareData(q.quadrants))}} if q.square else {}
