"""The plugin's words."""

from __future__ import annotations

from pathlib import Path

from mkdocs_foundation import catalogue
from mkdocs_foundation.catalogue import Catalogue, MissingStringError

from ..reading.scales import NAMED

BUILT_IN = Path(__file__).parents[1] / "locales"
"""The plugin's own catalogues, `<language>.toml`."""


def load(lang: str, site: Path | None = None) -> tuple[Catalogue, list[str]]:
    """The catalogue of a language, the site's own laid over the plugin's, and the keys that it lacks."""
    return catalogue.load(BUILT_IN, lang, site)


def built_in_languages() -> list[str]:
    """The languages that the plugin knows."""
    return catalogue.languages(BUILT_IN)


def labels(words: Catalogue, scale: str) -> tuple[str, ...]:
    """Labels of a named scale, lowest value first. Raises `MissingStringError`."""
    found = words.lists.get(f"scales.{scale}", ())
    if len(found) != len(NAMED[scale].values):
        raise MissingStringError(f"{words.lang}: scales.{scale}")
    return found
