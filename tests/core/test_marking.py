"""Marking the language of text that isn't in the page's language."""

from __future__ import annotations

import pytest

from mkdocs_foundation.site import Language, Site
from mkdocs_multilingual.fallback.marking import Title, below_heading, in_language, resolved, with_link_languages
from mkdocs_multilingual.language_names import language_name

TITLES = {"sv/a/": Title("Tillid & mod", "da"), "#part": Title("Første del", "da")}


def marked(link: str, base: str = "sv/b/") -> str:
    return with_link_languages(link, lambda href: TITLES.get(href if href.startswith("#") else resolved(href, base)))


@pytest.mark.parametrize(
    "link",
    [
        '<a href="../a/" class="x"><span>\n Tillid &amp; mod </span></a>',
        '<a class="x" href="../../sv/a/">Tillid &amp; <b>mod</b></a>',
        "<a href='../a/#top'>Tillid &amp; mod</a>",
        '<a href="#part">Første del</a>',
    ],
)
def test_a_link_that_is_called_like_its_target_says_the_language(link: str) -> None:
    assert marked(link) == link.replace("<a", '<a lang="da" dir="ltr"', 1)


@pytest.mark.parametrize(
    "link",
    [
        '<a href="../a/">Läs mer om tillit</a>',
        '<a href="../c/">Tillid &amp; mod</a>',
        '<a lang="sv" dir="ltr" href="../a/">Tillid &amp; mod</a>',
        '<a href="https://example.org/sv/a/">Tillid &amp; mod</a>',
        '<a name="x">Tillid &amp; mod</a>',
        '<a href="#part" class="md-skip">Gå till innehållet</a>',
    ],
)
def test_any_other_link_is_in_the_language_around_it(link: str) -> None:
    assert marked(link) == link


@pytest.mark.parametrize(
    ("href", "base", "expected"),
    [
        ("../a/", "sv/b/", "sv/a/"),
        ("..", "sv/b/", "sv/"),
        (".", "sv/b/", "sv/b/"),
        ("sv/", "", "sv/"),
        ("../../", "sv/b/", ""),
        ("../a.html?x#y", "sv/b/c.html", "sv/a.html"),
        ("a%C3%A5/", "", "a%C3%A5/"),
        ("/base/sv/", "sv/b/", "/base/sv/"),
        ("https://example.org/sv/a/", "sv/b/", "https://example.org/sv/a/"),
        ("#x", "sv/b/", "sv/b/"),
    ],
)
def test_relative_links_are_resolved(href: str, base: str, expected: str) -> None:
    assert resolved(href, base) == expected


def test_a_text_in_another_language_brings_its_heading() -> None:
    assert '<div lang="da" dir="ltr"' in in_language("<p>Hej</p>", "da", "A &amp; B", "da")
    assert "<h1>A &amp; B</h1>" in in_language("<p>Hej</p>", "da", "A &amp; B", "da")
    assert '<h1 lang="sv" dir="ltr">Hem</h1>' in in_language("<p>Hej</p>", "da", "Hem", "sv")
    assert in_language('<h1 id="x">Egen</h1>', "da", "Anden", "da").count("<h1") == 1


def test_a_notice_is_below_the_heading_or_before_the_text() -> None:
    assert below_heading("<h1>A</h1>\n<p>B</p>", "<i></i>") == "<h1>A</h1>\n<i></i>\n\n<p>B</p>"
    assert below_heading("<p>B</p>", "<i></i>") == "<i></i>\n<p>B</p>"


def test_languages_are_called_as_their_readers_call_them() -> None:
    site = Site({"da": Language("da", "Dansk"), "x-own": Language("x-own", "Vores")})
    assert language_name("da", "sv", site) == "danska"
    assert language_name("nb", "en", site) == "Norwegian Bokmål"
    assert language_name("da", "x-own", site) == "Dansk"
    assert language_name("pt-BR", "da", site) == "brasiliansk portugisisk"
    assert language_name("zh-TW", "en", site) == "Traditional Chinese"
    assert language_name("de_AT", "en", site) == "Austrian German"
    assert language_name("ar-EG", "en", site) == "Arabic (Egypt)"
    assert language_name("da", "en-GB", site) == "Danish"
    assert language_name("x-own", "da", site) == "Vores"
