"""What a questionnaire is: the frozen result of parsing, before and after scoring is inherited from the source.

A field that a translation may leave out is `None` as written; `parity.inherit_scoring` fills it in.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

from .problems import Location

DEFAULT_MINIMUM = 80
"""Percent of a dimension's applicable items that must be answered before it gets a score."""


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
    location: Location
    """Where it stands."""


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
    bands: tuple[Band, ...]
    """Result texts for this dimension, possibly none."""
    location: Location
    """Where its heading stands."""


@dataclass(frozen=True)
class Questionnaire:
    """A self-assessment as one author wrote it in one language."""

    id: str
    """The same in every language; saved answers hang on it."""
    uri: str
    """Path of the Markdown file, relative to the docs folder."""
    whole_page: bool
    """Whether the page is the self-assessment, or one section of an article."""
    first_line: int
    """Line of the heading of a section (1-based); 1 for a whole page."""
    last_line: int
    """Last line that belongs to it."""
    level: int
    """Level of the title's heading; dimensions stand one level below."""
    title: str
    """Inline Markdown of the title, without attributes."""
    description: str
    """The page's description for cards and lists; may be empty."""
    introduction: str
    """Markdown before the first dimension."""
    closing: str
    """Markdown of prose sections after the dimensions."""
    definitions: str
    """Markdown link definitions of the file that stand outside the section."""
    scale: Scale | None
    """The answers of every item that has no other; `None` where not written."""
    not_relevant: bool | None
    """Whether "not relevant" is offered; `None` where not written."""
    minutes: int | None
    """How long the author says it takes; `None` where not written."""
    minimum: int | None
    """Percent of a dimension's items to be answered before it is scored; `None` where not written."""
    dimensions: tuple[Dimension, ...]
    """In the order of the page."""
    items: tuple[Item, ...]
    """In the order of the page."""
    bands: tuple[Band, ...]
    """Result texts for the whole, possibly none."""
    location: Location
    """Where it is declared."""

    def dimension(self, id: str) -> Dimension | None:
        """The dimension with this id, if there is one."""
        return next((d for d in self.dimensions if d.id == id), None)

    def shown_in(self, section: str) -> tuple[Item, ...]:
        """The items that stand under this dimension's heading."""
        return tuple(i for i in self.items if i.section == section)

    def scored_in(self, dimension: str) -> tuple[Item, ...]:
        """The items that count in this dimension's score."""
        return tuple(i for i in self.items if i.dimension == dimension)

    def scale_of(self, item: Item) -> Scale | None:
        """The scale that an item is answered on: that of the heading it stands under, or the questionnaire's."""
        section = self.dimension(item.section)
        return (section.scale if section else None) or self.scale

    def offers_not_relevant(self, item: Item) -> bool:
        """Whether the reader may say that the item does not apply: item, questionnaire, scale, in this order."""
        scale = self.scale_of(item)
        for said in (item.not_relevant, self.not_relevant, scale.not_relevant if scale else None):
            if said is not None:
                return said
        return False

    @cached_property
    def version(self) -> str:
        """Eight hex digits that change when, and only when, results stop being comparable.

        Taken from ids, scoring and scale values, never from text, so every language has the same one.
        """
        structure = sorted(
            (i.id, i.dimension, i.reverse, i.weight or 1, list(s.values) if (s := self.scale_of(i)) else [])
            for i in self.items
        )
        return hashlib.sha256(json.dumps([self.id, structure]).encode()).hexdigest()[:8]
