"""Draws a title and a label as a picture; the only importer of Pillow."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path

MISSING: str | None = None
"""Name of the missing module, where the extra `share-images` isn't installed; nothing can be drawn then."""
try:
    from font_source_serif_pro import SourceSerifPro, SourceSerifProBold  # type: ignore[import-untyped]
    from PIL import Image, ImageColor, ImageDraw, ImageFont
except ImportError as error:
    MISSING = error.name

SIZE = (1200, 630)
"""Width and height in pixels: the ratio that previews show uncropped."""
VERSION = 2
"""Version of the layout: raised with each change, so that cached pictures are made again."""
_PAPER = "#fbf8f2"
_INK = "#1d2b2f"
_BAND = 28
_LEFT, _RIGHT = 104, 1096
_LINES = 4
_SIZES = range(84, 43, -4)
_LEADING = 1.16
_COLOURS = 64
"""Number of colours in the palette: enough for a flat picture, which stays below 60 KB."""


@dataclass(frozen=True)
class Picture:
    """Content of a picture."""

    title: str
    """Title of the page."""
    label: str
    """Text above the title, such as the page's topic; "" for none."""
    site_name: str
    """Below it."""
    colour: str
    """Colour of the band and the label, as `#rrggbb`."""


def draw(picture: Picture, background: Path | None = None) -> bytes:
    """The picture as a PNG of `SIZE`; `background` is a picture of that size, a plain colour where there is none."""
    image = Image.new("RGB", SIZE, _PAPER)
    if background:
        with Image.open(background) as under:
            image.paste(under.convert("RGB").resize(SIZE))
    canvas = ImageDraw.Draw(image)
    canvas.rectangle((0, 0, _BAND, SIZE[1]), fill=ImageColor.getrgb(picture.colour))
    if picture.label:
        canvas.text((_LEFT, 92), picture.label, font=_font(SourceSerifPro, 36), fill=picture.colour)
    lines, size = fit(picture.title)
    for number, line in enumerate(lines):
        where = (_LEFT, 160 + number * size * _LEADING)
        canvas.text(where, line, font=_font(SourceSerifProBold, size), fill=_INK)
    canvas.text((_LEFT, 536), picture.site_name, font=_font(SourceSerifProBold, 34), fill=picture.colour, anchor="ls")
    # Both are the quickest: others take ten times as long for a file of the same size.
    flat = image.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    out = io.BytesIO()
    flat.save(out, "PNG")
    return out.getvalue()


def fit(title: str) -> tuple[list[str], int]:
    """The lines of a title and their size in pixels: the largest at which it has few enough lines.

    What doesn't fit even at the smallest size ends with an ellipsis.
    """
    for size in _SIZES:
        lines = _wrap(title.split(), size)
        if len(lines) <= _LINES and all(_width(line, size) <= _RIGHT - _LEFT for line in lines):
            break
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], f"{lines[_LINES - 1]} …"]
    return lines, size


def _wrap(words: list[str], size: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and _width(longer, size) <= _RIGHT - _LEFT:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _width(text: str, size: int) -> float:
    return _font(SourceSerifProBold, size).getlength(text)


@cache
def _font(path: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size)
