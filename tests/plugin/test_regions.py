"""Languages with a region: static-i18n and MkDocs name their folders in two ways, and one of them lost the menu."""

from __future__ import annotations

from pathlib import Path

from tests.plugin.building import build_site, text


def test_a_theme_has_the_words_of_the_nearest_language_or_says_that_it_has_none(tmp_path: Path) -> None:
    files = {"en-GB/index.md": "# Home\n", "sv/index.md": "# Hem\n"}
    built = build_site(tmp_path, files, languages=("en-GB", "sv"), multilingual={})
    assert built.messages == []
    assert built.page("").get("lang") == "en"
    built = build_site(
        tmp_path, {"da/index.md": "# Hjem\n", "kl/index.md": "# A\n"}, languages=("da", "kl"), multilingual={}
    )
    assert built.aborted
    assert "partials/languages/kl.html" in built.messages[-1]


def test_the_pages_of_a_region_are_in_its_menu(tmp_path: Path) -> None:
    files = {f"{locale}/index.md": f"# Home {locale}\n" for locale in ("en", "pt-BR", "zh_TW")}
    files |= {"en/a.md": "# Only English\n", "pt-BR/b.md": "# Um texto\n", "zh_TW/c.md": "# 一頁\n"}
    built = build_site(tmp_path, files, languages=("en", "pt-BR", "zh_TW"), multilingual={})
    assert built.messages == []
    for locale, own in (("pt-BR", "Um texto"), ("zh_TW", "一頁")):
        menu = [text(link) for link in built.page(locale).xpath("//nav[contains(@class, 'md-nav--primary')]//a")]
        assert own in menu
        assert "Only English" in menu
    page = built.page("zh_TW")
    assert page.xpath("//link[@hreflang]/@hreflang") == ["en", "pt-BR", "zh-TW", "x-default"]
    assert built.page("zh_TW/a").xpath("//*[@lang='zh-TW' and @dir='ltr']")  # the notice
