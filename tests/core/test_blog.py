"""Problems of a multilingual blog, beyond the examples of the catalogue."""

from __future__ import annotations

import pytest

from mkdocs_foundation.reports.problems import Checks, Problem, weighed
from mkdocs_foundation.site import Language, Site
from mkdocs_foundation.sources import pages as source_pages
from mkdocs_multilingual import checking
from mkdocs_multilingual.blog.checks import BlogFiles
from mkdocs_multilingual.blog.rules import BlogRules, plain_address
from mkdocs_multilingual.blog.views import BlogPageKind, Key, Listing, category_key, pages

SITE = Site({lang: Language(lang, lang) for lang in ("da", "sv")})
AUTHORS = "authors:\n  desk:\n    name: Redaktionen\n    description: Om os\n    avatar: a.svg\n"
DAY = "2026-08-12"
POST = "---\ndate: 2026-08-12\n{}---\n# Køen\n\nFørst.\n\n<!-- more -->\n\nSå.\n"


def problems(files: dict[str, str], rules: BlogRules | None = None) -> list[Problem]:
    """What is said of a blog whose front pages are there."""
    files = {"da/blog/index.md": "# Blog", "sv/blog/index.md": "# Blogg", **files}
    read, found = source_pages.read([(uri, text) for uri, text in files.items() if uri.endswith(".md")], SITE)
    assert found == []
    others = {uri: text for uri, text in files.items() if not uri.endswith(".md")}
    return list(checking.check(read, SITE, blog=BlogFiles(rules or BlogRules(), others)).problems)


def problems_in(files: dict[str, str], rules: BlogRules | None = None) -> list[tuple[str, int, str, str]]:
    """Code, line, `found` and `remedy` of each problem."""
    return [(p.code.value, p.location.line, p.found, p.remedy) for p in problems(files, rules)]


def one_post(settings: str = "", date: str = "2026-08-12") -> dict[str, str]:
    return {"da/blog/posts/queue.md": POST.format(settings).replace("2026-08-12", date)}


def test_a_right_blog_has_no_problems() -> None:
    names = "practice: Service i praksis\n"
    post = "authors: [desk]\ncategories: [Service i praksis]\npin: true\nlinks:\n  - blog/index.md\nslug: køen\n"
    files = {"da/blog/.authors.yml": AUTHORS, "da/blog/.categories.yml": names, **one_post(post)}
    assert problems(files, BlogRules(excerpt_required=True)) == []


@pytest.mark.parametrize(
    ("date", "remedy"),
    [
        ("12/8-2026", "Write 2026-08-12, if"),
        ("12. 8. 2026", "Write 2026-08-12"),
        ("2026/8/12", "Write 2026-08-12"),
        ("2026-8-2", "Write 2026-08-02"),
        ("2026-02-31", "Write a day that exists"),
        ("31.2.2026", "Write a day that exists"),
        ("12. august 2026", "Write a day that exists"),
        ("2026-08-12 10:00", "Write a day that exists"),
        ('"2026-08-12"', "Remove the quotation marks."),
        ("{updated: 2026-08-12}", "Add `created: `"),
        ("", "Write when the post is published"),
    ],
)
def test_a_date_that_material_would_not_read(date: str, remedy: str) -> None:
    ((code, line, _, advice),) = problems_in(one_post(date=date))
    assert (code, line) == ("post-date", 2)
    assert advice.startswith(remedy)


@pytest.mark.parametrize(
    "date",
    [
        "2026-08-12",
        "2026-08-12 10:00:00",
        "2026-08-12T10:00:00+02:00",
        "2026-8-2 9:00:00.5 +2",
        "{created: 2026-08-12, updated: 2026-09-01}",
    ],
)
def test_dates_that_material_reads(date: str) -> None:
    assert problems(one_post(date=date)) == []


def test_a_slug_of_the_front_page_would_change_nothing() -> None:
    assert problems_in({"sv/blog/index.md": "---\nslug: blogg\n---\n# Blogg"}) == [
        ("bad-slug", 2, "blogg", "Remove the line.")
    ]


def test_a_post_without_settings_has_no_date_and_nothing_else_is_reported() -> None:
    assert [(p[0], p[1]) for p in problems_in({"da/blog/posts/queue.md": "# Køen\n"})] == [("post-date", 1)]


def test_settings_that_cannot_be_read_are_not_reported_twice() -> None:
    broken = "---\ndate: [2026\n---\n# Køen\n"
    read, found = source_pages.read([("da/blog/index.md", "# Blog"), ("da/blog/posts/queue.md", broken)], SITE)
    assert len(found) == 1
    assert checking.check(read, SITE, blog=BlogFiles(BlogRules())).problems == ()


