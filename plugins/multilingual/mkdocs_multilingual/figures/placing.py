"""Replaces images that name a drawing by the drawing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape

from mkdocs_foundation.patterns import pattern

from .drawing import Drawing, as_figure, localized

_IMAGE = pattern(r"(?P<open><p>\s*)?<img\b(?P<attributes>[^>]*)>(?P<close>\s*</p>)?")
_ATTRIBUTE = pattern(r'([\w-]+)="([^"]*)"')


def place(html: str, drawings: Mapping[str, Drawing], folder: str, locale: str) -> str:
    """The HTML of a page with its drawings in a language; `folder` is where they are below the docs folder.

    Markdown's alternative text becomes that of the drawing, its title the caption.
    """

    if not drawings or "<img" not in html:
        return html

    def replaced(image: re.Match[str]) -> str:
        attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(image["attributes"])}
        source = attributes.get("src", "")
        name = source.rsplit("/", 1)[-1].removesuffix(".svg")
        inside = f"/{source}".rsplit("/", 1)[0].endswith(f"/{folder}")
        if not inside or name not in drawings:
            return image[0]
        alternative = attributes.get("alt", "")
        if (
            image["open"] and image["close"]
        ):  # alone in its paragraph, which the figure replaces: HTML allows no figure in a paragraph
            return as_figure(drawings[name], locale, alternative, attributes.get("title", ""))
        return f"{image['open'] or ''}{localized(drawings[name], locale, alternative)}{image['close'] or ''}"

    return _IMAGE.sub(replaced, html)
