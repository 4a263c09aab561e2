"""Whether the words of a drawing fit where they stand, by an estimate of their width.

Measured are words in a `<rect>`, words at the edges of the drawing, words beside other words, and how small words are
where the drawing is as wide as the text on a phone. Lengths are in the units of the drawing. What is rotated or skewed
isn't measured.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from xml.etree.ElementTree import Element

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message
from mkdocs_foundation.values import dataclass

from ..saying import say
from . import widths

WORD = "data-word"
"""Attribute of a `<text>`: the name of its word."""
LINE_HEIGHT = 1.25
"""From one line of a word to the next, in em."""
PHONE = 328
"""Pixels that Material leaves for a text on a phone 360 wide."""
SMALLEST = 12
"""Pixels of the smallest words."""
_ASCENT, _DESCENT = 0.75, 0.22  # of a line, in em
_APART = LINE_HEIGHT - _ASCENT - _DESCENT  # between two words at least, in em: as between two lines of one
_MARGIN = 0.2  # between a word and the side of its box at least, in em
_NOT_SHOWN = {"defs", "marker", "symbol", "clipPath", "mask", "pattern"}
_STYLE = ("font-size", "font-weight", "text-anchor")
_NUMBER = pattern(r"-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?")
_PIXELS = pattern(r"\s*([\d.]+)(?:px)?\s*")
_STEP = pattern(r"(\w+)\s*\(([^)]*)\)")


@dataclass(frozen=True)
class Misfit:
    """A word that doesn't fit."""

    word: str
    """Its name, or its text where it is the same in every language."""
    found: Message
    """What is the case."""
    allowed: Message
    """What would fit."""


@dataclass(frozen=True)
class _Place:
    """Where a group puts what is in it."""

    x: float = 0
    y: float = 0
    wide: float = 1
    high: float = 1
    """Scale in each direction."""

    def inner(self, transform: str) -> _Place | None:
        """The place of what is transformed in here; none where it is rotated or skewed."""
        x, y, wide, high = self.x, self.y, self.wide, self.high
        for name, arguments in _STEP.findall(transform):
            n = _numbers(arguments)
            match name, n:
                case "translate", [dx, *rest]:
                    move, grow = (dx, rest[0] if rest else 0.0), (1.0, 1.0)
                case "scale", [sx, *rest]:
                    move, grow = (0.0, 0.0), (sx, rest[0] if rest else sx)
                case "matrix", [sx, 0.0, 0.0, sy, dx, dy]:
                    move, grow = (dx, dy), (sx, sy)
                case _:
                    return None
            x, y = x + wide * move[0], y + high * move[1]
            wide, high = wide * grow[0], high * grow[1]
        return _Place(x, y, wide, high)