@pytest.mark.parametrize(
    ("settings", "remedy"),
    [
        ("draft: 'true'\n", "Write `draft: true`."),
        ("pin: 1\n", "Write `pin: true`."),
        ("readtime: four\n", "Remove the line"),
        ("links: articles/trust.md\n", "Write each page"),
        ("categories: [1, 2]\n", "Write `categories:"),
        ("authors: desk\n", "Write `authors: [desk]`."),
    ],
)
def test_settings_of_the_wrong_kind(settings: str, remedy: str) -> None:
    ((code, line, _, advice),) = problems_in(one_post(settings))
    assert (code, line) == ("post-setting", 3)
    assert advice.startswith(remedy)


@pytest.mark.parametrize(
    ("settings", "meant"),
    [
        ("author: desk\n", "authors"),
        ("Categories: [Klager]\n", "categories"),
        ("kategory: [Klager]\n", None),
        ("category: [Klager]\n", "categories"),
        ("linsk: []\n", "links"),
        ("image: a.png\n", None),
    ],
)
def test_settings_with_almost_the_name_of_another(settings: str, meant: str | None) -> None:
    expected = [("setting-name", 3, f'Write "{meant}"')] if meant else []
    assert [(code, line, advice.split(",")[0]) for code, line, _, advice in problems_in(one_post(settings))] == expected


def test_a_slug_is_checked_by_the_rules_of_all_slugs() -> None:
    ((code, line, _, advice),) = problems_in(one_post("slug: Køen ved skranken\n"))
    assert (code, line, advice) == ("slug-form", 3, 'Write it like this: "køen-ved-skranken".')


def test_what_material_s_blog_takes_is_told_only_under_strict_checks() -> None:
    """Dates in any order, no title, a name for another plugin, related pages as a mapping, two spellings."""
    post = POST.replace("# Køen", "Køen")
    posts = {
        "da/blog/posts/queue.md": post.format("author: desk\nslug: /Ventetid_2\nlinks:\n  Tillid: blog/index.md\n"),
        "da/blog/posts/a.md": POST.format("categories: [Klager]\n"),
        "da/blog/posts/b.md": POST.format("categories: [klager]\nslug: b\n").replace(
            "2026-08-12", "{created: 2026-08-12, updated: 2026-08-11}"
        ),
    }
    found = problems(posts)
    codes = {"post-dates", "post-title", "setting-name", "slug-form", "category-spelling"}
    assert {problem.code.value for problem in found} == codes
    assert weighed(found, Checks.USUAL) == []


@pytest.mark.parametrize(
    ("content", "line", "found"),
    [
        ("desk: Redaktionen\n", 1, "no `authors:`"),
        ("authors: desk\n", 1, "authors: desk"),
        ("authors:\n  desk: Redaktionen\n", 2, "desk: Redaktionen"),
        (AUTHORS + "    mail: a@b\n", 6, "mail: a@b"),
        (AUTHORS.replace("Om os", "[1]"), 4, "description: [1]"),
        ("authors:\n  desk:\n    name: A: b\n", 3, "name: A: b"),
        (AUTHORS + "  desk:\n    name: B\n", 6, '"desk" here and in line 2'),
    ],
)
def test_an_authors_file_that_cannot_be_used(content: str, line: int, found: str) -> None:
    post = one_post("authors: [desk]\n")
    assert [p[:3] for p in problems_in({"da/blog/.authors.yml": content, **post})] == [("blog-file", line, found)]


def test_a_missing_authors_file_is_one_mistake() -> None:
    posts = {f"sv/blog/posts/{n}.md": POST.format(f"authors: [desk]\nslug: p{n}\n") for n in range(3)}
    ((code, line, found, _),) = problems_in({"da/blog/.authors.yml": AUTHORS, **posts})
    assert (code, line, found) == ("unknown-author", 3, "desk")


def test_the_name_of_an_author_is_no_id_and_the_id_is_offered() -> None:
    ((code, _, _, advice),) = problems_in({"da/blog/.authors.yml": AUTHORS, **one_post("authors: [Redaktionen]\n")})
    assert code == "unknown-author"
    assert advice.startswith('Did you mean "desk"?')


@pytest.mark.parametrize(
    ("written", "remedy"),
    [("Service i Praksis", 'Did you mean "Service i praksis"?'), ("practice", 'Write "Service i praksis".')],
)
def test_a_category_by_another_spelling_or_its_id(written: str, remedy: str) -> None:
    files = {"da/blog/.categories.yml": "practice: Service i praksis\n", **one_post(f"categories: [{written}]\n")}
    ((code, _, _, advice),) = problems_in(files)
    assert code == "unknown-category"
    assert advice.startswith(remedy)


