"""Properties of every published page, whatever its text."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest
from lxml import html

from benchmarks.size import first_hits, first_result, first_search, first_visit, text_of
from mkdocs_foundation.sources import front_matter
from tests.built import BuiltPage, BuiltSite
from tests.plugin.feeds.valid import read_json, read_rss
from tests.site.conftest import LANGUAGES, ROOT


def resolve(site: BuiltSite, page: BuiltPage, link: str) -> tuple[Path, str] | None:
    """File and anchor that a link leads to, `None` if it leaves the site."""
    parts = urlsplit(urljoin(site.url + page.address, link))
    if parts.scheme not in ("http", "https") or parts.netloc != urlsplit(site.url).netloc:
        return None
    assert parts.path.startswith(site.base_path), f"{page.address}: {link} leaves the base path"
    path = site.folder / unquote(parts.path.removeprefix(site.base_path))
    return (path / "index.html" if path.is_dir() else path), unquote(parts.fragment)


def is_continued(page: BuiltPage) -> bool:
    """Whether it is page 2 or more of a list, which a language with fewer posts lacks."""
    return re.search(r"/page/\d+/$", page.address) is not None


def test_every_internal_link_and_anchor_leads_somewhere(site: BuiltSite) -> None:
    ids = {page.path: set(page.ids) for page in site.pages}
    fallbacks = {page.path for page in site.pages if page.is_fallback}  # which may be a short notice, without the place
    broken = []
    for page in site.pages:
        for link in page.tree.xpath("//@href | //@src | //@data-src"):
            reached = resolve(site, page, str(link))
            if reached is None:
                continue
            path, anchor = reached
            if not path.is_file() or (
                anchor and path.suffix == ".html" and path not in fallbacks and anchor not in ids[path]
            ):
                broken.append(f"{page.address}: {link}")
    assert broken == []


def test_every_text_and_assessment_is_three_clicks_from_the_front_page_at_most(site: BuiltSite) -> None:
    pages = {page.address: page for page in site.pages}
    for language in LANGUAGES:
        home = "" if language == LANGUAGES[0] else f"{language}/"
        reached = {home}
        for _ in range(3):
            links = {
                page.target(str(link)).split("#")[0]
                for page in (pages[address] for address in reached)
                for link in page.tree.xpath("//main//a/@href | //nav//a/@href")
            }
            reached |= {link for link in links & pages.keys() if pages[link].language == language}
        far = {page.address for page in site.pages if page.language == language and not page.is_fallback} - reached
        assert far == set()


def test_links_end_as_the_address_does_so_that_no_redirect_is_needed(site: BuiltSite) -> None:
    for page in site.pages:
        for link in page.tree.xpath("//a/@href"):
            parts = urlsplit(urljoin(site.url + page.address, str(link)))
            if parts.netloc == urlsplit(site.url).netloc and parts.scheme.startswith("http"):
                assert parts.path.endswith("/") or "." in parts.path.rsplit("/", 1)[-1], f"{page.address}: {link}"


def test_the_language_of_the_page_is_that_of_its_address(site: BuiltSite) -> None:
    for page in site.pages:
        assert page.tree.get("lang") == page.language, page.address


def test_the_language_menu_leads_to_the_page_in_every_language(site: BuiltSite) -> None:
    there = {page.address for page in site.pages}
    for page in (page for page in site.pages if not is_continued(page)):
        assert set(page.counterparts) == set(LANGUAGES), page.address
        assert page.counterparts[page.language] == page.address
        assert set(page.counterparts.values()) <= there, page.address


def test_self_assessments_have_the_same_ids_and_scoring_in_every_language(site: BuiltSite) -> None:
    models: dict[str, list[dict[str, object]]] = {}
    for page in (page for page in site.pages if page.assessment and not page.is_fallback):
        (data,) = page.tree.xpath("//script[contains(@class, 'sa-data')]/text()")
        model = json.loads(data)
        assert page.tree.xpath("//fieldset/@data-item") == [item["id"] for item in model["items"]]
        assert model["lang"] == page.language
        for item in model["items"]:
            item.pop("title", None)  # a situation's words
        for band in model["bands"]:
            band.pop("name")  # in the page's language
        models.setdefault(model["id"], []).append({k: model[k] for k in ("version", "items", "bands", "minimum")})
    for id, versions in models.items():
        assert all(version == versions[0] for version in versions), id


def test_the_list_of_a_language_has_all_its_self_assessments(site: BuiltSite) -> None:
    for language in LANGUAGES:
        tests = {p.address for p in site.pages if p.language == language and p.assessment}
        hub = site.page_of(f"{language}/self-assessments/index.md")
        cards = hub.tree.xpath("//ul[@class='sa-cards']//*[contains(@class, 'sa-card__title')]/a/@href")
        assert hub.is_fallback or {hub.target(str(card)) for card in cards} == tests


def test_each_page_has_one_title_a_description_and_no_id_twice(site: BuiltSite) -> None:
    for page in site.pages:
        assert len(page.tree.xpath("//h1")) == 1, page.address
        (description,) = page.tree.xpath("//meta[@name='description']/@content")
        assert description, page.address
        assert [id for id, n in Counter(page.ids).items() if n > 1] == [], page.address
        assert "�" not in page.tree.text_content()
        assert "self-assessment:" not in re.sub(r"<script.*?</script>", "", page.path.read_text("utf-8"), flags=re.S)


def test_nothing_is_fetched_from_a_third_party(site: BuiltSite) -> None:
    own = urlsplit(site.url).netloc
    for page in site.pages:
        loaded = page.tree.xpath("//script/@src | //img/@src | //iframe/@src | //link[@rel!='canonical']/@href")
        for address in loaded:
            assert urlsplit(str(address)).netloc in ("", own), f"{page.address}: {address}"
    for path in [*site.folder.rglob("*.css"), *site.folder.rglob("*.js")]:
        text = path.read_text(encoding="utf-8")
        imports = re.findall(r"""(?:url\(\s*["']?|@import\s+["']|import\(["']|from\s+["'])(https?:)?//""", text)
        assert imports == [], path


def test_the_styles_stay_small(site: BuiltSite) -> None:
    """What the site and both plugins add to Material's, as GitHub Pages sends it.

    A page loads one sheet, those of the plugins included; that of the search is fetched with its dialog.
    """
    styles = [p for p in (site.folder / "assets").rglob("*.css") if not re.search(r"\.[0-9a-f]{8}\.min\.css$", p.name)]
    sizes = {path.name.partition(".")[0]: len(gzip.compress(path.read_bytes())) for path in styles}
    assert sizes.keys() == {"site", "dialog", "team", "kit", "my-results"}
    assert sizes["site"] < 15_000, sizes
    assert sum(path.stat().st_size for path in (site.folder / "assets/fonts").glob("*.woff2")) < 40_000
    assert [p for p in site.folder.rglob("*.css") if "assets" not in p.parts] == []


def test_a_first_visit_stays_small(site: BuiltSite) -> None:
    """All that the front page and a self-assessment ask for by themselves, this until its result too, but their text.

    With their texts they are 98 and 107 to 125 KB.
    """
    for page in site.pages:
        if page.assessment:
            assert first_visit(page.path, site.folder) - text_of(page.path) < 108_000, page.address
            assert first_result(page.path, site.folder) - text_of(page.path) < 128_000, page.address
        elif page.address in ("", "index.html"):
            assert first_visit(page.path, site.folder) - text_of(page.path) < 96_000, page.address


def test_a_first_search_stays_small(site: BuiltSite) -> None:
    """Script, style and words of the dialog, Pagefind's program, and of the index what one word needs at most."""
    sizes = {locale: first_search(locale, site.folder) - first_hits(locale, site.folder) for locale in LANGUAGES}
    assert max(sizes.values()) < 125_000, sizes


def test_no_picture_is_a_burden(site: BuiltSite) -> None:
    """Share images apart, which only other sites load."""
    pictures = [p for p in site.folder.rglob("*") if p.suffix in (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg")]
    shown = {str(p): p.stat().st_size for p in pictures if "share" not in p.parts}
    assert {path: size for path, size in shown.items() if size > 1_000_000} == {}


def test_the_scripts_of_self_assessments_stay_small(site: BuiltSite) -> None:
    """What a self-assessment takes until its result is shown, charts and keeping included, as GitHub Pages sends it.

    Of the scripts in `kinds/` that is one. All others, which wait for a button or are for other pages, are small.
    """
    folder = site.folder / "assets/self-assessment"
    sizes = {path.relative_to(folder): len(gzip.compress(path.read_bytes())) for path in folder.rglob("*.js")}
    always = [sizes.pop(path) for path in [*sizes] if path.name.startswith(("self-assessment.", "late-result."))]
    kinds = [size for path, size in sizes.items() if path.parts[0] == "kinds"]
    # A team's page is a tool; what a phone takes to hand in is fetched by those only who opened a link to a round.
    team = [sizes.pop(path) for path in [*sizes] if path.parts[0] == "team"]
    assert (len(team), max(team) < 20_000) == (2, True), team
    assert (len(always), len(kinds)) == (2, 4)
    assert sum(always) + max(kinds) < 32_000, sizes
    assert all(size < 3_500 for size in sizes.values()), sizes


def test_alternates_are_absolute_and_lead_to_each_other(site: BuiltSite) -> None:
    pages = [page for page in site.pages if not is_continued(page) and not page.is_unlisted]
    named: dict[str, dict[str, str]] = {}
    for page in pages:
        links = page.tree.xpath("//head/link[@hreflang and contains(@rel, 'alternate')]")
        named[site.url + quote(page.address)] = {str(link.get("hreflang")): str(link.get("href")) for link in links}
    for page in pages:
        own = site.url + quote(page.address)
        if page.is_fallback:
            assert named[own] == {}, page.address
            continue
        assert named[own][page.language] == own
        assert named[own].get("x-default") == named[own].get(LANGUAGES[0]), page.address
        for language, other in named[own].items():
            assert named[other] == named[own], f"{page.address}: {language}"


def test_not_found_is_there(site: BuiltSite) -> None:
    assert (site.folder / "404.html").is_file()


def published_posts(language: str) -> int:
    """How many posts there are that are no drafts."""
    posts = (ROOT / "docs" / language / "blog/posts").rglob("*.md")
    return sum(front_matter.split(p.read_text("utf-8"), p.name)[0].values.get("draft") is not True for p in posts)


@pytest.mark.parametrize("language", [lang for lang in LANGUAGES if (ROOT / "docs" / lang / "blog/index.md").is_file()])
def test_the_feeds_are_valid_and_lead_to_the_posts(site: BuiltSite, language: str) -> None:
    folder = site.folder / ("" if language == LANGUAGES[0] else language) / "blog"
    rss, feed = read_rss(folder / "feed.xml"), read_json(folder / "feed.json")
    assert len(rss.entries) == len(feed["items"]) == published_posts(language)
    addresses = {site.url + quote(page.address) for page in site.pages if page.language == language}
    assert {entry.link for entry in rss.entries} | {item["url"] for item in feed["items"]} <= addresses
    for source in [entry.summary for entry in rss.entries] + [item["content_html"] for item in feed["items"]]:
        links = [urlsplit(str(link)) for link in html.fromstring(f"<div>{source}</div>").xpath("//@href | //@src")]
        assert all(link.scheme and link.netloc for link in links)
