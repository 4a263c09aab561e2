"""What a questionnaire is made of: scales, statements, situations, result texts.

A field that a translation may leave out is `None` as written; `checking.parity` fills it in from the source.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from mkdocs_foundation.problems import Location


class Kind(Enum):
    """What is asked, and so how it is scored."""

    STATEMENTS = "statements"
    """Rated statements or a checklist: a score for each dimension."""
    TWO_FACTOR = "two-factor"
    """Two dimensions as axes: a point in a named square."""
    SCENARIOS = "scenarios"
    """Situations with an action for each style: a style profile."""


@dataclass(frozen=True)
class Scale:
    """The answers that an item offers, lowest value first."""

    name: str | None
    """Name of a named scale, `None` for a free one."""
    values: tuple[int, ...]
    """Raw value of each answer, strictly increasing."""
    labels: tuple[str, ...] | None
    """Label of each answer for a free scale; `None` for a named one, whose labels stand in the catalogues."""
    not_relevant: bool = False
    """Whether "not relevant" is offered unless the author says otherwise."""

    @property
    def low(self) -> int:
        """The lowest raw value, L."""
        return self.values[0]

    @property
    def high(self) -> int:
        """The highest raw value, H."""
        return self.values[-1]


@dataclass(frozen=True)
class Band:
    """The text for a range of scores; half-open, except that the one ending at 100 includes 100."""

    low: int
    """Lowest score in percent that belongs to the band."""
    high: int
    """Lowest score in percent that no longer belongs to it."""
    markdown: str
    """The author's text, without the range."""
    location: Location
    """Where it stands."""


@dataclass(frozen=True)
class Item:
    """One statement with its answer scale."""

    id: str
    """Unique within the questionnaire and the same in every language."""
    text: str
    """Inline Markdown."""
    section: str
    """Id of the dimension under whose heading it is shown."""
    dimension: str
    """Id of the dimension that it is scored in; the section unless the author says otherwise."""
    reverse: bool
    """Whether a high raw value means a low score."""
    weight: int | None
    """Weight of the answer, 1 to 10; `None` where not written."""
    not_relevant: bool | None
    """Whether "not relevant" is offered; `None` where not written."""
    must: bool
    """Whether it must be in place whatever the score."""
    follows: FollowUp | None
    """When it is asked; `None` for always."""
    location: Location
    """Where it stands."""


@dataclass(frozen=True)
class FollowUp:
    """The condition under which an item is asked: an answer to another one."""

    item: str
    """Id of the other item."""
    test: str
    """How its raw value is compared: "<=", ">=" or "="."""
    value: int
    """With what."""

    def __str__(self) -> str:
        return f"{self.item}{self.test}{self.value}"


@dataclass(frozen=True)
class Action:
    """One way to act in a situation."""

    style: str
    """Id of its style, by which it is known within the situation."""
    effect: int | None
    """Its value as the author gives it, -2 to 2; `None` for the distance between its style and the one asked for."""
    text: str
    """Inline Markdown."""
    reason: str
    """Markdown shown after the result, possibly empty."""
    location: Location
    """Where it stands."""


@dataclass(frozen=True)
class Scenario:
    """A situation with an action for each style."""

    id: str
    """Unique within the questionnaire and the same in every language."""
    title: str
    """Inline Markdown of the heading, without attributes."""
    story: str
    """Markdown before the actions."""
    readiness: int | None
    """Which style the situation asks for, counted from 1; `None` where not written."""
    actions: tuple[Action, ...]
    """In the order in which they are written, which is not the order in which they are shown."""
    location: Location
    """Where its heading stands."""


@dataclass(frozen=True)
class Outcome:
    """A style of a scenario questionnaire, or a square of a two-factor one: a name and a text for the reader."""

    id: str
    """Unique within the questionnaire and the same in every language."""
    title: str
    """Inline Markdown of the heading, without attributes."""
    text: str
    """Markdown below the heading."""
    x: str | None
    """Of a square: "low" or "high" on the x axis; `None` where not written."""
    y: str | None
    """Of a square: the same on the y axis."""
    location: Location
    """Where its heading stands."""


@dataclass(frozen=True)
class Square:
    """What the axes of a two-factor questionnaire are."""

    x: str
    """Id of the dimension on the x axis."""
    y: str
    """Id of the dimension on the y axis."""
    cut: int
    """Lowest score that is high, on both."""


@dataclass(frozen=True)
class Dimension:
    """A group of items that share a score."""

    id: str
    """Unique within the questionnaire and the same in every language."""
    title: str
    """Inline Markdown of the heading, without attributes."""
    introduction: str
    """Markdown between the heading and the first item."""
    scale: Scale | None
    """A scale of its own; `None` for the questionnaire's."""
    minimum: int | None
    """Percent of its items to be answered before it is scored; `None` for the questionnaire's."""
    target: int | None
    """Score that the author aims for, if any."""
    bands: tuple[Band, ...]
    """Result texts for this dimension, possibly none."""
    location: Location
    """Where its heading stands."""
