"""What the templates see: a questionnaire with its words, its HTML and its sums already made.

Templates only loop and print; every decision and every number is made by `rendering`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class OptionView:
    """One answer of an item."""

    value: int | None
    """Raw value; `None` means "not relevant"."""
    label: str
    """In the page's language, or inline HTML."""
    points: int | None
    """What it adds to the sum on paper, reversed and weighted; `None` for nothing."""


@dataclass(frozen=True)
class ConditionView:
    """What another item's answer must be for this one to be asked."""

    number: int
    """Of the other item."""
    answers: tuple[str, ...]
    """Labels of the answers that it is asked after."""


@dataclass(frozen=True)
class ItemView:
    """One statement or situation, ready to be answered."""

    number: int
    """1-based, in the order of the page."""
    id: str
    """The item's id."""
    html: str
    """The statement as inline HTML; or the title of a situation."""
    options: tuple[OptionView, ...]
    """In the order of the page, "not relevant" last."""
    dimension: str
    """Id of the dimension that it is scored in; "" for one that adds to none."""
    must: bool = False
    """Whether it must be in place whatever the score."""
    condition: ConditionView | None = None
    """When it is asked; `None` for always."""

    @property
    def points_min(self) -> int:
        """The fewest points that an answer gives."""
        return min((o.points for o in self.options if o.points is not None), default=0)

    @property
    def points_max(self) -> int:
        """The most points that an answer gives."""
        return max((o.points for o in self.options if o.points is not None), default=0)


@dataclass(frozen=True)
class SectionView:
    """What is under one heading of the form: the items of a dimension, or one situation."""

    id: str
    """Of the dimension or situation."""
    heading_html: str
    """The heading element that MkDocs rendered (with id), empty where it has none of its own."""
    introduction_html: str
    """Block HTML, possibly empty; of a situation, its story."""
    items: tuple[ItemView, ...]
    """In the order of the page."""


@dataclass(frozen=True)
class BandView:
    """One result text."""

    low: int
    """Lowest score in percent."""
    high: int
    """First score in percent above the band (100 is included in the last)."""
    html: str
    """The text as block HTML; its links lead to the next articles."""
    points_low: int | None
    """Lowest sum on paper that falls in the band with every item answered; `None` if no sum does."""
    points_high: int | None
    """Highest such sum."""


@dataclass(frozen=True)
class ConditionalView:
    """One result text with a condition."""

    condition: str
    """When it is shown, in words."""
    html: str
    """The text as block HTML; its links lead to the next articles."""


@dataclass(frozen=True)
class DimensionView:
    """One group of items that share a score."""

    id: str
    """The dimension's id."""
    title: str
    """Plain text."""
    bands: tuple[BandView, ...]
    """Result texts for ranges, possibly none."""
    conditional: tuple[ConditionalView, ...]
    """Result texts with conditions, in the place of ranges."""
    target: int | None = None
    """Score that the author aims for."""


@dataclass(frozen=True)
class PointsRowView:
    """The items whose answers give the same points."""

    items: tuple[ItemView, ...]
    """In the order of the page."""
    points: tuple[int | None, ...]
    """Of each answer; `None` for "not relevant"."""


@dataclass(frozen=True)
class PointsView:
    """The items that offer the same answers, for adding up by hand."""

    labels: tuple[str, ...]
    """Of the answers."""
    rows: tuple[PointsRowView, ...]
    """In the order of their first items."""


@dataclass(frozen=True)
class SumView:
    """What is added up by hand for one score."""

    title: str
    """Plain title of the dimension; "" for the whole."""
    numbers: str
    """Of the items, such as "1–3, 7"."""
    low: int
    """Lowest sum with every item answered."""
    high: int
    """Highest sum."""


@dataclass(frozen=True)
class OutcomeView:
    """A result that has a name and a text of its own."""

    id: str
    """The same in every language."""
    title: str
    """Plain text."""
    html: str
    """What it means for the reader, as block HTML."""


@dataclass(frozen=True)
class LinkView:
    """A link to another page of the site."""

    title: str
    """Plain text."""
    url: str
    """Relative to the page that it is on."""
    description: str = ""
    """Plain text, possibly empty."""
    minutes: int | None = None
    """How long it takes; `None` where unknown."""
    size: str = ""
    """How many questions it has, in the page's language; "" for an article."""
    lang: str = ""
    """Language of the title where it differs from the page's, else empty."""


@dataclass(frozen=True)
class AssessmentView:
    """A whole self-assessment on its page."""

    id: str
    """The assessment's id."""
    kind: str
    """Name of its kind, and so of the folder of the kind's templates."""
    version: str
    """Fingerprint of its scoring."""
    lang: str
    """Language of the content, which on a fallback page is not the site's."""
    title: str
    """Plain text."""
    introduction_html: str
    """Block HTML."""
    closing_html: str
    """Block HTML, possibly empty."""
    minutes: int
    """How long it takes."""
    minimum: int
    """Percent of items to be answered before a score is given."""
    count: int
    """Number of questions."""
    size: str
    """The same in the page's language."""
    sections: tuple[SectionView, ...]
    """What is asked, in the order of the page."""
    dimensions: tuple[DimensionView, ...]
    """What is scored; one with the assessment's own id where the author made none; perhaps none."""
    bands: tuple[BandView, ...]
    """Result texts for ranges of the whole, possibly none."""
    conditional: tuple[ConditionalView, ...]
    """Result texts for the whole with conditions, in the place of ranges."""
    article: LinkView | None
    """The article that it is a section of."""
    hub: LinkView | None
    """The page that lists all self-assessments."""
    points: tuple[PointsView, ...]
    """The points of all statements; none where they are not added up."""
    sums: tuple[SumView, ...]
    """What is added up for each score, the whole last; none where nothing is added up."""
    must: bool
    """Whether any item must be in place."""
    compares_people: bool
    """Whether a result may be beside another person's."""
    draws_radar: bool
    """Whether the scores of the dimensions are drawn as one shape."""
    own: Any
    """What only its kind has."""
    data: str
    """JSON for the browser: model and strings, safe inside a script element."""
