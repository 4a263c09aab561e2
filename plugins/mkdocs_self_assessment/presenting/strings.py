"""Catalogues of words, one per language: the plugin's own, with the site's laid over it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..reading.scales import NAMED

BUILT_IN = Path(__file__).parents[1] / "locales"
"""The plugin's own catalogues, `<language>.toml`."""


_MINUS = "\N{MINUS SIGN}"


class MissingStringError(KeyError):
    """A template or script asks for a string that the catalogue lacks."""


class Catalogue:
    """The words of one language: called with a key, it gives the text with `{name}` filled in."""

    def __init__(self, lang: str, entries: Mapping[str, Any]) -> None:
        """Take the tables of a catalogue file."""
        self.lang = lang
        self.entries: dict[str, str] = {}
        self.scales: dict[str, tuple[str, ...]] = {}
        for key, value in _flatten(entries):
            if isinstance(value, list):
                self.scales[key.removeprefix("scales.")] = tuple(str(v) for v in value)
            else:
                self.entries[key] = str(value)

    def __call__(self, key: str, **values: object) -> str:
        """The text of a key; with `n`, its form for that number. Raises `MissingStringError`."""
        text = self.entries.get(key)
        if text is None and "n" in values:
            text = self.entries.get(f"{key}.{'one' if values['n'] == 1 else 'other'}")
        if text is None:
            raise MissingStringError(f"{self.lang}: {key}")
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", number(value) if isinstance(value, int) else str(value))
        return text

    def table(self, name: str) -> dict[str, str]:
        """All strings of one table, with the table's name removed from the keys."""
        return {k.removeprefix(f"{name}."): v for k, v in self.entries.items() if k.startswith(f"{name}.")}


def number(value: int) -> str:
    """A number as the reader sees it, alike in every language; `assets/strings/strings.js` does it in the browser."""
    return str(value).replace("-", _MINUS)


def signed(value: int) -> str:
    """A number with its sign, which zero has none of."""
    return f"+{value}" if value > 0 else number(value)


def load(lang: str, site: Path | None = None) -> tuple[Catalogue, list[str]]:
    """The catalogue of a language and the keys that it lacks.

    The site's own file lies over the plugin's; English stands in for what is missing, so that checks can go on.
    """
    entries: dict[str, Any] = {}
    for folder in (BUILT_IN, site):
        if folder:
            entries |= dict(_flatten(_read(folder / f"{lang}.toml")))
    english = dict(_flatten(_read(BUILT_IN / "en.toml")))
    return Catalogue(lang, english | entries), sorted(set(english) - set(entries))


def built_in_languages() -> list[str]:
    """The languages that the plugin knows."""
    return sorted(path.stem for path in BUILT_IN.glob("*.toml"))


def labels(catalogue: Catalogue, scale: str) -> tuple[str, ...]:
    """Labels of a named scale, lowest value first."""
    found = catalogue.scales.get(scale, ())
    if len(found) != len(NAMED[scale].values):
        raise MissingStringError(f"{catalogue.lang}: scales.{scale}")
    return found


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _flatten(table: Mapping[str, Any], above: str = "") -> list[tuple[str, Any]]:
    flat: list[tuple[str, Any]] = []
    for key, value in table.items():
        path = f"{above}{key}"
        flat += _flatten(value, f"{path}.") if isinstance(value, Mapping) else [(path, value)]
    return flat
