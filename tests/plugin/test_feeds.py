"""The feeds of four languages, read as news readers do, after schemas have found them valid."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import etree, html

from tests.plugin.building import Built
from tests.plugin.feeds.valid import read_json, read_rss
from tests.plugin.four_languages import CATEGORIES, DESK, FILES, GUEST, LANGUAGES, POSTS, build_four, posts_of, prefix

SITE = "https://example.org/kompas/"
AUTHORS = {locale: {"desk": DESK[locale], "guest": GUEST} for locale in LANGUAGES}
DRAFTS = {post.name for post in POSTS if post.draft}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    built = build_four(tmp_path_factory.mktemp("feeds"), site_url=SITE)
    assert built.messages == []
    return built


def feed_path(built: Built, locale: str, name: str) -> Path:
    return built.folder / prefix(locale) / "blog" / name


def newest_first(locale: str) -> list[Any]:
    return sorted(posts_of(locale), key=lambda post: post.date, reverse=True)


@pytest.mark.parametrize("locale", LANGUAGES)
def test_rss_names_the_posts_of_the_language_and_no_others(site: Built, locale: str) -> None:
    feed = read_rss(feed_path(site, locale, "feed.xml"))
    home = f"{SITE}{prefix(locale)}blog/"
    assert feed.feed.title == f"Test – Blog {locale}"
    assert feed.feed.language == locale
    assert feed.feed.link == home
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [f"{home}feed.xml"]
    expected = newest_first(locale)
    assert [entry.title for entry in feed.entries] == [post.titles[locale] for post in expected]
    assert [unquote(entry.link) for entry in feed.entries] == [f"{home}{post.slugs[locale]}/" for post in expected]
    for entry, post in zip(feed.entries, expected, strict=True):
        assert entry.id == entry.link
        assert entry.published_parsed[:3] == datetime.fromisoformat(post.date).timetuple()[:3]
        assert [author.name for author in entry.authors] == [AUTHORS[locale][id] for id in post.authors]
        assert [tag.term for tag in entry.tags] == [CATEGORIES[id][locale] for id in post.categories]
        assert entry.summary == f"<p>{post.text[locale]}</p>"


@pytest.mark.parametrize("locale", LANGUAGES)
def test_json_says_the_same(site: Built, locale: str) -> None:
    rss = read_rss(feed_path(site, locale, "feed.xml"))
    feed = read_json(feed_path(site, locale, "feed.json"))
    assert (feed["title"], feed["language"], feed["home_page_url"]) == (rss.feed.title, locale, rss.feed.link)
    assert feed["feed_url"] == f"{SITE}{prefix(locale)}blog/feed.json"
    assert len(feed["items"]) == len(rss.entries)
    for item, entry in zip(feed["items"], rss.entries, strict=True):
        assert (item["id"], item["url"], item["title"]) == (entry.id, entry.link, entry.title)
        assert item["content_html"] == entry.summary
        assert datetime.fromisoformat(item["date_published"]).timetuple()[:6] == entry.published_parsed[:6]
        assert [author["name"] for author in item["authors"]] == [author.name for author in entry.authors]
        assert item["tags"] == [tag.term for tag in entry.tags]
    (avatar,) = {author["avatar"] for item in feed["items"] for author in item["authors"]}
    assert avatar == f"{SITE}assets/desk.svg"
    profiles = {unquote(author["url"]) for item in feed["items"] for author in item["authors"]}
    assert profiles <= {f"{SITE}{prefix(locale)}blog/author/{id}/" for id in ("desk", "guest")}


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_page_of_a_language_tells_of_its_feeds_and_of_no_others(site: Built, locale: str) -> None:
    pages = [
        path
        for path in (site.folder / prefix(locale)).rglob("index.html")
        if locale != "da" or path.relative_to(site.folder).parts[0] not in LANGUAGES
    ]
    assert len(pages) > 10
    home = f"{SITE}{prefix(locale)}blog/"
    for path in pages:
        head = html.fromstring(path.read_text(encoding="utf-8")).find("head")
        links = [(a.get("type"), a.get("href")) for a in head.iter("link") if a.get("rel", "").split() == ["alternate"]]
        feeds = [(type, href) for type, href in links if type]
        assert feeds == [("application/rss+xml", f"{home}feed.xml"), ("application/feed+json", f"{home}feed.json")], (
            path
        )


def test_descriptions_of_posts_are_escaped_once_and_link_to_the_site(tmp_path: Path) -> None:
    name = "da/blog/posts/handover.md"
    files = {
        **FILES,
        name: "---\ndate:\n  created: 2026-04-07 08:30:00\n  updated: 2026-05-01\nauthors: [desk]\n"
        'categories: [Klager]\ndescription: "Om <b> & \\"dem\\""\n---\n# Overlevering *& mere*\n\n'
        "[Tillid](../../articles/trust.md#part), [delen](#del), [ude](https://example.net/?a=1&b=2) & 3 < 4.\n\n"
        '![Bord](../../../assets/desk.svg)\n\n<script>alert("x")</script>\n\n```\n]]> <a>\n```\n\n<!-- more -->\n\n'
        "## Del {#del}\n\nMere.\n",
    }
    built = build_four(tmp_path, files, site_url=SITE, extensions=("attr_list", "fenced_code"))
    assert built.messages == []
    entry = read_rss(built.folder / "blog/feed.xml").entries[0]
    item = read_json(built.folder / "blog/feed.json")["items"][0]
    assert entry.title == item["title"] == "Overlevering & mere"
    assert item["summary"] == "Om <b> & »dem«"
    assert item["date_published"] == "2026-04-07T08:30:00+00:00"
    assert item["date_modified"] == "2026-05-01T00:00:00+00:00"
    assert read_rss(built.folder / "blog/feed.xml").feed.updated.startswith("Fri, 01 May 2026")
    content = html.fromstring(f"<div>{entry.summary}</div>")
    assert [str(link) for link in content.xpath("//@href | //@src")] == [
        f"{SITE}articles/trust/#part",
        f"{SITE}blog/overlevering--mere/#del",
        "https://example.net/?a=1&b=2",
        f"{SITE}assets/desk.svg",
    ]
    assert "3 < 4" in content.text_content()
    assert "]]> <a>" in content.text_content()
    assert "Mere." not in content.text_content()
    assert content.xpath("//script | //h1 | //@class | //@id") == []


def test_a_post_kept_from_search_engines_is_in_no_feed(tmp_path: Path) -> None:
    files = dict(FILES)
    files["en/blog/posts/handover.md"] = files["en/blog/posts/handover.md"].replace(
        "---\n", "---\nrobots: noindex\n", 1
    )
    built = build_four(tmp_path, files)
    titles = [entry.title for entry in read_rss(built.folder / "en/blog/feed.xml").entries]
    assert titles == [post.titles["en"] for post in newest_first("en") if post.name != "handover"]


def test_a_blog_without_posts_has_valid_feeds_too(tmp_path: Path) -> None:
    files = {name: content for name, content in FILES.items() if not name.startswith("en/blog/posts")}
    files["da/articles/two-languages.md"] = "# Åbningstider\n"
    built = build_four(tmp_path, files)
    assert built.messages == []
    assert read_rss(built.folder / "en/blog/feed.xml").entries == []
    assert read_json(built.folder / "en/blog/feed.json")["items"] == []


def test_a_feed_is_as_long_as_wanted_or_not_there(tmp_path: Path) -> None:
    built = build_four(tmp_path / "two", blog={"feeds_posts": 2})
    titles = [entry.title for entry in read_rss(built.folder / "sv/blog/feed.xml").entries]
    assert titles == [post.titles["sv"] for post in newest_first("sv")][:2]
    files = {name: content.replace("[feed](feed.xml)", "") for name, content in FILES.items()}
    built = build_four(tmp_path / "none", files, blog={"feeds": False})
    assert built.messages == []
    assert list(built.folder.rglob("feed.*")) == []
    assert "feed.xml" not in (built.folder / "sv/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        ("<language>sv</language>", ""),
        (f"<link>{SITE}sv/blog/</link>", "<link>/sv/blog/</link>"),
        ("Tue, 07 Apr", "7 Apr"),
        ("<dc:creator>Redaktionen</dc:creator>", "<author>Redaktionen</author>"),
        ("&lt;p&gt;", "<p>"),
    ],
)
def test_the_schema_finds_what_is_wrong(site: Built, tmp_path: Path, good: str, bad: str) -> None:
    source = feed_path(site, "sv", "feed.xml").read_text(encoding="utf-8")
    assert good in source
    broken = tmp_path / "feed.xml"
    broken.write_text(source.replace(good, bad, 1), encoding="utf-8")
    with pytest.raises((etree.DocumentInvalid, etree.XMLSyntaxError)):
        read_rss(broken)
