"""Catalogues of words, one TOML file per language: a plugin's own, with the site's, which has precedence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..caching.results import kept
from ..locales import CATEGORIES, OTHER, lookup, needed_categories, normal, number_signs, plural_category
from ..reports.message import say


class MissingStringError(KeyError):
    """A template or script uses a string that is missing in the catalogue."""


class CatalogueError(ValueError):
    """A file of words can't be read; the message says which, why and what to do."""


class Catalogue:
    """The words of one language: called with a key, it gives the text with `{name}` filled in."""

    def __init__(self, lang: str, entries: Mapping[str, Any], borrowed: Iterable[str] = ()) -> None:
        """Take the tables of a catalogue file, and the keys among them whose words are English instead."""
        self.lang = lang
        self.borrowed = frozenset(borrowed)
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
            text = self._form(key, values["n"])
        if text is None:
            raise MissingStringError(f"{self.lang}: {key}")
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", self.number(value) if isinstance(value, int | float) else str(value))
        return text

    def number(self, value: float) -> str:
        """A number as a reader of the language sees it."""
        return number(value, self.lang)

    def signed(self, value: float) -> str:
        """A number with its sign, which zero has none of."""
        return signed(value, self.lang)

    def _form(self, key: str, number: object) -> str | None:
        """The form of a text for a number, by the rules of the language; the usual form where it has no such one."""
        category = plural_category(self.lang, number) if isinstance(number, int | float) else OTHER
        return self.entries.get(f"{key}.{category}", self.entries.get(f"{key}.{OTHER}"))

    def table(self, name: str) -> dict[str, str]:
        """All strings of one table, with the table's name removed from the keys."""
        return {k.removeprefix(f"{name}."): v for k, v in self.entries.items() if k.startswith(f"{name}.")}


def number(value: float, lang: str = "en") -> str:
    """A number as the reader sees it: with a minus sign in every language, as a hyphen is easily overlooked."""
    return str(value).translate(number_signs(lang))


def signed(value: float, lang: str = "en") -> str:
    """A number with its sign, which zero has none of."""
    return f"{value:+}".translate(number_signs(lang)) if value > 0 else number(value, lang)


def load(built_in: Path | Sequence[Path], lang: str, site: Path | None = None) -> tuple[Catalogue, list[str]]:
    """The catalogue of a language and the keys that are missing in it.

    `built_in` and `site` are folders of `<language>.toml`; a plugin may have several. The site's own file has
    precedence over the plugin's, and that of a locale over that of its base language: `pt-BR` over `pt`. English
    replaces missing entries, so that checks can go on. Raises `CatalogueError`.
    """
    folders = [built_in] if isinstance(built_in, Path) else list(built_in)
    entries = _entries([*folders, *([site] if site else [])], lang)
    english = _entries(folders, "en")
    borrowed = _borrowed(english, entries)
    return Catalogue(lang, {key: english[key] for key in borrowed} | entries, borrowed), _missing(
        english, entries, lang
    )


def counted(entries: Iterable[str]) -> set[str]:
    """The keys that have a form for each category of numbers, such as `minutes` for `minutes.one`, `minutes.other`."""
    forms: dict[str, set[str]] = {}
    for key in entries:
        above, _, last = key.rpartition(".")
        forms.setdefault(above, set()).add(last)
    return {key for key, names in forms.items() if OTHER in names and names <= CATEGORIES}


def _borrowed(english: Mapping[str, Any], entries: Mapping[str, Any]) -> list[str]:
    """The English entries that are used: no form of a text of which the language has some, but for the usual one."""
    texts = counted(english)
    own = {key.rpartition(".")[0] for key in entries}

    def is_used(key: str) -> bool:
        above, _, last = key.rpartition(".")
        if key in entries:
            return False
        return above not in texts or (above not in entries and (last == OTHER or above not in own))

    return [key for key in english if is_used(key)]


def _missing(english: Mapping[str, Any], entries: Mapping[str, Any], lang: str) -> list[str]:
    """The keys that a language needs and hasn't: each form for whole numbers that its readers expect."""
    texts = counted(english)
    single = {key for key in english if key.rpartition(".")[0] not in texts}
    forms = {f"{key}.{category}" for key in texts if key not in entries for category in needed_categories(lang)}
    return sorted((single | forms) - set(entries))


def languages(built_in: Path) -> list[str]:
    """The languages of a folder of catalogues."""
    return sorted(path.stem for path in built_in.glob("*.toml"))


def _entries(folders: Sequence[Path], lang: str) -> dict[str, Any]:
    """The entries of a language; later folders have precedence, and a locale over its base language."""
    paths = [path for folder in folders for path in _files(folder, lang)]
    return {key: value for path in paths for key, value in _read(path).items()}


def _files(folder: Path, lang: str) -> list[Path]:
    """The files of a folder that have words for a language, the most specific last."""
    by_name = {normal(path.stem): path for path in sorted(folder.glob("*.toml"))}
    return [by_name[name] for name in reversed(lookup(lang)) if name in by_name]


def _read(path: Path) -> Mapping[str, Any]:
    try:
        return _parsed(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:  # what isn't UTF-8 and what isn't TOML are errors of a value
        raise CatalogueError(
            say(
                "The words in {file} can't be read.\n"
                "    found:   {error}\n"
                '    allowed: a file in UTF-8 with lines such as `title = "…"` in tables such as `[page]`\n'
                "    do:      correct the line, or copy the plugin's locales/en.toml again.",
                file=f"{path}",
                error=f"{error}",
            )
        ) from None


@lru_cache(maxsize=256)
def _parsed(text: str) -> Mapping[str, Any]:
    """The entries of a file; cached, since several modules read it in every language of a build."""
    return MappingProxyType(_flat(text))


@kept()
def _flat(text: str) -> dict[str, Any]:
    import tomllib  # its patterns are compiled when it is loaded, and words are kept

    return dict(_flatten(tomllib.loads(text)))


def _flatten(table: Mapping[str, Any], above: str = "") -> list[tuple[str, Any]]:
    flat: list[tuple[str, Any]] = []
    for key, value in table.items():
        path = f"{above}{key}"
        flat += _flatten(value, f"{path}.") if isinstance(value, Mapping) else [(path, value)]
    return flat
