"""What a questionnaire of levels has: for each dimension, descriptions from the lowest level to the highest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Annotated, Self

from mkdocs_foundation.reports.problems import Location
from mkdocs_foundation.values import dataclass

from ...elements import Band, Dimension, Item, Part, ResultList, Scale
from ...marks import scoring
from ...model import Questionnaire
from ...naming import WHOLE, owner_of
from ...reading.blocks import plain_text

SECONDS_PER_DIMENSION = 90
"""Seconds to read the levels of a dimension and choose one, for the estimated time."""
FEWEST, MOST = 3, 6
"""Lowest and highest number of levels of a dimension."""
TARGET = "--target"
"""Suffix of the id of the item for the level wanted in a year; no author's id has two hyphens together."""


@dataclass(frozen=True)
class Level:
    """One description of a dimension."""

    id: str
    """Id of the level, unique within the dimension; made from its number where not written."""
    title: str
    """Name of the level as inline Markdown."""
    text: str
    """Description of the level as Markdown."""
    location: Location
    """File and line of the level."""


@dataclass(frozen=True)
class LevelBand(Band):
    """The text for a range of levels or of distances, both ends included."""

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"


@dataclass(frozen=True)
class LevelDimension(Dimension):
    """A dimension with its levels."""

    levels: tuple[Level, ...]
    """Levels, from the lowest to the highest."""
    by: Annotated[str | None, scoring("by", default="level", data="by", data_type='"level" | "distance"')]
    """What the dimension's result texts are chosen by: the level today, or the distance from there to the target."""

    @property
    def count(self) -> int:
        """Number of levels."""
        return len(self.levels)


@dataclass(frozen=True)
class LevelData:
    """One level of a dimension."""

    title: str
    """Name of the level as plain text."""


@dataclass(frozen=True)
class LadderData:
    """Data of a dimension of levels, for scripts, beside its marked fields."""

    levels: tuple[LevelData, ...]
    """Levels of the dimension, from the lowest to the highest."""


@dataclass(frozen=True)
class LevelItemData:
    """Extra data of an item that is answered with a level."""

    optional: bool
    """Whether a result is complete without an answer to the item."""


@dataclass(frozen=True)
class Maturity(Questionnaire):
    """A questionnaire whose answers are levels, today and perhaps in a year."""

    @property
    def ladders(self) -> tuple[LevelDimension, ...]:
        """Dimensions with their levels, in the order of the page."""
        return tuple(d for d in self.dimensions if isinstance(d, LevelDimension))

    @property
    def sections(self) -> tuple[Dimension | Part, ...]:
        """Dimensions, each of which is answered itself."""
        return self.dimensions

    @property
    def count(self) -> int:
        """Number of questions; the levels wanted in a year are not counted."""
        return len(self.dimensions)

    @property
    def seconds(self) -> int:
        """Estimated seconds to answer, for an author who names no minutes."""
        return len(self.dimensions) * SECONDS_PER_DIMENSION

    @property
    def texts(self) -> Iterator[tuple[str, Location]]:
        """Every piece of an author's Markdown that becomes a piece of the page."""
        yield from super().texts
        yield from ((level.text, level.location) for d in self.ladders for level in d.levels)

    @property
    def results(self) -> Iterator[ResultList]:
        """All lists of result texts."""
        # Where the levels themselves are wrong, their texts can't be checked against them: 0 means none.
        counts = {d.id: d.count if FEWEST <= d.count <= MOST else 0 for d in self.ladders}
        yield ResultList(WHOLE, self.bands, 1, min(counts.values(), default=0), "levels")
        for d in self.ladders:
            low, high = (0, counts[d.id] - 1) if d.by == "distance" else (1, counts[d.id])
            yield ResultList(owner_of(d.id), d.bands, low, high, f"{d.by or 'level'}s")

    def asks_in(self, dimension: Dimension) -> bool:
        """Whether a dimension has questions; the number of levels is checked by `check`."""
        return True

    def with_defaults(self) -> Self:
        """A copy with the items that each dimension is answered by: the level today, and the one wanted in a year."""
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
        dimensions=(id,),
        reverse=False,
        weight=1,
        not_relevant=False,
        must=False,
        condition=None,
        scale=Scale(None, values, labels),
        location=dimension.location,
    )
