"""Pages that a language lacks: what its readers get, and what search engines get."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.plugin.building import Built, hrefs, rebuild, text
from tests.plugin.four_languages import FILES, build_four

URL = "https://example.org/base/"
CHECK = (
    "---\ntitle: Kun her?\nassessment:\n  id: only-here\n  scale: agreement-5\n---\n# Kun her?\n\n"
    "## Del {#only}\n\n- [ ] Vi siger det højt. {#only-first}\n"
)
EXTRA = {
    "da/articles/only-danish.md": (
        "---\ntopics: [service]\n---\n# Kun på dansk\n\n[Læs](../blog/posts/sorry-first.md)\n\n## Første del {#first}\n"
    ),
    "da/self-assessments/only-here.md": CHECK,
    "sv/articles/trust.md": FILES["sv/articles/trust.md"]
    + "\n[Läs](only-danish.md)\n\n[Kun på dansk](only-danish.md)\n",
    "en/articles/trust.md": FILES["en/articles/trust.md"] + "\n[Read](only-danish.md)\n",
    "da/topics/service.md": "---\ntitle: Service\n---\n# Service\n",
    "da/topics/index.md": "# Emner\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("site")
    built = build_four(folder, FILES | EXTRA, site_url=URL, multilingual={"fallback": {"en": "notice"}})
    assert [m for m in built.messages if "no-results" not in m] == []
    return built


def test_the_text_is_shown_under_a_notice_in_the_readers_language(site: Built) -> None:
    page = site.page("sv/articles/only-danish")
    assert page.get("lang") == "sv"
    (notice,) = page.xpath("//article//div[@role='note']")
    assert text(notice) == "Sidan finns inte på svenska än. Texten är på danska."
    assert set(notice.xpath("ancestor-or-self::*/@lang")) == {"sv"}
    (content,) = page.xpath("//article/div[@lang='da']")
    assert text(content.xpath(".//h1")[0]).startswith("Kun på dansk")
    assert notice.getparent().index(notice) < content.getparent().index(content)
    assert content.get("data-pagefind-ignore") == "all"


def test_what_is_called_in_danish_says_so(site: Built) -> None:
    page = site.page("sv/articles/only-danish")
    assert page.find("head/title").get("lang") == "da"
    toc = page.xpath("//nav[contains(@class, 'md-nav--secondary')]//a[@href='#first']")
    assert {a.get("lang") for a in toc} == {"da"}
    assert page.xpath("//a[contains(@class, 'md-skip')]/@lang") == []
    menu = site.page("sv/articles/trust").xpath("//nav[contains(@class, 'md-nav')]//a[contains(@href, 'only-danish')]")
    assert {a.get("lang") for a in menu} == {"da"}
    read, named = site.page("sv/articles/trust").xpath("//article//p/a[contains(@href, 'only-danish')]")
    assert (read.get("lang"), named.get("lang")) == (None, "da")


def test_the_original_is_what_search_engines_are_told(site: Built) -> None:
    head = site.page("sv/articles/only-danish").find("head")
    assert head.xpath("link[@rel='canonical']/@href") == [f"{URL}articles/only-danish/"]
    assert head.xpath("link/@hreflang") == []
    assert head.xpath("meta[@property='og:url']/@content") == [f"{URL}articles/only-danish/"]
    assert head.xpath("meta[@property='og:locale']/@content") == ["da_DK"]
    assert head.xpath("script[@type='application/ld+json']") == []
    original = site.page("articles/only-danish").find("head")
    assert original.xpath("link/@hreflang") == ["da", "x-default"]


def test_english_readers_get_a_short_page_and_what_there_is(site: Built) -> None:
    page = site.page("en/articles/only-danish")
    assert text(page.xpath("//h1")[0]) == "Only in Danish"
    assert "Første del" not in text(page)
    (source,) = page.xpath("//article//a[@hreflang='da']")
    assert source.get("href") == "../../../articles/only-danish/"
    assert source.get("lang") == "da"
    assert hrefs(page, "//article//ul//a[not(@hreflang)]") == ["../trust/", "../../blog/the-handover/", "../", "../../"]
    head = page.find("head")
    assert head.xpath("meta[@name='robots']/@content") == ["noindex"]
    assert head.xpath("link[@rel='canonical'] | link[@hreflang]") == []
    assert head.findtext("title").startswith("Only in Danish: Kun på dansk")
    assert head.xpath("meta[@name='description']/@content")[0].startswith("This page has not been translated")


def test_menus_do_not_lead_to_dead_ends_but_texts_do(site: Built) -> None:
    page = site.page("en/articles/trust")
    assert page.xpath("//nav//a[contains(@href, 'only-')]") == []
    assert hrefs(page, "//article//a[contains(@href, 'only-danish')]") == ["../only-danish/"]
    assert [a for a in page.xpath("//head/link[@rel='next' or @rel='prev']/@href") if "only" in a] == []
    assert site.page("en/articles/only-danish").xpath("//head/link[@rel='next' or @rel='prev']") == []


def test_the_menu_has_each_section_once_in_the_order_of_the_files(site: Built) -> None:
    page = site.page("sv/articles/trust")
    (section,) = page.xpath("//li[contains(@class, 'md-nav__item--nested')][.//a[contains(@href, 'only-danish')]]")
    found = [str(a.get("href")) for a in section.xpath(".//ul//a") if "#" not in a.get("href")]
    assert [href for href in found if href != "./"] == ["../", "../only-danish/", "../two-languages/"]


def test_a_self_assessment_has_fallbacks_too(site: Built) -> None:
    page = site.page("nb/self-assessments/only-here")
    assert text(page.xpath("//div[@role='note']")[0]) == "Siden finnes ikke på norsk ennå. Teksten er på dansk."
    assert len(page.xpath("//div[@lang='da']//self-assessment")) == 1
    assert "only-here" not in text(site.page("en/self-assessments/only-here"))
    assert site.page("en/self-assessments/only-here").xpath("//self-assessment") == []
    cards = "//ul[@class='sa-cards']//a"  # they lead to the text, and not to a page without it
    assert [href for href in hrefs(site.page("nb/self-assessments"), cards) if "only" in href] == ["only-here/"]
    assert hrefs(site.page("en/self-assessments"), cards) == ["trust/"]


def test_a_language_that_stands_alone_gets_no_page(tmp_path: Path) -> None:
    files = {name: content for name, content in FILES.items() if "two-languages" not in name}
    built = build_four(tmp_path, files, fallback=False)
    assert built.messages == []
    assert not built.has("sv/articles/only-danish")
    assert built.page("articles/only-danish").xpath("//head/link/@hreflang") == ["da", "x-default"]


def test_materials_own_search_does_not_find_them(tmp_path: Path) -> None:
    built = build_four(tmp_path, FILES)
    config = tmp_path / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("plugins:\n", "plugins:\n- search\n"), encoding="utf-8")
    built = rebuild(tmp_path)
    assert built.messages == []
    index = json.loads((built.folder / "search/search_index.json").read_text("utf-8"))
    places = {entry["location"].split("#")[0] for entry in index["docs"]}
    assert "articles/only-danish/" in places
    assert {place for place in places if place.endswith("only-danish/")} == {"articles/only-danish/"}
    assert "translations/" not in places
