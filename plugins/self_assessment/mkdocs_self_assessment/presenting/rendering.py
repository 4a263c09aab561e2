"""Model and words to HTML; the only importer of Jinja. Markdown has become HTML before it comes here."""

from __future__ import annotations

import hashlib
import operator
import re
from collections.abc import Mapping, Sequence
from math import ceil
from pathlib import Path
from string import ascii_uppercase

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from mkdocs_foundation import catalogue as words
from mkdocs_foundation.catalogue import Catalogue

from ..model import DEFAULT_MINIMUM, Questionnaire
from ..parts import Action, Dimension, Item, Kind, Outcome, Scenario
from ..reading.blocks import inline_html, plain_text
from ..reading.scales import POSITIVE_FIRST
from . import key, strings
from .data import script_data
from .fragments import inline, piece
from .views import (
    AssessmentView,
    DimensionView,
    FollowsView,
    ItemView,
    LinkView,
    OptionView,
    OutcomeView,
    SectionView,
)

SECONDS_PER_ITEM = 15
"""Reading and answering one statement, where the author names no minutes."""
SECONDS_PER_SCENARIO = 60
"""The same for a situation with its actions."""


class Renderer:
    """Makes the HTML of one language."""

    def __init__(self, catalogue: Catalogue) -> None:
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
        self._templates.filters |= {"number": words.number, "signed": words.signed}

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

    def cards(self, links: Sequence[LinkView], kind: str) -> str:
        """A list of cards, or a sentence where there are none."""
        return self._templates.get_template("cards.html").render(links=links, kind=kind)

    def link(self, questionnaire: Questionnaire, url: str, lang: str = "") -> LinkView:
        """A link to a self-assessment; `lang` where its title isn't in the page's language."""
        return LinkView(
            title=plain_text(questionnaire.title),
            url=url,
            description=summary(questionnaire),
            minutes=minutes(questionnaire),
            count=questionnaire.count,
            situations=bool(questionnaire.scenarios),
            lang=lang,
        )

    def _view(
        self, q: Questionnaire, pieces: dict[str, str], article: LinkView | None, hub: LinkView | None
    ) -> AssessmentView:
        ids = [*(item.id for item in q.items), *(scenario.id for scenario in q.scenarios)]
        numbers = {id: number for number, id in enumerate(ids, start=1)}
        items = {
            item.id: ItemView(
                number=numbers[item.id],
                id=item.id,
                html=Markup(inline(piece(pieces, "item", item.id))),
                options=self._options(q, item),
                dimension=item.dimension,
                must=item.must,
                follows=self._follows(q, item, numbers),
            )
            for item in q.items
        }
        situations = {s.id: self._situation(q, s, numbers[s.id], pieces) for s in q.scenarios}
        low, high = key.sums([*items.values(), *situations.values()])
        return AssessmentView(
            id=q.id,
            kind=(q.kind or Kind.STATEMENTS).value,
            version=q.version,
            lang=self.t.lang,
            title=plain_text(q.title),
            introduction_html=Markup(piece(pieces, "introduction")),
            closing_html=Markup(piece(pieces, "closing")),
            minutes=minutes(q),
            minimum=q.minimum or DEFAULT_MINIMUM,
            count=q.count,
            sections=(
                *(_section(d.id, [items[i.id] for i in q.shown_in(d.id)], pieces) for d in q.dimensions),
                *(_section(s.id, [situations[s.id]], pieces) for s in q.scenarios),
            ),
            dimensions=tuple(_dimension(q, d, items, pieces) for d in q.dimensions),
            bands=key.band_texts("", q.bands, pieces, low, high),
            points_min=low,
            points_max=high,
            article=article,
            hub=hub,
            styles=_outcomes(q.styles, pieces),
            flexibility=key.band_texts("flexibility", q.flexibility, pieces, 0, -1),
            effectiveness=key.band_texts("effectiveness", q.effectiveness, pieces, 0, -1),
            quadrants=_outcomes(q.quadrants, pieces),
            axes=_axes(q),
            cut=q.square.cut if q.square else 0,
            points=key.points_tables(tuple(items.values())),
            sums=key.to_add_up(q, items),
            must=any(item.must for item in items.values()),
            data=Markup(script_data(q, self.t)),
        )

    def _follows(self, q: Questionnaire, item: Item, numbers: Mapping[str, int]) -> FollowsView | None:
        condition = item.follows
        other = next((i for i in q.items if condition and i.id == condition.item), None)
        if condition is None or other is None:
            return None
        passes = {"<=": operator.le, ">=": operator.ge, "=": operator.eq}[condition.test]
        options = [o for o in self._options(q, other) if o.value is not None and passes(o.value, condition.value)]
        return FollowsView(numbers[other.id], tuple(o.label for o in options))

    def _options(self, q: Questionnaire, item: Item) -> tuple[OptionView, ...]:
        scale = q.scale_of(item)
        if scale is None:
            return ()
        labels = scale.labels or strings.labels(self.t, scale.name or "")
        options = [
            OptionView(value, label, (scale.low + scale.high - value if item.reverse else value) * (item.weight or 1))
            for value, label in zip(scale.values, labels, strict=True)
        ]
        if scale.name in POSITIVE_FIRST:
            options.reverse()
        if q.offers_not_relevant(item):
            options.append(OptionView(None, self.t("scales.not-relevant"), None))
        return tuple(options)

    def _situation(self, q: Questionnaire, scenario: Scenario, number: int, pieces: dict[str, str]) -> ItemView:
        titles = {style.id: plain_text(style.title) for style in q.styles}
        values = [style.id for style in q.styles]
        options = [
            OptionView(
                value=values.index(action.style),
                label=Markup(inline(piece(pieces, "action", scenario.id, action.style))),
                points=q.effect(scenario, action),
                letter=letter,
                style=titles[action.style],
                reason_html=Markup(piece(pieces, "reason", scenario.id, action.style)),
            )
            for letter, action in zip(ascii_uppercase, shuffled(scenario), strict=False)
        ]
        return ItemView(number, scenario.id, Markup(inline_html(scenario.title)), tuple(options), "")


