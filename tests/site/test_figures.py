"""The drawings of this site: their words can be read in light and in dark."""

from __future__ import annotations

import re

import pytest

from tests.site.conftest import ROOT
from tests.sites import ROOT as TEMPLATES


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
    dark = dict(re.findall(r"--ml-figure-(\w+): (#\w{6})", (TEMPLATES / "overrides/tokens.css").read_text("utf-8")))
    assert light.keys() <= dark.keys() | {"ground"}
    return {"light": {**light, "page": "#fbf8f2"}, "dark": {**dark, "page": "#121c1f"}}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_words_of_a_drawing_stand_out_from_what_is_behind_them(scheme: str) -> None:
    colours = figure_colours()[scheme]
    pairs = [("ink", ground) for ground in ("page", "one", "two", "pale", "ground")]
    pairs += [("soft", "page"), ("deep", "page"), ("ground", "deep")]
    ratios = {f"{a} on {b}": round(contrast(colours[a], colours[b]), 1) for a, b in pairs}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < 4.5} == {}
