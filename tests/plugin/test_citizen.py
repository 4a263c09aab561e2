"""On somebody else's site: two languages, one of them without words of ours, Material's own search, an own menu.

Taking the plugin away leaves the site as it was before; with it, only what it is there for differs.
"""

from __future__ import annotations

import gzip
import json
import os
import re
from pathlib import Path
from unittest import mock

import pytest
import yaml
from lxml import html

from tests.plugin.building import Built, rebuild, text, write

FILES = {
    "en/index.md": "# Harbour\n\nWelcome. [Boats](boats/rowing.md)\n",
    "en/boats/rowing.md": '# Rowing\n\n## Oars\n\nHe said "row" ...\n\n```python\nprint("a")\n```\n',
    "en/boats/sailing.md": "---\ndescription: Only in English.\n---\n# Sailing\n\n## Sails\n\nA sail.\n",
    "en/about.md": "---\ntags: [x]\n---\n# About\n\nAbout it.\n",
    "cy/index.md": "# Harbwr\n\nCroeso. [Cychod](boats/rowing.md)\n",
    "cy/boats/rowing.md": "# Rhwyfo\n\n## Rhwyfau\n\nTestun.\n",
    "cy/about.md": "# Amdanom ni\n\nTestun.\n",
    "stray.md": "# A page of no language\n",
    "assets/a.txt": "a\n",
}
WELSH = {"Boats": "Cychod", "Sailing boats": "Hwylio"}
"""The titles of the menu."""
SCRIPTS = ("not_found/not_found.js", "not_found/nearest.js", "redirect/redirect.js", "relations/relations.js")
LISTS = ("not_found/cy.json", "not_found/en.json")
ADDED = {*(f"assets/multilingual/{name}" for name in ("multilingual.css", *SCRIPTS, *LISTS)), "cy/404.html"}
"""Files that the plugin adds to its folder where no option asks for more."""
REMADE = {"404.html", "sitemap.xml", "sitemap.xml.gz"}
"""Files that it makes anew."""


def build(root: Path, *ours: object) -> Built:
    config = {
        "site_name": "Harbour",
        "site_url": "https://example.org/h/",
        "theme": {"name": "material", "font": False, "language": "en"},
        "plugins": [
            "search",
            {
                "i18n": {
                    "docs_structure": "folder",
                    "languages": [
                        {"locale": "en", "name": "English", "default": True},
                        {
                            "locale": "cy",
                            "name": "Cymraeg",
                            "nav_translations": {"Sailing boats": "Hwylio", "Boats": "Cychod"},
                        },
                    ],
                }
            },
            *ours,
        ],
        "nav": ["index.md", {"Boats": ["boats/rowing.md", {"Sailing boats": "boats/sailing.md"}]}, "about.md"],
        "not_in_nav": "stray.md",
        "markdown_extensions": ["attr_list", "toc"],
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    with mock.patch.dict(os.environ, SOURCE_DATE_EPOCH="1790000000"):
        return rebuild(root)


def contents(built: Built) -> dict[str, bytes]:
    return {p.relative_to(built.folder).as_posix(): p.read_bytes() for p in built.folder.rglob("*") if p.is_file()}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes], dict[str, bytes]]:
    """The files of the site without, with and again without the plugin."""
    root = tmp_path_factory.mktemp("site")
    write(root, FILES)
    found = []
    for ours in ((), ("multilingual",), ()):
        built = build(root, *ours)
        assert built.messages == []
        assert not built.aborted
        found.append(contents(built))
    without, together, again = found
    return without, together, again


Sites = tuple[dict[str, bytes], dict[str, bytes], dict[str, bytes]]


def test_without_the_plugin_the_site_is_what_it_was(sites: Sites) -> None:
    without, _, again = sites
    assert again == without


def test_with_it_only_its_own_files_are_added_and_none_is_gone(sites: Sites) -> None:
    without, together, _ = sites
    assert set(without) - set(together) == set()
    added = {re.sub(r"\.[0-9a-f]{6,}\.", ".", name) for name in set(together) - set(without)}
    assert added == ADDED


