"""Draws a title and a label as a picture; the only importer of Pillow."""

from __future__ import annotations

import io
import math
from functools import cache

from font_source_serif_pro import SourceSerifPro, SourceSerifProBold  # type: ignore[import-untyped]
from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFont

from mkdocs_foundation.values import dataclass

from .asked import Picture

SIZE = (1200, 630)
"""Width and height in pixels: the ratio that previews show uncropped."""
_PAPER = "#fbf8f2"
_INK = "#1d2b2f"
_BAND = 28
_LEFT, _RIGHT = 104, 1096
_LINES = 4
_SIZES = range(84, 43, -4)
_LEADING = 1.16
_COLOURS = 64
"""Most colours of the ground."""
_NEAR = 12
"""Most colours of the ground that the edges of letters are mixed with."""
_STEPS = 7
"""Shades from the ground to the ink. All colours together are 233 at most, of the 256 of a palette."""


@dataclass(frozen=True)
class _Ground:
    """What lies under the words, as places in a palette, so that a picture isn't reduced to its colours as a whole."""

    pixels: Image.Image
    """The colour of each pixel."""
    mixed: Image.Image
    """The place of the first shade, without that of the ink, that letters have upon each pixel."""
    colours: list[tuple[int, ...]]
    """Colours of the ground."""
    near: list[tuple[int, ...]]
    """Colours that stand for these under the edges of letters."""

    def palette(self, ink: tuple[int, ...], colour: tuple[int, ...]) -> list[int]:
        """The colours of the ground, that of the band, then the shades of both upon each of the near colours."""
        shades = (
            tuple(low + (high - low) * step // _STEPS for low, high in zip(near, upper, strict=True))
            for upper in (ink, colour)
            for near in self.near
            for step in range(1, _STEPS + 1)
        )
        return [value for colour in (*self.colours, colour, *shades) for value in colour]


def draw(picture: Picture, background: bytes = b"") -> bytes:
    """The picture as a PNG of `SIZE`; `background` is a picture of that size, a plain colour where there is none."""
    ground = _ground(background)
    band = len(ground.colours)
    pixels = ground.pixels.copy()
    pixels.paste(band, (0, 0, _BAND + 1, SIZE[1]))
    lines, size = fit(picture.title)
    title, others = Image.new("L", SIZE), Image.new("L", SIZE)
    canvas = ImageDraw.Draw(title)
    for number, line in enumerate(lines):
        canvas.text((_LEFT, 160 + number * size * _LEADING), line, font=_font(SourceSerifProBold, size), fill=255)
    canvas = ImageDraw.Draw(others)
    canvas.text((_LEFT, 92), picture.label, font=_font(SourceSerifPro, 36), fill=255)
    canvas.text((_LEFT, 536), picture.site_name, font=_font(SourceSerifProBold, 34), fill=255, anchor="ls")
    for place, words in enumerate((title, others)):
        if box := words.getbbox():
            steps = words.crop(box).point([(strength * _STEPS + 127) // 255 for strength in range(256)])
            shades = ImageChops.add(ground.mixed.crop(box), steps, 1, band + place * len(ground.near) * _STEPS)
            pixels.paste(shades, box, steps.point([0] + [255] * 255))
    flat = Image.frombytes("P", SIZE, pixels.tobytes())
    flat.putpalette(ground.palette(ImageColor.getrgb(_INK), ImageColor.getrgb(picture.colour)))
    out = io.BytesIO()
    flat.save(out, "PNG", compress_level=5)  # the usual 6 takes a third longer, for 4 % of the bytes
    return out.getvalue()


@cache
def _ground(background: bytes) -> _Ground:
    image = Image.new("RGB", SIZE, _PAPER)
    if background:
        with Image.open(io.BytesIO(background)) as under:
            image.paste(under.convert("RGB").resize(SIZE))
    flat, colours = _flat(image, _COLOURS)
    _, near = _flat(image, _NEAR)

    def nearest(colour: tuple[int, ...]) -> int:
        return min(range(len(near)), key=lambda place: math.dist(near[place], colour))

    firsts = [nearest(colour) * _STEPS for colour in colours]
    pixels = Image.frombytes("L", SIZE, flat.tobytes())
    return _Ground(pixels, pixels.point(firsts + [0] * (256 - len(firsts))), colours, near)


def _flat(image: Image.Image, most: int) -> tuple[Image.Image, list[tuple[int, ...]]]:
    """A picture with so many colours at most, and these."""
    flat = image.quantize(most, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    values, used = flat.getpalette() or [], flat.tobytes()
    return flat, [tuple(values[3 * place : 3 * place + 3]) for place in range(max(used) + 1)]


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
