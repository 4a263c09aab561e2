"""What a questionnaire is: the frozen result of parsing, before and after scoring is inherited from the source.

A field that a translation may leave out is `None` as written; `parity.inherit_scoring` fills it in.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from mkdocs_foundation.problems import Location

from .parts import Action, Band, Dimension, Item, Kind, Outcome, Scale, Scenario, Square

DEFAULT_MINIMUM = 80
"""Percent of a dimension's applicable items that must be answered before it gets a score."""


@dataclass(frozen=True)
class Questionnaire:
    """A self-assessment as one author wrote it in one language."""

    id: str
    """The same in every language; saved answers hang on it."""
    kind: Kind | None
    """What is asked; `None` where not written."""
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
    paging: bool | None
    """Whether one dimension or situation is shown at a time; `None` where not written."""
    square: Square | None
    """The axes of a two-factor questionnaire; `None` where not written."""
    quadrants: tuple[Outcome, ...]
    """Its squares."""
    scenarios: tuple[Scenario, ...]
    """The situations of a scenario questionnaire."""
    styles: tuple[Outcome, ...]
    """Its styles, from the most directing to the least."""
    flexibility: tuple[Band, ...]
    """Its result texts for the flexibility, in percent of its maximum."""
    effectiveness: tuple[Band, ...]
    """Its result texts for the effectiveness, in percent of its range."""
    page_settings: Mapping[str, Any]
    """Of the page made of a section: what stands in the front matter of any other page."""
    location: Location
    """Where it is declared."""

    @property
    def count(self) -> int:
        """How many answers are asked for."""
        return len(self.items) + len(self.scenarios)

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
        items = sorted(
            (
                i.id,
                i.dimension,
                i.reverse,
                i.weight or 1,
                str(i.follows or ""),
                list(s.values) if (s := self.scale_of(i)) else [],
            )
            for i in self.items
        )
        styles = [style.id for style in self.styles]
        scenarios = sorted(
            (s.id, s.readiness, sorted((a.style, self.effect(s, a)) for a in s.actions)) for s in self.scenarios
        )
        structure = [self.id, items, styles, scenarios]
        return hashlib.sha256(json.dumps(structure).encode()).hexdigest()[:8]

    def asked(self, scenario: Scenario) -> int:
        """Index of the style that a situation asks for; 0 where that isn't written, which is an error elsewhere."""
        return min((scenario.readiness or 1), len(self.styles) or 1) - 1

    def effect(self, scenario: Scenario, action: Action) -> int:
        """The value of an action: the author's, else 2, 1, -1 or -2 by its distance from the style asked for."""
        if action.effect is not None:
            return action.effect
        order = [style.id for style in self.styles]
        if action.style not in order:
            return -2
        return (2, 1, -1, -2)[min(abs(order.index(action.style) - self.asked(scenario)), 3)]
