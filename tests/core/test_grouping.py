"""What a page is divided into: parts whose statements count elsewhere, sub-headings, explanations, mixed order."""

from __future__ import annotations

import pytest

from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.site import several
from mkdocs_self_assessment import handover, pipeline
from mkdocs_self_assessment.model import Questionnaire
from mkdocs_self_assessment.pages import fragments
from mkdocs_self_assessment.parsing import parse

PAGE = """---
assessment:
  id: a
  scale: agreement-5
---
# A

{head}- [ ] One. {{#one dimension=x}}

    Why *one*.

- [ ] Two. {{#two dimension="x y"}}
  On the next line.
- [ ] Three. {{#three dimension=y if="one>=2"}}

## X {{#x}}

About X.

## Y {{#y}}

### First

Text.

- [ ] Four. {{#four}}

### Second

- [ ] Five. {{#five}}

## Result {{.results}}

- **0–100** Text.
"""
HEAD = "## How? {shuffle}\n\nThink.\n\n"


def build(english: str, swedish: str = "") -> tuple[tuple[Questionnaire, ...], list[Problem]]:
    sources = {"en/a.md": english} | ({"sv/a.md": swedish} if swedish else {})
    library = pipeline.build(sources.items(), sources, several(["en", "sv"]))
    return tuple(a.questionnaire for a in library.assessments), list(library.problems)


@pytest.mark.parametrize("head", ["", "## How?\n\n", "## How? {scale=extent-5}\n\nThink.\n\n"])
def test_statements_count_where_they_say(head: str) -> None:
    (q,), problems = build(PAGE.format(head=head))
    assert [p.format() for p in problems] == []
    assert [i.id for i in q.items] == ["one", "two", "three", "four", "five"]
    assert [[i.id for i in q.scored_in(d)] for d in ("x", "y")] == [["one", "two"], ["two", "three", "four", "five"]]
    assert [s.title for s in q.sections] == ["How?" if head else "", "Y"]  # X has no statements to show
    scale = q.scale_of(q.items[0])
    assert scale
    assert scale.name == ("extent-5" if "extent" in head else "agreement-5")


def test_explanations_and_sub_headings_are_texts() -> None:
    (q,), _ = build(PAGE.format(head=""))
    assert [i.explanation for i in q.items[:3]] == ["Why *one*.", "On the next line.", ""]
    assert [i.lead for i in q.items[3:]] == ["### First\n\nText.", "### Second"]
    assert (
        q.version == build(PAGE.replace("    Why *one*.", "").replace("### Second", "").format(head=""))[0][0].version
    )
    composed = fragments.compose(q)
    for piece in ("explanation:one", "lead:four", "about:x"):
        assert f"<!--self-assessment:{piece}-->" in composed
    assert "## X" not in composed


def test_in_an_article_they_are_readable() -> None:
    section = PAGE.split("---\n")[2].replace("# A", "## A {{.assessment #a scale=agreement-5}}")
    text = "# Article\n\n" + section.replace("\n## ", "\n### ").replace("\n### A ", "\n## A ").replace(
        "### F", "#### F"
    )
    text = text.replace("### S", "#### S").format(head="")
    (q,) = parse(text, "a.md")[0].questionnaires
    article = handover.page([q], "a.md", text, text).markdown
    assert "- One.\n\n    Why *one*.\n" in article
    assert "#### First\n\nText.\n" in article
    assert "### First\n" in fragments.compose(q).replace("#### First", "")


