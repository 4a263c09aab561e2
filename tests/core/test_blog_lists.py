"""Posts, their addresses and the lists that they are in, without MkDocs."""

from __future__ import annotations

import copy
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from mkdocs_foundation.site import one_language
from mkdocs_foundation.sources import pages as source_pages
from mkdocs_foundation.sources.pages import SourcePage
from mkdocs_multilingual.addresses.blog_place import BlogPlace
from mkdocs_multilingual.blog import dates, lists, paths, posts, reading_time
from mkdocs_multilingual.blog.authors import Author
from mkdocs_multilingual.blog.lists import LanguagePlan
from mkdocs_multilingual.blog.options import BlogOptions, ListOptions, Slugs
from mkdocs_multilingual.blog.post_settings import PostSettings, settings_of
from mkdocs_multilingual.blog.posts import BlogPost, Drafts
from mkdocs_multilingual.blog.views import BlogPageKind, Key
from mkdocs_multilingual.typography.dates import formatted

DAY = datetime(2026, 8, 12, tzinfo=UTC)


def slugify(text: str, separator: str) -> str:
    return text.lower().replace(" ", separator)


OPTIONS = BlogOptions(
    Slugs(slugify),
    Slugs(slugify),
    sort_categories_by=lists.by_name,
    has_profiles=True,
    archive_date_format="LLLL yyyy",
    archive_url_date_format="yyyy/MM",
    lists={
        BlogPageKind.INDEX: ListOptions(2),
        BlogPageKind.ARCHIVE: ListOptions(0),
        BlogPageKind.CATEGORY: ListOptions(2),
    },
)


def page(settings: str, body: str = "# The queue\n", uri: str = "blog/posts/queue.md") -> SourcePage:
    read, problems = source_pages.read([(uri, f"---\n{settings}\n---\n{body}")], one_language("en"))
    assert problems == []
    (found,) = read.pages.values()
    return found


def post(settings: str, uri: str = "blog/posts/queue.md", options: BlogOptions = OPTIONS) -> BlogPost:
    found = posts.read(page(settings, uri=uri), options, Drafts())
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2026-08-12", DAY),
        ("2026-08-12 08:30:00", DAY + timedelta(hours=8, minutes=30)),
        ("2026-08-12T08:30:00Z", DAY + timedelta(hours=8, minutes=30)),
        ("2026-08-12 10:00:00 +02:00", datetime(2026, 8, 12, 10, tzinfo=timezone(timedelta(hours=2)))),
        ("{created: 2026-08-12, updated: 2026-09-01, revised: 2026-09-02}", DAY),
    ],
)
def test_days_are_read_as_moments(written: str, moment: datetime) -> None:
    settings = settings_of(page(f"date: {written}"))
    assert settings is not None
    assert settings.date.created == settings.date["created"] == moment
    assert settings.date.created.utcoffset() == moment.utcoffset()


def test_a_post_may_have_any_number_of_days() -> None:
    days = dates.read({"created": "2026-08-12", "updated": "2026-09-01"})
    assert days is not None
    assert (days.updated, days.revised) == (datetime(2026, 9, 1, tzinfo=UTC), None)
    assert dict(days) == {"created": DAY, "updated": days.updated}
    assert copy.deepcopy(days) == days


@pytest.mark.parametrize("written", [None, "12.8.2026", {"updated": "2026-08-12"}, {"created": DAY, "updated": 3}, []])
def test_what_is_no_day_is_none(written: object) -> None:
    assert dates.read(written) is None


def test_days_are_written_as_the_language_does() -> None:
    assert formatted(DAY, "long", "da") == "12. august 2026"
    assert formatted(DAY, "LLLL yyyy", "sv") == "augusti 2026"
    assert formatted(DAY, "yyyy/MM/dd", "ar-x-none") == formatted(DAY, "yyyy/MM/dd", "ar")
    assert formatted(DAY, "long", "xx") == "August 12, 2026"


def test_settings_of_the_wrong_kind_count_as_not_written() -> None:
    settings = settings_of(
        page("date: 2026-08-12\nauthors: desk\ncategories: [a, a, 1]\ndraft: 1\npin: 1\nreadtime: x")
    )
    assert settings == PostSettings(settings.date if settings else dates.PostDates(DAY), (), ("a",))


@pytest.mark.parametrize(
    ("settings", "drafts", "is_draft", "kept_out"),
    [
        ("draft: true", Drafts(), True, True),
        ("draft: true", Drafts(shown=True), True, False),
        ("draft: false", Drafts(until=DAY - timedelta(days=1)), False, False),
        ("pin: false", Drafts(until=DAY - timedelta(days=1)), True, True),
        ("pin: false", Drafts(until=DAY), False, False),
    ],
)
def test_drafts(settings: str, drafts: Drafts, is_draft: bool, kept_out: bool) -> None:
    found = settings_of(page(f"date: 2026-08-12\n{settings}"))
    assert found is not None
    assert (drafts.is_draft(found), drafts.keep_out(found)) == (is_draft, kept_out)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("{date}/{slug}", "blog/2026/08/12/the-queue.md"),
        ("{slug}", "blog/the-queue.md"),
        ("/{categories}/{file}/", "blog/small-steps/queue.md"),
    ],
)
def test_the_address_of_a_post(pattern: str, path: str) -> None:
    options = replace(OPTIONS, post_url_format=pattern)
    settings = PostSettings(dates.PostDates(DAY), categories=("Small steps", "Words"))
    assert paths.of_post("blog/posts/queue.md", "The queue", settings, options, "sv") == path