def test_every_file_that_is_no_page_is_the_same(sites: Sites) -> None:
    without, together, _ = sites
    changed = {name for name in without if not name.endswith("index.html") and together[name] != without[name]}
    assert changed == REMADE
    assert gzip.decompress(together["sitemap.xml.gz"]) == together["sitemap.xml"]


def test_the_search_of_other_plugins_lacks_fallbacks_and_has_the_same_words(sites: Sites) -> None:
    before, after = ({e["location"]: e for e in json.loads(s["search/search_index.json"])["docs"]} for s in sites[:2])
    assert {place for place in set(before) - set(after) if not place.startswith("cy/boats/sailing/")} == set()
    assert set(after) - set(before) == set()
    assert {place: entry for place, entry in after.items() if entry != before[place]} == {}


def own_parts_removed(page: bytes) -> html.HtmlElement:
    """A page without its head, and without what the plugin put in."""
    tree = html.fromstring(page.decode())
    for xpath in (
        "//head",
        "//script[contains(@src, 'assets/multilingual')]",
        "//*[contains(concat(' ', @class), ' ml-')]",
    ):
        for element in tree.xpath(xpath):
            element.drop_tree()
    for wrapper in tree.xpath("//article//div[@lang]"):
        wrapper.drop_tag()
    for link in tree.xpath("//*[@lang][not(self::html)]"):
        del link.attrib["lang"]
        link.attrib.pop("dir", None)
    return tree


def test_the_bodies_of_pages_differ_by_notices_alone(sites: Sites) -> None:
    without, together, _ = sites
    for name in without:
        if name.endswith("index.html"):
            before, after = own_parts_removed(without[name]), own_parts_removed(together[name])
            assert text(after) == text(before), name
            shape = [(e.tag, sorted(e.attrib.items())) for e in before.iter() if isinstance(e.tag, str)]
            assert [(e.tag, sorted(e.attrib.items())) for e in after.iter() if isinstance(e.tag, str)] == shape, name


def test_the_heads_keep_all_but_canonical_and_alternates(sites: Sites) -> None:
    without, together, _ = sites
    for name in without:
        if name.endswith("index.html"):
            kept = "//head/*[not(@rel='canonical' or @hreflang or self::title)]"
            before, after = (html.fromstring(s[name].decode()).xpath(kept) for s in (without, together))
            shown = [html.tostring(e, with_tail=False) for e in after]
            assert [e for e in (html.tostring(e, with_tail=False) for e in before) if e not in shown] == [], name


def test_a_language_without_words_gets_english_ones_that_say_so_and_claim_nothing(sites: Sites) -> None:
    _, together, _ = sites
    (notice,) = html.fromstring(together["cy/boats/sailing/index.html"].decode()).xpath("//*[@class='ml-notice']")
    assert notice.get("lang") == "en"
    assert text(notice) == "This page has not been translated yet. The text is in English."
    sections = html.fromstring(together["404.html"].decode()).xpath("//div[@class='ml-not-found']/section")
    assert [section.get("lang") for section in sections] == ["en"]


def test_a_title_that_the_menu_has_in_the_readers_language_is_in_no_other(sites: Sites) -> None:
    page = html.fromstring(sites[1]["cy/boats/sailing/index.html"].decode())
    assert page.xpath("//head/title[contains(., 'Hwylio')]/@lang") == []
    links = page.xpath("//nav//a[normalize-space()='Hwylio']")
    assert links
    assert [link.get("lang") for link in links if link.get("lang")] == []
    assert page.xpath("//div[@lang='en']//h1")


def test_missing_words_are_reported_once_and_offers_are_made_in_words_that_there_are(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    write(tmp_path, FILES)
    caplog.set_level("INFO", "mkdocs")
    built = build(tmp_path, {"multilingual": {"suggestion": True}})
    assert built.page("boats/rowing").xpath("//*[@class='ml-suggestion']/@lang") == []  # it can be said in Welsh only
    assert built.page("cy/boats/rowing").xpath("//*[@class='ml-suggestion']/@lang") == ["en"]
    reported = [message for message in caplog.messages if "words are missing" in message]
    assert len(reported) == 1
    assert re.search(r": \d+ in cy, such as `", reported[0])
    assert not re.search(r"`(?:blog|search|status)\.", reported[0])
    assert "option `strings`" in reported[0]
