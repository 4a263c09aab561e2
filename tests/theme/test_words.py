"""Each page is in its own language: Material, static-i18n and the plugins leave no word in another one."""

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
from mkdocs_foundation.sources import catalogue
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
"""English phrases that were found on pages in other languages, or are in the source of the theme or a plugin."""
ANYWHERE = re.compile(r"\b(?:min read|Permanent link|Made with|matching document|Continue reading|RSS feed)")
"""Phrases that are leftovers also inside a longer text."""
FOREIGN = {"Blog", "Chef", "Info", "Tip", "Tips", "Index", "RSS", "JSON", "FAQ", "Start", "Status", "Team", "Service"}
"""Names, and words that are the same in several languages."""


@cache
def theme_words(language: str) -> frozenset[str]:
    """Return Material's words of a language."""
    folder = Path(material.__file__).parent / "templates" / "partials" / "languages"
    text = (folder / f"{language}.html").read_text(encoding="utf-8")
    return frozenset(value for _, value in re.findall(r'"([a-z0-9_.]+)": "([^"]*)"', text))


@cache
def own_words(language: str) -> frozenset[str]:
    """Return the words of this site and its plugins in a language."""
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
        """Ignores the YAML tags of MkDocs."""

    Loader.add_multi_constructor("", lambda loader, suffix, node: None)
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader)
    (i18n,) = [entry["i18n"] for entry in settings["plugins"] if isinstance(entry, dict) and "i18n" in entry]
    return list(i18n["languages"])


def texts_of(page: html.HtmlElement, language: str) -> Iterator[str]:
    """Yield every text and label of a page that isn't marked as in another language."""

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
            words = set(texts_of(page.tree, page.language))
            assert words & (english - right) == set(), page.address
            assert [word for word in words if ANYWHERE.search(word)] == [], page.address


@pytest.mark.parametrize("other", LANGUAGES)
def test_no_word_of_the_interface_is_in_another_language(site: BuiltSite, other: str) -> None:
    titles = {" ".join(page.tree.findtext(".//h1").split()) for page in site.pages if page.language == "da"}
    foreign = {
        word for word in own_words(other) if len(word) > 3 and "{" not in word
    } - titles  # titles of fallback pages
    for page in site.pages:
        if page.language != other:
            right = theme_words(page.language) | own_words(page.language) | FOREIGN
            assert set(texts_of(page.tree, page.language)) & (foreign - right) == set(), page.address


def test_the_test_would_see_a_leftover() -> None:
    page = html.fromstring(
        '<html lang="sv"><body><p title="Permanent link">Läs <b>Note</b></p><p lang="en">Search</p></body></html>'
    )
    assert {"Note", "Permanent link", "Läs"} <= set(texts_of(page, "sv"))
    assert "Search" not in set(texts_of(page, "sv"))
