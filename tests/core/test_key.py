"""The scoring key: what is added up by hand."""

from __future__ import annotations

import re

import pytest

from mkdocs_self_assessment.pages import fragments, strings
from mkdocs_self_assessment.pages.rendering import Renderer
from mkdocs_self_assessment.parsing import parse
from mkdocs_self_assessment.presenting import key

STATEMENTS = """---
assessment:
  id: a
  scale: -1 No | 0 Partly | 2 Yes
---
# A

## Trust {#trust}

- [ ] One. {#one}
- [ ] Two. {#two reverse}
- [ ] Three. {#three}

## Talk {#talk}

- [ ] Four. {#four weight=2 must}
- [ ] Five. {#five dimension=trust}

## Way {#way scale=yes-no}

- [ ] Six. {#six}
"""

SITUATIONS = """---
assessment:
  id: b
  kind: scenarios
---
# B

## First {#first readiness=r1}

- Tell. {tell effect=+1}
- Ask. {ask effect=EFFECT}

## Tell {.style #tell}

You tell.

## Ask {.style #ask}

You ask.
"""


def rows(text: str) -> list[list[str]]:
    """The cells of all tables of the scoring key."""
    cells = r"<t[hd][^>]*>(.*?)</t[hd]>"
    found = [re.findall(cells, row, re.DOTALL) for row in re.findall(r"<tr>(.*?)</tr>", rendered(text), re.DOTALL)]
    return [[" ".join(re.sub(r"<.*?>", "", cell).split()) for cell in row] for row in found]


def rendered(text: str) -> str:
    """The section of the scoring key that comes last."""
    questionnaire = parse(text, "a.md")[0].questionnaires[0]
    pieces = fragments.cut(fragments.compose(questionnaire))
    renderer = Renderer(strings.load("en")[0])
    page = renderer.assessment(questionnaire, pieces, script="", returning="", article=None, hub=None)
    return page.partition('<section class="sa-key__working"')[2]


def test_statements_that_give_the_same_points_share_a_line() -> None:
    assert rows(STATEMENTS) == [
        ["Statements", "No", "Partly", "Yes"],
        ["1, 3, 5", "−1", "0", "2"],
        ["2", "2", "1", "−1"],  # -1 + 2 - r
        ["4*", "−2", "0", "4"],
        ["Statements", "Yes", "No", "Not relevant"],
        ["6", "1", "0", "–"],
        ["Area", "Statements", "Lowest sum", "Highest sum", "Your sum", "Percentage"],
        ["Trust", "1–3, 5", "−4", "8", "", ""],
        ["Talk", "4", "−2", "4", "", ""],
        ["Way", "6", "0", "1", "", ""],
        ["The whole picture", "1–6", "−6", "13", "", ""],
    ]


def test_a_situation_has_the_least_and_the_most_that_it_can_give() -> None:
    text = SITUATIONS.replace("EFFECT", "-2")
    assert [row[1:] for row in rows(text)[1:]] == [["B (+1)", "A (−2)", "−2", "+1"], ["", "", "−2", "+1"]]
    assert "(3 if you answered every situation)" in rendered(text)


def test_where_all_actions_count_the_same_there_is_nothing_to_work_out() -> None:
    assert "there is no effectiveness to work out" in rendered(SITUATIONS.replace("EFFECT", "+1"))


@pytest.mark.parametrize(
    ("numbers", "expected"), [([], ""), ([3], "3"), ([1, 2], "1, 2"), ([7, 1, 3, 2, 5, 6], "1–3, 5–7")]
)
def test_runs_of_numbers_are_drawn_together(numbers: list[int], expected: str) -> None:
    assert key.number_ranges(numbers) == expected
