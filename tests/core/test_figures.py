"""Drawings with texts in every language: reading, checking, and the drawing of one language."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

import mkdocs_multilingual
from mkdocs_multilingual.figures import drawing, widths
from mkdocs_multilingual.figures.drawing import Drawing
from mkdocs_multilingual.figures.missing_tables import gathered
from mkdocs_multilingual.figures.placing import place

URI = "assets/figures/steps.svg"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 328 48" width="328" height="48">\n'
    '  <path id="steps-line" d="M0 0h9"/>\n'
    '  <text x="10" y="26" data-word="first">One step</text>\n'
    '  <text x="110" y="26" data-word="last">The last</text>\n'
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


def test_the_drawing_of_the_guide_is_right() -> None:
    guide = (Path(str(mkdocs_multilingual.__file__)).parents[1] / "docs/figures.md").read_text("utf-8")
    blocks = dict(re.findall(r'^```\w+ title="docs/([^"]+)"\n(.*?)^```$', guide, re.MULTILINE | re.DOTALL))
    (svg, content), (_, table) = sorted(blocks.items())
    got, problems = drawing.read(svg, content.encode(), table.encode(), ["en", "fi"])
    assert problems == []
    assert got is not None
    assert "Kysyt" in drawing.localized(got, "fi", "")


def test_lines_of_a_word_are_centred_on_its_position() -> None:
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
                "assets/figures/steps.toml:4 figure-fallback: no `last` in [sv]",
                "assets/figures/steps.toml:6 figure-words: `lost` in [sv]",
            ],
        ),
    ],
)
def test_what_is_wrong_is_reported_with_its_line(svg: str, words: str | None, expected: list[str]) -> None:
    got, problems = read(svg, words)
    assert got is None
    assert problems == expected


def test_drawings_without_words_in_a_language_are_one_message() -> None:
    table = WORDS.partition("[sv]")[0]
    svgs = {name: SVG.replace("steps-", f"{name}-").encode() for name in "abc"}
    found = [p for name, svg in svgs.items() for p in drawing.read(f"{name}.svg", svg, table.encode(), LOCALES)[1]]
    assert len(found) == 3
    [problem] = gathered(found, LOCALES)
    assert (problem.location.path, problem.found) == ("a.toml", "no table `[sv]` in 3 files: a.toml, b.toml, c.toml")
    assert gathered(found[:1], LOCALES) == found[:1]


BOX = '<rect x="6" y="10" width="108" height="80"/>'


@pytest.mark.parametrize(
    ("shapes", "expected"),
    [
        (f'{BOX}<text x="60" y="50" font-size="14" text-anchor="middle" data-word="one"/>', []),
        (  # the innermost box; a group's attributes and place count
            f'{BOX}<g font-size="14" transform="translate(20 10)"><rect x="0" y="20" width="60" height="40"/>'
            '<text x="4" y="45" data-word="one"/></g>',
            ["steps.toml:2: `one`, line “Hos hinanden”: from 24 to 122 in [da]; 23 to 77, within its box"],
        ),
        (
            '<text x="328" y="50" style="font-size: 14px; text-anchor: end" data-word="one"/>'
            '<text x="0" y="10" font-size="14" font-weight="700" data-word="two"/>',
            ["steps.toml:3: `two`, 2 lines: from -9 down to 22 in [da]; 0 to 100, within the drawing"],
        ),
        (
            '<text x="20" y="50" font-size="14" data-word="one"/><text x="114" y="50" font-size="14" data-word="two"/>',
            ["steps.toml:2: `one` touches `two` in [da]; 4 between two words, as between two lines of one"],
        ),
        (
            '<text x="20" y="50" font-size="13" data-word="one"/><text x="20" y="80" font-size="11">7</text>',
            [
                "steps.svg:1: `7` has a font size of 11: 11 pixels at a width of 328; "
                "a font size of 12 or more: 12 pixels there"
            ],
        ),
        (  # what can't be estimated, or isn't shown
            '<text x="300" y="50" font-size="1.2em" data-word="one"/>'
            '<text x="300" y="50" transform="rotate(90)" data-word="two"/><defs><text x="990">Never</text></defs>',
            [],
        ),
    ],
)
def test_words_that_do_not_fit_are_said_with_their_line(shapes: str, expected: list[str]) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 328 100">{shapes}</svg>'
    words = '[da]\none = "Hos hinanden"\ntwo = "Så\\nda"\n'
    if "two" not in svg:
        words = words[: words.index("two")]
    got, problems = drawing.read(URI, svg.encode(), words.encode(), ["da"])
    assert got is not None
    found = [f"{p.location}: {p.found}; {p.allowed}".removeprefix("assets/figures/") for p in problems]
    assert [p.severity.value for p in problems] == ["advice"] * len(expected)
    assert found == expected


@pytest.mark.parametrize(
    ("text", "measured"),
    # DejaVu Sans in Chromium; a character of CJK is a square, and a mark above a letter adds nothing.
    [
        ("Ledelsen kontrollerer mere", 13.45),
        ("Æbler & 12 %", 6.87),
        ("öppna", 3.13),
        ("o\u0308ppna", 3.13),
        ("信頼は", 3),
    ],
)
def test_the_width_of_a_line_is_estimated(text: str, measured: float) -> None:
    assert widths.em(text) == pytest.approx(measured, rel=0.03)
    assert widths.em(text, bold=True) > widths.em(text)


def test_readers_of_a_language_without_a_word_see_the_source_languages() -> None:
    words = WORDS.replace('last = "Det sista"\n', "")
    got, problems = drawing.read(URI, SVG.encode(), words.encode(), ["da", "sv", "sv-FI", "ar"])
    assert [(f"{p.location}", p.severity.value, p.found) for p in problems] == [
        ("assets/figures/steps.toml:4", "advice", "no `last` in [sv]"),
        ("assets/figures/steps.toml:4", "advice", "no `last` in [sv-FI]"),
        ("assets/figures/steps.toml:1", "advice", "no table `[ar]`"),
    ]
    assert got is not None
    assert 'lang="da"' not in drawing.localized(got, "da", "")
    swedish = drawing.localized(got, "sv-FI", "")
    assert "Ett steg" in swedish
    assert re.search(r'<text [^>]*lang="da"[^>]*>Det &lt;sidste&gt;', swedish)
