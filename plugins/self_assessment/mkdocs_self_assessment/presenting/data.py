"""What the page gives to its script: the model and the words, as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from mkdocs_foundation.catalogue import Catalogue

from ..model import DEFAULT_MINIMUM, Questionnaire
from ..parts import Band, Item, Kind, Outcome, Scenario
from ..reading.blocks import plain_text


def script_data(q: Questionnaire, catalogue: Catalogue) -> str:
    """The JSON of a questionnaire, safe inside a script element. `assets/types/types.d.ts` describes it."""
    data: dict[str, Any] = {
        "id": q.id,
        "kind": (q.kind or Kind.STATEMENTS).value,
        "version": q.version,
        "lang": catalogue.lang,
        "minimum": q.minimum or DEFAULT_MINIMUM,
        "paging": bool(q.paging),
        "title": plain_text(q.title),
        "dimensions": [
            {
                "id": d.id,
                "title": plain_text(d.title),
                "minimum": d.minimum or q.minimum or DEFAULT_MINIMUM,
                "target": d.target,
                "bands": _ranges(d.bands),
            }
            for d in q.dimensions
        ],
        "items": [*(_item(q, item) for item in q.items), *(_situation(q, s) for s in q.scenarios)],
        "bands": _ranges(q.bands),
    }
    if q.scenarios:
        data |= {
            "styles": [_outcome(style) for style in q.styles],
            "flexibility": _ranges(q.flexibility),
            "effectiveness": _ranges(q.effectiveness),
        }
    if q.square:
        quadrants = [_outcome(o) | {"x": o.x, "y": o.y} for o in q.quadrants]
        data["square"] = {"x": q.square.x, "y": q.square.y, "cut": q.square.cut, "quadrants": quadrants}
    data["strings"] = catalogue.table("browser")
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # A script element ends at "</script", and "<!--" changes how it ends.
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _item(q: Questionnaire, item: Item) -> dict[str, Any]:
    scale, follows = q.scale_of(item), item.follows
    return {
        "id": item.id,
        "dimension": item.dimension,
        "section": item.section,
        "reverse": item.reverse,
        "weight": item.weight or 1,
        "values": list(scale.values) if scale else [],
        "notRelevant": q.offers_not_relevant(item),
        "must": item.must,
        "follows": {"item": follows.item, "test": follows.test, "value": follows.value} if follows else None,
    }


def _situation(q: Questionnaire, scenario: Scenario) -> dict[str, Any]:
    """A situation is an item whose values are the numbers of the styles."""
    effects = {action.style: q.effect(scenario, action) for action in scenario.actions}
    return {
        "id": scenario.id,
        "title": plain_text(scenario.title),
        "dimension": "",
        "section": scenario.id,
        "asked": q.asked(scenario),
        "reverse": False,
        "weight": 1,
        "values": list(range(len(q.styles))),
        "actions": [{"style": n, "effect": effects[style.id]} for n, style in enumerate(q.styles)],
        "notRelevant": False,
        "must": False,
        "follows": None,
    }


def _outcome(outcome: Outcome) -> dict[str, Any]:
    return {"id": outcome.id, "title": plain_text(outcome.title)}


def _ranges(bands: Sequence[Band]) -> list[dict[str, int]]:
    return [{"low": band.low, "high": band.high} for band in bands]
