"""The plugin's catalogues of words."""

from __future__ import annotations

from pathlib import Path

from mkdocs_foundation.locales import base_language
from mkdocs_foundation.sources import catalogue
from mkdocs_foundation.sources.catalogue import Catalogue

BUILT_IN = Path(__file__).parent / "locales"
"""Folder of the plugin's own catalogues, `<language>.toml`."""
STAND_IN = BUILT_IN / "stand-in"
"""English for readers of other languages, with precedence over the English catalogue."""
ENGLISH = "en"
"""Language of the words that replace missing ones."""


def load(lang: str, site: Path | None = None) -> tuple[Catalogue, list[str]]:
    """The catalogue of a language, in which the site's has precedence, and the missing keys."""
    found, missing = catalogue.load(BUILT_IN, lang, site)
    if len(found.borrowed) < len(found.entries):
        return found, missing
    # The text is English and must be marked as such, but must not name English as the reader's language.
    english = catalogue.load(BUILT_IN, ENGLISH, None if is_english(lang) else STAND_IN)[0]
    return english, missing


def is_english(lang: str) -> bool:
    """Whether a language is English, of whatever country."""
    return base_language(lang) == ENGLISH


def built_in_languages() -> list[str]:
    """The languages that the plugin itself has words for."""
    return catalogue.languages(BUILT_IN)


def own(lang: str, key: str, site: Path | None = None) -> str | None:
    """A word in a language itself; `None` where the catalogue has English in its place."""
    found, _ = load(lang, site)
    return None if key in found.borrowed or found.lang != lang else found.entries.get(key)
