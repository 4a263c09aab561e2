"""What a picture shows, and what decides whether one that is kept is made again; Pillow isn't loaded for it."""

from __future__ import annotations

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from mkdocs_foundation.values import dataclass

_LAYOUT = 3
"""Raised with each change of what is drawn."""


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


def missing() -> str | None:
    """Name of a module that the extra `share-images` installs, and that isn't there: nothing can be drawn then."""
    return next((name for name in ("font_source_serif_pro", "PIL") if find_spec(name) is None), None)


@cache
def layout() -> str:
    """Version of the layout and of the library that draws it: pictures that are kept of another are made again."""
    try:
        return f"{_LAYOUT} {version('pillow')}"
    except PackageNotFoundError:
        return f"{_LAYOUT}"
