"""Topic hubs, the list of topics, and what is at the end of a page, in real builds."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plugin.building import Built, build_site, hrefs, text
from tests.plugin.test_addresses import SECTION

HUB = "---\ntitle: {title}\ndescription: {about}\n{more}---\n# {title}\n\nIndledning.\n"
FILES = {
    **{f"{lang}/index.md": f"# {lang}\n" for lang in ("da", "sv", "en")},
    **{f"{lang}/topics/index.md": f"# Emner {lang}\n" for lang in ("da", "sv")},
    "da/topics/service.md": HUB.format(title="Kundeservice & mere", about="Om service.", more="slug: kundeservice\n"),
    "da/topics/culture.md": HUB.format(title="Kultur", about="Om kultur.", more=""),
    "sv/topics/service.md": HUB.format(title="Kundservice", about="Om service på svenska.", more=""),
    "da/articles/index.md": "# Artikler\n\nFør.\n\n<!-- topics -->\n\nEfter.\n",
    "da/articles/trust.md": (
        "---\ndescription: Om <b> & tillid.\ntopics: [service, culture]\n---\n"
        f"# Tillid\n\n[T](third.md)\n\n{SECTION}\n## D {{#part}}\n"
    ),
    "sv/articles/trust.md": "---\ntopics: [service]\n---\n# Tillit\n\n## D {#part}\n",
    "da/articles/second.md": "---\ntopics: service\n---\n# Den *anden*\n",
    "en/articles/second.md": "---\ntopics: service\n---\n# The second\n",
    "da/articles/third.md": "---\ntopics: [service]\n---\n# Den tredje\n",
    "da/articles/hidden.md": "---\ntopics: [service]\nrobots: noindex\n---\n# Skjult\n",
    "da/articles/without.md": "# Uden emne\n",
    "da/self-assessments/index.md": "# Alle\n",
}


def build(root: Path, files: dict[str, str] = FILES, **settings: object) -> Built:
    options = {"languages": ("da", "sv", "en"), "multilingual": {"fallback": {"en": "notice"}}} | settings
    built = build_site(root, files, **options)  # type: ignore[arg-type]
    assert built.messages == []
    assert not built.aborted
    return built


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build(tmp_path_factory.mktemp("site"))


def groups(built: Built, address: str) -> dict[str, list[str]]:
    page = built.page(address)
    return {
        text(group.xpath("./h2")[0]): [text(a) for a in group.xpath(".//li/a")]
        for group in page.xpath("//section[@class='ml-group']")
    }


def test_a_hub_lists_what_belongs_to_it_below_its_introduction(built: Built) -> None:
    assert groups(built, "topics/kundeservice") == {
        "Artikler": ["Den anden", "Den tredje", "Tillid"],
        "Selvvurderinger": ["Tjek"],
    }
    page = built.page("topics/kundeservice")
    assert "Om <b> & tillid." in [text(p) for p in page.xpath("//p[@class='ml-list__description']")]
    assert page.xpath("//section[@class='ml-group'][1]/preceding-sibling::p[.='Indledning.']")


def test_in_another_language_fallbacks_come_last_and_are_marked(built: Built) -> None:
    assert groups(built, "sv/topics/service") == {
        "Artiklar": ["Tillit", "Den anden", "Den tredje"],
        "Självskattningar": ["Tjek"],
    }
    marked = built.page("sv/topics/service").xpath("//li[a[@lang='da']]//span[@lang='da']")
    assert [text(span) for span in marked] == ["da"] * 3


def test_the_list_of_topics_counts_their_pages(built: Built) -> None:
    items = built.page("topics").xpath("//ul[contains(@class, 'ml-list--topics')]/li")
    assert [text(li) for li in items] == ["Kultur 2 sider Om kultur.", "Kundeservice & mere 4 sider Om service."]
    assert hrefs(built.page("sv/topics"), "//ul[contains(@class, 'ml-list--topics')]//a") == ["culture/", "service/"]


def test_a_page_ends_with_its_topics_and_what_to_read_next_but_for_what_it_links_to(built: Built) -> None:
    (aside,) = built.page("articles/trust").xpath("//aside[@class='ml-after']")
    assert [text(a) for a in aside.xpath("./p/a")] == ["Kundeservice & mere", "Kultur"]
    assert hrefs(aside, "./p/a") == ["../../topics/kundeservice/", "../../topics/culture/"]
    assert [text(a) for a in aside.xpath(".//li/a")] == ["Den anden"]  # the third and the self-assessment are linked
    assert built.page("articles/without").xpath("//aside[@class='ml-after']") == []
    assert built.page("topics/kundeservice").xpath("//aside[@class='ml-after']") == []
    (aside,) = built.page("self-assessments/tjek-situationen").xpath("//aside[@class='ml-after']")
    assert text(aside.xpath("./p")[0]) == "Emner: Kundeservice & mere, Kultur"


def test_a_page_may_list_all_articles_by_topic_where_its_author_wants_them(built: Built) -> None:
    assert groups(built, "articles") == {"Kundeservice & mere": ["Den anden", "Den tredje", "Tillid"]}
    assert built.page("articles").xpath("//section[@class='ml-group']/following-sibling::p[.='Efter.']")


def test_where_fallbacks_are_only_noticed_nothing_is_put_on_them(built: Built) -> None:
    assert built.page("en/topics/kundeservice").xpath("//section[@class='ml-group']") == []
    assert built.page("en/articles/second").xpath("//aside[@class='ml-after']") == []  # nor do lists lead to them


def test_without_hubs_nothing_happens(tmp_path: Path) -> None:
    built = build(tmp_path, {uri: content for uri, content in FILES.items() if "/topics/" not in uri})
    assert built.page("articles/trust").xpath("//aside[@class='ml-after']") == []
    assert "<!-- topics -->" in (built.folder / "articles/index.html").read_text(encoding="utf-8")


def test_an_unknown_topic_stops_the_build(tmp_path: Path) -> None:
    files = {**FILES, "da/x.md": "---\ntopics: [servise]\n---\n# X\n"}
    built = build_site(tmp_path, files, languages=("da", "sv"), multilingual={"checks": "strict"}, strict=False)
    assert built.aborted
    assert any("docs/da/x.md:2" in m and 'Did you mean "service"?' in m for m in built.messages)
