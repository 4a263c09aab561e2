"""Levels as Markdown with markers, as their templates see them, and as scripts get them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from mkdocs_foundation.sources.catalogue import Catalogue
from mkdocs_foundation.values import dataclass

from ...elements import Band
from ...presenting.pieces import Pieces, marker
from ...presenting.plain_data import data_of, fields_of
from ...presenting.questions import section_view
from ...presenting.safe_html import safe
from ...presenting.views import BandView, ItemView, OptionView, SectionView
from ...reading.blocks import inline_html, plain_text
from .model import TARGET, LadderData, LevelData, LevelDimension, LevelItemData, Maturity


@dataclass(frozen=True)
class LevelView(OptionView):
    """One level to choose, as templates see it."""

    html: str
    """Description of the level as block HTML; "" where only its name is shown."""


@dataclass(frozen=True)
class LevelItemView(ItemView):
    """The question for the level today, or for the one in a year."""

    is_target: bool = False
    """Whether the question is for the level wanted in a year."""


@dataclass(frozen=True)
class LadderView:
    """One dimension in the scoring key."""

    id: str
    """Id of the dimension."""
    title: str
    """Title of the dimension as plain text."""
    count: int
    """Number of levels of the dimension."""
    by_distance: bool
    """Whether the dimension's texts are chosen by the distance to the target."""
    bands: tuple[BandView, ...]
    """Result texts of the dimension, possibly none."""


@dataclass(frozen=True)
class MaturityView:
    """Template data that only levels have."""

    ladders: tuple[LadderView, ...]
    """Dimensions in the order of the page."""
    bands: tuple[BandView, ...]
    """Result texts for the whole, possibly none."""


def compose(q: Maturity) -> Iterator[str]:
    """The Markdown of the levels, each behind its marker."""
    for dimension in q.ladders:
        for number, level in enumerate(dimension.levels, start=1):
            yield from (marker("level", dimension.id, number), level.text)


def checklist(q: Maturity) -> Iterator[str]:
    """The Markdown of the readable levels."""
    for dimension in q.dimensions:
        yield from (f"{'#' * (q.level + 1)} {dimension.title} {{#{dimension.id}}}", dimension.introduction)
        if isinstance(dimension, LevelDimension):
            lines = [f"**{level.title}** {level.text}" for level in dimension.levels]
            yield "\n".join(
                f"{number}. {textwrap.indent(text, '    ').strip()}" for number, text in enumerate(lines, start=1)
            )


def sections(q: Maturity, pieces: Pieces, _: Catalogue) -> tuple[SectionView, ...]:
    """For each dimension, the level today and the one in a year."""
    return tuple(section_view(d.id, _items(d, number, pieces), pieces) for number, d in enumerate(q.ladders, start=1))


def view(q: Maturity, pieces: Pieces, _: tuple[SectionView, ...]) -> MaturityView:
    """The template data that only levels have."""
    return MaturityView(
        tuple(
            LadderView(d.id, plain_text(d.title), d.count, d.by == "distance", _bands(d.id, d.bands, pieces))
            for d in q.ladders
        ),
        _bands("", q.bands, pieces),
    )


def data(q: Maturity) -> Mapping[str, Any]:
    """Dimensions with the names of their levels, and items of which the target is optional."""
    ladders = [LadderData(tuple(LevelData(plain_text(level.title)) for level in d.levels)) for d in q.ladders]
    return {
        "dimensions": [data_of(d) | fields_of(own) for d, own in zip(q.ladders, ladders, strict=True)],
        "items": [data_of(item) | fields_of(LevelItemData(item.id.endswith(TARGET))) for item in q.items],
    }


def _items(dimension: LevelDimension, number: int, pieces: Pieces) -> tuple[ItemView, ...]:
    title = Markup(safe(inline_html(dimension.title)))
    names = [f"{n}. {safe(inline_html(level.title))}" for n, level in enumerate(dimension.levels, start=1)]
    today = tuple(
        LevelView(n, Markup(name), None, pieces.block("level", dimension.id, n))
        for n, name in enumerate(names, start=1)
    )
    target = tuple(LevelView(n, Markup(name), None, "") for n, name in enumerate(names, start=1))
    return (
        LevelItemView(number, dimension.id, title, today, (dimension.id,)),
        LevelItemView(number, f"{dimension.id}{TARGET}", title, target, (dimension.id,), is_target=True),
    )


def _bands(owner: str, bands: Sequence[Band], pieces: Pieces) -> tuple[BandView, ...]:
    return tuple(
        BandView(band.low, band.high, pieces.block("band", owner, index), None, None, name=plain_text(band.name))
        for index, band in enumerate(bands)
    )
