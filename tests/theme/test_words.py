"""Each page speaks its language: no word that Material, static-i18n or a plugin left in English or in a neighbour's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import material
import pytest
import yaml
from lxml import html

import mkdocs_multilingual
from mkdocs_foundation import catalogue
from mkdocs_self_assessment.pages import strings
from tests.addresses import LANGUAGES
from tests.built import BuiltSite
from tests.sites import ROOT

LEFTOVERS = """
Permanent link | Back to top | Skip to content | Table of contents | Made with | Built with | Continue reading |
min read | Back to index | Last update | Created | Edit this page | View source of this page | Copy to clipboard |
Copied to clipboard | Type to start searching | No matching documents | matching documents | Initializing search |
Select language | Switch to | Related links | Metadata | Categories | Category | Archive | Authors | Author |
Posted in | Tags | Tag | Note | Abstract | Info box | Success | Question | Warning | Danger | Failure | Bug | Example |
Quote | Previous | Next | Header | Footer | Home | Share | Search | Clear | Close | Menu of | Navigation menu |
Read more | Redirecting | Page not found | Not found | Was this page helpful | Articles | Self assessments | Topics |
About | Privacy | Subscribe | Draft | This page is not translated | Download | Print
"""
"""What has been seen in English on pages in other languages, or is in English in the source of what makes them."""
ANYWHERE = re.compile(r"\b(?:min read|Permanent link|Made with|matching document|Continue reading|RSS feed)")
"""These are leftovers inside a longer text too."""
FOREIGN = {"Blog", "Info", "Tip", "Tips", "Index", "RSS", "JSON", "FAQ", "Start", "Status", "Team", "Service"}
"""Words that are the same in more languages than a list of words can show, or names."""


@cache
def theme_words(language: str) -> frozenset[str]:
    """Material's own words of a language."""
    folder = Path(material.__file__).parent / "templates" / "partials" / "languages"
    text = (folder / f"{language}.html").read_text(encoding="utf-8")
    return frozenset(value for _, value in re.findall(r'"([a-z0-9_.]+)": "([^"]*)"', text))


@cache
def own_words(language: str) -> frozenset[str]:
    """The words that this site and its plugins have for a language."""
    found: set[str] = set()
    for folders in (strings.BUILT_IN, Path(mkdocs_multilingual.__file__).parent / "locales"):
        found |= set(catalogue.load(folders, language)[0].entries.values())
    template = (ROOT / "overrides/partials/words" / f"{language}.html").read_text(encoding="utf-8")
    found |= {value for _, value in re.findall(r'"([a-z0-9_.]+)": "([^"]*)"', template)}
    (settings,) = [entry for entry in _languages() if entry["locale"] == language]
    for table in ("nav_translations", "admonition_translations"):
        found |= set(settings.get(table, {}).values())
    return frozenset(found)


@cache
def _languages() -> list[dict[str, dict[str, str]]]:
    class Loader(yaml.SafeLoader):
        """Takes tags that only MkDocs knows for nothing."""

    Loader.add_multi_constructor("", lambda loader, suffix, node: None)
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader)
    (i18n,) = [entry["i18n"] for entry in settings["plugins"] if isinstance(entry, dict) and "i18n" in entry]
    return list(i18n["languages"])


def said(page: html.HtmlElement, language: str) -> Iterator[str]:
    """Every text and label of a page but what is marked as another language's."""

    def own(element: html.HtmlElement) -> bool:
        lang = next((str(e.get("lang")) for e in [element, *element.iterancestors()] if e.get("lang")), language)
        return lang == language

    for text in page.xpath("//body//text()[not(ancestor::script or ancestor::style)]"):
        if text.strip() and own(text.getparent() if not text.is_tail else text.getparent().getparent()):
            yield " ".join(str(text).split())
    for name in ("aria-label", "title", "alt", "placeholder"):
        for element in page.xpath(f"//*[@{name}]"):
            if own(element):
                yield " ".join(str(element.get(name)).split())


def test_no_english_is_left_in_the_other_languages(site: BuiltSite) -> None:
    listed = {" ".join(phrase.split()) for phrase in LEFTOVERS.split("|")}
    english = listed | {word for word in theme_words("en") | own_words("en") if len(word) > 2 and "#" not in word}
    for page in site.pages:
        if page.language != "en":
            right = theme_words(page.language) | own_words(page.language) | FOREIGN
            words = set(said(page.tree, page.language))
            assert words & (english - right) == set(), page.address
            assert [word for word in words if ANYWHERE.search(word)] == [], page.address


@pytest.mark.parametrize("other", LANGUAGES)
def test_no_word_of_the_surface_is_a_neighbours(site: BuiltSite, other: str) -> None:
    titles = {" ".join(page.tree.findtext(".//h1").split()) for page in site.pages if page.language == "da"}
    foreign = {word for word in own_words(other) if len(word) > 3 and "{" not in word} - titles  # of what stands in
    for page in site.pages:
        if page.language != other:
            right = theme_words(page.language) | own_words(page.language) | FOREIGN
            assert set(said(page.tree, page.language)) & (foreign - right) == set(), page.address


def test_the_test_would_see_a_leftover() -> None:
    page = html.fromstring(
        '<html lang="sv"><body><p title="Permanent link">Läs <b>Note</b></p><p lang="en">Search</p></body></html>'
    )
    assert {"Note", "Permanent link", "Läs"} <= set(said(page, "sv"))
    assert "Search" not in set(said(page, "sv"))
