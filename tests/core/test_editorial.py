"""Editorial rules: reading them, and checking the text that a reader sees."""

from __future__ import annotations

import re

import pytest

from mkdocs_foundation.site import Language, Site
from mkdocs_foundation.sources import pages as source_pages
from mkdocs_foundation.sources.pages import SourcePage
from mkdocs_multilingual import checking
from mkdocs_multilingual.blog.checks import BlogFiles
from mkdocs_multilingual.blog.rules import BlogRules
from mkdocs_multilingual.editorial import prose, rules
from mkdocs_multilingual.editorial.rules import RulesError

SITE = Site({"da": Language("da", "Dansk"), "en": Language("en", "English")})


def check(written: object, pages: dict[str, str]) -> list[str]:
    """Return the problems that rules find in pages, as `path:line code found`."""
    found, problems = source_pages.read(((f"{key}.md", text) for key, text in pages.items()), SITE)
    assert problems == []
    checked = checking.check(found, SITE, BlogFiles(BlogRules(), {}), rules=rules.read(written))
    return [f"{p.location} {p.code.value}: {p.found}" for p in checked.problems]


def page(text: str) -> SourcePage:
    """A page of that text."""
    found = source_pages.read([("da/a/b.md", text)], SITE)[0].page("da", "a/b.md")
    assert found
    return found


def test_without_rules_nothing_is_asked() -> None:
    assert check({}, {"da/a": "# A!\n\nSig “hej”!", "da/b": "---\ntags: [Klag]\ndate: i går\n---\n# B"}) == []


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ([], None),
        (["a"], "write paths with their rules"),
        ({"a.md": 3}, "`a.md`: write a mapping of rules"),
        ({"a.md": {"word": 3}}, 'there is no such rule. Did you mean "words"?'),
        ({"a.md": {"words": "many"}}, "`words`: write a least number"),
        ({"a.md": {"words": [3, 2]}}, "both bounds"),
        ({"a.md": {"words": True}}, "both bounds"),
        ({"a.md": {"required": "date"}}, "write a list of names"),
        ({"a.md": {"section_links": {"x": "y"}}}, "`section_links`, `x`: write a least number"),
        ({"a.md": {"passages": -1}}, "write a whole number"),
        ({"a.md": {"opening": 1}}, "write one word"),
        ({"a.md": {"numbers": "yes"}}, "write true or false"),
    ],
)
def test_rules_that_cannot_be_read_say_what_to_write(written: object, message: str | None) -> None:
    if message is None:
        assert not rules.read(written)
        return
    with pytest.raises(RulesError, match=re.escape(message)):
        rules.read(written)


@pytest.mark.parametrize(
    ("pattern", "fits", "others"),
    [
        ("articles/*.md", ["articles/a.md"], ["articles/index.md", "articles/a/b.md", "a.md"]),
        ("**.md", ["a.md", "articles/index.md", "blog/posts/a.md"], []),
        ("articles/index.md", ["articles/index.md"], ["articles/a.md"]),
        ("blog/**/*.md", ["blog/posts/a.md", "blog/posts/x/a.md"], ["a.md"]),
    ],
)
def test_patterns(pattern: str, fits: list[str], others: list[str]) -> None:
    assert [key for key in [*fits, *others] if rules.matches(pattern, key)] == fits


def test_a_later_pattern_replaces_what_an_earlier_one_set() -> None:
    written = {"**.md": {"words": 5, "numbers": True}, "articles/*.md": {"words": [1, 9]}}
    editorial = rules.read(written).of("articles/a.md")
    assert editorial.numbers
    assert editorial.words
    assert editorial.words.text() == "1 to 9"


