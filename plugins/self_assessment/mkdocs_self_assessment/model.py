"""What a questionnaire is: the frozen result of parsing, before and after scoring is inherited from the source.

A field that a translation may leave out is `None` as written; `checking.parity` fills it in. What only one kind has is
in the class of its folder in `kinds/`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from typing import Annotated, Any, Self

from mkdocs_foundation.reports.message import Message, verbatim
from mkdocs_foundation.reports.problems import Location
from mkdocs_foundation.values import dataclass

from .conditions.texts import ConditionalText, conditions_of
from .elements import Band, Dimension, Item, Outcome, Part, Passage, ResultList, Scale, in_percent
from .marks import Role, conditions, identity, marked, members, passage, ranges, scoring, title, version_of
from .naming import WHOLE, owner_of
from .numbers import UNITS, Sums, exact, sums_of
from .ordering import mixed
from .saying import say

DEFAULT_MINIMUM = 80
"""Percent of a dimension's applicable items that must be answered before it gets a score."""

ENDS = HIGH, LOW = "high", "low"
"""The ends of a score, of which a high one is good unless the author says otherwise."""

SECONDS_PER_ITEM = 15
"""Seconds to read and answer one statement, for the estimated time."""

_FIRST = ("items", "styles", "scenarios")
"""These have fixed positions in the version, whether a kind has them or not: saved answers depend on it."""


