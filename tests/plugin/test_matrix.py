"""The site in four languages, strictly built: at a root and below a path, with fallbacks and without, both ways of
addresses. Whatever the combination, every page is where it should be and leads where it should."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import etree, html

from tests.plugin.building import Built, text
from tests.plugin.feeds.valid import read_json, read_rss
from tests.plugin.four_languages import LANGUAGES, build_four, posts_of, prefix
from tests.plugin.four_pages import A_PAGE, Expected, Layout, expected
from tests.plugin.test_blog import MONTHS, TITLES

ROOT, BELOW = "http://127.0.0.1/", "https://example.org/service/kompas/"
MADE = {*(f"{prefix(locale)}404.html" for locale in LANGUAGES), "translations.html", "translations/index.html"}
"""Pages that belong to no list: for what isn't found, and for those who translate."""
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@dataclass(frozen=True)
class Site:
    """One combination, built."""

    built: Built
    layout: Layout

    @cached_property
    def pages(self) -> dict[str, html.HtmlElement]:
        """Every HTML file, by its path."""
        return {
            path.relative_to(self.built.folder).as_posix(): html.fromstring(path.read_text(encoding="utf-8"))
            for path in sorted(self.built.folder.rglob("*.html"))
        }

    def each(self) -> Iterator[tuple[Expected, str, str, html.HtmlElement]]:
        """Every expected page with its language, its address and what was built."""
        for page in expected():
            for locale, path in page.paths.items():
                yield page, locale, self.layout.address(locale, path), self.pages[self.layout.file(locale, path)]

    def file_at(self, address: str) -> Path:
        """The file that a server answers with."""
        path = unquote(urlsplit(address).path)
        base = urlsplit(self.layout.site_url).path
        assert path.startswith(base), f"{address} is outside the site"
        below = path.removeprefix(base)
        return self.built.folder / (f"{below}index.html" if below == "" or below.endswith("/") else below)


@pytest.fixture(
    scope="module",
    params=list(product((ROOT, BELOW), (True, False), (True, False))),
    ids=lambda p: (
        f"{'root' if p[0] == ROOT else 'below'}-{'fallback' if p[1] else 'none'}-{'folders' if p[2] else 'files'}"
    ),
)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    url, fallback, directories = request.param
    built = build_four(
        tmp_path_factory.mktemp("matrix"),
        site_url=url,
        fallback=fallback,
        use_directory_urls=directories,
        multilingual={"search": True},
    )
    assert built.messages == []
    assert not built.aborted
    return Site(built, Layout(url, fallback, directories))


def test_the_pages_are_those_and_no_others(site: Site) -> None:
    real = {site.layout.file(locale, path) for page in expected() for locale, path in page.paths.items()}
    stand_ins = {
        site.layout.file(locale, page.paths["da"])
        for page in expected()
        if site.layout.fallback and not page.in_blog and "da" in page.paths
        for locale in LANGUAGES
        if locale not in page.paths
    }
    assert set(site.pages) - MADE == real | stand_ins


def test_every_link_leads_to_a_file_and_every_anchor_to_a_place(site: Site) -> None:
    root = site.layout.site_url
    broken = []
    for name, page in site.pages.items():
        here = urljoin(root, name)
        for link in page.xpath("//@href | //@src"):
            target = urljoin(here, str(link))
            if urlsplit(target)[:2] != urlsplit(root)[:2]:
                continue
            path = site.file_at(target)
            anchor = unquote(urlsplit(target).fragment)
            known = site.pages.get(path.relative_to(site.built.folder).as_posix())
            if not path.is_file() or (anchor and known is not None and not known.xpath("//*[@id=$id]", id=anchor)):
                broken.append(f"{name}: {link}")
    assert broken == []


def test_the_language_menu_leads_to_the_same_page_or_as_near_as_there_is(site: Site) -> None:
    for page, locale, address, built in site.each():
        menu = {
            str(a.get("hreflang")): urljoin(address, str(a.get("href")))
            for a in built.xpath("//div[contains(@class, 'md-select')]//a[@hreflang]")
        }
        assert list(menu) == list(LANGUAGES)
        for other, target in menu.items():
            if other == locale and page.is_further:
                continue  # which Material never links to itself
            if other in page.paths:
                nearest = page.paths[other]
            elif page.in_blog:
                nearest = "blog/"
            else:
                nearest = page.paths["da"] if site.layout.fallback else ""
            assert target == site.layout.address(other, nearest), f"{address}: {other}"


