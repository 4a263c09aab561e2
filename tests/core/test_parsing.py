"""Markdown to model: golden files, and the cases that they don't show."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from enum import Enum
from pathlib import Path

import pytest

from mkdocs_foundation.site import Language, Site
from mkdocs_foundation.sources.front_matter import FrontMatter
from mkdocs_self_assessment import pipeline, signs
from mkdocs_self_assessment.parsing import Page, parse
from mkdocs_self_assessment.reading.scales import NAMED

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("source", sorted(GOLDEN.glob("*.md")), ids=lambda path: path.stem)
def test_golden_file(source: Path) -> None:
    """The whole model of a file; after a change that is meant, write it anew with UPDATE_GOLDEN=1 and read the diff."""
    page, problems = parse(source.read_text(encoding="utf-8"), source.name)
    values = asdict(page) | {"anchors": page.anchors, "headings": page.headings}
    names = ("uri", "title", "description", "anchors", "headings", "questionnaires", "links")
    found = json.dumps(
        {"page": {name: values[name] for name in names}, "problems": [p.format("") for p in problems]},
        ensure_ascii=False,
        indent=1,
        default=lambda value: value.value if isinstance(value, Enum) else sorted(value),
    )
    expected = source.with_suffix(".json")
    if os.environ.get("UPDATE_GOLDEN"):
        expected.write_text(found + "\n", encoding="utf-8")
    assert found + "\n" == expected.read_text(encoding="utf-8")


def read(body: str, settings: str = "id: trust-check\n  scale: agreement-5") -> Page:
    page, problems = parse(f"---\nassessment:\n  {settings}\n---\n{body}", "trust.md")
    assert [p.format() for p in problems] == []
    return page


def test_a_page_without_assessment_has_none() -> None:
    page, problems = parse("# Title\n\n- [ ] A task, not a statement.\n- [x] A finished one.\n", "todo.md")
    assert page.questionnaires == ()
    assert problems == ()


@pytest.mark.parametrize(
    "sign", ["## B {.assessment #b}", "B\nC {.assessment #b}\n---", "  ## B {#b .asessment}", "* [ ] B {#b}"]
)
def test_a_page_is_outlined_where_it_may_have_a_self_assessment(sign: str) -> None:
    other = "# A\n\n> B\n{ .pull }\n\n[C](c.md){ .button }\n"
    assert not signs.has_any(FrontMatter(), other)
    for end in ("\n", "\r\n", "\r"):
        assert signs.has_any(FrontMatter(), f"{other}\n{sign}\n".replace("\n", end))


def test_windows_line_ends_and_byte_order_mark_change_nothing() -> None:
    text = "---\nassessment:\n  id: a\n  scale: yes-no\n---\n# A\n\n- [ ] We ask. {#ask}\n"
    first, _ = parse(text, "a.md")
    second, _ = parse(text.replace("\n", "\r\n"), "a.md")
    assert first == second


def test_lines_are_those_of_the_file() -> None:
    page = read(
        "# T\n\n## Trust {#trust}\n\n- [ ] One. {#one}\n- [ ] Two\n  over two lines. {#two}\n- [ ] Three. {#three}\n"
    )
    assert [(i.id, i.location.line) for i in page.questionnaires[0].items] == [("one", 10), ("two", 11), ("three", 13)]
    assert page.questionnaires[0].items[1].text == "Two over two lines."


def test_statements_without_dimensions_get_one_with_the_id_of_the_assessment() -> None:
    (q,) = read("# T\n\nThink of last month.\n\n- [ ] One. {#one}\n- [ ] Two. {#two}\n").questionnaires
    assert [d.id for d in q.dimensions] == ["trust-check"]
    assert {i.dimensions for i in q.items} == {("trust-check",)}
    assert q.introduction == "Think of last month."


def test_a_statement_may_count_in_another_dimension() -> None:
    (q,) = read(
        "# T\n\n## Trust {#trust}\n\n- [ ] One. {#one}\n- [ ] Two. {#two dimension=talk}\n"
        "\n## Talk {#talk}\n\n- [ ] Three. {#three}\n"
    ).questionnaires
    assert [i.id for i in q.shown_in("trust")] == ["one", "two"]
    assert [i.id for i in q.scored_in("talk")] == ["two", "three"]


def test_prose_sections_are_before_or_after_the_dimensions() -> None:
    (q,) = read(
        "# T\n\n## How to answer\n\nHonestly.\n\n## Trust {#trust}\n\n- [ ] One. {#one}\n\n## Afterwards\n\nTalk.\n"
    ).questionnaires
    assert q.introduction == "## How to answer\n\nHonestly."
    assert q.closing == "## Afterwards\n\nTalk."


def test_a_list_in_an_introduction_is_prose() -> None:
    (q,) = read(
        "# T\n\n- think of last month\n- take your time\n\n## Trust {#trust}\n\n- [ ] One. {#one}\n"
    ).questionnaires
    assert q.introduction == "- think of last month\n- take your time"


def test_a_result_text_may_have_several_paragraphs_and_lists() -> None:
    (q,) = read(
        "# T\n\n## Trust {#trust}\n\n- [ ] One. {#one}\n\n### Result {.results}\n\n"
        "- **0–100** First.\n\n    Second.\n\n    - a\n    - b\n"
    ).questionnaires
    assert q.dimensions[0].bands[0].markdown == "First.\n\nSecond.\n\n- a\n- b"


@pytest.mark.parametrize("written", ["0–40", "0-40", "0 – 40", "0–40 %", "0..40", "0−40"])
def test_ranges_in_any_dash(written: str) -> None:
    (q,) = read(f"# T\n\n- [ ] One. {{#one}}\n\n## Result {{.results}}\n\n- **{written}** Text.\n").questionnaires
    assert (q.bands[0].low, q.bands[0].high, q.bands[0].markdown) == (0, 40, "Text.")


def test_two_sections_of_one_article() -> None:
    text = (
        "# A\n\n## One {.assessment #one scale=yes-no}\n\n- [ ] x {#x}\n\n## Between\n\n"
        "## Two {.assessment #two}\n\n- [ ] y {#y}\n"
    )
    page, problems = parse(text, "a.md")
    assert problems == ()
    assert [(q.id, q.first_line, q.last_line) for q in page.questionnaires] == [("one", 3, 6), ("two", 9, 12)]


def test_the_version_hangs_on_scoring_and_not_on_words() -> None:
    base = read("# T\n\n- [ ] One. {#one}\n- [ ] Two. {#two}\n").questionnaires[0]
    words = read("# Other\n\n- [ ] Uno. {#one}\n- [ ] Due. {#two}\n").questionnaires[0]
    order = read("# T\n\n- [ ] Two. {#two}\n- [ ] One. {#one}\n").questionnaires[0]
    turned = read("# T\n\n- [ ] One. {#one reverse}\n- [ ] Two. {#two}\n").questionnaires[0]
    longer = read("# T\n\n- [ ] One. {#one}\n- [ ] Two. {#two}\n- [ ] Three. {#three}\n").questionnaires[0]
    weighed = read("# T\n\n- [ ] One. {#one weight=2}\n- [ ] Two. {#two}\n").questionnaires[0]
    assert base.version == words.version == order.version
    assert len({base.version, turned.version, longer.version, weighed.version}) == 4


def test_a_checklist_needs_no_scale_and_its_translation_need_not_say_what_it_is() -> None:
    results = "## R {.results}\n\n- **0–100** T.\n"
    text = f"---\nassessment:\n  id: a\n  kind: checklist\n---\n# A\n\n- [ ] We ask. {{#ask}}\n\n{results}"
    site = Site({lang: Language(lang, lang) for lang in ("en", "sv")})
    sources = [("en/a.md", text), ("sv/a.md", text.replace("  kind: checklist\n", ""))]
    library = pipeline.build(sources, [uri for uri, _ in sources], site)
    assert [p.format() for p in library.problems] == []
    for assessment in library.assessments:
        (item,) = assessment.questionnaire.with_defaults().items
        assert item.scale is NAMED["yes-partly-no"]
        assert item.not_relevant
