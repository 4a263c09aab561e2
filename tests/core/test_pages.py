"""Source pages: what is read of a file, and that it is read once."""

from __future__ import annotations

import gc

import pytest

from mkdocs_foundation import front_matter, outline, page_kinds, pages, source_files
from mkdocs_foundation.page_kinds import PageIdentity, PageKind, PageKinds
from mkdocs_foundation.pages import Source, read_source
from mkdocs_foundation.site import Site, Structure

SITE = Site.of("da", "sv")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("---\ntitle: Of the settings\n---\n# Of the heading\n", "Of the settings"),
        ("# With *stars*, `code` and [a link](x.md) {#id .class}\n", "With stars, code and a link"),
        ("Underlined\n==========\n", "Underlined"),
        ("```\n# no heading\n```\n\n# Heading\n", "Heading"),
        ("---\ntitle:\n---\n# Heading\n", "Heading"),
        ("---\ntitle: 2026\n---\n", "2026"),
        ("## Second level only\n", "trust"),
        ("", "trust"),
    ],
)
def test_a_title_is_found_in_one_way(text: str, title: str) -> None:
    assert Source("a/trust.md", text, *front_matter.split(text, "a/trust.md")[:2]).title == title


def test_lines_count_as_in_the_file() -> None:
    source = read_source("da/a.md", "---\ntitle: A\ntopics: [b]\n---\nText\n\n## Heading\n")
    assert source.matter.line("topics") == 3
    assert [(block.kind, block.line) for block in source.outline] == [("other", 5), ("heading", 7)]


def test_the_same_content_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    for module, name in ((source_files, "decode"), (front_matter, "split"), (outline, "outline")):
        real = getattr(module, name)

        def counted(*arguments: object, name: str = name, real: object = real) -> object:
            calls.append(name)
            return real(*arguments)  # type: ignore[operator]

        monkeypatch.setattr(pages if name == "decode" else module, name, counted)
    content = b"# Read once\n"
    first, _ = pages.read([("da/once.md", content)], SITE)
    second, _ = pages.read([("da/once.md", content)], Site.of("da", "nb"))
    assert {page.title for page in (*first.pages.values(), *second.pages.values())} == {"Read once"}
    assert first.pages["da", "once.md"].outline == second.pages["da", "once.md"].outline
    assert sorted(calls) == ["decode", "outline", "split"]


def test_changed_content_is_read_anew_and_nothing_is_kept_that_no_one_holds() -> None:
    before = len(pages._SOURCES)
    old, new = read_source("da/change.md", b"# Old"), read_source("da/change.md", b"# New")
    assert (old.title, new.title) == ("Old", "New")
    del old, new
    gc.collect()
    assert len(pages._SOURCES) <= before


def test_problems_of_a_file_are_found_by_all_who_read_it() -> None:
    sources = [("da/a.md", b"\xff"), ("da/b.md", b"---\n: [\n---\n"), ("readme.md", b"\xff")]
    first, again = pages.read(sources, SITE)[1], pages.read(sources, SITE)[1]
    assert first == again
    assert [(p.location.path, p.code.value) for p in first] == [("da/a.md", "encoding"), ("da/b.md", "front-matter")]


def test_a_library_knows_languages_and_what_belongs_to_none() -> None:
    library, _ = pages.read([("da/a.md", "# A"), ("sv/a.md", "# A"), ("da/b.md", ""), ("c.md", "")], SITE)
    assert library.keys == ["a.md", "b.md"]
    assert [page.uri for page in library.in_language("da")] == ["da/a.md", "da/b.md"]
    assert set(library.versions("a.md")) == {"da", "sv"}
    assert [source.uri for source in library.outside] == ["c.md"]
    page = library.at("sv/a.md")
    assert page is not None
    assert (page.locale, page.key) == ("sv", "a.md")
    assert library.at("c.md") is None


def test_a_site_of_one_language_has_all_files() -> None:
    library, _ = pages.read([("a.md", ""), ("sv/b.md", "")], Site.of("en", structure=Structure.SINGLE))
    assert library.keys == ["a.md", "sv/b.md"]


@pytest.mark.parametrize(
    "text", ["[" * 100_000, "a:\n" + "".join(" " * n + "b:\n" for n in range(1, 3000)), "- " * 50_000, "{a: " * 50_000]
)
def test_settings_of_any_depth_are_a_problem_and_not_the_end(text: str) -> None:
    assert isinstance(read_source("da/deep.md", f"---\na: {text}\n---\n").problems, tuple)


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
        (PageIdentity("index.md"), page_kinds.HOME),
        (PageIdentity("README.md"), page_kinds.HOME),
        (PageIdentity("articles/index.md"), page_kinds.SECTION),
        (PageIdentity("about.md"), page_kinds.PLAIN),
        (PageIdentity("tests/a.md", is_generated=True), page_kinds.GENERATED),
        (PageIdentity("articles/trust.md"), page_kinds.ARTICLE),
    ],
)
def test_a_page_is_of_one_kind(page: PageIdentity, kind: PageKind) -> None:
    assert PageKinds().of(page) is kind


def test_kinds_of_plugins_come_first() -> None:
    recipe = PageKind("recipe", lambda page: "ingredients" in page.settings)
    kinds = PageKinds((recipe,))
    assert kinds.of(PageIdentity("index.md", {"ingredients": []})) is recipe
    assert kinds.of(PageIdentity("index.md")) is page_kinds.HOME