def test_the_lists_are_in_order_and_split(site: Site) -> None:
    for locale in LANGUAGES:
        titles = [post.titles[locale] for post in posts_of(locale)]
        pages = ["blog/", *(["blog/page/2/"] if len(titles) > A_PAGE else [])]
        shown = [[text(h) for h in site.pages[site.layout.file(locale, path)].xpath(TITLES)] for path in pages]
        assert [title for page in shown for title in page] == titles
        assert len(shown[0]) == A_PAGE


def test_the_archive_names_the_months(site: Site) -> None:
    for locale in LANGUAGES:
        page = site.pages[site.layout.file(locale, "blog/")]
        months = [text(a) for a in page.xpath("//nav//a[contains(@href, 'archive/')]")]
        assert list(dict.fromkeys(months)) == MONTHS[locale][::-1]


def test_only_translations_are_declared_and_each_names_the_others(site: Site) -> None:
    for page, _, address, built in site.each():
        assert [str(a) for a in built.xpath("//head/link[@rel='canonical']/@href")] == [address]
        links = built.xpath("//head/link[@hreflang]")
        declared = {str(link.get("hreflang")): str(link.get("href")) for link in links}
        translations = {locale: site.layout.address(locale, path) for locale, path in page.paths.items()}
        if "da" in translations:
            translations["x-default"] = translations["da"]
        assert declared == translations, address
        assert len(links) == len(declared)


def test_the_sitemap_holds_every_page_with_its_translations_and_no_other(site: Site) -> None:
    tree = etree.parse(site.built.folder / "sitemap.xml")
    listed = {}
    for entry in tree.iterfind("s:url", SITEMAP):
        alternates = entry.iterfind("x:link", SITEMAP)
        listed[entry.findtext("s:loc", namespaces=SITEMAP)] = {
            str(a.get("hreflang")): str(a.get("href")) for a in alternates
        }
    assert len(listed) == len(tree.findall("s:url", SITEMAP))
    assert listed == {
        address: {str(a.get("hreflang")): str(a.get("href")) for a in built.xpath("//head/link[@hreflang]")}
        for _, _, address, built in site.each()
    }


def test_the_feeds_are_valid_and_name_the_posts(site: Site) -> None:
    for locale in LANGUAGES:
        folder = site.built.folder / prefix(locale) / "blog"
        posts = sorted(posts_of(locale), key=lambda post: post.date, reverse=True)
        addresses = [site.layout.address(locale, f"blog/{post.slugs[locale]}") for post in posts]
        assert [entry.link for entry in read_rss(folder / "feed.xml").entries] == addresses
        feed = read_json(folder / "feed.json")
        assert [item["url"] for item in feed["items"]] == addresses
        assert feed["home_page_url"] == site.layout.address(locale, "blog/")
        page = site.pages[site.layout.file(locale, "articles/trust")]
        found = [str(link.get("href")) for link in page.xpath("//head/link[starts-with(@type, 'application/')]")]
        assert [site.file_at(address) for address in found] == [folder / "feed.xml", folder / "feed.json"]


def test_each_language_is_searched_by_itself(site: Site) -> None:
    fragments = site.built.folder / "assets/multilingual/pagefind/fragment"
    for locale in LANGUAGES:
        found = set()
        for path in fragments.glob(f"{locale}_*"):
            hit = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
            found.add(urljoin(site.layout.site_url, unquote(hit["url"]).lstrip("/")))
        wanted = {
            unquote(site.layout.address(locale, page.paths[locale]))
            for page in expected()
            if locale in page.paths and (not page.in_blog or page.paths[locale] in _slugs(locale))
        }
        assert found == wanted, locale


def _slugs(locale: str) -> set[str]:
    return {f"blog/{post.slugs[locale]}" for post in posts_of(locale)}