class Renderers:
    """The renderer of each language, made when it is first asked for."""

    def __init__(self, site_strings: Path | None = None) -> None:
        """Take the folder of the site's own catalogues."""
        self._site_strings = site_strings
        self._made: dict[str, Renderer] = {}

    def __call__(self, locale: str) -> Renderer:
        """The renderer of a language."""
        if locale not in self._made:
            self._made[locale] = Renderer(strings.load(locale, self._site_strings)[0])
        return self._made[locale]


def shuffled(scenario: Scenario) -> list[Action]:
    """The actions in an order that tells nothing and is the same in every language and at every build."""
    return sorted(scenario.actions, key=lambda a: hashlib.sha256(f"{scenario.id}:{a.style}".encode()).digest())


def _section(id: str, items: Sequence[ItemView], pieces: dict[str, str]) -> SectionView:
    return SectionView(
        id=id,
        heading_html=Markup(piece(pieces, "heading", id)),
        introduction_html=Markup(piece(pieces, "about", id)),
        items=tuple(items),
    )


def _dimension(
    q: Questionnaire, dimension: Dimension, items: dict[str, ItemView], pieces: dict[str, str]
) -> DimensionView:
    low, high = key.sums(items[i.id] for i in q.scored_in(dimension.id))
    return DimensionView(
        id=dimension.id,
        title=plain_text(dimension.title),
        bands=key.band_texts(dimension.id, dimension.bands, pieces, low, high),
        target=dimension.target,
    )


def _axes(q: Questionnaire) -> tuple[str, str]:
    titles = {d.id: plain_text(d.title) for d in q.dimensions}
    return (titles.get(q.square.x, ""), titles.get(q.square.y, "")) if q.square else ("", "")


def _outcomes(outcomes: Sequence[Outcome], pieces: dict[str, str]) -> tuple[OutcomeView, ...]:
    return tuple(
        OutcomeView(o.id, plain_text(o.title), Markup(piece(pieces, "outcome", o.id)), o.x or "", o.y or "")
        for o in outcomes
    )


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
    seconds = len(questionnaire.items) * SECONDS_PER_ITEM + len(questionnaire.scenarios) * SECONDS_PER_SCENARIO
    return questionnaire.minutes or max(1, ceil(seconds / 60))
