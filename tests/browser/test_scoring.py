"""Scoring against vectors worked out by hand, in the browser's own engine."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from .conftest import Open

BANDS = [{"low": 0, "high": 40}, {"low": 40, "high": 70}, {"low": 70, "high": 100}]
ITEM = {"values": [1, 2, 3, 4, 5], "weight": 1, "reverse": False, "notRelevant": False}
SCORE = """async ([model, answers]) => (await import(location)).scoreAssessment(model, answers)"""

Scored = Callable[[dict[str, Any], dict[str, Any]], dict[str, Any]]


def vectors(name: str) -> Any:
    """Parametrizes a test with the vectors of a file; what they share lies under each."""
    path = Path(__file__).parent / "vectors" / f"{name}.json"
    file = json.loads(path.read_text(encoding="utf-8"))
    found = [file | vector for vector in file["vectors"]]
    return pytest.mark.parametrize("vector", found, ids=lambda v: v["name"])


@pytest.fixture
def scored(open_source: Open) -> Scored:
    """What a model and answers amount to."""
    page = open_source("scoring/scoring.js")

    def scored_(model: dict[str, Any], answers: dict[str, Any]) -> dict[str, Any]:
        whole = {"id": "whole", "kind": "statements", "minimum": 80, "dimensions": [], "bands": BANDS}
        result: dict[str, Any] = page.evaluate(SCORE, [whole | model, answers])
        return result

    return scored_


def _part(expected: Any, found: Any) -> Any:
    """What was found of that which is expected."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return {key: _part(value, found[key]) for key, value in expected.items()}
    return found


@vectors("scoring")
def test_scores(vector: dict[str, Any], scored: Scored) -> None:
    rules = vector.get("rules", {})
    model = {
        "minimum": vector.get("minimum", 80),
        "dimensions": [{"id": id, "title": id, "bands": BANDS} | rules.get(id, {}) for id in vector["dimensions"]],
        "items": [ITEM | {"id": id, "section": item["dimension"]} | item for id, item in vector["items"].items()],
    }
    result = scored(model, vector["answers"])
    dimensions = {score["id"]: score for score in result["dimensions"]}
    for expected, score in [
        (vector["overall"], result["overall"]),
        *((expected, dimensions[id]) for id, expected in vector["dimensions"].items()),
    ]:
        expected = {"reason": None} | expected
        assert _part(expected, score) == expected, vector["working"]
    assert result["missing"] == vector.get("missing", [])


@vectors("styles")
def test_style_profile(vector: dict[str, Any], scored: Scored) -> None:
    items, answers = [], {}
    for asked, chosen, times in vector["choices"]:
        for _ in range(times):
            id = f"s{len(items)}"
            actions = [{"style": n, "effect": effect} for n, effect in enumerate(vector["effects"][str(asked)])]
            values = [0, 1, 2, 3]
            items.append(ITEM | {"id": id, "dimension": "", "values": values, "asked": asked, "actions": actions})
            answers |= {} if chosen is None else {id: chosen}
    model = {
        "kind": "scenarios",
        "items": items,
        "styles": [{"id": str(n), "title": str(n)} for n in range(4)],
        "flexibility": BANDS,
        "effectiveness": BANDS,
    }
    result = scored(model, answers)
    assert _part(vector["styles"], result["styles"]) == vector["styles"], vector["working"]
    expected = {"value": None} | vector.get("overall", {})
    assert _part(expected, result["overall"]) == expected


@vectors("square")
def test_point(vector: dict[str, Any], scored: Scored) -> None:
    sides = [(x, y) for x in ("low", "high") for y in ("low", "high")]
    model = {
        "kind": "two-factor",
        "dimensions": [{"id": axis, "title": axis, "bands": []} for axis in "xy"],
        "items": [
            ITEM | {"id": id, "dimension": id[0], "notRelevant": True} | vector.get("items", {}).get(id, {})
            for id in ("x1", "x2", "y1", "y2")
        ],
        "square": {
            "x": "x",
            "y": "y",
            "cut": vector["cut"],
            "quadrants": [{"id": f"{x}-{y}", "title": "", "x": x, "y": y} for x, y in sides],
        },
    }
    result = scored(model, vector["answers"])
    point = result["point"]
    if point:
        neighbours = [quadrant["id"] for quadrant in point["neighbours"]]
        point |= {"quadrant": point["quadrant"]["id"], "neighbours": neighbours}
    assert point == vector["point"], vector["working"]
    assert result["overall"]["value"] is None


@pytest.mark.parametrize("lang", ["da", "sv", "nb", "en"])
def test_numbers_have_a_real_minus_sign_and_no_decimals(open_source: Open, lang: str) -> None:
    page = open_source("strings/strings.js")
    numbers = """async lang => {
        const { wordsOf } = await import(location);
        const { t, number, signed } = wordsOf({ kind: "statements", lang, strings: { key: "{value}" } });
        return [number, signed, value => t("key", { value })].map(write => [-24, -0.4, 0, 7.5].map(write));
    }"""
    written = page.evaluate(numbers, lang)
    assert written == [["−24", "0", "0", "8"], ["−24", "0", "0", "+8"], ["−24", "0", "0", "8"]]
