"""What the templates see: a questionnaire with with its words, HTML and sums prepared.

Templates only loop and print; every decision and every number is made by `rendering`.
"""

from __future__ import annotations

from dataclasses import field
from typing import Any

from mkdocs_foundation.values import dataclass


@dataclass(frozen=True)
class OptionView:
    """One answer of an item."""

    value: float | None
    """Raw value; `None` means "not relevant"."""
    label: str
    """Label of the answer in the page's language, or as inline HTML."""
    points: float | None
    """Points that the answer adds to the printed sum, reversed and weighted; `None` for none."""
    number: str = field(default="", kw_only=True)
    """Number of the answer, shown where some answers of the scale have no other label; "" where it isn't shown."""


@dataclass(frozen=True)
class ItemView:
    """One statement or situation, ready to be answered."""

    number: int
    """1-based number of the item, in the order of the page."""
    id: str
    """Id of the item."""
    html: str
    """The statement as inline HTML; or the title of a situation."""
    options: tuple[OptionView, ...]
    """Answers in the order of the page, "not relevant" last."""
    dimensions: tuple[str, ...]
    """Ids of the dimensions that the item is scored in; none for a situation."""
    explanation_html: str = ""
    """Explanation as block HTML, possibly empty."""
    lead_html: str = ""
    """Block HTML before the item, the heading of its group; possibly empty."""
    must: bool = False
    """Whether the item is a must: reported if not fulfilled, whatever the score."""
    condition: str = ""
    """Condition under which the item is active, in words; "" for always."""

    @property
    def points_min(self) -> float:
        """The lowest points of an answer."""
        return min((o.points for o in self.options if o.points is not None), default=0)

    @property
    def points_max(self) -> float:
        """The highest points of an answer."""
        return max((o.points for o in self.options if o.points is not None), default=0)


@dataclass(frozen=True)
class SectionView:
    """What is under one heading of the form: the items of a dimension, or one situation."""

    id: str
    """Id of the dimension or situation."""
    heading_html: str
    """The heading element that MkDocs rendered (with id), empty where it has none of its own."""
    introduction_html: str
    """Introduction as block HTML, possibly empty; the story of a situation."""
    items: tuple[ItemView, ...]
    """Items in the order of the page."""


@dataclass(frozen=True)
class BandView:
    """One result text."""

    low: float
    """Lowest score in percent."""
    high: float
    """First score in percent above the band (100 is included in the last)."""
    html: str
    """The text as block HTML; its links are the suggested reading."""
    points_low: float | None
    """Lowest printed sum that falls in the band with every item answered; `None` if no sum does."""
    points_high: float | None
    """Highest printed sum that falls in the band; `None` if no sum does."""
    in_points: bool = False
    """Whether the author gave the range in points, so that its percentages are of no interest."""
    name: str = ""
    """Name as plain text; "" without one."""


@dataclass(frozen=True)
class ConditionalView:
    """One result text with a condition."""

    condition: str
    """Condition of the text, in words."""
    html: str
    """The text as block HTML; its links are the suggested reading."""
    name: str = ""
    """Name as plain text; "" without one."""


@dataclass(frozen=True)
class PassageView:
    """A text with a heading of its own that is shown with a result."""

    name: str
    """Class of the heading that the author wrote, "first-step" or "questions"."""
    title: str
    """Heading as plain text."""
    html: str
    """The text as block HTML."""


@dataclass(frozen=True)
class DimensionView:
    """One group of items that share a score."""

    id: str
    """Id of the dimension."""
    title: str
    """Title of the dimension as plain text."""
    bands: tuple[BandView, ...]
    """Result texts for ranges, possibly none."""
    conditional: tuple[ConditionalView, ...]
    """Result texts with conditions instead of ranges."""
    passages: tuple[PassageView, ...]
    """First step and questions of the dimension, possibly none."""
    target: int | None = None
    """Score that the author aims for."""
    low_is_good: bool = False
    """Whether a low score is a good one."""
    introduction_html: str = ""
    """Introduction as block HTML where the form has none, as no items are under the heading; possibly empty."""
    in_form: bool = True
    """Whether the heading is in the form."""


@dataclass(frozen=True)
class PointsRowView:
    """The items whose answers give the same points."""

    items: tuple[ItemView, ...]
    """Items that share the points, in the order of the page."""
    points: tuple[float | None, ...]
    """Points of each answer; `None` for "not relevant"."""


