"""Source pages: what is read of a file, and that it is read once."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_foundation.reports.problems import Checks, weighed
from mkdocs_foundation.site import one_language, several
from mkdocs_foundation.sources import front_matter, page_kinds, pages
from mkdocs_foundation.sources.page_kinds import PageFacts, PageKind, PageKinds
from mkdocs_foundation.sources.pages import read_text

SITE = several(["da", "sv"])


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: Of the settings\n---\n# Of the heading\n", "Of the settings"),
        ("# With *stars*, `code` and [a link](x.md) {#id .class}\n", "With stars, code and a link"),
        ("Underlined\n==========\n", "Underlined"),
        ("```\n# no heading\n```\n\n# Heading\n", "Heading"),
        ("---\ntitle:\n---\n# Heading\n", "Heading"),
        ("---\ntitle: 2026\n---\n", "2026"),
        ("~~~\n# no heading\n```\n# none either\n~~~~\n# Heading #\n", "Heading"),
        ("    # code\n\n * a list\n===\n\nHeading {#id}\n===\n", "Heading"),
        ("## Second level only\n", None),
        ("", None),
    ],
)
def test_a_title_is_found_in_one_way(text: str, title: str | None) -> None:
    assert read_text(text, "a/trust.md")[0].written_title == title


def test_lines_count_as_in_the_file() -> None:
    source = read_text("---\ntitle: A\ntopics: [b]\n---\nText\n", "da/a.md")[0]
    assert source.matter.line("topics") == 3
    assert source.body.split("\n").index("Text") + 1 == 5


def test_the_same_content_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    for owner, name in ((pages, "decode"), (front_matter, "split")):
        real = getattr(owner, name)

        def counted(*arguments: object, name: str = name, real: Any = real) -> object:
            calls.append(name)
            return real(*arguments)

        monkeypatch.setattr(owner, name, counted)
    content = b"# Read once, by this test alone\n"
    for locales in (("da", "sv"), ("da", "nb")):
        library, _ = pages.read([("da/once.md", content)], several(locales))
        assert [page.title for page in library] == ["Read once, by this test alone"]
    assert calls == ["decode", "split"]
    pages.read([("da/once.md", b"# Changed, by this test alone\n")], SITE)
    assert calls == ["decode", "split"] * 2


def test_problems_of_a_file_are_found_by_all_who_read_it() -> None:
    sources = [("da/a.md", b"\xff"), ("da/b.md", b"---\na: [\n---\n")]
    first, again = pages.read(sources, SITE)[1], pages.read(sources, SITE)[1]
    assert list(first) == list(again)
    assert [(p.location.path, p.code.value) for p in first] == [("da/a.md", "encoding"), ("da/b.md", "front-matter")]


def test_a_library_knows_languages_and_what_belongs_to_none() -> None:
    library, _ = pages.read([("da/a.md", "# A"), ("sv/a.md", "# A"), ("da/b.md", ""), ("c.md", "")], SITE)
    assert library.keys == ["a.md", "b.md"]
    assert [page.uri for page in library.in_language("da")] == ["da/a.md", "da/b.md"]
    assert set(library.versions("a.md")) == {"da", "sv"}
    assert [page.uri for page in library.outside] == ["c.md"]


def test_a_site_of_one_language_has_all_files() -> None:
    library, _ = pages.read([("a.md", ""), ("sv/b.md", "")], one_language("en"))
    assert library.keys == ["a.md", "sv/b.md"]


@pytest.mark.parametrize(
    "text", ["[" * 600, "a:\n" + "".join(" " * n + "b:\n" for n in range(1, 3000)), "- " * 20_000, "{a: " * 20_000]
)
def test_settings_of_any_depth_are_a_problem_and_not_the_end(text: str) -> None:
    assert read_text(f"---\na: {text}\n---\n", "da/deep.md")[0].matter.values == {}


def test_settings_are_read_alike_with_and_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [
        "---\ndate: 2026-13-45\nno: No\nquoted: '1'\nlist: [a, {b: c}]\n---\n",
        "---\nbase: &b {x: 1}\nmore: {<<: *b, x: 2}\n---\n",
        "---\na: 1\na: 2\n---\n",
        "---\na: b: c\n---\n",
        "---\na: [b\nc: d\n---\n",
        "---\n\ta: b\n---\n",
        "---\njust text\n---\n",
    ]
    fast = [front_matter.split(text, "a.md") for text in texts]
    monkeypatch.setattr(front_matter, "_FastLoader", front_matter._PlainLoader)
    assert fast == [front_matter.split(text, "a.md") for text in texts]


@pytest.mark.parametrize(
    ("page", "kind"),
    [
        (PageFacts("index.md", {}, is_index=True), page_kinds.HOME),
        (PageFacts("articles/index.md", {}, is_index=True), page_kinds.INDEX),
        (PageFacts("about.md", {}), page_kinds.SINGLE),
        (PageFacts("tests/a.md", {}, generated_by="another"), page_kinds.GENERATED),
        (PageFacts("articles/trust.md", {}), page_kinds.ARTICLE),
    ],
)
def test_a_page_is_of_one_kind(page: PageFacts, kind: PageKind) -> None:
    assert PageKinds().of(page) is kind


def test_kinds_of_plugins_come_first_and_each_once() -> None:
    recipe = PageKind("recipe", lambda page: "ingredients" in page.settings)
    kinds = PageKinds().with_kinds([recipe]).with_kinds([recipe])
    assert kinds.registered == (recipe,)
    assert kinds.of(PageFacts("index.md", {"ingredients": []})) is recipe
    assert kinds.of(PageFacts("index.md", {})) is page_kinds.HOME


@pytest.mark.parametrize("text", ["A text.", "- one\n- two", "> said", "A text: with: a colon", "**Note**", "x = ["])
def test_text_between_two_rules_is_text_and_no_mistake(text: str) -> None:
    source, problems = pages.read_text(f"---\n{text}\n---\n\n# After\n", "a.md")
    assert problems == ()
    assert source.matter.values == {}
    assert text in source.body


@pytest.mark.parametrize("text", ["{title: A}", "title: A", "'title': A", "  title: A", "title : A"])
def test_settings_in_any_form_of_yaml_are_settings(text: str) -> None:
    source, problems = pages.read_text(f"---\n{text}\n---\n", "a.md")
    assert (source.matter.values, problems) == ({"title": "A"}, ())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("---\na: 1\na: 2\n---\n", False),
        ("---\ntitle: a: b\n---\n", False),
        ("---\ntitle: a\n", False),
        ("---\nassessment:\n  minutes: 6\n  minutes: 7\n---\n", True),
        ("---\nassessment: a: b\n---\n", True),
        ("---\nassessment:\n  id: a\n", True),
    ],
)
def test_settings_that_mkdocs_reads_no_better_are_told_under_strict_checks_only(text: str, told: bool) -> None:
    (problem,) = pages.read_text(text, "a.md")[1]
    assert weighed([problem], Checks.STRICT) == [problem]
    assert weighed([problem], Checks.USUAL) == ([problem] if told else [])


@pytest.mark.parametrize(("path", "title"), [("a/get_started-now.md", "Get started now"), ("a/FAQ_en.md", "FAQ en")])
def test_a_page_without_a_title_has_that_of_its_file(path: str, title: str) -> None:
    assert pages.file_title(path) == title


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("\n \n---\ntitle: A\n---\n# A\n", "an empty line above the settings"),
        ("\n---\n\ntitle: A\n\n---\n", None),
        ("\n---\nA line between rules.\n\n---\n", None),
        ("\n---\ntitle: A\n\nText\n", None),
        ("\n\n# A\n", None),
    ],
)
def test_settings_below_an_empty_line(text: str, found: str | None) -> None:
    matter, body, problems = front_matter.split(text, "a.md")
    assert [p.found for p in problems] == ([found] if found else [])
    assert (matter.is_readable, body) == (not found, text)