@dataclass(frozen=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def near(self, other: _Box, distance: float) -> bool:
        across = max(self.left - other.right, other.left - self.right)
        along = max(self.top - other.bottom, other.top - self.bottom)
        return max(across, along) < distance


@dataclass(frozen=True)
class _Words:
    name: str
    size: float
    """Font size."""
    anchor: tuple[float, float]
    """The point that the words begin, end or have their middle at, however many they are."""
    lines: tuple[tuple[str, _Box], ...]


def misfits(root: Element, words: Mapping[str, str]) -> list[Misfit]:
    """What doesn't fit where it stands in a drawing with its words in one language, each word once."""
    view = _view(root)
    if view is None:
        return []
    rects = [rect for element, place, _ in _shown(root, _Place(), {}) if (rect := _rect(element, place))]
    texts = _texts(root, words)
    found = {text.name: wrong for text in texts if (wrong := _outside(text, rects, view))}
    for one, other in combinations(texts, 2):
        distance = _APART * min(one.size, other.size)
        if one.name not in found and any(a.near(b, distance) for _, a in one.lines for _, b in other.lines):
            allowed = say("{distance} between two words, as between two lines of one", distance=f"{distance:.0f}")
            found[one.name] = Misfit(
                one.name, say("`{word}` touches `{other}`", word=one.name, other=other.name), allowed
            )
    return list(found.values())


def smallest(root: Element) -> Misfit | None:
    """The smallest words of a drawing, if they are too small on a phone."""
    view, texts = _view(root), _texts(root, {})
    if view is None or not texts:
        return None
    text = min(texts, key=lambda text: text.size)
    scale = min(1.0, PHONE / (view.right - view.left))
    if text.size * scale > SMALLEST - 0.05:
        return None
    found = say(
        "`{word}` has a font size of {size}: {pixels} pixels at a width of {width}",
        word=text.name,
        size=text.size,
        pixels=round(text.size * scale, 1),
        width=PHONE,
    )
    allowed = say(
        "a font size of {size} or more: {pixels} pixels there", size=round(SMALLEST / scale, 1), pixels=SMALLEST
    )
    return Misfit(text.name, found, allowed)


def _outside(text: _Words, rects: Sequence[_Box], view: _Box) -> Misfit | None:
    x, y = text.anchor
    around = [rect for rect in rects if rect.left <= x <= rect.right and rect.top <= y <= rect.bottom]
    box = min(around, key=lambda rect: (rect.right - rect.left) * (rect.bottom - rect.top), default=view)
    margin = _MARGIN * text.size if around else 0

    def within(start: float, end: float) -> Message:
        if around:
            return say("{start} to {end}, within its box", start=f"{start:.0f}", end=f"{end:.0f}")
        return say("{start} to {end}, within the drawing", start=f"{start:.0f}", end=f"{end:.0f}")

    for line, own in text.lines:
        if own.left < box.left + margin or own.right > box.right - margin:
            found = say(
                "`{word}`, line “{line}”: from {start} to {end}",
                word=text.name,
                line=line,
                start=f"{own.left:.0f}",
                end=f"{own.right:.0f}",
            )
            return Misfit(text.name, found, within(box.left + margin, box.right - margin))
    top, bottom = text.lines[0][1].top, text.lines[-1][1].bottom
    if top < box.top or bottom > box.bottom:
        found = say(
            "`{word}`, {count} lines: from {start} down to {end}",
            word=text.name,
            count=len(text.lines),
            start=f"{top:.0f}",
            end=f"{bottom:.0f}",
        )
        return Misfit(text.name, found, within(box.top, box.bottom))
    return None


def _view(root: Element) -> _Box | None:
    numbers = _numbers(root.get("viewBox", ""))
    if len(numbers) != 4 or numbers[2] <= 0:
        return None
    return _Box(numbers[0], numbers[1], numbers[0] + numbers[2], numbers[1] + numbers[3])


def _texts(root: Element, words: Mapping[str, str]) -> list[_Words]:
    shown = _shown(root, _Place(), {})
    return [text for element, place, style in shown if (text := _words(element, place, style, words))]


def _shown(
    element: Element, place: _Place, style: Mapping[str, str]
) -> Iterator[tuple[Element, _Place, Mapping[str, str]]]:
    """What is shown of a drawing, with its place and the style that its words have."""
    inner = place.inner(element.get("transform", ""))
    if _tag(element) in _NOT_SHOWN or inner is None:
        return
    declared = dict(re.findall(r"([\w-]+)\s*:\s*([^;]+)", element.get("style", "")))
    own = {name: declared.get(name) or element.get(name) or style.get(name, "") for name in _STYLE}
    yield element, inner, own
    for child in element:
        yield from _shown(child, inner, own)


def _rect(element: Element, place: _Place) -> _Box | None:
    if _tag(element) != "rect":
        return None
    x, y, wide, high = (_length(element, name) for name in ("x", "y", "width", "height"))
    left, top = place.x + place.wide * x, place.y + place.high * y
    return _Box(left, top, left + place.wide * wide, top + place.high * high)


def _words(element: Element, place: _Place, style: Mapping[str, str], words: Mapping[str, str]) -> _Words | None:
    name = element.get(WORD) or (element.text or "").strip()
    size = _PIXELS.fullmatch(style["font-size"] or "16")
    if _tag(element) != "text" or not name or not size:
        return None
    em = float(size[1]) * place.wide
    bold = style["font-weight"] in ("bold", "bolder", "600", "700", "800", "900")
    x = place.x + place.wide * _length(element, "x")
    y = place.y + place.high * _length(element, "y")
    lines = words.get(name, name).split("\n") if element.get(WORD) else [name]
    before = {"middle": 0.5, "end": 1.0}.get(style["text-anchor"], 0.0)
    boxes = []
    for number, line in enumerate(lines):
        width = widths.em(line, bold=bold) * em
        base = y + (number - (len(lines) - 1) / 2) * LINE_HEIGHT * em
        boxes.append(_Box(x - before * width, base - _ASCENT * em, x + (1 - before) * width, base + _DESCENT * em))
    return _Words(name, em, (x, y - em / 3), tuple(zip(lines, boxes, strict=True)))


def _tag(element: Element) -> str:
    return element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""


def _length(element: Element, name: str) -> float:
    return next(iter(_numbers(element.get(name, ""))), 0.0)


def _numbers(text: str) -> list[float]:
    return [float(number) for number in _NUMBER.findall(text)]