@pytest.mark.parametrize(
    ("content", "line"), [("practice: [a]\n", 1), ("a: Ord\nb: Ord\n", 2), ("a: Ord\na: Tal\n", 2), ("- Ord\n", 1)]
)
def test_a_categories_file_that_cannot_be_used(content: str, line: int) -> None:
    files = {"da/blog/.categories.yml": content, **one_post("categories: [Andet]\n")}
    assert [p[:2] for p in problems_in(files)] == [("blog-file", line)]


def test_a_language_without_categories_file_is_one_mistake() -> None:
    files = {"da/blog/.categories.yml": "a: Ord\nb: Tal\n", "sv/blog/posts/a.md": POST.format("categories: [Ord]\n")}
    ((code, line, found, _),) = problems_in(files)
    assert (code, line, found) == ("category-counterpart", 1, "no file docs/sv/blog/.categories.yml")


def test_each_id_that_a_language_lacks_or_has_alone() -> None:
    files = {
        "da/blog/.categories.yml": "practice: Praksis\nwords: Ord\n",
        "sv/blog/.categories.yml": "seasons: Årstider\n",
    }
    assert [p[2] for p in problems_in(files)] == [
        "seasons, which docs/da/blog/.categories.yml doesn't have",
        "no practice, which docs/da/blog/.categories.yml has in line 1 (Praksis)",
        "no words, which docs/da/blog/.categories.yml has in line 2 (Ord)",
    ]


def test_the_spelling_that_most_posts_have_counts_as_right() -> None:
    posts = {f"da/blog/posts/{n}.md": POST.format(f"categories: [Små skridt]\nslug: p{n}\n") for n in range(2)}
    posts["da/blog/posts/0a.md"] = POST.format("categories: [Små-Skridt]\n")
    (problem,) = problems(posts)
    assert (problem.code.value, problem.location.path) == ("category-spelling", "da/blog/posts/0a.md")
    assert problem.found == "Små-Skridt here, Små skridt in docs/da/blog/posts/0.md"


def test_an_excerpt_is_asked_for_only_where_it_is_required() -> None:
    post = {"da/blog/posts/queue.md": "---\ndate: 2026-08-12\n---\n# Køen\n\nFørst.\n"}
    assert problems_in(post) == []
    ((code, line, found, _),) = problems_in(post, BlogRules(excerpt_required=True))
    assert (code, line, found) == ("post-excerpt", 6, "no <!-- more -->")


@pytest.mark.parametrize("mark", ["<!--more-->", "<!-- MORE -->", "<! -- more -->", "<!--- more --->"])
def test_a_misspelt_mark_of_the_excerpt(mark: str) -> None:
    files = {name: text.replace("<!-- more -->", mark) for name, text in one_post().items()}
    assert [p[:3] for p in problems_in(files)] == [("post-excerpt", 8, mark)]


def test_the_same_address_in_two_languages_is_none() -> None:
    files = {f"{lang}/blog/posts/{name}.md": POST.format("") for lang, name in (("da", "a"), ("sv", "b"))}
    assert problems_in(files) == []


def test_a_former_slug_leads_to_one_post_only() -> None:
    posts = {f"da/blog/posts/{name}.md": POST.format(f"slug: {name}\nformer_slugs: [old, {name}]\n") for name in "ab"}
    assert [p[:3] for p in problems_in(posts)] == [
        ("former-slug-taken", 4, "docs/da/blog/posts/a.md is at a"),
        ("former-slug-taken", 4, "docs/da/blog/posts/a.md was at old"),
        ("former-slug-taken", 4, "docs/da/blog/posts/b.md is at b"),
    ]


def test_a_title_may_be_a_setting_or_underlined() -> None:
    for text in ("---\ndate: 2026-08-12\ntitle: Køen\n---\nFørst.\n", "---\ndate: 2026-08-12\n---\nKøen\n=====\n"):
        assert problems_in({"da/blog/posts/queue.md": text}) == []
        read, _ = source_pages.read([("da/blog/posts/queue.md", text)], SITE)
        assert plain_address(read.pages["da", "blog/posts/queue.md"]) == "køen"


def test_lists_split_into_pages_where_their_kind_does() -> None:
    listings = [Listing(BlogPageKind.INDEX, "", "da/blog/index.md")] * 4 + [
        Listing(BlogPageKind.AUTHOR, "desk", "da/a.md")
    ] * 4
    found = pages(listings, lambda kind: 3 if kind is BlogPageKind.INDEX else 0)
    assert found == {
        Key(BlogPageKind.INDEX, "", 1): "da/blog/index.md",
        Key(BlogPageKind.INDEX, "", 2): "da/blog/index.md",
        Key(BlogPageKind.AUTHOR, "desk", 1): "da/a.md",
    }
    assert category_key("Klager", {"complaints": "Klager"}) == "complaints"
    assert category_key("Andet", {"complaints": "Klager"}) == "Andet"
