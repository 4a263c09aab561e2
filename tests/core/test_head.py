"""The head of a page and the sitemap, from what is known of the page."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from lxml import html

from mkdocs_multilingual.head import existing
from mkdocs_multilingual.head.facts import Crumb, PageFacts, SchemaType, SiteFacts
from mkdocs_multilingual.head.open_graph_locales import open_graph_locale
from mkdocs_multilingual.head.sitemap import Entry, sitemap
from mkdocs_multilingual.head.structured import structured_data
from mkdocs_multilingual.head.tags import tags

URL = "https://example.org/base/"
SITE = SiteFacts("Kompas", f"{URL}sv/", "Om service", "Foreningen", f"{URL}logo.png")
PAGE = PageFacts(
    kind=SchemaType.ARTICLE,
    title='Tillit & "mod" </script>',
    locale="sv",
    description='Om <b> & "tillit"',
    address=f"{URL}sv/articles/tillit/",
    translations={"da": f"{URL}articles/tillid/", "sv": f"{URL}sv/articles/tillit/"},
    default_locale="da",
    published="2026-01-02",
    modified="2026-02-03",
    image=f"{URL}a.png",
    trail=(Crumb("Kompas", f"{URL}sv/"), Crumb("Artiklar", f"{URL}sv/articles/"), Crumb("Tillit", f"{URL}sv/x/")),
)


def head(page: PageFacts, site: SiteFacts = SITE) -> html.HtmlElement:
    return html.fromstring(f"<html><head>{''.join(tag for _, tag in tags(page, site))}</head><body></body></html>")


def properties(page: PageFacts) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for meta in head(page).xpath("//meta"):
        found.setdefault(meta.get("property") or meta.get("name"), []).append(meta.get("content"))
    return found


def data(page: PageFacts, site: SiteFacts = SITE) -> list[dict[str, Any]]:
    script = structured_data(page, site)
    assert script.count("</script>") == 1
    assert script.endswith("</script>")
    content = json.loads(re.sub(r"^<script[^>]*>|</script>$", "", script))
    assert content["@context"] == "https://schema.org"
    graph: list[dict[str, Any]] = content["@graph"]
    return graph


def test_translations_name_themselves_and_the_source_is_the_default() -> None:
    links = {link.get("hreflang"): link.get("href") for link in head(PAGE).xpath("//link[@hreflang]")}
    assert links == {
        "da": f"{URL}articles/tillid/",
        "sv": f"{URL}sv/articles/tillit/",
        "x-default": f"{URL}articles/tillid/",
    }
    assert head(PAGE).xpath("//link[@rel='canonical']/@href") == [PAGE.address]
    assert len(head(PAGE).xpath("//link[@rel='alternate'][@data-ml-page]")) == 3


def test_a_page_without_source_has_no_default() -> None:
    only = replace(PAGE, translations={"sv": PAGE.address})
    assert head(only).xpath("//link/@hreflang") == ["sv"]


def test_a_page_that_is_not_to_be_found_has_no_translations() -> None:
    hidden = replace(PAGE, robots="noindex, follow")
    assert head(hidden).xpath("//link/@hreflang") == []
    assert properties(hidden)["robots"] == ["noindex, follow"]


def test_open_graph() -> None:
    assert properties(PAGE) == {
        "og:type": ["article"],
        "og:site_name": ["Kompas"],
        "og:title": [PAGE.title],
        "og:description": [PAGE.description],
        "og:url": [PAGE.address],
        "og:image": [PAGE.image],
        "og:locale": ["sv_SE"],
        "og:locale:alternate": ["da_DK"],
        "article:published_time": ["2026-01-02"],
        "article:modified_time": ["2026-02-03"],
        "twitter:card": ["summary_large_image"],
    }
    plain = properties(replace(PAGE, kind=SchemaType.PAGE, image=""))
    assert plain["og:type"] == ["website"]
    assert plain["twitter:card"] == ["summary"]
    assert "article:published_time" not in plain


@pytest.mark.parametrize(
    ("locale", "expected"),
    [("da", "da_DK"), ("nb", "nb_NO"), ("en", "en_GB"), ("pt-BR", "pt_BR"), ("zh-Hant-TW", "zh_TW"), ("tlh", None)],
)
def test_languages_as_open_graph_names_them(locale: str, expected: str | None) -> None:
    assert open_graph_locale(locale) == expected


def test_without_an_address_nothing_is_absolute() -> None:
    unknown = replace(PAGE, address="", translations={}, image="", trail=())
    assert "http" not in "".join(tag for _, tag in tags(unknown, replace(SITE, home="", logo="")))
    assert structured_data(unknown, replace(SITE, home="", logo="")) == ""


def test_an_article_in_the_words_of_schema_org() -> None:
    article, trail = data(PAGE)
    assert article["@type"] == "Article"
    assert article["headline"] == PAGE.title
    assert article["inLanguage"] == "sv"
    assert (article["datePublished"], article["dateModified"]) == ("2026-01-02", "2026-02-03")
    assert article["author"] == article["publisher"]
    assert article["author"]["@type"] == "Organization"
    assert article["author"]["name"] == "Foreningen"
    assert article["isPartOf"]["@type"] == "WebSite"
    assert article["mainEntityOfPage"] == article["url"] == PAGE.address
    assert trail["@type"] == "BreadcrumbList"
    assert [item["position"] for item in trail["itemListElement"]] == [1, 2, 3]
    assert [item["name"] for item in trail["itemListElement"]] == ["Kompas", "Artiklar", "Tillit"]
    assert all(item["item"].startswith(URL) for item in trail["itemListElement"])


def test_unknown_dates_are_left_out() -> None:
    article, _ = data(replace(PAGE, published="", modified=""))
    assert {"datePublished", "dateModified"} & set(article) == set()


def test_the_front_page_is_the_site_and_articles_are_part_of_it() -> None:
    (site,) = data(replace(PAGE, kind=SchemaType.HOME, address=SITE.home, trail=()))
    assert site["@type"] == "WebSite"
    assert site["@id"] == data(PAGE)[0]["isPartOf"]["@id"]
    assert site["publisher"]["logo"]["url"] == SITE.logo


def test_a_fallback_has_no_structured_data() -> None:
    assert structured_data(replace(PAGE, stands_in=True), SITE) == ""


THEME = """<html><head>
  <link rel="canonical" href="/old/">
  <link rel="alternate" href="./" hreflang="da">
  <link href=sv/ hreflang=sv rel=alternate>
  <link rel="alternate" type="application/rss+xml" hreflang="da" href="feed.xml">
  <link rel="icon" href="a.svg">
  <meta property="og:image" content="own.png">
  <meta name='robots' content="noindex">
  <meta name="description" content="Om "dig" & mig">
  <title>A <b> & c - Test</title>