def test_the_slug_in_the_settings_goes_before_the_title_and_a_former_one_before_both() -> None:
    settings = PostSettings(dates.PostDates(DAY), slug="line")
    options = replace(OPTIONS, post_url_format="{slug}", place=BlogPlace("", "posts"))
    assert paths.of_post("posts/q.md", "The queue", settings, options, "en") == "line.md"
    assert paths.of_post("posts/q.md", "The queue", settings, options, "en", "row") == "row.md"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("blog/index.md", ["blog/index.md", "blog/page/2/index.md"]),
        ("blog/category/a.md", ["blog/category/a.md", "blog/category/a/page/2.md"]),
        ("index.md", ["index.md", "page/2/index.md"]),
    ],
)
def test_the_further_pages_of_a_list(path: str, expected: list[str]) -> None:
    assert [paths.of_page(path, number, OPTIONS) for number in (1, 2)] == expected


def plan(*found: BlogPost, options: BlogOptions = OPTIONS) -> LanguagePlan:
    people = {"desk": Author("The desk"), "guest": Author("Åse", slug="åse")}
    return lists.plan(posts.in_order(found), options, locale="en", people=people, categories={"words": "Words"})


POSTS = (
    post("date: 2026-01-05\npin: true\ncategories: [Words]\nauthors: [guest]", "blog/posts/pinned.md"),
    post("date: 2026-03-01\ncategories: [Service, Words]\nauthors: [desk]", "blog/posts/old.md"),
    post("date: 2026-03-09\ncategories: [Words]\nauthors: [desk, guest]", "blog/posts/new.md"),
)


def test_the_lists_of_a_blog() -> None:
    found = plan(*POSTS)
    assert [one.page.key for one in found.posts] == [f"blog/posts/{name}.md" for name in ("pinned", "new", "old")]
    assert [(shown.kind, shown.key, shown.name, shown.path, len(shown.posts)) for shown in found.lists] == [
        (BlogPageKind.INDEX, "", "", "blog/index.md", 3),
        (BlogPageKind.ARCHIVE, "2026/03", "March 2026", "blog/archive/2026/03.md", 2),
        (BlogPageKind.ARCHIVE, "2026/01", "January 2026", "blog/archive/2026/01.md", 1),
        (BlogPageKind.CATEGORY, "Service", "Service", "blog/category/service.md", 1),
        (BlogPageKind.CATEGORY, "words", "Words", "blog/category/words.md", 3),
        (BlogPageKind.AUTHOR, "guest", "Åse", "blog/author/åse.md", 2),
        (BlogPageKind.AUTHOR, "desk", "The desk", "blog/author/desk.md", 2),
    ]


def test_every_page_of_every_list_has_its_key() -> None:
    found = plan(*POSTS).pages
    assert found[Key(BlogPageKind.INDEX, "", 2)] == "blog/page/2/index.md"
    assert found[Key(BlogPageKind.CATEGORY, "words", 2)] == "blog/category/words/page/2.md"
    assert Key(BlogPageKind.ARCHIVE, "2026/03", 2) not in found
    assert found[Key(BlogPageKind.POST, "blog/posts/new.md")] == "blog/2026/03/09/the-queue.md"
    assert [lists.page_count(shown, OPTIONS) for shown in plan(*POSTS).lists] == [2, 1, 1, 1, 2, 1, 1]


def test_categories_are_sorted_as_the_site_wants() -> None:
    options = replace(OPTIONS, sort_categories_by=lists.by_post_count, reverse_categories=True)
    names = [shown.name for shown in plan(*POSTS, options=options).lists if shown.kind is BlogPageKind.CATEGORY]
    assert names == ["Words", "Service"]


def test_a_blog_without_posts_has_a_front_page_only() -> None:
    found = plan()
    assert [shown.kind for shown in found.lists] == [BlogPageKind.INDEX]
    assert found.pages == {Key(BlogPageKind.INDEX): "blog/index.md"}


def test_lists_that_are_switched_off_are_not_there() -> None:
    options = replace(OPTIONS, has_archive=False, has_categories=False, has_profiles=False)
    assert [shown.kind for shown in plan(*POSTS, options=options).lists] == [BlogPageKind.INDEX]


@pytest.mark.parametrize(
    ("html", "minutes"),
    [
        ("<p>word</p>", 1),
        ("word " * 264, 1),
        ("word " * 266, 2),
        ("<script>" + "word " * 900 + "</script>", 1),
        ('<img src="a">' * 10, 2),
        ("<p>a<br>b</p><svg><text>" + "word " * 900 + "</text></svg>", 1),
    ],
)
def test_the_reading_time(html: str, minutes: int) -> None:
    assert reading_time.minutes(html, 265) == minutes


LOSSY = replace(OPTIONS, category_slugs=Slugs(lambda text, sep: re.sub(r"[^a-z ]", "", text.lower()).replace(" ", sep)))


@pytest.mark.parametrize(
    ("names", "slugs"),
    [
        (["C++", "C#", "C"], ["c++", "c#", "c"]),
        (["C++"], ["c"]),
        (["Q&A", "QA"], ["q&a", "qa"]),
        ([".NET", "Net", "net"], ["net+", "net", "net"]),
        (["日本語", "中文"], ["日本語", "中文"]),
        (["News", "news", "NEWS"], ["news", "news", "news"]),
        (["CI/CD", "CICD", "ci:cd"], ["ci-cd", "cicd", "ci-cd+"]),
        (["?", "..."], ["-+", "-"]),
    ],
)
def test_different_categories_have_different_addresses_and_spellings_of_one_share_it(
    names: list[str], slugs: list[str]
) -> None:
    found = paths.of_categories(names, LOSSY)
    assert found == {n: f"blog/category/{slug}.md" for n, slug in zip(names, slugs, strict=True)}
    assert paths.of_categories(reversed(names), LOSSY) == found
