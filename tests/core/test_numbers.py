"""Numbers as authors write them, in scales, weights and ranges, and their exact sums."""

from __future__ import annotations

import pytest

from mkdocs_foundation.reports.problems import Location
from mkdocs_foundation.site import several
from mkdocs_foundation.sources.catalogue import Catalogue
from mkdocs_self_assessment import pipeline
from mkdocs_self_assessment.numbers import UNITS, read_number, sums_of
from mkdocs_self_assessment.reading.scales import parse_scale

HERE = Location("a.md", 1)


@pytest.mark.parametrize(
    ("written", "number"),
    [("2", 2), ("-2", -2), ("−2", -2), ("‒2", -2), ("–2", -2), ("0,5", 0.5), ("0.25", 0.25), ("−1,5", -1.5)],
)
def test_any_minus_sign_and_decimal_sign(written: str, number: float) -> None:
    found = read_number(written)
    assert found == number
    assert isinstance(found, int) is (number == int(number))  # versions are made of them


@pytest.mark.parametrize("written", ["", "1.234", "1.", ".5", "two", "1-2", "--1", "1e3"])
def test_what_is_no_number(written: str) -> None:
    assert read_number(written) is None


@pytest.mark.parametrize(
    ("written", "values", "labels"),
    [
        ("−1,5 No | 0 Partly | 1,5 Yes", (-1.5, 0, 1.5), ("No", "Partly", "Yes")),
        ("1 – Never | 2 – Always", (1, 2), ("Never", "Always")),
        ("1: Never | 2 = Always", (1, 2), ("Never", "Always")),
        ("1. Never | 2) Always", (1, 2), ("Never", "Always")),
        ("1 1–2 times | 2 3–4 times", (1, 2), ("1–2 times", "3–4 times")),
    ],
)
def test_scales_of_ones_own(written: str, values: tuple[float, ...], labels: tuple[str, ...]) -> None:
    scale, problems = parse_scale(written, HERE)
    assert problems == []
    assert (scale.values, scale.labels) == (values, labels)


def test_sums_are_exact() -> None:
    sums = sums_of([(0.1, 0.2), (0.2, 0.4), (-1, 0)])
    assert (sums.low, sums.high, sums.step) == (-7 * UNITS // 10, 6 * UNITS // 10, UNITS // 10)


def test_decimals_have_the_sign_of_the_language() -> None:
    assert Catalogue("da", {}).number(0.5) == "0,5"
    assert Catalogue("en", {"a": "{low} to {high}"})("a", low=-0.5, high=2) == "−0.5 to 2"


PAGE = """---
assessment:
  id: a
---
# A

## Practice {{#practice}}

- [ ] {0} {{#often {1}}}
- [ ] {2} {{#who {3}}}

## Result {{.results}}

- **0–100** Text.
"""
ENGLISH = ("How often?", 'scale="0 Never | 0.5 Once"', "Who?", 'scale="yes-no" weight=0,5')


def build(english: tuple[str, ...], swedish: tuple[str, ...]) -> pipeline.Library:
    sources = {"en/a.md": PAGE.format(*english), "sv/a.md": PAGE.format(*swedish)}
    return pipeline.build(sources.items(), sources, several(["en", "sv"]))


def test_a_statement_has_answers_of_its_own_in_every_language() -> None:
    library = build(ENGLISH, ("Hur ofta?", 'scale="0 Aldrig | 0,5 En gång"', "Vem?", ""))
    assert [p.format() for p in library.problems] == []
    english, swedish = (a.questionnaire for a in library.assessments)
    assert english.version == swedish.version
    scales = [[q.scale_of(i) for i in q.items] for q in (english, swedish)]
    assert [[s and s.values for s in found] for found in scales] == [[(0, 0.5), (0, 1)]] * 2
    assert [found[0] and found[0].labels for found in scales] == [("Never", "Once"), ("Aldrig", "En gång")]
    assert [i.weight for i in swedish.items] == [None, 0.5]


@pytest.mark.parametrize(
    "swedish",
    [
        ("Hur ofta?", "", "Vem?", ""),  # its labels would be English
        ("Hur ofta?", 'scale="0 Aldrig | 1 En gång"', "Vem?", ""),
        ("Hur ofta?", 'scale="0 Aldrig | 0,5 En gång"', "Vem?", "scale=agreement-5"),
        ("Hur ofta?", 'scale="0 Aldrig | 0,5 En gång"', "Vem?", "weight=2"),
    ],
)
def test_a_translation_has_the_same_values(swedish: tuple[str, ...]) -> None:
    assert [p.code.value for p in build(ENGLISH, swedish).problems] == ["translation-scoring"]
