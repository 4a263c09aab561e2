"""This site in several languages: for readers, search engines and translators."""

from __future__ import annotations

import json
import subprocess
import sys
from urllib.parse import quote, unquote, urlsplit
from xml.etree import ElementTree

from tests.built import STATUS, BuiltSite
from tests.site.conftest import LANGUAGES, ROOT

SPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def test_the_sitemap_lists_every_page_that_is_to_be_found(site: BuiltSite) -> None:
    root = ElementTree.parse(site.folder / "sitemap.xml").getroot()
    listed = {unquote(str(loc.text)) for loc in root.findall("s:url/s:loc", SPACES)}
    found = {
        site.url + page.address
        for page in site.pages
        if not page.is_fallback and not page.tree.xpath("//head/meta[@name='robots'][contains(@content, 'noindex')]")
    }
    assert listed == found


def test_every_page_says_what_it_is(site: BuiltSite) -> None:
    for page in site.pages:
        head = page.tree.find("head")
        scripts = head.xpath("script[@type='application/ld+json']/text()")
        if page.is_fallback:
            assert scripts == [], page.address
            continue
        (script,) = scripts
        first = json.loads(script)["@graph"][0]
        assert first["url"] == site.url + quote(page.address), page.address
        assert first["inLanguage"] == page.language
        assert len(head.xpath("meta[@property='og:image']/@content")) == int(not page.is_unlisted), page.address
        assert len(head.xpath("meta[@property='og:locale:alternate']")) <= len(LANGUAGES) - 1


def test_the_page_for_what_is_not_found_leads_to_pages_that_are(site: BuiltSite) -> None:
    pages = [site.special_page(f"{'' if lang == LANGUAGES[0] else f'{lang}/'}404.html") for lang in LANGUAGES]
    assert {str(lang) for lang in pages[0].tree.xpath("//article//section/@lang")} == set(LANGUAGES)
    assert [page.tree.get("lang") for page in pages] == list(LANGUAGES)
    for link in {str(link) for page in pages for link in page.tree.xpath("//@href | //@src")}:
        parts = urlsplit(link)
        if parts.netloc or link.startswith(("#", "data:")):
            continue
        assert parts.path.startswith(site.base_path), link
        path = site.folder / unquote(parts.path.removeprefix(site.base_path))
        assert (path / "index.html" if path.is_dir() else path).is_file(), link


def test_the_status_of_the_translations_is_that_of_the_command_line(site: BuiltSite) -> None:
    page = site.special_page(STATUS)
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs_multilingual.cli", "status", "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    shown = {str(cell.get("data-file")): cell.get("data-state") for cell in page.tree.xpath("//*[@data-state]")}
    assert shown == {entry["file"]: entry["state"] for entry in json.loads(run.stdout)}
    for link in page.tree.xpath("//article//a/@href"):
        path = site.folder / page.target(str(link))
        assert (path / "index.html").is_file(), link
    for other in (each for each in site.pages if not each.is_unlisted):  # the guide for authors leads to it
        assert page.address not in [other.target(str(a)) for a in other.tree.xpath("//a/@href")], other.address
