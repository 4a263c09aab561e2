"""Prose set as its language does, in a real build: fallback pages, titles, table of contents, lists of the blog."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plugin.building import Built, text
from tests.plugin.four_languages import FILES, build_four

QUOTED = (
    '---\ntitle: Ordet "nej"\ndescription: Om "nej"...\n---\n# Ordet "nej"\n\n"Hej" og `"kode"`\n\n'
    '## Et "ja" {: #yes title="a" }\n'
)
EXTRA = {
    "da/articles/quoted.md": QUOTED,
    "nb/articles/quoted.md": QUOTED,
    "sv/blog/posts/coffee.md": FILES["sv/blog/posts/coffee.md"].replace("Tio minuter", '"Tio minuter"'),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    built = build_four(tmp_path_factory.mktemp("site"), {**FILES, **EXTRA})
    assert built.messages == []
    return built


@pytest.mark.parametrize(
    ("address", "quote"),
    [("articles/quoted", "»{}«"), ("sv/articles/quoted", "»{}«"), ("nb/articles/quoted", "«{}»")],
    ids=["da", "sv shows da", "nb"],
)
def test_the_language_of_the_text_decides(built: Built, address: str, quote: str) -> None:
    page = built.page(address)
    no, yes = quote.format("nej"), quote.format("ja")
    assert text(page.xpath("//article//h1")[0]).startswith(f"Ordet {no}")
    assert page.findtext(".//title").startswith(f"Ordet {no}")
    assert page.xpath("//meta[@name='description']/@content")[0] == f"Om {no}…"
    assert quote.format("Hej") + ' og "kode"' in text(page.xpath("//article")[0])
    assert f"Et {yes}" in [text(a) for a in page.xpath("//nav[contains(@class, 'md-nav--secondary')]//a")]
    assert page.xpath("//article//h2[@id='yes']/@title") == ["a"]


def test_the_beginnings_of_posts_are_set_too(built: Built) -> None:
    assert "”Tio minuter”" in text(built.page("sv/blog"))
    assert "”Tio minuter”" in (built.folder / "sv/blog/feed.xml").read_text(encoding="utf-8")


def test_a_site_may_keep_what_was_typed(tmp_path: Path) -> None:
    built = build_four(tmp_path, {**FILES, **EXTRA}, multilingual={"typography": False})
    assert 'Ordet "nej"' in text(built.page("articles/quoted"))
