"""Scoring in the browser's own engine: some of the vectors that tests/scripts runs in full."""

from __future__ import annotations

import json

import pytest

from mkdocs_self_assessment.published import PACKAGE

from .windows import Open

FEW = 4
OUTCOMES = """async ([name, file, few]) => {
    const { scoreAssessment } = await import(location);
    const { KINDS } = await import(new URL("../kinds/all.js", location));
    const { provideKind } = await import(new URL("../kinds/kinds.js", location));
    for (const [name, kind] of Object.entries(KINDS)) provideKind(name, kind);
    const { OUTCOMES, vectorsIn } = await import(new URL("../../vectors.js", location));
    const outcomeOf = OUTCOMES[name];
    return vectorsIn(file).slice(0, few).map(vector => [vector.name, outcomeOf(vector, scoreAssessment)]);
}"""


@pytest.mark.parametrize("name", ["statements", "scenarios", "two_factor", "maturity"])
def test_vectors(open_source: Open, name: str) -> None:
    path = PACKAGE / "kinds" / name / "vectors.json"
    vectors = json.loads(path.read_text(encoding="utf-8"))
    outcomes = open_source("scoring/scoring.js").evaluate(OUTCOMES, [name, vectors, FEW])
    assert len(outcomes) == FEW
    for label, outcome in outcomes:
        assert outcome["found"] == outcome["expected"], label


@pytest.mark.parametrize("lang", ["da", "sv", "nb", "en"])
def test_numbers_have_a_real_minus_sign_and_no_decimals(open_source: Open, lang: str) -> None:
    # Another engine has other language data than node.
    page = open_source("strings/strings.js")
    numbers = """async lang => {
        const { wordsOf } = await import(location);
        const { t, number, signed } = wordsOf({ kind: "statements", lang, strings: { key: "{value}" } });
        return [number, signed, value => t("key", { value })].map(write => [-24, -0.4, 0, 7.5].map(write));
    }"""
    written = page.evaluate(numbers, lang)
    assert written == [["−24", "0", "0", "8"], ["−24", "0", "0", "+8"], ["−24", "0", "0", "8"]]
