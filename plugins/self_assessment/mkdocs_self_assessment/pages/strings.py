"""The plugin's catalogues: the shared ones, and those of each kind."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from mkdocs_foundation.caching.results import kept
from mkdocs_foundation.sources import catalogue
from mkdocs_foundation.sources.catalogue import Catalogue
from mkdocs_foundation.sources.catalogue import MissingStringError as MissingStringError

from ..kind import QuestionnaireKind
from ..kinds import BY_NAME, KINDS

BUILT_IN = (Path(__file__).parents[1] / "locales", *(kind.folder / "locales" for kind in KINDS))
"""The folders of the plugin's own catalogues, `<language>.toml`; the first has every language."""


def load(lang: str, site: Path | None = None) -> tuple[Catalogue, list[str]]:
    """The catalogue of a language, in which the site's own texts take precedence, and its missing keys."""
    return _built_in(lang) if site is None else catalogue.load(BUILT_IN, lang, site)


@kept(64)
def _built_in(lang: str) -> tuple[Catalogue, list[str]]:
    return catalogue.load(BUILT_IN, lang)


def built_in_languages() -> list[str]:
    """The languages that the plugin has catalogues of."""
    return catalogue.languages(BUILT_IN[0])


@cache
def of_other_kinds(kind: QuestionnaireKind[Any], lang: str) -> frozenset[str]:
    """The keys of a language that only other kinds have, which no page of this kind asks for."""
    return _built_in_of_others(kind.name, lang)


@kept()
def _built_in_of_others(kind: str, lang: str) -> frozenset[str]:
    own = [BUILT_IN[0], *BY_NAME[kind].folders("locales")]
    return frozenset(load(lang)[0].entries) - frozenset(catalogue.load(own, lang)[0].entries)
