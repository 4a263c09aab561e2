"""Situations as Markdown with markers, as their templates see them, and as scripts get them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from string import ascii_uppercase
from typing import Any

from markupsafe import Markup

from mkdocs_foundation.sources.catalogue import Catalogue
from mkdocs_foundation.values import dataclass

from ...elements import Item, Scale
from ...inline import guarded
from ...presenting import key
from ...presenting.pieces import Pieces, band_pieces, checklist_pieces, marker
from ...presenting.plain_data import data_of, fields_of
from ...presenting.questions import section_view
from ...presenting.safe_html import safe
from ...presenting.views import BandView, ItemView, OptionView, OutcomeView, SectionView
from ...reading.blocks import inline_html, plain_text
from .model import Action, ActionData, Scenario, Scenarios, SituationData


@dataclass(frozen=True)
class ActionView(OptionView):
    """One action of a situation, as templates see it; its points are its effect, -2 to 2."""

    letter: str
    """Letter of the action (A, B, C …), in the order of the page."""
    style: str
    """Title of the action's style."""
    reason_html: str
    """Reason for the action's effect as block HTML, possibly empty."""


@dataclass(frozen=True)
class ScenariosView:
    """Template data that only situations have."""

    styles: tuple[OutcomeView, ...]
    """Styles, from the most directing to the least."""
    flexibility: tuple[BandView, ...]
    """Result texts for the flexibility in percent of its maximum."""
    effectiveness: tuple[BandView, ...]
    """Result texts for the effectiveness in percent of its range."""
    points_min: float
    """Lowest sum of effects over all situations."""
    points_max: float
    """Highest sum of effects over all situations."""


def compose(q: Scenarios) -> Iterator[str]:
    """The Markdown of situations, styles and figures, each piece behind its marker."""
    for scenario in q.scenarios:
        yield from (marker("heading", scenario.id), f"## {scenario.title} {{#{scenario.id}}}")
        yield from (marker("about", scenario.id), scenario.story)
        for action in scenario.actions:
            yield from (marker("action", scenario.id, action.style), guarded(action.text))
            yield from (marker("reason", scenario.id, action.style), action.reason)
    yield from band_pieces("flexibility", q.flexibility)
    yield from band_pieces("effectiveness", q.effectiveness)


def checklist(q: Scenarios) -> Iterator[str]:
    """The Markdown of the readable situations."""
    for scenario in q.scenarios:
        yield from (f"{'#' * (q.level + 1)} {scenario.title} {{#{scenario.id}}}", scenario.story)
        yield from checklist_pieces([action.text for action in scenario.actions])


def sections(q: Scenarios, pieces: Pieces, _: Catalogue) -> tuple[SectionView, ...]:
    """Each situation under its heading."""
    return tuple(
        section_view(s.id, (_situation(q, s, number, pieces),), pieces) for number, s in enumerate(q.scenarios, start=1)
    )


def view(q: Scenarios, pieces: Pieces, sections: tuple[SectionView, ...]) -> ScenariosView:
    """The template data that only situations have."""
    low, high = key.sums(item for section in sections for item in section.items)
    return ScenariosView(
        tuple(key.outcome_text(o, pieces) for o in q.styles),
        key.band_texts("flexibility", q.flexibility, pieces, None),
        key.band_texts("effectiveness", q.effectiveness, pieces, None),
        low,
        high,
    )


def added_up(sections: tuple[SectionView, ...], t: Catalogue) -> list[tuple[str, tuple[ItemView, ...]]]:
    """The effectiveness: the effects of all situations."""
    return [(t("styles.effectiveness"), tuple(item for section in sections for item in section.items))]


def data(q: Scenarios) -> Mapping[str, Any]:
    """A situation is an item whose values are the indices of the styles."""
    return {"items": [_item(q, scenario) for scenario in q.scenarios]}


def shuffled(scenario: Scenario) -> list[Action]:
    """The actions in an order that reveals nothing and is the same in every language and at every build."""
    return sorted(scenario.actions, key=lambda a: hashlib.sha256(f"{scenario.id}:{a.style}".encode()).digest())


def _situation(q: Scenarios, scenario: Scenario, number: int, pieces: Pieces) -> ItemView:
    titles = {style.id: plain_text(style.title) for style in q.styles}
    values = list(titles)
    options = tuple(
        ActionView(
            value=values.index(action.style),
            label=pieces.inline("action", scenario.id, action.style),
            points=q.effect(scenario, action),
            letter=letter,
            style=titles[action.style],
            reason_html=pieces.block("reason", scenario.id, action.style),
        )
        for letter, action in zip(ascii_uppercase, shuffled(scenario), strict=False)
    )
    return ItemView(number, scenario.id, Markup(safe(inline_html(scenario.title))), options, ())


def _item(q: Scenarios, scenario: Scenario) -> dict[str, Any]:
    values = Scale(None, tuple(range(len(q.styles))), None)
    item = Item(scenario.id, scenario.title, scenario.id, (), False, 1, False, False, None, values, scenario.location)
    effects = {action.style: q.effect(scenario, action) for action in scenario.actions}
    actions = tuple(ActionData(n, effects[style.id]) for n, style in enumerate(q.styles))
    own = SituationData(q.fitting_style(scenario), actions)
    return {"title": plain_text(scenario.title), **data_of(item), **fields_of(own)}
