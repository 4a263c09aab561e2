"""Heads and sitemap of a whole site: at the root and below a path, with and without fallbacks and directories."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from lxml import html

from tests.plugin.building import Built, build_site, rebuild
from tests.plugin.four_languages import FILES, LANGUAGES, build_four, prefix

SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
KINDS = {
    "": "WebSite",
    "articles/": "CollectionPage",
    "articles/trust/": "Article",
    "self-assessments/trust/": "WebPage",
    "blog/": "CollectionPage",
    "blog/overleveringen/": "BlogPosting",
    "blog/category/klager/": "CollectionPage",
}
EXTRA = {
    "da/articles/hidden.md": "---\nrobots: noindex\n---\n# Skjult\n",
    "sv/articles/hidden.md": "# Dold\n",
    "da/articles/sharp.md": '---\ntitle: A <b> & "c" </script>\ndescription: Om "d" & <e>\n---\n# A\n',
    "sv/articles/sharp.md": "---\ndate: 2026-05-01\nupdated: 2026-05-02\nimage: assets/desk.svg\n---\n# B & c\n",
}


def heads(built: Built) -> dict[str, html.HtmlElement]:
    """Every page but those that lead on from a former address and the one for what isn't found."""
    return {
        path.relative_to(built.folder).as_posix(): html.fromstring(path.read_text(encoding="utf-8")).find("head")
        for path in built.folder.rglob("*.html")
        if path.name != "404.html"
    }


def links(head: html.HtmlElement) -> dict[str, str]:
    found = [(link.get("hreflang"), link.get("href")) for link in head.xpath("link[@hreflang and not(@type)]")]
    assert len(dict(found)) == len(found)
    return dict(found)


def graph(head: html.HtmlElement) -> list[dict[str, Any]]:
    (script,) = head.xpath("script[@type='application/ld+json']/text()")
    things: list[dict[str, Any]] = json.loads(script)["@graph"]
    return things


def listed(built: Built) -> dict[str, dict[str, str]]:
    """Translations by address, of every page in the sitemap."""
    root = ElementTree.parse(built.folder / "sitemap.xml").getroot()
    found = {
        str(url.findtext("s:loc", namespaces=SPACES)): {
            str(link.get("hreflang")): str(link.get("href")) for link in url.findall("x:link", SPACES)
        }
        for url in root.findall("s:url", SPACES)
    }
    assert len(found) == len(root)
    return found


@pytest.fixture(
    scope="module",
    params=[
        ("https://example.org/", True, True, {"en": "notice"}),
        ("https://example.org/base/", False, True, {}),
        ("https://example.org/base/", True, False, {"en": "notice"}),
    ],
    ids=["root", "no directories", "no fallback"],
)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Built]:
    """The address of the site, and the site."""
    url, directories, fallback, shown = request.param
    site = build_four(
        tmp_path_factory.mktemp("site"),
        FILES | EXTRA if fallback else {k: v for k, v in (FILES | EXTRA).items() if "two-languages" not in k},
        site_url=url,
        use_directory_urls=directories,
        fallback=fallback,
        multilingual={"fallback": shown},
    )
    assert site.messages == []
    return url, site


def test_sitemap_and_heads_agree(built: tuple[str, Built]) -> None:
    """What the sitemap lists has the same translations in its head, names itself, and is named by its translations."""
    url, site = built
    entries = listed(site)
    index = "" if any(address.endswith(".html") for address in entries) else "index.html"
    found: dict[str, dict[str, str]] = {}
    for path, head in heads(site).items():
        if links(head):
            found[unquote(str(head.xpath("link[@rel='canonical']/@href")[0]))] = links(head)
        else:
            assert url + path.removesuffix(index) not in map(unquote, entries)
    assert {unquote(address): translations for address, translations in entries.items()} == found
    for address, translations in entries.items():
        assert address in translations.values()
        for locale, target in translations.items():
            if locale != "x-default":
                assert entries[target] == translations
        assert translations.get("x-default") == translations.get("da")


def test_the_sitemap_is_there_compressed_too(built: tuple[str, Built]) -> None:
    _, site = built
    assert gzip.decompress((site.folder / "sitemap.xml.gz").read_bytes()) == (site.folder / "sitemap.xml").read_bytes()


