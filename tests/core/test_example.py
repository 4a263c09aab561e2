"""Scores worked out when the site is built, for an example of a result: the same vectors as for the scripts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mkdocs_foundation.reports.problems import Location
from mkdocs_self_assessment.elements import Item, Scale
from mkdocs_self_assessment.example import example_result, percent
from mkdocs_self_assessment.kinds import statements
from mkdocs_self_assessment.parsing import parse

VECTORS = json.loads((Path(str(statements.__file__)).parent / "vectors.json").read_text(encoding="utf-8"))["vectors"]
HERE = Location("a.md", 1)


def item(id: str, dimension: str, reverse: bool = False, weight: float = 1, values: Any = (1, 2, 3, 4, 5)) -> Item:
    dimensions = tuple(dimension.split())
    return Item(id, "", "", dimensions, reverse, weight, False, False, None, Scale(None, tuple(values), None), HERE)


def fits(vector: dict[str, Any]) -> bool:
    usual = {"dimension", "reverse", "weight", "values"}
    return vector["overall"].get("value") is not None and all(set(one) <= usual for one in vector["items"].values())


@pytest.mark.parametrize("vector", list(filter(fits, VECTORS)), ids=lambda vector: vector["name"])
def test_vectors(vector: dict[str, Any]) -> None:
    items = [item(id, **settings) for id, settings in vector["items"].items()]
    assert percent(items, vector["answers"]) == pytest.approx(vector["overall"]["value"])
    for id, expected in vector["dimensions"].items():
        if expected["value"] is not None:
            assert percent([i for i in items if id in i.dimensions], vector["answers"]) == expected["value"]


def test_an_example_survives_what_authors_change() -> None:
    text = """---
assessment:
  id: a
  scale: agreement-5
---
# A

## Trust {#trust}

- [ ] One. {#one}
- [ ] Two. {#two reverse}

## Delay {#delay good=low}

- [ ] Three. {#three}

### Result {.results}

- **0–40 · Fine** Text.
- **40–100 · Slow** Text.

## Whole {.results}

- **0–20 · So so** Text.
- **20–80 · On its _way_** Text.
- **80–100 · There** Text.
"""
    (q,) = parse(text, "a.md")[0].questionnaires
    result = example_result(q, {"one": 5, "two": 3, "three": 4, "gone": 4})
    assert result is not None
    found = [(s.title, s.value, s.name, s.tone) for s in (result.whole, *result.dimensions)]
    assert found == [("A", 75, "On its way", 3), ("Trust", 75, "", 3), ("Delay", 75, "Slow", 1)]
    assert result.whole.ranges == ((0, 20, 1), (20, 80, 3), (80, 100, 5))
    fewer = example_result(q, {"one": 5, "three": 9})
    assert fewer is not None
    assert [s.title for s in fewer.dimensions] == ["Trust"]
    assert example_result(q, {"gone": 4}) is None
