"""Numbers that texts take from the self-assessments."""

from __future__ import annotations

import pytest

from mkdocs_foundation.site import several
from mkdocs_self_assessment import pipeline
from mkdocs_self_assessment.reading import counts

KNOWN = {"trust": {"items": 24, "dimensions": 6, "minutes": 6}}
PAGE = """---
title: Trust
description: (items=trust) statements.
assessment:
  id: trust
  scale: yes-no
---
# Trust

Answer (items=trust) statements.

## Speaking {#speaking}

- [ ] We speak. {#speak}
- [ ] We ask. {#ask}

## Result {.results}

- **0–100** Keep going.
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Answer (items=trust) of (dimensions=trust) in (minutes=trust).", "Answer 24 of 6 in 6."),
        ("`(items=trust)` is (items=trust)", "`(items=trust)` is 24"),
        ("~~~\n(items=trust)\n~~~\n(items=trust)", "~~~\n(items=trust)\n~~~\n24"),
        ("[a](items=trust)", "[a](items=trust)"),
        ("(items=other) (words=trust) (items)", "(items=other) (words=trust) (items)"),
    ],
)
def test_a_text_shows_the_number(text: str, expected: str) -> None:
    assert counts.filled(text, KNOWN) == expected


def test_a_self_assessment_may_name_its_own_number_in_every_language() -> None:
    sources = {"da/a.md": PAGE, "en/a.md": PAGE, "da/b.md": "# B\n\nAnswer (items=trust).\n"}
    library = pipeline.build(sources.items(), sources, several(["da", "en"]))
    assert library.problems == ()
    assert [a.questionnaire.description for a in library.assessments] == ["2 statements."] * 2
    assert library.counts["trust"] == {"items": 2, "dimensions": 1}


@pytest.mark.parametrize(
    ("text", "remedy"),
    [("(items=trsut)", 'Did you mean "trust"?'), ("(minutes=trust)", "Write `minutes:` into the settings")],
)
def test_a_number_that_is_not_there_is_reported_at_its_line(text: str, remedy: str) -> None:
    sources = {"da/a.md": PAGE, "da/b.md": f"# B\n\n{text}\n"}
    (problem,) = pipeline.build(sources.items(), sources, several(["da"])).problems
    assert str(problem.location) == "da/b.md:3"
    assert problem.found == text
    assert remedy in problem.remedy


def test_a_self_assessment_that_cannot_be_read_is_no_unknown_one() -> None:
    sources = {"da/a.md": PAGE.replace("[ ] We speak", "[x] We speak"), "da/b.md": "# B\n\n(items=trust)\n"}
    problems = pipeline.build(sources.items(), sources, several(["da"])).problems
    assert [p.code.value for p in problems] == ["ticked"]


def test_numbers_of_a_self_assessment_that_is_gone_are_one_problem() -> None:
    text = "# B\n\n(items=trust) and\n(minutes=trust)\n"
    site = several(["da", "en"])
    [problem] = pipeline.build({"en/b.md": text, "da/b.md": text}.items(), [], site).problems
    assert str(problem.location) == "da/b.md:3"
    assert problem.remedy.endswith("Its numbers are also in docs/da/b.md:4; docs/en/b.md:3, 4.")
    emptied = {"da/a.md": "", "en/a.md": PAGE, "da/b.md": text, "en/b.md": text}
    assert [p.code.value for p in pipeline.build(emptied.items(), emptied, site).problems] == ["no-source"]