@dataclass(frozen=True)
class PointsView:
    """The items that offer the same answers, for adding up by hand."""

    labels: tuple[str, ...]
    """Labels of the answers."""
    rows: tuple[PointsRowView, ...]
    """Lines of points, in the order of their first items."""


@dataclass(frozen=True)
class SumView:
    """The items that are added up by hand for one score."""

    title: str
    """Plain title of the dimension; "" for the whole."""
    numbers: str
    """Numbers of the items, such as "1–3, 7"."""
    low: float
    """Lowest sum with every item answered."""
    high: float
    """Highest sum with every item answered."""


@dataclass(frozen=True)
class OutcomeView:
    """A result that has a name and a text of its own."""

    id: str
    """Id, the same in every language."""
    title: str
    """Title as plain text."""
    html: str
    """Text for the reader as block HTML."""
    passages: tuple[PassageView, ...]
    """First step of the result, possibly none."""


@dataclass(frozen=True)
class LinkView:
    """A link to another page of the site."""

    title: str
    """Title of the page as plain text."""
    url: str
    """Address of the target, relative to the page with the link."""
    description: str = ""
    """Description as plain text, possibly empty."""
    minutes: int | None = None
    """Minutes that the self-assessment takes; `None` where unknown."""
    size: str = ""
    """Number of questions in words of the page's language; "" for an article."""
    lang: str = ""
    """Language of the title where it differs from the page's, else empty."""
    team: str = ""
    """Address of the self-assessment's page for a team; "" without one."""
    kit: str = ""
    """Address of the self-assessment's workshop kit; "" without one."""


@dataclass(frozen=True)
class TeamView:
    """Where a team gathers its answers; addresses are relative to the self-assessment's page."""

    url: str
    """Address of the page for a team."""
    words: str
    """Address of the words that handing in asks for."""


@dataclass(frozen=True)
class AssessmentView:
    """A whole self-assessment on its page."""

    id: str
    """Id of the self-assessment."""
    kind: str
    """Name of the self-assessment's kind, under which its templates are found."""
    version: str
    """Fingerprint of the scoring."""
    lang: str
    """Locale of the content, which on a fallback page is not the site's."""
    title: str
    """Title as plain text."""
    introduction_html: str
    """Introduction as block HTML."""
    closing_html: str
    """Prose after the questions as block HTML, possibly empty."""
    minutes: int
    """Minutes that the self-assessment takes."""
    minimum: int
    """Percent of items to be answered before a score is given."""
    count: int
    """Number of questions."""
    size: str
    """Number of questions in words of the page's language."""
    sections: tuple[SectionView, ...]
    """Sections of the form, in the order of the page."""
    dimensions: tuple[DimensionView, ...]
    """Dimensions that are scored; one with the self-assessment's own id where the author made none; possibly none."""
    bands: tuple[BandView, ...]
    """Result texts for ranges of the whole, possibly none."""
    conditional: tuple[ConditionalView, ...]
    """Result texts for the whole with conditions, instead of ranges."""
    passages: tuple[PassageView, ...]
    """First step and questions of the whole, possibly none."""
    article: LinkView | None
    """Link to the article that the self-assessment is a section of."""
    hub: LinkView | None
    """Link to the page that lists all self-assessments."""
    team: TeamView | None
    """The page for a team, where the site has such pages."""
    kit: str
    """Address of the workshop kit; "" without one."""
    points: tuple[PointsView, ...]
    """The points of all statements; empty where they are not added up."""
    sums: tuple[SumView, ...]
    """The sums to add up for each score, the whole last; empty where nothing is added up."""
    must: bool
    """Whether any item is a must."""
    low_is_good: bool
    """Whether a low score of the whole is a good one."""
    compares_people: bool
    """Whether a result may be compared with another person's."""
    draws_radar: bool
    """Whether the scores of the dimensions are drawn as one shape."""
    own: Any
    """Template data that only this kind has."""
    data: str
    """JSON for the browser: model and strings, safe inside a script element."""

    @property
    def uses_points(self) -> bool:
        """Whether any result text is for a range in points."""
        return any(band.in_points for band in self._all_bands)

    @property
    def uses_percent(self) -> bool:
        """Whether percentages are needed to find a result text."""
        conditional = self.conditional or any(dimension.conditional for dimension in self.dimensions)
        return bool(conditional) or not all(band.in_points for band in self._all_bands) or not self.uses_points

    @property
    def _all_bands(self) -> tuple[BandView, ...]:
        return (*self.bands, *(band for dimension in self.dimensions for band in dimension.bands))
