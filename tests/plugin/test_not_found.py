"""One page for every address that isn't found, in every language, whichever is built last."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from tests.plugin.building import Built, build_site, rebuild, text
from tests.plugin.four_languages import LANGUAGES, build_four, prefix


@pytest.fixture(
    scope="module",
    params=[("/", True, LANGUAGES), ("/base/", True, ("da", "nb", "en", "sv")), ("/base/", False, LANGUAGES)],
    ids=["root", "another order", "no directories"],
)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Built]:
    """The base path of a site, and the site."""
    base, directories, languages = request.param
    folder = tmp_path_factory.mktemp("site")
    url = f"https://example.org{base}"
    built = build_four(folder, site_url=url, use_directory_urls=directories, languages=languages)
    assert built.messages == []
    return base, built


TITLES = {"da": "Tillid", "sv": "Tillit", "nb": "Tillit", "en": "Trust"}


def page_of(built: Built, locale: str = "da") -> html.HtmlElement:
    return html.fromstring((built.folder / prefix(locale) / "404.html").read_text(encoding="utf-8"))


def test_every_language_says_it_and_the_default_comes_first(site: tuple[str, Built]) -> None:
    page = page_of(site[1])
    sections = page.xpath("//article//section")
    assert page.get("lang") == "da"
    assert {section.get("lang") for section in sections} == set(LANGUAGES)
    assert sections[0].get("lang") == "da"
    assert text(page.xpath("//section[@lang='sv']/h2")[0]) == "Sidan finns inte"
    assert page.findtext("head/title") == "Siden findes ikke - Test"
    assert [text(heading) for heading in page.xpath("//h1")] == ["Siden findes ikke"]


def test_each_other_language_has_one_of_its_own_that_the_first_leads_to(site: tuple[str, Built]) -> None:
    base, built = site
    own = {locale: page_of(built, locale) for locale in LANGUAGES}
    assert {locale: page.get("lang") for locale, page in own.items()} == {locale: locale for locale in LANGUAGES}
    assert [section.get("lang") for section in own["sv"].xpath("//article//section")] == ["sv"]
    assert own["sv"].findtext("head/title") == "Sidan finns inte - Test"
    for locale, page in own.items():
        (script,) = page.xpath("/html/head/script[contains(@src, '/not_found.')]")
        assert {name: script.get(f"data-{name}") for name in ("base", "own")} == {"base": base, "own": prefix(locale)}
        assert set(script.get("data-prefixes").split()) == {prefix(other) for other in LANGUAGES if other != "da"}
        pages = json.loads((built.folder / page.xpath("//@data-not-found")[0].removeprefix(base)).read_text("utf-8"))
        assert {key: title for _, title, key in pages}["articles/trust"] == TITLES[locale]
        for url, _, _ in pages:
            target = built.folder / unquote(url)
            assert (target / "index.html" if target.is_dir() else target).is_file(), url


def test_everything_on_it_is_reached_from_any_address(site: tuple[str, Built]) -> None:
    base, built = site
    for link in (link for locale in LANGUAGES for link in page_of(built, locale).xpath("//@href | //@src")):
        parts = urlsplit(str(link))
        if parts.scheme or str(link).startswith("#"):
            continue
        assert parts.path.startswith(base), link
        target = built.folder / unquote(parts.path.removeprefix(base))
        assert (target / "index.html" if target.is_dir() else target).is_file(), link


def test_it_leads_to_the_sections_of_each_language(site: tuple[str, Built]) -> None:
    base, built = site
    for locale in LANGUAGES:
        own = page_of(built).xpath(f"//section[@lang='{locale}']//a/@href")
        assert own[0].removesuffix("index.html") == base + prefix(locale)
        for folder in ("articles", "blog", "self-assessments"):
            assert f"{base}{prefix(locale)}{folder}/" in [link.removesuffix("index.html") for link in own]


def test_the_switcher_leads_to_the_front_pages(site: tuple[str, Built]) -> None:
    base, built = site
    menu = page_of(built).xpath("//header//a[@hreflang]")
    assert {a.get("hreflang"): a.get("href").removesuffix("index.html") for a in menu} == {
        locale: base + prefix(locale) for locale in LANGUAGES
    }


def test_search_engines_do_not_index_it(site: tuple[str, Built]) -> None:
    head = page_of(site[1]).find("head")
    assert head.xpath("link[@hreflang] | link[@rel='canonical'] | link[@rel='alternate']") == []
    assert head.xpath("meta[@name='robots']/@content") == ["noindex"]


def test_a_site_keeps_its_own(tmp_path: Path) -> None:
    build_site(tmp_path, {"da/index.md": "# A\n", "sv/index.md": "# B\n"}, multilingual={})
    (tmp_path / "overrides").mkdir()
    (tmp_path / "overrides" / "404.html").write_text(
        '{% extends "main.html" %}{% block content %}<h1>Egen {{ config.theme.language }}</h1>{% endblock %}', "utf-8"
    )
    config = tmp_path / "mkdocs.yml"
    text_ = config.read_text(encoding="utf-8").replace("name: material", "name: material\n  custom_dir: overrides")
    config.write_text(text_, encoding="utf-8")
    page = page_of(rebuild(tmp_path))
    assert text(page.xpath("//article")[0]) == "Egen da"
    assert page.xpath("//section") == []
