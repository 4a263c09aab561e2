"""Model and words to HTML; the only importer of Jinja. Markdown has become HTML before it comes here."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..model import DEFAULT_MINIMUM, Band, Dimension, Item, Questionnaire
from ..reading.blocks import plain_text
from ..reading.scales import POSITIVE_FIRST
from . import strings
from .fragments import inline, piece
from .views import AssessmentView, BandView, DimensionView, ItemView, LinkView, OptionView, SectionView

SECONDS_PER_ITEM = 15
"""Reading and answering one statement, where the author names no minutes."""


class Renderer:
    """Makes the HTML of one language."""

    def __init__(self, catalogue: strings.Catalogue) -> None:
        """Take the words of the language."""
        self.t = catalogue
        self._templates = Environment(
            loader=FileSystemLoader(Path(__file__).parents[1] / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals["t"] = catalogue

    def assessment(
        self,
        questionnaire: Questionnaire,
        pieces: Mapping[str, str],
        *,
        assets: str,
        article: LinkView | None,
        hub: LinkView | None,
    ) -> str:
        """The page of a self-assessment, without its title. Raises `LostFragmentError` where a piece is missing."""
        view = self._view(questionnaire, dict(pieces), article, hub)
        return self._templates.get_template("assessment.html").render(a=view, assets=assets)

    def card(self, link: LinkView, kind: str) -> str:
        """A card that leads to a self-assessment; `kind` is "section", "test-yourself" or "hub"."""
        return self._templates.get_template("card.html").render(link=link, kind=kind)

    def hub(self, links: Sequence[LinkView]) -> str:
        """The list of all self-assessments of a language."""
        return self._templates.get_template("hub.html").render(links=links)

    def link(self, questionnaire: Questionnaire, url: str, lang: str = "") -> LinkView:
        """A link to a self-assessment; `lang` where its title isn't in the page's language."""
        return LinkView(
            title=plain_text(questionnaire.title),
            url=url,
            description=summary(questionnaire),
            minutes=minutes(questionnaire),
            count=len(questionnaire.items),
            lang=lang,
        )

    def _view(
        self, q: Questionnaire, pieces: dict[str, str], article: LinkView | None, hub: LinkView | None
    ) -> AssessmentView:
        items = {
            item.id: ItemView(
                number=number,
                id=item.id,
                html=Markup(inline(piece(pieces, "item", item.id))),
                options=self._options(q, item),
                dimension=item.dimension,
            )
            for number, item in enumerate(q.items, start=1)
        }
        low, high = _sums(items.values())
        return AssessmentView(
            id=q.id,
            kind="statements",
            version=q.version,
            lang=self.t.lang,
            title=plain_text(q.title),
            introduction_html=Markup(piece(pieces, "introduction")),
            closing_html=Markup(piece(pieces, "closing")),
            minutes=minutes(q),
            minimum=q.minimum or DEFAULT_MINIMUM,
            count=len(q.items),
            sections=tuple(_section(q, d, items, pieces) for d in q.dimensions),
            dimensions=tuple(self._dimension(q, d, items, pieces) for d in q.dimensions),
            bands=_bands("", q.bands, pieces, low, high),
            points_min=low,
            points_max=high,
            article=article,
            hub=hub,
            styles=(),
            flexibility=(),
            effectiveness=(),
            quadrants=(),
            data=Markup(self._data(q)),
        )

    def _dimension(
        self, q: Questionnaire, dimension: Dimension, items: dict[str, ItemView], pieces: dict[str, str]
    ) -> DimensionView:
        scored = tuple(items[i.id] for i in q.scored_in(dimension.id))
        low, high = _sums(scored)
        return DimensionView(
            id=dimension.id,
            title=plain_text(dimension.title),
            scored=scored,
            bands=_bands(dimension.id, dimension.bands, pieces, low, high),
            points_min=low,
            points_max=high,
        )

    def _options(self, q: Questionnaire, item: Item) -> tuple[OptionView, ...]:
        scale = q.scale_of(item)
        if scale is None:
            return ()
        labels = scale.labels or strings.labels(self.t, scale.name or "")
        options = [
            OptionView(
                value,
                label,
                (scale.low + scale.high - value if item.reverse else value) * (item.weight or 1),
            )
            for value, label in zip(scale.values, labels, strict=True)
        ]
        if scale.name in POSITIVE_FIRST:
            options.reverse()
        if q.offers_not_relevant(item):
            options.append(OptionView(None, self.t("scales.not-relevant"), None))
        return tuple(options)

    def _data(self, q: Questionnaire) -> str:
        data = {
            "id": q.id,
            "version": q.version,
            "lang": self.t.lang,
            "minimum": q.minimum or DEFAULT_MINIMUM,
            "title": plain_text(q.title),
            "dimensions": [{"id": d.id, "title": plain_text(d.title), "bands": _ranges(d.bands)} for d in q.dimensions],
            "items": [
                {
                    "id": item.id,
                    "dimension": item.dimension,
                    "section": item.section,
                    "reverse": item.reverse,
                    "weight": item.weight or 1,
                    "values": list(scale.values) if (scale := q.scale_of(item)) else [],
                    "notRelevant": q.offers_not_relevant(item),
                }
                for item in q.items
            ],
            "bands": _ranges(q.bands),
            "strings": self.t.table("browser"),
        }
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        # A script element ends at "</script", and "<!--" changes how it ends.
        return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def summary(questionnaire: Questionnaire) -> str:
    """One or two sentences for cards and search engines: the page's description, or how a section begins."""
    if questionnaire.description:
        return questionnaire.description
    first = plain_text(questionnaire.introduction.split("\n\n", 1)[0])
    sentences = re.split(r"(?<=[.?]) ", first)
    short = sentences[0] if len(sentences[0]) >= 50 else " ".join(sentences[:2])
    return short if len(short) <= 200 else short[:199].rsplit(" ", 1)[0] + " …"


def minutes(questionnaire: Questionnaire) -> int:
    """How long it takes: what the author says, else an estimate."""
    return questionnaire.minutes or max(1, ceil(len(questionnaire.items) * SECONDS_PER_ITEM / 60))


def _section(q: Questionnaire, dimension: Dimension, items: dict[str, ItemView], pieces: dict[str, str]) -> SectionView:
    return SectionView(
        id=dimension.id,
        heading_html=Markup(piece(pieces, "heading", dimension.id)),
        introduction_html=Markup(piece(pieces, "about", dimension.id)),
        items=tuple(items[i.id] for i in q.shown_in(dimension.id)),
    )


def _ranges(bands: Sequence[Band]) -> list[dict[str, int]]:
    return [{"low": band.low, "high": band.high} for band in bands]


def _sums(items: Iterable[ItemView]) -> tuple[int, int]:
    points = [[o.points for o in item.options if o.points is not None] for item in items]
    return sum(min(p, default=0) for p in points), sum(max(p, default=0) for p in points)


def _bands(dimension: str, bands: Sequence[Band], pieces: dict[str, str], low: int, high: int) -> tuple[BandView, ...]:
    views = []
    for index, band in enumerate(bands):
        sums = [s for s in range(low, high + 1) if _in_band(band, s - low, high - low)]
        views.append(
            BandView(
                band.low,
                band.high,
                Markup(piece(pieces, "band", dimension, index)),
                min(sums, default=None),
                max(sums, default=None),
            )
        )
    return tuple(views)


def _in_band(band: Band, above: int, reach: int) -> bool:
    """Whether a sum lies in a half-open band, in whole numbers: 100·above/reach against the band's limits."""
    return band.low * reach <= 100 * above and (100 * above < band.high * reach or band.high == 100)