@dataclass(frozen=True)
class Questionnaire:
    """A self-assessment as one author wrote it in one language."""

    id: Annotated[str, identity()]
    """Id, the same in every language; saved answers depend on it."""
    kind: str | None
    """Name of the kind as written; `None` where not written."""
    uri: str
    """Path of the Markdown file, relative to the docs folder."""
    whole_page: bool
    """Whether the whole page is the self-assessment, rather than one section of an article."""
    first_line: int
    """Line of the heading of a section (1-based); 1 for a whole page."""
    last_line: int
    """Last line of the self-assessment (1-based)."""
    level: int
    """Level of the title's heading; dimensions are one level below."""
    title: Annotated[str, title()]
    """Inline Markdown of the title, without attributes."""
    description: str
    """Description of the page for cards and lists; may be empty."""
    introduction: str
    """Markdown before the first dimension."""
    closing: str
    """Markdown of prose sections after the dimensions."""
    definitions: str
    """Definitions of links, abbreviations and footnotes in the file that its texts can use."""
    scale: Annotated[Scale | None, scoring(say("the scale"))]
    """Scale of every item that has no scale of its own; `None` where not written."""
    not_relevant: Annotated[bool | None, scoring("not-relevant")]
    """Whether "not relevant" is offered; `None` where not written."""
    minutes: int | None
    """Minutes that it takes by the author's estimate; `None` where not written."""
    minimum: Annotated[int | None, scoring("minimum", default=DEFAULT_MINIMUM, data="minimum", data_type="number")]
    """Percent of the applicable items that must be answered for a score."""
    paging: Annotated[bool | None, scoring("paging", data="paging", convert=bool, data_type="boolean")]
    """Whether one dimension or situation is shown at a time."""
    good: Annotated[str | None, scoring("good", default="high", data="good", data_type='"high" | "low"')]
    """End of the score that is good, "high" or "low"; `None` where not written, which means "high"."""
    dimensions: Annotated[tuple[Dimension, ...], members(say("the dimension"), data="dimensions")]
    """Dimensions in the order of the page. The only one has the self-assessment's own id where the author made none."""
    parts: Annotated[tuple[Part, ...], members("")]
    """Items under headings without an id, each of which names the dimensions that it counts in."""
    shuffle: Annotated[bool | None, scoring("shuffle")]
    """Whether the items under each heading are mixed, in one order for every reader and language."""
    items: Annotated[tuple[Item, ...], members(say("the statement"), version=True, data="items")]
    """Items in the order of the page."""
    bands: Annotated[tuple[Band, ...], ranges(WHOLE, data="bands")]
    """Result texts for ranges of the whole score, possibly none."""
    conditional: Annotated[tuple[ConditionalText, ...], conditions(conditions_of)]
    """Result texts for the whole with conditions, instead of ranges; `null` for "otherwise"."""
    first_step: Annotated[Passage | None, passage()]
    """First step for a reader for whom the whole matters most, if the author names one."""
    questions: Annotated[Passage | None, passage()]
    """Questions for a team, a Markdown list; `None` without any."""
    page_settings: Mapping[str, Any]
    """Front matter of the page generated from a section; empty for a whole page."""
    location: Location
    """File and line of the declaration."""

    @property
    def count(self) -> int:
        """Number of questions."""
        return len(self.items)

    @property
    def seconds(self) -> int:
        """Estimated seconds to answer, for an author who names no minutes."""
        return len(self.items) * SECONDS_PER_ITEM

    @property
    def outcomes(self) -> tuple[Any, ...]:
        """Results that have a heading and a text of their own."""
        return ()

    @property
    def texts(self) -> Iterator[tuple[str, Location]]:
        """Every piece of an author's Markdown that becomes a piece of the page."""
        yield from self.addressed_texts
        yield self.introduction, self.location
        yield self.closing, self.location
        for item in self.items:
            yield from ((text, item.location) for text in (item.lead, item.text, item.explanation))
        yield from ((part.introduction, part.location) for part in self.parts)
        for dimension in self.dimensions:
            yield dimension.introduction, dimension.location
        yield from ((found.markdown, found.location) for name, _, found in self.passages if name == "questions")

    @property
    def addressed_texts(self) -> Iterator[tuple[str, Location]]:
        """The pieces in which a paragraph may be for one reader or for a team."""
        yield from ((outcome.text, outcome.location) for outcome in self.outcomes)
        for found in self.results:
            yield from ((band.markdown, band.location) for band in found.bands)
        for _, conditional in self.conditional_results:
            yield from ((text.markdown, text.location) for text in conditional)
        yield from ((found.markdown, found.location) for name, _, found in self.passages if name == "first-step")

    @property
    def conditional_results(self) -> Iterator[tuple[str, tuple[ConditionalText, ...]]]:
        """All lists of conditional texts: that of the whole with the empty id, and that of each dimension."""
        yield "", self.conditional
        yield from ((dimension.id, dimension.conditional) for dimension in self.dimensions)

    @property
    def passages(self) -> Iterator[tuple[str, str, Passage]]:
        """All first steps and lists of questions: the class of each, the id of its result, and itself."""
        for owner in (self, *self.dimensions, *self.outcomes):
            id = "" if owner is self else owner.id
            yield from ((name, id, found) for name, found in passages_of(owner))

    @property
    def results(self) -> Iterator[ResultList]:
        """All lists of result texts."""
        for name, mark in marked(self):
            if mark.role is Role.RANGES:
                yield self._result_list(verbatim(mark.name), getattr(self, name), self.items if name == "bands" else ())
        for dimension in self.dimensions:
            yield self._result_list(owner_of(dimension.id), dimension.bands, self.scored_in(dimension.id))

    def _result_list(self, owner: Message, bands: tuple[Band, ...], items: tuple[Item, ...]) -> ResultList:
        in_points = any(band.points for band in bands)
        if not items or not bands or not (in_points or max(band.high for band in bands) < 100):
            return ResultList(owner, bands)
        if any(self.scale_of(item) is None for item in items):  # reported, and without values there are no sums
            return ResultList(owner, bands, 0, -1 if in_points else 100)
        sums = self.sums_of(items)
        if not in_points:  # the word may have been forgotten
            return ResultList(owner, bands, sums=sums)
        return ResultList(owner, bands, exact(sums.low / UNITS), exact(sums.high / UNITS), "points", sums)

    def sums_of(self, items: Iterable[Item]) -> Sums:
        """The sums that answers to all of some items can give, with their weights."""
        scales = ((item.weight or 1, self.scale_of(item)) for item in items)
        return sums_of([weight * value for value in scale.values] for weight, scale in scales if scale)

    def dimension(self, id: str) -> Dimension | None:
        """The dimension with this id, if there is one."""
        return next((d for d in self.dimensions if d.id == id), None)

    def shown_in(self, section: str) -> tuple[Item, ...]:
        """The items that are under this dimension's heading."""
        return tuple(i for i in self.items if i.section == section)

    def scored_in(self, dimension: str) -> tuple[Item, ...]:
        """The items that count in this dimension's score."""
        return tuple(i for i in self.items if dimension in i.dimensions)

    @property
    def sections(self) -> tuple[Dimension | Part, ...]:
        """The dimensions and parts that have items under their heading, in the order of the page."""
        shown = {item.section for item in self.items}
        found: list[Dimension | Part] = [*self.dimensions, *self.parts]
        return tuple(sorted((s for s in found if s.id in shown), key=lambda s: s.location.line))

    def mixed(self) -> Self:
        """A copy with the items in the order in which they are shown: mixed where the author asks for it."""
        asked = (
            {part.id for part in self.parts if part.shuffle} if not self.shuffle else {i.section for i in self.items}
        )
        return replace(self, items=mixed(self.items, asked, self.id)) if asked else self

    def asks_in(self, dimension: Dimension) -> bool:
        """Whether any item counts in a dimension's score."""
        return bool(self.scored_in(dimension.id))

    def scale_of(self, item: Item) -> Scale | None:
        """The scale that an item is answered on: its own, that of the heading it is under, or the questionnaire's."""
        section = self.dimension(item.section) or next((p for p in self.parts if p.id == item.section), None)
        return item.scale or (section.scale if section else None) or self.scale

    def offers_not_relevant(self, item: Item) -> bool:
        """Whether an item offers "not relevant": the item's setting, else the questionnaire's, else the scale's."""
        scale = self.scale_of(item)
        for setting in (item.not_relevant, self.not_relevant, scale.not_relevant if scale else None):
            if setting is not None:
                return setting
        return False

    def with_defaults(self) -> Self:
        """A copy with the inherited settings of the questionnaire and its dimensions filled in for each item."""
        minimum, good = self.minimum or DEFAULT_MINIMUM, self.good or HIGH
        return replace(
            self,
            minimum=minimum,
            good=good,
            bands=in_percent(self.bands, self.sums_of(self.items)),
            dimensions=tuple(
                replace(
                    d,
                    minimum=d.minimum or minimum,
                    good=d.good or good,
                    bands=in_percent(d.bands, self.sums_of(self.scored_in(d.id))),
                )
                for d in self.dimensions
            ),
            items=tuple(
                replace(i, weight=i.weight or 1, scale=self.scale_of(i), not_relevant=self.offers_not_relevant(i))
                for i in self.items
            ),
        )

    @cached_property
    def version(self) -> str:
        """Eight hex digits that change when, and only when, results stop being comparable.

        Taken from ids, scoring and scale values, never from text, so every language has the same one.
        """
        complete = self.with_defaults()
        found = dict(zip((n for n, m in marked(complete) if m.version), version_of(complete), strict=True))
        structure = [found.pop("id"), *(found.pop(name, []) for name in _FIRST), *found.values()]
        return hashlib.sha256(json.dumps(structure).encode()).hexdigest()[:8]


def passages_of(owner: Questionnaire | Dimension | Outcome) -> Iterator[tuple[str, Passage]]:
    """The passages of a result, by the names of their classes."""
    for name, mark in marked(owner):
        if mark.role is Role.PASSAGE and (found := getattr(owner, name)):
            yield name.replace("_", "-"), found
