"""Elements that questionnaires of several kinds share: scales, statements, dimensions, result texts.

A field that a translation may leave out is `None` as written; `checking.parity` fills it in from the source.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from mkdocs_foundation.reports.message import Message
from mkdocs_foundation.reports.problems import Location
from mkdocs_foundation.values import dataclass

from .conditions.texts import ConditionalText, conditions_of
from .conditions.tree import Condition, normalised
from .marks import conditions, identity, passage, ranges, scoring, title
from .numbers import Sums, units
from .saying import say


@dataclass(frozen=True)
class Scale:
    """The answers that an item offers, lowest value first."""

    name: str | None
    """Name of a named scale, `None` for a free one."""
    values: tuple[float, ...]
    """Raw value of each answer, strictly increasing; whole ones are of the type `int`."""
    labels: tuple[str, ...] | None
    """Label of each answer for a free scale, "" for one that is its number alone; `None` for a named one."""
    not_relevant: bool = False
    """Whether "not relevant" is offered unless the author sets it."""

    @property
    def low(self) -> float:
        """The lowest raw value, L."""
        return self.values[0]

    @property
    def high(self) -> float:
        """The highest raw value, H."""
        return self.values[-1]

    @property
    def has_numbers(self) -> bool:
        """Whether the numbers are shown, since not every answer has a label."""
        return self.labels is not None and "" in self.labels

    def with_words_of(self, translation: Scale) -> Scale:
        """This scale with the labels of a translation."""
        return replace(self, labels=translation.labels)

    def __str__(self) -> str:
        return self.name or " | ".join(str(value) for value in self.values)


@dataclass(frozen=True)
class Band:
    """The text for a range of scores; half-open, except that the one ending at 100 includes 100.

    A range in points includes both its ends; `in_percent` converts it for scripts.
    """

    low: Annotated[float, scoring(data="low")]
    """Lowest score that belongs to it."""
    high: Annotated[float, scoring(data="high")]
    """Lowest score above the band; the last band includes its end, 100."""
    markdown: str
    """Text for the reader as Markdown, without the range."""
    location: Location
    """File and line of the text."""
    points: str = ""
    """The word for points as the author wrote it; "" for a range in percent."""
    name: Annotated[str, title("name")] = ""
    """Inline Markdown of the name, such as "Something to build on"; "" without one."""

    def __str__(self) -> str:
        numbers = f"{self.low}–{self.high}" if self.low < self.high else str(self.low)
        return f"{numbers} points" if self.points else numbers


def in_percent(bands: Sequence[Band], sums: Sums) -> tuple[Band, ...]:
    """Ranges in points as half-open ranges in percent, which meet halfway between two sums; all others unchanged.

    A score from which answers are missing lies between the sums: it belongs to the nearest, and halfway to the upper.
    """
    return tuple(
        replace(band, low=_limit(units(band.low), sums, -1), high=_limit(units(band.high), sums, 1))
        if band.points
        else band
        for band in bands
    )


def _limit(sum_: int, sums: Sums, side: int) -> float:
    """The border below (-1) or above (1) a range that begins or ends with a sum, in percent."""
    reach = sums.high - sums.low
    above = sum_ - sums.low
    step = above // sums.step if side > 0 else -(-above // sums.step)
    twice = 2 * step * sums.step + side * sums.step
    return min(max(100 * twice / (2 * reach), 0), 100) if reach else (0, 0, 100)[side + 1]


@dataclass(frozen=True)
class ResultList:
    """Result texts of one owner, and the range that they must cover together."""

    owner: Message
    """Owner of the texts, for messages."""
    bands: tuple[Band, ...]
    """Result texts, possibly none."""
    low: float = 0
    """Lowest value to cover."""
    high: float = 100
    """Highest value to cover."""
    unit: str = "scores"
    """Name of the values in messages; ranges of scores are half-open, all others include both ends."""
    sums: Sums | None = None
    """The sums that ranges in points are for; `None` where nothing is added up."""


@dataclass(frozen=True)
class Passage:
    """A text with a heading of its own that is shown with a result."""

    title: str
    """Inline Markdown of the heading, without attributes."""
    markdown: str
    """Text for the reader as Markdown."""
    location: Location
    """File and line of the heading."""


NOWHERE = "?"
"""First character of what an item has instead of a dimension where neither it nor its heading names one."""


def _dimension_written(here: Item, there: Item) -> tuple[str, ...] | None:
    """A statement under the source's heading, without a setting of its own, counts where the source's does."""
    if here.is_homeless or (here.section == there.section and here.dimensions == (here.section,)):
        return None
    return here.dimensions


def _condition_version(condition: Condition | None) -> str:
    return normalised(condition) if condition else ""


def _dimension_version(dimensions: tuple[str, ...]) -> str:
    return " ".join(dimensions).removeprefix(NOWHERE)


@dataclass(frozen=True)
class Item:
    """One statement with its answer scale."""

    id: Annotated[str, identity()]
    """Id, unique within the questionnaire and the same in every language."""
    text: str
    """Statement as inline Markdown."""
    section: Annotated[str, scoring(data="section")]
    """Id of the dimension under whose heading it is shown, or of the part."""
    dimensions: Annotated[
        tuple[str, ...],
        scoring(say("the dimension"), version=_dimension_version, data="dimensions", written=_dimension_written),
    ]
    """Ids of the dimensions that the item is scored in."""
    reverse: Annotated[bool, scoring("reverse", default=False, version=True, data="reverse")]
    """Whether a high raw value means a low score."""
    weight: Annotated[
        float | None, scoring(say("the weight"), default=1, version=True, data="weight", data_type="number")
    ]
    """Weight of the answer, 0.1 to 10."""
    not_relevant: Annotated[bool | None, scoring("not-relevant", data="notRelevant", data_type="boolean")]
    """Whether "not relevant" is offered."""
    must: Annotated[bool, scoring("must", default=False, data="must")]
    """Whether the item is a must: reported if not fulfilled, whatever the score."""
    condition: Annotated[
        Condition | None,
        scoring(version=_condition_version, data="condition", data_type="ResultCondition | null"),
    ]
    """Condition on other answers under which the item is active; without one it is always active."""
    scale: Annotated[
        Scale | None,
        scoring(
            say("the scale"),
            version=lambda scale: list(scale.values) if scale else [],
            data="values",
            convert=lambda scale: scale.values if scale else (),
            data_type="number[]",
        ),
    ]
    """Raw values of the scale, lowest first. `None` until the heading's or the questionnaire's is filled in."""
    location: Location
    """File and line of the item."""
    explanation: str = ""
    """Explanation, the Markdown indented below the statement; possibly empty."""
    lead: str = ""
    """Markdown that is shown before the item: the heading of a group of items within a dimension; "" for none."""

    @property
    def is_homeless(self) -> bool:
        """Whether nothing says which dimension the item counts in, which a translation need not."""
        return not self.dimensions or self.dimensions[0].startswith(NOWHERE)


@dataclass(frozen=True)
class Dimension:
    """A group of items that share a score."""

    id: Annotated[str, identity()]
    """Id, unique within the questionnaire and the same in every language."""
    title: Annotated[str, title()]
    """Inline Markdown of the heading, without attributes."""
    introduction: str
    """Introduction, the Markdown between the heading and the first item."""
    scale: Annotated[Scale | None, scoring(say("the scale"))]
    """Scale of the dimension's items; `None` for the questionnaire's."""
    minimum: Annotated[int | None, scoring("minimum", data="minimum", data_type="number")]
    """Percent of its items to be answered before it is scored; `None` for the questionnaire's."""
    target: Annotated[int | None, scoring("target", data="target")]
    """Score that the author aims for, if any."""
    good: Annotated[str | None, scoring("good", data="good", data_type='"high" | "low"')]
    """End of the score that is good, "high" or "low"; `None` for the questionnaire's."""
    bands: Annotated[tuple[Band, ...], ranges(data="bands")]
    """Result texts for ranges of this dimension's score, possibly none."""
    conditional: Annotated[tuple[ConditionalText, ...], conditions(conditions_of)]
    """Result texts with conditions, instead of ranges; `null` for "otherwise"."""
    first_step: Annotated[Passage | None, passage()]
    """First step for a reader for whom the dimension matters most, if the author names one."""
    questions: Annotated[Passage | None, passage()]
    """Questions for a team, a Markdown list; `None` without any."""
    location: Location
    """File and line of the heading."""


@dataclass(frozen=True)
class Part:
    """Items that are shown together and counted in other places: they are under a heading without an id."""

    id: Annotated[str, identity()]
    """Number of the part on its page; 0 where the items are under the title."""
    title: str
    """Inline Markdown of the heading; "" where the items are under the title."""
    introduction: str
    """Introduction, the Markdown between the heading and the first item."""
    scale: Annotated[Scale | None, scoring(say("the scale"))]
    """Scale of the part's items; `None` for the questionnaire's."""
    shuffle: Annotated[bool, scoring("shuffle", default=False)]
    """Whether its items are mixed, in one order for every reader and language."""
    location: Location
    """File and line of the heading."""


@dataclass(frozen=True)
class Outcome:
    """A result that has a name and a text of its own, such as a style or a square."""

    id: Annotated[str, identity()]
    """Id, unique within the questionnaire and the same in every language."""
    title: Annotated[str, title()]
    """Inline Markdown of the heading, without attributes."""
    text: str
    """Text for the reader, the Markdown below the heading."""
    first_step: Annotated[Passage | None, passage()]
    """First step for a reader with this result, if the author names one."""
    location: Location
    """File and line of the heading."""
