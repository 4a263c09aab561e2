"""What a questionnaire of levels has: for each dimension, descriptions from the lowest level to the highest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated, Self

from mkdocs_foundation.problems import Location

from ...elements import Band, Dimension, Item, ResultList, Scale
from ...marks import scoring
from ...model import Questionnaire
from ...reading.blocks import plain_text

SECONDS_PER_DIMENSION = 90
"""Reading the levels of a dimension and choosing, where the author names no minutes."""
FEWEST, MOST = 3, 6
"""So many levels may a dimension have."""
TARGET = "--target"
"""Ends the id of the item that asks for the level wanted in a year; no author's id has two hyphens together."""


@dataclass(frozen=True)
class Level:
    """One description of a dimension."""

    id: str
    """Unique within the dimension; from its number where not written."""
    title: str
    """Inline Markdown of its name."""
    text: str
    """Markdown of its description."""
    location: Location
    """Where it is."""


@dataclass(frozen=True)
class LevelBand(Band):
    """The text for a range of levels or of distances, both ends included."""

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


@dataclass(frozen=True)
class LevelDimension(Dimension):
    """A dimension with its levels."""

    levels: tuple[Level, ...]
    """From the lowest to the highest."""
    by: Annotated[str | None, scoring("by", default="level", data="by", data_type='"level" | "distance"')]
    """What its result texts are chosen by: the level today, or the distance from there to the target."""

    @property
    def count(self) -> int:
        """How many levels it has."""
        return len(self.levels)


@dataclass(frozen=True)
class LevelData:
    """One level of a dimension."""

    title: str
    """Plain text."""


@dataclass(frozen=True)
class LadderData:
    """What a dimension of levels has beside its marked fields."""

    levels: tuple[LevelData, ...]
    """Of a maturity model: from the lowest to the highest."""


@dataclass(frozen=True)
class LevelItemData:
    """What an item has that asks for a level."""

    optional: bool
    """Whether a result lacks nothing without an answer."""


@dataclass(frozen=True)
class Maturity(Questionnaire):
    """A questionnaire whose answers are levels, today and perhaps in a year."""

    @property
    def ladders(self) -> tuple[LevelDimension, ...]:
        """Its dimensions with their levels."""
        return tuple(d for d in self.dimensions if isinstance(d, LevelDimension))

    @property
    def count(self) -> int:
        """How many answers are asked for; the levels wanted are not counted."""
        return len(self.dimensions)

    @property
    def seconds(self) -> int:
        """How long it takes, where the author names no minutes."""
        return len(self.dimensions) * SECONDS_PER_DIMENSION

    @property
    def texts(self) -> Iterator[tuple[str, Location]]:
        """Every piece of an author's Markdown that becomes a piece of the page."""
        yield from super().texts
        yield from ((level.text, level.location) for d in self.ladders for level in d.levels)

    @property
    def results(self) -> Iterator[ResultList]:
        """All lists of result texts."""
        # Where the levels themselves are wrong, their texts can't be checked against them: 0 stands for none.
        counts = {d.id: d.count if FEWEST <= d.count <= MOST else 0 for d in self.ladders}
        yield ResultList("the whole result", self.bands, 1, min(counts.values(), default=0), "levels")
        for d in self.ladders:
            low, high = (0, counts[d.id] - 1) if d.by == "distance" else (1, counts[d.id])
            yield ResultList(f'the dimension "{d.id}"', d.bands, low, high, f"{d.by or 'level'}s")

    def asks_in(self, dimension: Dimension) -> bool:
        """Whether anything is asked in a dimension; the levels have a check of their own."""
        return True

    def with_defaults(self) -> Self:
        """The same, with the items that the dimensions stand for: today, and in a year."""
        complete = super().with_defaults()
        return replace(complete, items=tuple(item for d in self.ladders for item in (_item(d, ""), _item(d, TARGET))))


def _item(dimension: LevelDimension, end: str) -> Item:
    values = tuple(range(1, dimension.count + 1))
    labels = tuple(plain_text(level.title) for level in dimension.levels)
    id = dimension.id
    return Item(
        id=f"{id}{end}",
        text="",
        section=id,
        dimension=id,
        reverse=False,
        weight=1,
        not_relevant=False,
        must=False,
        condition=None,
        scale=Scale(None, values, labels),
        location=dimension.location,
    )