def test_a_mixed_order_is_the_same_in_every_language_and_follow_ups_stay_behind() -> None:
    lines = (
        "".join(f"- [ ] N{n}. {{#n{n} dimension=x}}\n" for n in range(20)) + '- [ ] Z. {#z dimension=x if="n3>=2"}\n'
    )
    page = PAGE.format(head=f"## How? {{shuffle}}\n\n{lines}\n## More\n\n")
    swedish = page.replace("{shuffle}", "").replace(lines, "".join(reversed(lines.splitlines(keepends=True))))
    (english, other), problems = build(page, swedish)
    assert [p.format() for p in problems] == []
    order = [i.id for i in english.items]
    assert order == [i.id for i in other.items]
    assert sorted(order[:21]) == sorted([*(f"n{n}" for n in range(20)), "z"])
    assert order[:3] != ["n0", "n1", "n2"]
    assert order.index("n3") < order.index("z")
    assert order[21:24] == ["one", "two", "three"]  # only that heading


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (("{#one dimension=x}", "{#one}"), ["outside-dimension"]),
        (('{#two dimension="x y"}', "{#two dimension='x z'}"), ["unknown-dimension"]),
        (("{shuffle}", "{shufle}"), ["unknown-flag"]),
        (("{shuffle}", "{target=70}"), ["unknown-flag"]),
        (("    Why *one*.", "    - [ ] Inside. {#inside}"), ["checkbox"]),
        (("    Why *one*.", "    - Yes\n    - No"), ["options"]),
        (("    Why *one*.", "    - [ ] Yes\n    - [ ] No"), ["options"]),
        (("    Why *one*.", "    <div>Why"), ["raw-html"]),
        (("### Second", "Text."), ["stray-content"]),
        (("### Second", "### Second {#second}"), ["heading-level"]),
    ],
)
def test_one_mistake_is_one_message(change: tuple[str, str], codes: list[str]) -> None:
    page = PAGE.format(head=HEAD)
    assert change[0] in page
    assert [p.code.value for p in build(page.replace(*change))[1]] == codes


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        (("Why *one*.", "Varför."), []),
        (("    Why *one*.\n\n", ""), []),
        ((' dimension="x y"', ""), []),
        (('"x y"', '"x"'), ["translation-scoring"]),
        (("## Y {#y}", "## Y"), ["missing-id"]),
        (("### Second\n", "\n"), ["translation-missing"]),
        (("### First\n\nText.\n", "\n"), ["translation-missing"]),
        (("- [ ] Three", "## More\n\n- [ ] Three"), ["translation-unknown"]),
    ],
)
def test_parity(change: tuple[str, str], codes: list[str]) -> None:
    page = PAGE.format(head=HEAD)
    assert change[0] in page
    assert [p.code.value for p in build(page, page.replace(*change))[1]] == codes


def test_questions_with_lists_of_answers_are_one_message_for_a_page() -> None:
    text = "---\nassessment:\n  id: a\n  scale: yes-no\n---\n# A\n\n{}\n\n## Result {{.results}}\n\n- **0–100** Text.\n"
    bodies = [
        "## How often?\n\n- [ ] On demand\n- [ ] Weekly\n\n## How long?\n\n- [ ] A day\n- [ ] A week",
        "## How often? {#often}\n\n- [ ] On demand\n- [ ] Weekly\n\n## How long? {#long}\n\n- [ ] A day\n- [ ] A week",
        "## Work {#work}\n\nHow often?\n\n- [ ] On demand\n- [ ] Weekly\n\nHow long?\n\n- [ ] A day\n- [ ] A week",
        "## Work {#work}\n\n### How often?\n\n- [ ] On demand\n- [ ] Weekly\n\n### How long?\n\n- [ ] A day\n- [ ] Two",
        "- [ ] How often? {#often}\n    - [ ] Daily\n    - [ ] Weekly\n- [ ] How long? {#long}\n    - A\n    - B",
        "## How often? {#often}\n\n- [x] On demand\n- [ ] Weekly\n",
        "## How often?\n\n- ( ) On demand\n- ( ) Weekly\n",
        "## どのくらい？\n\n- [ ] 毎日\n- [ ] 毎週",
    ]
    for body in bodies:
        assert [p.code.value for p in build(text.format(body))[1]] == ["options"], body
    for body, scale in (
        ("- [ ] How often? {#often}\n    - 0 Never\n    - 2 – Daily", "0 Never | 2 – Daily"),
        ("- [ ] How often? {#often}\n    - 0 Never\n    - Daily", "1 0 Never | 2 Daily"),
    ):
        assert f'scale="{scale}"' in build(text.format(body))[1][0].remedy
