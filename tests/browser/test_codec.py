"""Codes of share links in the browser's own engine; tests/scripts has the properties."""

from __future__ import annotations

from .windows import Open

ITEMS = [{"id": f"i{n}", "values": [1, 2, 3, 4, 5], "notRelevant": n % 2 == 0} for n in range(24)]
MODEL = {"id": "whole", "version": "v", "items": ITEMS}
ANSWERS = {"i0": "not-relevant", "i1": 1, "i2": 5, "i23": 3}
TRIP = """async ([model, answers]) => {
    const { encodeAnswers, decodeAnswers } = await import(location);
    const code = encodeAnswers(model, answers);
    const [first] = code.slice(5);
    const wrong = code.replace(first, first === "A" ? "B" : "A");
    return [code, wrong].map(text => decodeAnswers(model, text));
}"""


def test_there_and_back(open_source: Open) -> None:
    found = open_source("codec/codec.js").evaluate(TRIP, [MODEL, ANSWERS])
    assert found == [{"answers": ANSWERS}, {"problem": "damaged"}]
