"""Result texts for ranges in points: which are accepted, and where scripts draw the border between two."""

from __future__ import annotations

import pytest

from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.site import several
from mkdocs_self_assessment import pipeline
from mkdocs_self_assessment.model import Questionnaire

PAGE = """---
assessment:
  id: a
  scale: {scale}
---
# A

- [ ] One. {{#one}}
- [ ] Two. {{#two reverse}}
- [ ] Three. {{#three weight={weight}}}

## Result {{.results}}

{bands}
"""
SCALE = "0 a | 1 b | 2 c | 3 d"


def page(*bands: str, scale: str = SCALE, weight: str = "1") -> str:
    return PAGE.format(scale=scale, weight=weight, bands="\n".join(f"- **{band}** Text." for band in bands))


def build(english: str, swedish: str = "") -> tuple[tuple[Questionnaire, ...], list[Problem]]:
    sources = {"en/a.md": english} | ({"sv/a.md": swedish} if swedish else {})
    library = pipeline.build(sources.items(), sources, several(["en", "sv"]))
    return tuple(a.questionnaire for a in library.assessments), list(library.problems)


@pytest.mark.parametrize(
    ("bands", "scale", "weight", "limits"),
    [
        (("0–4 points", "5–9 points"), SCALE, "1", [0, 50, 50, 100]),  # halfway between 4 and 5 of 9
        (("0-4 points", "5 - 9 POINTS"), SCALE, "1", [0, 50, 50, 100]),
        (("5–9 points", "0–4 points"), SCALE, "1", [50, 100, 0, 50]),
        (("0 points", "1–9 points"), SCALE, "1", [0, 100 / 18, 100 / 18, 100]),
        (("−3–−1 points", "0–3 points"), "−1 a | 0 b | 1 c", "1", [0, 250 / 6, 250 / 6, 100]),
        (("0–4 points", "6–12 points"), "0 a | 2 b | 4 c", "1", [0, 500 / 12, 500 / 12, 100]),  # no sum is 5
        (("0–3 points", "3.5–7,5 points"), SCALE, "0.5", [0, 325 / 7.5, 325 / 7.5, 100]),
        (("0–16.7", "16,7–100"), SCALE, "1", [0, 16.7, 16.7, 100]),
    ],
)
def test_where_one_text_gives_way_to_the_next(
    bands: tuple[str, ...], scale: str, weight: str, limits: list[float]
) -> None:
    (questionnaire,), problems = build(page(*bands, scale=scale, weight=weight))
    assert [p.format() for p in problems] == []
    found = questionnaire.with_defaults().bands
    assert [edge for band in found for edge in (band.low, band.high)] == pytest.approx(limits)


@pytest.mark.parametrize(
    ("bands", "code"),
    [
        (("0–4 points", "6–9 points"), "band-gap"),
        (("0–4 points",), "band-gap"),
        (("1–9 points",), "band-gap"),
        (("0–5 points", "5–9 points"), "band-overlap"),
        (("0–4 points", "5–12 points"), "bad-range"),
        (("0–4 points", "50–100"), "bad-range"),
        (("0–4 pints", "5–9 pints"), "bad-range"),
        (("4–0 points", "5–9 points"), "bad-range"),
        (("0–4 points and more", "5–9 points"), "band-name"),
        (("0 to 4 points", "5 to 9 points"), "bad-range"),  # each line in one wrong way
        (("≤ 4 points", "> 4 points"), "condition-syntax"),
        (("0–4", "5–9"), "bad-range"),  # the word is forgotten
        (("0–40", "41–70", "71–100"), "band-gap"),
    ],
)
def test_one_mistake_is_one_message(bands: tuple[str, ...], code: str) -> None:
    assert [p.code.value for p in build(page(*bands))[1]] == [code]


def test_what_is_to_be_written_is_said() -> None:
    (problem,) = build(page("0–4", "5–9"))[1]
    assert "**0–4 points**" in problem.remedy
    (problem,) = build(page("0–40", "41–70", "71–100"))[1]
    assert "**40–70**" in problem.remedy
    assert len(build(page("0–40", "41–70", "75–100"))[1]) == 2
    assert len(build(page("70–40", "the rest"))[1]) == 2


def test_sums_begin_where_the_scale_does() -> None:
    (problem,) = build(page("0–4 points", "5–12 points", scale="1 a | 2 b | 3 c | 4 d"))[1]
    assert problem.allowed == "points from 3 to 12"


def test_each_language_has_its_own_word() -> None:
    english = page("0–4 points", "5–9 points")
    both, problems = build(english, page("0–4 poäng", "5–9 poäng"))
    assert [p.format() for p in problems] == []
    assert [q.with_defaults().bands[0].high for q in both] == [50, 50]
    assert [p.code.value for p in build(english, page("0–4 pøeng", "5–9 pøeng"))[1]] == ["bad-range"]
    assert [p.code.value for p in build(english, page("0–5 poäng", "6–9 poäng"))[1]] == ["translation-bands"]
    assert [p.code.value for p in build(english, page("0–50", "50–100"))[1]] == ["translation-bands"]


def test_where_nothing_is_added_up_there_are_no_points() -> None:
    text = """---
assessment:
  id: s
  kind: scenarios
---
# S

## One {#one readiness=r1}

- Tell. {tell}
- Ask. {ask}

## Tell {.style #tell}
## Ask {.style #ask}

## Flexibility {.results of=flexibility}

- **0–4 points** Text.
"""
    assert [p.code.value for p in build(text)[1]] == ["bad-range"]