def test_prose_is_what_a_reader_sees() -> None:
    text = """---
title: Et råd
---
# Råd {#advice}

!!! tip "Prøv: "ja""

    Se [en side](../c.md "Titel") og ![et billede](x.svg "Billedtekst"). <!-- gone!
    gone! -->

- [ ] **Fed** og *kursiv* `kode!`{ .x }

```js
alert("!");
```

[Sidst](#advice) <https://example.org/!>
"""
    assert [line for _, line in prose.lines(page(text)) if line] == [
        "Et råd",
        "Råd",
        "Prøv: ja",
        "Se en side og et billede Billedtekst.",
        "Fed og kursiv",
        "Sidst",
    ]
    assert prose.words(page(text)) == 11
    assert prose.links(page(text)) == ["c.md", "a/b.md"]


def test_only_marks_of_the_text_are_marks() -> None:
    editorial = {"**.md": {"exclamation_marks": False, "quotation_marks": True, "numbers": True}}
    right = (
        "# A\n\n!!! note\n\n    ![x](y.svg) `a!`\n\n"
        'Klokken 18.00, WCAG 2.2, (Creative Commons Navngivelse 4.0), 1.400 kr., 7,5 og 65 %. »Ja« og "nej".\n'
    )
    assert check(editorial, {"da/a": right}) == []
    wrong = "# A\n\nFor I er ofte 7.5 tilfreds. Omtrent 2.5 er nok.\n"
    assert check(editorial, {"da/a": wrong}) == ["da/a.md:3 number-sign: 7.5"]
    assert check(editorial, {"da/a": "# A\n\nHør her!\n", "en/a": "# A\n\nIt is 65 %. »Yes«\n"}) == [
        "da/a.md:3 exclamation-mark: Hør her!",
        "en/a.md:3 number-sign: 5 %",
        "en/a.md:3 quotation-mark: It is 65 %. »Yes«",
    ]


def test_a_section_ends_with_the_next_heading_of_its_level() -> None:
    editorial = {"*.md": {"section_links": {"next": [2, 2]}}}
    text = "# A\n\n## Next {#next}\n\n[x](x.md)\n\n### More {#more}\n\n[y](y.md)\n\n## Last\n\n[z](z.md)\n"
    assert check(editorial, {"da/a": text}) == []


def test_a_new_tag_is_no_problem_and_a_misspelt_one_is() -> None:
    pages = {f"da/{n}": f"---\ntags: [{tag}]\n---\n# {n}" for n, tag in enumerate(("Klager", "Klager", "Vaner"))}
    assert check({"*.md": {"tags": 1}}, pages) == []
    assert check({"*.md": {"tags": 1}}, pages | {"da/x": "---\ntags: [Klagr]\n---\n# X"}) == [
        'da/x.md:2 similar-tag: "Klagr"'
    ]


@pytest.mark.parametrize("day", ["2027-01-31", "2031-12-01", '"2026-02-28"', "2026-07-01T08:30:00"])
def test_a_day_of_any_year_is_right(day: str) -> None:
    assert check({"*.md": {"tags": 0}}, {"da/a": f"---\ndate: {day}\n---\n# A"}) == []


@pytest.mark.parametrize("day", ["2026-02-30", "1. juli 2026", "2026"])
def test_another_day_is_not(day: str) -> None:
    assert check({"*.md": {"tags": 0}}, {"da/a": f"---\ndate: {day}\n---\n# A"}) == [f"da/a.md:2 page-date: {day}"]


def test_drafts_are_left_alone() -> None:
    assert check({"*.md": {"words": 99}}, {"da/a": "---\ndraft: true\n---\n# A"}) == []


def test_settings_that_cannot_be_read_are_not_asked_for() -> None:
    """One mistake, one message: that they can't be read."""
    found, problems = source_pages.read([("da/a.md", "---\ntitle: A: b\n---\n# A!\n")], SITE)
    assert [p.code.value for p in problems] == ["front-matter"]
    asked = rules.read({"**.md": {"required": ["title", "date"], "tags": 2, "exclamation_marks": False}})
    assert [p.code.value for p in checking.check(found, SITE, rules=asked).problems] == ["exclamation-mark"]
