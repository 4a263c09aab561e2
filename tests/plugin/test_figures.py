"""Drawings in built pages."""

from __future__ import annotations

from pathlib import Path

from tests.core.test_figures import SVG, WORDS
from tests.plugin.building import build_site, text

FILES = {
    "da/index.md": "# Hjem\n\n![To skridt](../assets/figures/steps.svg)\n",
    "sv/index.md": '# Hem\n\n![Två steg](../assets/figures/steps.svg "Så här")\n',
    "da/only.md": "# Kun dansk\n\n![To skridt](../assets/figures/steps.svg)\n",
    "assets/figures/steps.svg": SVG,
    "assets/figures/steps.toml": WORDS,
}


def test_each_page_has_the_drawing_in_the_language_of_its_text(tmp_path: Path) -> None:
    built = build_site(tmp_path, FILES, multilingual={})
    assert not built.aborted
    for address, words, alternative in (
        ("", "Et skridt", "To skridt"),
        ("sv", "Ett steg", "Två steg"),
        ("sv/only", "Et skridt", "To skridt"),  # a fallback
    ):
        (figure,) = built.page(address).xpath('//figure[@class="ml-figure"]')
        assert words in text(figure)
        assert figure.xpath("./*[local-name() = 'svg']/@aria-label") == [alternative]
    assert text(built.page("sv").xpath("//figcaption")[0]) == "Så här"
    assert list((built.folder / "assets" / "figures").glob("*.toml")) == []


def test_a_missing_word_ends_the_build_with_its_place(tmp_path: Path) -> None:
    words = WORDS.replace("first =", "frist =", 1)
    built = build_site(tmp_path, {**FILES, "assets/figures/steps.toml": words}, multilingual={})
    assert built.aborted
    assert any("docs/assets/figures/steps.toml:1: error [figure-words]" in message for message in built.messages)
