"""The drawings of this site: their words fit in every language, and can be read in light and in dark."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from mkdocs_multilingual.figures import drawing
from tests.site.conftest import ROOT
from tests.sites import ROOT as TEMPLATES

DRAWINGS = ROOT / "docs/assets/figures"


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it; `colour` is `#rrggbb`."""
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, two: str) -> float:
    """Contrast ratio, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(two)))
    return (light + 0.05) / (dark + 0.05)


def blended(colour: str, ground: str, opacity: float) -> str:
    """A colour over another, both `#rrggbb`."""
    channels = [(int(colour[n : n + 2], 16), int(ground[n : n + 2], 16)) for n in (1, 3, 5)]
    return "#" + "".join(f"{round(opacity * a + (1 - opacity) * b):02x}" for a, b in channels)


def figure_colours() -> dict[str, dict[str, str]]:
    """The colours of the drawings in light, as they name them themselves, and in dark, as the site does."""
    drawn = " ".join(path.read_text("utf-8") for path in DRAWINGS.glob("*.svg"))
    tokens = (TEMPLATES / "overrides/tokens.css").read_text("utf-8")
    light = dict(re.findall(r"var\(--((?:ml-figure|sa)-[\w-]+), (#\w{6})\)", drawn))
    dark = light | dict(re.findall(r"--((?:ml-figure|sa)-[\w-]+): (#\w{6})", tokens))
    schemes = {"light": {**light, "page": "#fbf8f2"}, "dark": {**dark, "page": "#121c1f"}}
    for colours in schemes.values():
        for name in [name for name in colours if name.startswith("sa-")]:
            colours[name] = blended(colours[name], colours["page"], 0.16)
    return schemes


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_words_of_a_drawing_stand_out_from_what_is_behind_them(scheme: str) -> None:
    colours = {name.removeprefix("ml-figure-"): colour for name, colour in figure_colours()[scheme].items()}
    pairs = [
        ("ink", ground) for ground in colours if ground in {"page", "one", "two", "pale", "ground"} or "sa-" in ground
    ]
    pairs += [
        ("soft", "page"),
        ("deep", "page"),
        ("deep", "ground"),
        ("deep", "one"),
        ("deep", "two"),
        ("accent", "page"),
    ]
    ratios = {f"{a} on {b}": round(contrast(colours[a], colours[b]), 1) for a, b in pairs}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}


def test_colours_that_mean_something_stand_out_from_the_page() -> None:
    tokens = (TEMPLATES / "overrides/tokens.css").read_text("utf-8")
    found = re.findall(r"--(sa-(?:tone|style)-\d|md-default-bg-color): (#\w{6})", tokens)
    half = len(found) // 2
    for colours in (dict(found[:half]), dict(found[half:])):
        page = colours.pop("md-default-bg-color")
        assert {name: colour for name, colour in colours.items() if contrast(colour, page) < 4.5} == {}
        assert len(colours) == 9


@pytest.mark.parametrize("path", sorted(DRAWINGS.glob("*.svg")), ids=lambda path: path.stem)
def test_the_words_of_a_drawing_fit_in_every_language(path: Path) -> None:
    words = path.with_suffix(".toml").read_bytes()
    locales = list(tomllib.loads(words.decode()))
    assert [str(problem) for problem in drawing.read(path.name, path.read_bytes(), words, locales)[1]] == []
