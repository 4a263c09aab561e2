"""Catalogues of words, one TOML file per language: a plugin's own, with the site's, which has precedence."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from .site import base_language

_MINUS = "\N{MINUS SIGN}"


class MissingStringError(KeyError):
    """A template or script uses a string that is missing in the catalogue."""


class Catalogue:
    """The words of one language: called with a key, it gives the text with `{name}` filled in."""

    def __init__(self, lang: str, entries: Mapping[str, Any]) -> None:
        """Take the tables of a catalogue file."""
        self.lang = lang
        self.entries: dict[str, str] = {}
        self.lists: dict[str, tuple[str, ...]] = {}
        for key, value in _flatten(entries):
            if isinstance(value, list):
                self.lists[key] = tuple(str(v) for v in value)
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
    """A number as the reader sees it, alike in every language: with a minus sign, as a hyphen is easily overlooked."""
    return str(value).replace("-", _MINUS)


def signed(value: int) -> str:
    """A number with its sign, which zero has none of."""
    return f"+{value}" if value > 0 else number(value)


def load(built_in: Path | Sequence[Path], lang: str, site: Path | None = None) -> tuple[Catalogue, list[str]]:
    """The catalogue of a language and the keys that are missing in it.

    `built_in` and `site` are folders of `<language>.toml`; a plugin may have several. The site's own file has
    precedence over the plugin's, and that of a locale over that of its base language: `pt-BR` over `pt`. English
    replaces missing entries, so that checks can go on.
    """
    folders = [built_in] if isinstance(built_in, Path) else list(built_in)
    entries = _entries([*folders, *([site] if site else [])], lang)
    english = _entries(folders, "en")
    return Catalogue(lang, english | entries), sorted(set(english) - set(entries))


def languages(built_in: Path) -> list[str]:
    """The languages of a folder of catalogues."""
    return sorted(path.stem for path in built_in.glob("*.toml"))


def _entries(folders: Sequence[Path], lang: str) -> dict[str, Any]:
    """The entries of a language; later folders have precedence, and a locale over its base language."""
    names = dict.fromkeys([base_language(lang), lang])
    paths = [folder / f"{name}.toml" for folder in folders for name in names]
    return {key: value for path in paths for key, value in _flatten(_read(path))}


def _read(path: Path) -> dict[str, Any]:
    return _parsed(path.read_text(encoding="utf-8")) if path.is_file() else {}


@lru_cache(maxsize=64)
def _parsed(text: str) -> dict[str, Any]:
    """The tables of a file; cached, since several modules read it in every language of a build."""
    return tomllib.loads(text)


def _flatten(table: Mapping[str, Any], above: str = "") -> list[tuple[str, Any]]:
    flat: list[tuple[str, Any]] = []
    for key, value in table.items():
        path = f"{above}{key}"
        flat += _flatten(value, f"{path}.") if isinstance(value, Mapping) else [(path, value)]
    return flat
