"""Scoring against vectors worked out by hand, in the browser's own engine and with the module that is shipped."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Open

VECTORS = json.loads((Path(__file__).parent / "vectors" / "scoring.json").read_text(encoding="utf-8"))["vectors"]
MODULE = "assets/self-assessment/scoring/scoring.js"
BANDS = [{"low": 0, "high": 40}, {"low": 40, "high": 70}, {"low": 70, "high": 100}]
ITEM = {"values": [1, 2, 3, 4, 5], "weight": 1, "reverse": False, "notRelevant": False}
SCORE = """async ([module, model, answers]) => (await import(module)).scoreAssessment(model, answers)"""


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: v["name"])
def test_vector(vector: dict[str, Any], site: str, open_page: Open) -> None:
    items = [ITEM | {"id": id, "section": item["dimension"]} | item for id, item in vector["items"].items()]
    model = {
        "id": "whole",
        "minimum": vector.get("minimum", 80),
        "dimensions": [{"id": id, "title": id, "bands": BANDS} for id in vector["dimensions"]],
        "items": items,
        "bands": BANDS,
    }
    page = open_page(MODULE)  # shown as text: enough of a page to import it from
    result = page.evaluate(SCORE, [site + MODULE, model, vector["answers"]])
    found = {"overall": result["overall"], "dimensions": {s["id"]: s for s in result["dimensions"]}}
    for expected, score in [
        (vector["overall"], found["overall"]),
        *((expected, found["dimensions"][id]) for id, expected in vector["dimensions"].items()),
    ]:
        expected = {"reason": None} | expected
        assert {key: score[key] for key in expected} == expected, vector["working"]