def test_fallbacks_drafts_and_hidden_pages_are_not_listed(built: tuple[str, Built]) -> None:
    url, site = built
    text = unquote((site.folder / "sitemap.xml").read_text(encoding="utf-8"))
    for name in ("sv/articles/only-danish", "nb/articles/two-languages", "halvfærdig", "translations", "404"):
        assert f"{name}/<" not in text
        assert f"{name}.html<" not in text
    assert f"{url}articles/hidden" not in text
    assert {"sv"} == set(next(v for k, v in listed(site).items() if "/sv/articles/hidden" in k))


def test_nothing_is_there_twice(built: tuple[str, Built]) -> None:
    _, site = built
    for path, head in heads(site).items():
        assert len(head.xpath("link[@rel='canonical']")) <= 1, path
        for name in ("og:title", "og:url", "og:type", "og:locale", "og:image"):
            assert len(head.xpath(f"meta[@property='{name}']")) <= 1, (path, name)
        assert len(head.xpath("meta[@name='description']")) <= 1, path
        ours = head.xpath("link[@rel='alternate'][@data-ml-page]")
        assert head.xpath("link[@rel='alternate']") == ours, path  # Material's script would ask each for a sitemap
        assert len(head.xpath("script[contains(@src, '/relations.')]")) == bool(ours), path


def test_structured_data_is_valid(built: tuple[str, Built]) -> None:
    url, site = built
    for path, head in heads(site).items():
        if not links(head):
            continue
        things = graph(head)
        assert all(thing["@type"] and thing["@id"].startswith(url) for thing in things)
        (first, *rest) = things
        assert first["inLanguage"] == next((lang for lang in LANGUAGES if path.startswith(f"{lang}/")), "da")
        assert first.get("headline") or first.get("name")
        for trail in rest:
            items = trail["itemListElement"]
            assert len(items) > 1
            assert len({item["item"] for item in items}) == len(items), path
            assert items[-1]["item"] == first["url"]
            assert [item["position"] for item in items] == list(range(1, len(items) + 1))


def test_kinds_and_dates(tmp_path: Path) -> None:
    site = build_four(tmp_path, FILES | EXTRA, site_url="https://example.org/base/")
    for address, kind in KINDS.items():
        assert graph(site.page(address).find("head"))[0]["@type"] == kind, address
    post = graph(site.page("blog/overleveringen").find("head"))[0]
    assert post["datePublished"] == "2026-04-07"
    article = site.page("sv/articles/sharp").find("head")
    assert graph(article)[0]["headline"] == "B & c"
    assert (graph(article)[0]["datePublished"], graph(article)[0]["dateModified"]) == ("2026-05-01", "2026-05-02")
    assert article.xpath("meta[@property='og:image']/@content") == ["https://example.org/base/assets/desk.svg"]
    assert "<lastmod>2026-05-02</lastmod>" in (site.folder / "sitemap.xml").read_text("utf-8")
    sharp = site.page("articles/sharp").find("head")
    assert sharp.findtext("title").startswith("A <b> & »c« </script>")
    assert sharp.xpath("meta[@name='description']/@content") == ["Om »d« & <e>"]
    assert graph(sharp)[0]["headline"] == "A <b> & »c« </script>"


def test_without_an_address_nothing_is_absolute_and_nobody_is_warned(tmp_path: Path) -> None:
    files = {"da/index.md": "# A\n", "sv/index.md": "# B\n", "da/only.md": "# C\n"}
    site = build_site(tmp_path, files, site_url="", multilingual={"image": "a.png"})
    assert site.messages == []
    assert not (site.folder / "sitemap.xml").exists()
    for path, head in heads(site).items():
        assert links(head) == {}, path
        assert [str(value) for value in head.xpath("link/@href | meta/@content") if "://" in str(value)] == [], path


def test_a_site_keeps_its_own_sitemap(tmp_path: Path) -> None:
    files = {"da/index.md": "# A\n", "sv/index.md": "# B\n"}
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides" / "sitemap.xml").write_text("<own/>", encoding="utf-8")
    build_site(tmp_path, files, multilingual={})
    config = tmp_path / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("name: material", "name: material\n  custom_dir: overrides")
    config.write_text(text, encoding="utf-8")
    assert (rebuild(tmp_path).folder / "sitemap.xml").read_text(encoding="utf-8") == "<own/>"


def test_addresses_of_each_language_begin_with_it(built: tuple[str, Built]) -> None:
    url, site = built
    for translations in listed(site).values():
        for locale, target in translations.items():
            if locale != "x-default":
                assert target.startswith(url + prefix(locale))
