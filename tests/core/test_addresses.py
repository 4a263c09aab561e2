"""Addresses in the page's language: what slugs may be, what they collide with, and where former ones lead."""

from __future__ import annotations

import unicodedata

import pytest
from pymdownx.slugs import slugify

from mkdocs_foundation.reports.problems import Checks, Problem, Severity, weighed
from mkdocs_foundation.site import Language, Site
from mkdocs_foundation.sources import pages as source_pages
from mkdocs_multilingual import tags
from mkdocs_multilingual.addresses import address_book, collisions
from mkdocs_multilingual.addresses.blog_place import BlogPlace
from mkdocs_multilingual.addresses.redirects import Redirect, redirects
from mkdocs_multilingual.checking import Checked

SITE = Site({locale: Language(locale, locale) for locale in ("da", "sv", "nb")})


def checked(pages: dict[str, str], *, fallback: bool = True) -> Checked:
    """What is found in pages with these settings, by path without its ending."""
    sources = [(f"{uri}.md", f"---\ntitle: T\n{settings}\n---\n# T\n") for uri, settings in pages.items()]
    read, problems = source_pages.read(sources, SITE)
    assert problems == []
    addresses, found = address_book.read(read, SITE, BlogPlace())
    found += collisions.check(addresses, fallback)
    return Checked(addresses, {}, tuple(sorted(found, key=lambda p: (p.location, p.code.value))))


def check(pages: dict[str, str], *, fallback: bool = True) -> list[tuple[str, str, str]]:
    return [(p.code.value, str(p.location), p.found) for p in checked(pages, fallback=fallback).problems]


def path(pages: dict[str, str], reader: str, locale: str, key: str) -> str:
    found = checked(pages)
    assert found.problems == ()
    return found.addresses.path(reader, locale, key)


def test_a_slug_is_the_last_part_of_the_address_and_a_folders_own_page_names_the_folder() -> None:
    pages = {"da/a/index": "slug: viden", "da/a/x": "slug: små-skridt", "sv/a/x": "slug: små-steg", "da/b": ""}
    assert path(pages, "da", "da", "a/index.md") == "viden"
    assert path(pages, "da", "da", "a/x.md") == "viden/små-skridt"
    assert path(pages, "sv", "sv", "a/x.md") == "a/små-steg"
    assert path(pages, "da", "da", "b.md") == "b"


def test_a_fallback_is_in_the_readers_folder_under_the_name_of_its_text() -> None:
    pages = {"da/a/index": "slug: viden", "sv/a/index": "slug: kunskap", "da/a/x": "slug: små-skridt"}
    assert path(pages, "sv", "da", "a/x.md") == "kunskap/små-skridt"
    assert path(pages, "nb", "da", "a/x.md") == "a/små-skridt"
    assert path(pages, "nb", "da", "a/index.md") == "a"


def test_folders_in_folders_each_have_their_name() -> None:
    pages = {"da/a/index": "slug: viden", "da/a/b/index": "slug: ledelse", "da/a/b/x": "slug: stil"}
    assert path(pages, "da", "da", "a/b/x.md") == "viden/ledelse/stil"


@pytest.mark.parametrize("slug", ["tillid", "små-skridt", "2026", "årstider-på-ø", "æ", "förlåt-först"])
def test_what_a_slug_may_be(slug: str) -> None:
    assert check({"da/a": f"slug: {slug}"}) == []
    assert path({"da/a": f"slug: {unicodedata.normalize('NFD', slug)}"}, "da", "da", "a.md") == slug


@pytest.mark.parametrize(
    ("slug", "code", "good"),
    [
        ("Små skridt", "slug-form", "små-skridt"),
        ("a/b", "slug-form", "a-b"),
        ("a--b", "slug-form", "a-b"),
        ("-a", "slug-form", "a"),
        ("/a_b/", "slug-form", "a-b"),
        ("a.html", "slug-form", "a"),
        ("Å", "slug-form", "å"),
        ("C++", "slug-form", "c"),
        ("a?b", "bad-slug", "a-b"),
        ("'../a'", "bad-slug", "a"),
        ("'..'", "bad-slug", None),
        ("index", "bad-slug", None),
        ("true", "bad-slug", None),
        ("[a]", "bad-slug", None),
    ],
)
def test_slugs_that_are_reported(slug: str, code: str, good: str | None) -> None:
    (problem,) = checked({"da/x": f"slug: {slug}"}).problems
    assert (problem.code.value, problem.location.line) == (code, 3)
    assert (f'"{good}"' in problem.remedy) is (good is not None)


@pytest.mark.parametrize(
    ("slug", "name"), [("/intro", "intro"), ("a/", "a"), ("'/'", "x"), ("", "x"), ("''", "x"), ("2024", "2024")]
)
def test_slashes_around_a_slug_and_slugs_of_nothing_are_left_out(slug: str, name: str) -> None:
    found = checked({"da/x": f"slug: {slug}"})
    assert found.problems == ()
    assert found.addresses.path("da", "da", "x.md") == name


