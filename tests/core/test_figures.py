"""Drawings that speak every language: reading, checking, and the drawing of one language."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from mkdocs_multilingual.figures import drawing
from mkdocs_multilingual.figures.drawing import Drawing
from mkdocs_multilingual.figures.placing import place

ROOT = Path(__file__).parents[2]
URI = "assets/figures/steps.svg"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 40" width="100" height="40">\n'
    '  <path id="steps-line" d="M0 0h9"/>\n'
    '  <text x="10" y="20" data-word="first">One step</text>\n'
    '  <text x="50" y="20" data-word="last">The last</text>\n'
    "</svg>\n"
)
WORDS = (
    '[da]\nfirst = "Et skridt\\nad gangen"\nlast = "Det <sidste> & bedste"\n'
    '[sv]\nfirst = "Ett steg"\nlast = "Det sista"\n'
)
LOCALES = ["da", "sv"]


def read(svg: str = SVG, words: str | None = WORDS) -> tuple[Drawing | None, list[str]]:
    """A drawing, and what is wrong as `line code found`."""
    got, problems = drawing.read(URI, svg.encode(), words.encode() if words is not None else None, LOCALES)
    return got, [f"{p.location} {p.code.value}: {p.found}" for p in problems]


def steps() -> Drawing:
    """The drawing of these tests."""
    got, problems = read()
    assert got is not None
    assert problems == []
    return got


def test_a_drawing_says_the_words_of_a_language() -> None:
    svg = drawing.localized(steps(), "sv", 'Två "steg"')
    root = ElementTree.fromstring(svg)
    assert [element.text for element in root if element.text] == ["Ett steg", "Det sista"]
    assert root.get("role") == "img"
    assert root.get("aria-label") == 'Två "steg"'
    assert "data-word" not in svg
    assert root.get("width") is None


def test_lines_of_a_word_stand_around_its_place() -> None:
    root = ElementTree.fromstring(drawing.localized(steps(), "da", ""))
    first, last = [element for element in root if element.tag.endswith("text")]
    assert [(part.get("x"), part.get("dy"), part.text) for part in first] == [
        ("10", "-0.625em", "Et skridt"),
        ("10", "1.25em", "ad gangen"),
    ]
    assert last.text == "Det <sidste> & bedste"


def test_what_names_a_drawing_is_replaced_and_nothing_else() -> None:
    drawings = {"steps": steps()}
    html = '<p><img alt="To &quot;skridt&quot;" src="../../assets/figures/steps.svg" title="Sådan"></p>'
    placed = place(html, drawings, "assets/figures", "da")
    assert placed.startswith('<figure class="ml-figure"><svg ')
    assert placed.endswith("<figcaption>Sådan</figcaption></figure>")
    assert "To &quot;skridt&quot;" in placed
    inside = place('<p>Se <img alt="x" src="assets/figures/steps.svg"> her</p>', drawings, "assets/figures", "da")
    assert inside.startswith("<p>Se <svg ")
    assert inside.endswith("</svg> her</p>")
    for other in ('<img src="../images/steps.svg">', '<img src="../assets/figures/other.svg">'):
        assert place(other, drawings, "assets/figures", "da") == other


@pytest.mark.parametrize(
    ("svg", "words", "expected"),
    [
        ("<svg", WORDS, ["assets/figures/steps.svg:1 figure-drawing: unclosed token: line 1, column 0"]),
        ("<!DOCTYPE svg>" + SVG, WORDS, ["assets/figures/steps.svg:1 figure-drawing: <!DOCTYPE …>"]),
        ("<p/>", WORDS, ["assets/figures/steps.svg:1 figure-drawing: <p>"]),
        (SVG.replace("<path", "<script"), WORDS, ["assets/figures/steps.svg:2 figure-drawing: <script>"]),
        (SVG.replace("<path", '<path onclick="x"'), WORDS, ["assets/figures/steps.svg:2 figure-drawing: onclick"]),
        (SVG.replace("steps-line", "line"), WORDS, ['assets/figures/steps.svg:2 figure-drawing: id="line"']),
        (SVG, None, ["assets/figures/steps.toml:1 figure-words: no such file"]),
        (SVG, "[da]\nfirst = nej\n", ["assets/figures/steps.toml:2 figure-words: Invalid value (at line 2, column 9)"]),
        (
            SVG,
            WORDS.replace('last = "Det sista"', 'lost = "Det sista"'),
            [
                "assets/figures/steps.toml:4 figure-words: no `last` in [sv]",
                "assets/figures/steps.toml:6 figure-words: `lost` in [sv]",
            ],
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(svg: str, words: str | None, expected: list[str]) -> None:
    got, problems = read(svg, words)
    assert got is None
    assert problems == expected


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it; `colour` is `#rrggbb`."""
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, two: str) -> float:
    """Contrast ratio, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(two)))
    return (light + 0.05) / (dark + 0.05)


def figure_colours() -> dict[str, dict[str, str]]:
    """The colours of the drawings in light, as they name them themselves, and in dark, as the site does."""
    drawn = " ".join(path.read_text("utf-8") for path in (ROOT / "docs/assets/figures").glob("*.svg"))
    light = dict(re.findall(r"var\(--ml-figure-(\w+), (#\w{6})\)", drawn))
    dark = dict(re.findall(r"--ml-figure-(\w+): (#\w{6})", (ROOT / "overrides/tokens.css").read_text("utf-8")))
    assert light.keys() <= dark.keys() | {"ground"}
    return {"light": {**light, "page": "#fbf8f2"}, "dark": {**dark, "page": "#121c1f"}}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_words_of_a_drawing_stand_out_from_what_is_behind_them(scheme: str) -> None:
    colours = figure_colours()[scheme]
    pairs = [("ink", ground) for ground in ("page", "one", "two", "pale", "ground")]
    pairs += [("soft", "page"), ("deep", "page"), ("ground", "deep")]
    ratios = {f"{a} on {b}": round(contrast(colours[a], colours[b]), 1) for a, b in pairs}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}
