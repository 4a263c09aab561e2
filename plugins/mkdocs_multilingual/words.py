"""The plugin's words."""

from __future__ import annotations

from pathlib import Path

from mkdocs_foundation import catalogue
from mkdocs_foundation.catalogue import Catalogue

BUILT_IN = Path(__file__).parent / "locales"
"""The plugin's own catalogues, `<language>.toml`."""


def load(lang: str, site: Path | None = None) -> tuple[Catalogue, list[str]]:
    """The catalogue of a language, the site's own laid over the plugin's, and the keys that it lacks."""
    return catalogue.load(BUILT_IN, lang, site)


def own(lang: str, key: str, site: Path | None = None) -> str | None:
    """A word in a language itself; `None` where the catalogue has English in its place."""
    found, missing = load(lang, site)
    return None if key in missing else found.entries.get(key)