</head><body><a rel="alternate" hreflang="da" href="./">Dansk</a><link hreflang="x"></body></html>"""


def test_the_wrong_goes_and_the_sites_own_stays() -> None:
    page, names = existing.without_wrong(THEME, ["/old/"], keeps_alternates=False)
    tree = html.fromstring(page)
    assert tree.xpath("//head/link/@href") == ["feed.xml", "a.svg"]
    assert tree.xpath("//body//@hreflang") == ["da", "x"]
    assert names == {"og:image", "robots"}


def test_addresses_that_the_site_has_set_itself_stay_as_they_are() -> None:
    own = (
        '<link rel=alternate hreflang=de href=https://example.org/de/><link href="https://a.b/" rel="canonical"></head>'
    )
    page, names = existing.without_wrong(THEME.replace("</head>", own), ["/old/"], keeps_alternates=False)
    assert own in page
    assert {"canonical", "hreflang"} <= names
    assert html.fromstring(page).xpath("//head/link[@hreflang][not(@type)]/@hreflang") == ["de"]
    kept, _ = existing.without_wrong(THEME, [], keeps_alternates=True)
    assert kept == THEME


def test_the_sitemap_lists_translations_that_are_in_it_themselves() -> None:
    da, sv = f"{URL}articles/tillid/?a&b", f"{URL}sv/articles/tillit/"
    both = {"da": da, "sv": sv, "en": f"{URL}en/hidden/"}
    text = sitemap([Entry(da, both, "2026-02-03"), Entry(sv, both)], "da")
    root = ElementTree.fromstring(text)
    spaces = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    assert [loc.text for loc in root.findall("s:url/s:loc", spaces)] == [da, sv]
    assert [mod.text for mod in root.findall("s:url/s:lastmod", spaces)] == ["2026-02-03"]
    for entry in root.findall("s:url", spaces):
        links = {link.get("hreflang"): link.get("href") for link in entry.findall("x:link", spaces)}
        assert links == {"da": da, "sv": sv, "x-default": da}
