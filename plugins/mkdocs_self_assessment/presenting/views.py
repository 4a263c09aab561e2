"""What the templates see: a questionnaire with its words, its HTML and its sums already made.

Templates only loop and print; every decision and every number is made by `rendering`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class OptionView:
    """One answer of an item."""

    value: int | None
    """Raw value; `None` means "not relevant"."""
    label: str
    """In the page's language."""
    points: int | None
    """What the answer adds to the sum on paper: reversed and weighted; `None` for "not relevant"."""


@dataclass(frozen=True)
class ItemView:
    """One statement, ready to be answered."""

    number: int
    """1-based, in the order of the page."""
    id: str
    """The item's id."""
    html: str
    """The statement as inline HTML."""
    options: tuple[OptionView, ...]
    """In the order of the scale, "not relevant" last."""
    dimension: str
    """Id of the dimension that it is scored in."""


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
class DimensionView:
    """One group of items."""

    id: str
    """The dimension's id."""
    title: str
    """Plain text."""
    heading_html: str
    """The heading element that MkDocs rendered (with id and permalink), empty where it has none of its own."""
    introduction_html: str
    """Block HTML, possibly empty."""
    items: tuple[ItemView, ...]
    """The items shown under the heading."""
    scored: tuple[ItemView, ...]
    """The items that count in the score."""
    bands: tuple[BandView, ...]
    """Result texts, possibly none."""
    points_min: int
    """Lowest sum on paper with every item answered."""
    points_max: int
    """Highest sum."""


@dataclass(frozen=True)
class LinkView:
    """A link to another page of the site."""

    title: str
    """Plain text."""
    url: str
    """Relative to the page it stands on."""
    description: str = ""
    """Plain text, possibly empty."""
    minutes: int | None = None
    """How long it takes; `None` where unknown."""
    count: int = 0
    """Number of statements of a self-assessment, 0 for an article."""
    lang: str = ""
    """Language of the title where it differs from the page's, else empty."""


@dataclass(frozen=True)
class AssessmentView:
    """A whole self-assessment on its page."""

    id: str
    """The assessment's id."""
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
    """Number of items."""
    dimensions: tuple[DimensionView, ...]
    """In the order of the page; one without a heading where the author made no dimensions."""
    bands: tuple[BandView, ...]
    """Result texts for the whole, possibly none."""
    points_min: int
    """Lowest sum on paper over all items."""
    points_max: int
    """Highest sum."""
    article: LinkView | None
    """The article that it is a section of."""
    hub: LinkView | None
    """The page that lists all self-assessments."""
    data: str
    """JSON for the browser: model and strings, safe inside a script element."""
