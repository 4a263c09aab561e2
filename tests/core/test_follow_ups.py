"""Conditions under which a statement is asked: those of result texts, compared with each statement's own scale."""

from __future__ import annotations

import pytest

from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.site import several
from mkdocs_self_assessment import pipeline
from mkdocs_self_assessment.conditions.tree import normalised
from mkdocs_self_assessment.model import Questionnaire
from mkdocs_self_assessment.pages import fragments
from mkdocs_self_assessment.pages.strings import load
from mkdocs_self_assessment.presenting.pieces import Pieces
from mkdocs_self_assessment.presenting.questions import statement_sections

PAGE = """---
assessment:
  id: a
  scale: agreement-5
---
# A

## D {{#d}}

- [ ] One. {{#one}}
- [ ] Two. {{#two scale="−1 {never} | 0,5 {often}"}}
- [ ] Three. {{#three scale=yes-partly-no}}
- [ ] Four. {{#four {condition}}}

## Result {{.results}}

- **0–100** Text.
"""


def page(condition: str, never: str = "Never", often: str = "Now and then") -> str:
    return PAGE.format(condition=condition, never=never, often=often)


def build(english: str, swedish: str = "") -> tuple[tuple[Questionnaire, ...], list[Problem]]:
    sources = {"en/a.md": english} | ({"sv/a.md": swedish} if swedish else {})
    library = pipeline.build(sources.items(), sources, several(["en", "sv"]))
    return tuple(a.questionnaire for a in library.assessments), list(library.problems)


@pytest.mark.parametrize(
    ("condition", "meant", "words"),
    [
        ('if="one<=2"', "one<=2", "Only if you answered “Strongly disagree / Disagree” to number 1"),
        ("if=one<2", "one<2", "Only if you answered “Strongly disagree” to number 1"),
        ('if="one != 3"', "one!=3", None),
        ('if="three=yes"', "three=2", "Only if you answered “Yes” to number 3"),
        ("if='two=\"Now and then\"'", "two=0.5", "Only if you answered “Now and then” to number 2"),
        ('if="two>−1"', "two>-1", None),
        ('if="two=0,5"', "two=0.5", None),
        (
            'if="one>3 and (three=no or two=never)"',
            "one>3 and (three=0 or two=-1)",
            "When the answer to number 1 is “Agree” or “Strongly agree” and "
            "(the answer to number 3 is “No” or the answer to number 2 is “Never”)",
        ),
    ],
)
def test_conditions_are_read_looked_up_and_written_out(condition: str, meant: str, words: str | None) -> None:
    (q,), problems = build(page(condition))
    assert [p.format() for p in problems] == []
    assert q.items[3].condition
    assert normalised(q.items[3].condition) == meant
    english = load("en")[0]
    pieces = Pieces(fragments.cut(fragments.compose(q)), english)
    shown = statement_sections(q, pieces, english)[0].items[3].condition
    assert words is None or shown == words


@pytest.mark.parametrize(
    ("condition", "code"),
    [
        ('if="one>=9"', "condition-never"),
        ('if="one<1"', "condition-never"),
        ('if="one=0"', "condition-value"),
        ('if="one!=9"', "condition-value"),
        ('if="one>=1"', "condition-always"),
        ('if="one<3 or one>=3"', "condition-always"),
        ('if="two=1"', "condition-value"),
        ('if="two>0,5"', "condition-never"),
        ('if="three>2"', "condition-never"),
        ('if="three=maybe"', "condition-value"),
        ('if="one<2 and one>4"', "condition-never"),
        ('if="five=1"', "unknown-statement"),
        ('if="d<40"', "unknown-statement"),
        ('if="four=1"', "unknown-statement"),
        ('if="one<=2 or five=1"', "unknown-statement"),
        ('if="one"', "condition-syntax"),
        ("if=one<=2 and two>0", "condition-syntax"),
        ('if="one<=2 and"', "condition-syntax"),
        ('if="one<=2 og three=yes"', "condition-syntax"),
    ],
)
def test_one_mistake_is_one_message(condition: str, code: str) -> None:
    assert [p.code.value for p in build(page(condition))[1]] == [code]


def test_that_a_statement_was_answered_is_a_condition_where_it_may_not_be_relevant() -> None:
    relevant = page('if="one>=1"').replace("{#one", "{#one not-relevant")
    assert build(relevant)[1] == []
    assert build(page('if="one>=1"'))[0][0].items[3].condition  # advice leaves it as it is


def test_a_translation_repeats_it_in_its_own_words_or_not_at_all() -> None:
    english = page('if="two=never and one<3"')
    for same in ("", 'if="two=-1 and one<3"', 'if="two=Aldrig and one < 3"'):
        (_, swedish), problems = build(english, page(same, "Aldrig", "Ibland"))
        assert [p.format() for p in problems] == []
        assert swedish.items[3].condition
        assert normalised(swedish.items[3].condition) == "two=-1 and one<3"
    for other in ('if="two=Ibland and one<3"', 'if="one<3"'):
        found = build(english, page(other, "Aldrig", "Ibland"))[1]
        assert [p.code.value for p in found] == ["translation-scoring"]
    assert [p.code.value for p in build(page(""), page('if="one<3"', "Aldrig", "Ibland"))[1]] == ["translation-scoring"]


def test_the_version_is_that_of_the_numbers() -> None:
    versions = {build(page(c))[0][0].version for c in ('if="one<=2"', 'if="one <= 2"', 'if="one<=disagree"')}
    assert len(versions) == 1