def test_what_other_generators_take_as_a_slug_is_an_address_as_it_is() -> None:
    """Without strict checks nothing is said of it; a slug that can't be an address is said to have no effect."""
    found = checked({"da/x": "slug: /Docs/Get_Started v2", "da/y": "slug: '#'", "da/index": "slug: /"})
    assert found.addresses.path("da", "da", "x.md") == "Docs/Get_Started v2"
    assert [(p.code.value, p.severity) for p in weighed(found.problems, Checks.USUAL)] == [
        ("bad-slug", Severity.ADVICE)
    ]


def test_a_front_page_has_no_slug() -> None:
    assert [code for code, _, _ in check({"da/index": "slug: hjem", "sv/index": "slug: hem"})] == ["bad-slug"] * 2


def test_two_pages_at_one_address_are_reported_once_at_a_slug() -> None:
    assert check({"da/a": "slug: x", "da/b": "slug: x"}) == [("slug-taken", "da/b.md:3", "docs/da/a.md is at /x/ too")]
    assert check({"da/a": "slug: b", "da/b": ""}) == [("slug-taken", "da/a.md:3", "docs/da/b.md is at /b/ too")]
    assert check({"da/a": "slug: x", "sv/a": "slug: x"}) == []


def test_a_fallback_can_collide_unless_the_site_shows_none() -> None:
    pages = {"da/a": "slug: x", "sv/b": "slug: x"}
    assert check(pages) == [("slug-taken", "sv/b.md:3", "docs/da/a.md is at /sv/x/ too")]
    assert check(pages, fallback=False) == []


def test_a_page_takes_no_folders_place() -> None:
    found = check({"da/a": "slug: topics", "da/topics/x": ""})
    assert found == [("slug-taken", "da/a.md:3", "/topics/ is the folder of docs/da/topics/x.md")]
    assert [f for _, _, f in check({"da/a": "slug: sv", "sv/index": ""})] == ["/sv/ is the front page of a language"]
    assert [f for _, _, f in check({"sv/a": "slug: blog"})] == ["/sv/blog/ is the blog"]
    assert check({"da/a/index": "slug: b", "da/a/x": ""}) == []


def test_slugs_of_posts_are_the_blogs() -> None:
    assert check({"da/blog/posts/a": "slug: Et To", "da/blog/posts/b": "slug: x", "da/blog/posts/c": "slug: x"}) == []


def test_former_addresses_lead_to_the_page_also_when_its_folder_was_renamed() -> None:
    found = checked({"da/a/index": "slug: viden\nformer_slugs: [a]", "da/a/x": "slug: ny\nformer_slugs: [x, gammel]"})
    assert found.problems == ()
    assert redirects(found.addresses, "da") == [
        Redirect("da", "a", "a/index.md"),
        Redirect("da", "viden/x", "a/x.md"),
        Redirect("da", "viden/gammel", "a/x.md"),
        Redirect("da", "a/ny", "a/x.md"),
        Redirect("da", "a/x", "a/x.md"),
        Redirect("da", "a/gammel", "a/x.md"),
    ]
    assert redirects(found.addresses, "sv") == []


def test_a_former_address_that_is_in_use_is_reported() -> None:
    used = check({"da/a": "slug: x\nformer_slugs: [b]", "da/b": ""})
    assert used == [("former-slug-taken", "da/a.md:4", "docs/da/b.md is at /b/")]
    own = check({"da/a": "slug: x\nformer_slugs: x"})
    assert own == []  # no former address that could redirect
    twice = check({"da/a": "former_slugs: [x]", "da/b": "former_slugs: [x]"})
    assert twice == [("former-slug-taken", "da/b.md:3", "docs/da/a.md was at /x/ too")]


def test_a_page_that_moved_with_its_folder_gives_way_to_the_page_that_is_there_now() -> None:
    found = checked({"da/a/index": "slug: ny\nformer_slugs: [b]", "da/a/x": "", "da/b/x": "", "da/b/index": "slug: c"})
    assert [p.found for p in found.problems] == []
    assert [r.path for r in redirects(found.addresses, "da")] == ["b", "b/x"]


def test_a_problem_names_the_former_slug() -> None:
    (problem,) = checked({"da/a": "former_slugs: [god, Ikke God]"}).problems
    assert isinstance(problem, Problem)
    assert problem.message.startswith("`former_slugs`")
    assert problem.found == "Ikke God"


def test_tags_have_materials_addresses_and_keep_their_signs() -> None:
    material = slugify(case="lower")
    for tag in ("Årets klager", "e-mail til IT", "a_b 2024", "æøå  x", "日本 語"):
        assert tags.slugify(tag, "-") == material(tag, "-")
    assert [tags.slugify(tag, "-") for tag in ("C", "C++", "C# 9")] == ["c", "c++", "c#-9"]
