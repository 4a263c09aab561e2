"""Messages to those who write texts: in English where they are made, in another language where they are shown.

`say("No page has a setting {name}.", name="date")` is a `Message`: a string in English that remembers its template and
its values. `Words` of a language renders it by the catalogue `messages/<language>.toml` in the package that made it,
whose keys are the English templates; what a catalogue lacks stays in English. English reads no catalogue.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Protocol

from ..caching.results import kept
from ..locales import OTHER, best, lookup, number_signs, plural_category
from ..patterns import pattern

Value = str | int | float
"""What is filled into a template; a message among the values is rendered in the same language."""

OWN = "mkdocs_foundation"
FOLDER = "messages"
"""Folder of the catalogues in a package."""
VARIABLE = "MKDOCS_MESSAGES"
"""Environment variable with the language of messages, whatever that of the machine is."""
_PLACE = pattern(r"\{([a-z_0-9]+)\}")
_NAMELESS = {"", "c", "posix"}
"""Locales of machines that ask for no language."""


class Message(str):
    """A text in English that can be rendered in other languages; immutable, and equal to its English text."""

    __slots__ = ("domain", "one", "template", "values")
    template: str
    """The English text with `{name}` for each value; braces around anything else stay as they are."""
    values: Mapping[str, Value]
    """The values, by name."""
    one: str
    """The template for the value `count` of 1; "" where it is the same."""
    domain: str
    """Package that has the catalogues; "" for a text that is the same in every language."""

    def __new__(cls, template: str, values: Mapping[str, Value], one: str = "", domain: str = "") -> Message:
        """Fill in the values."""
        form = one if one and values.get("count") == 1 else template
        message = super().__new__(cls, _filled(form, values, _plain))
        message.template, message.values, message.one, message.domain = template, values, one, domain
        return message

    def __reduce__(self) -> tuple[type[Message], tuple[str, Mapping[str, Value], str, str]]:
        """What `pickle` makes it of again."""
        return Message, (self.template, self.values, self.one, self.domain)


class Say(Protocol):
    """Makes a message of a template, with a value for each of its places."""

    def __call__(self, template: str, /, one: str = "", **values: Value) -> Message:
        """`one` is the template for the value `count` of 1. Both must be literals, so that a test can find them."""


def of_package(domain: str) -> Say:
    """The function that makes the messages of a package."""

    def say(template: str, /, one: str = "", **values: Value) -> Message:
        return Message(template, values, one, domain)

    return say


say = of_package(OWN)
"""Makes the messages of the foundation."""


def verbatim(text: object) -> Message:
    """A text that is no one's words to translate: a name, or what is written in a file."""
    return text if isinstance(text, Message) else Message(f"{text}", {})


def listed(texts: Iterable[Value], separator: str = ", ") -> Message:
    """Texts one after the other: `a, b, c`."""
    values = {f"{number}": text for number, text in enumerate(texts)}
    return Message(separator.join(f"{{{name}}}" for name in values), values)


def any_of(texts: Iterable[Value]) -> Message:
    """Texts of which one is meant: `a, b or c`."""
    *first, last = list(texts) or [""]
    return say("{several} or {last}", several=listed(first), last=last) if first else listed([last])


def all_of(texts: Iterable[Value]) -> Message:
    """Texts that are all meant: `a, b and c`."""
    *first, last = list(texts) or [""]
    return say("{several} and {last}", several=listed(first), last=last) if first else listed([last])


class Words:
    """Renders messages in one language."""

    def __init__(self, locale: str) -> None:
        """Take a language; in one without catalogues messages are English."""
        self.locale = locale

    def __call__(self, text: str) -> str:
        """The text in the language, where it is a message; any other text as it is."""
        if not isinstance(text, Message) or self.locale == "en":
            return str(text)
        return _filled(self._form(text), text.values, self._value)

    def _form(self, message: Message) -> str:
        count = message.values.get("count")
        found = translated(message.domain, message.template, self.locale) if message.domain else None
        if found is None:
            return message.one if message.one and count == 1 else message.template
        if isinstance(found, str):
            return found
        category = plural_category(self.locale, count) if isinstance(count, int | float) else OTHER
        return found.get(category, found[OTHER])

    def _value(self, value: Value) -> str:
        if isinstance(value, float):
            return _plain(value).translate(number_signs(self.locale))
        return self(value) if isinstance(value, str) else _plain(value)


ENGLISH = Words("en")
"""Renders messages as they are."""


@lru_cache(maxsize=64)
def words(locale: str) -> Words:
    """Renders messages in a language."""
    return Words(locale)


def translated(domain: str, template: str, locale: str) -> str | Mapping[str, str] | None:
    """The text of a template in a language, or its forms by CLDR's category of `count`; `None` where there is none."""
    found = catalogue(domain, locale).get(template)
    return catalogue(OWN, locale).get(template) if found is None else found


@lru_cache(maxsize=64)
def catalogue(domain: str, locale: str) -> Mapping[str, str | Mapping[str, str]]:
    """The texts of a package in a language, by English template. Raises `tomllib.TOMLDecodeError`."""
    files = [folder / f"{name}.toml" for folder in _folders(domain) for name in reversed(lookup(locale))]
    found: dict[str, str | Mapping[str, str]] = {}
    for file in files:
        if file.is_file():
            found |= _parsed(file.read_text(encoding="utf-8"))
    return found


@kept()
def _parsed(text: str) -> dict[str, Any]:
    import tomllib  # its patterns are compiled when it is loaded, and texts are kept

    return tomllib.loads(text)


@lru_cache(maxsize=1)
def known() -> tuple[str, ...]:
    """The languages that messages can have, English first."""
    return ("en", *sorted(file.stem for folder in _folders(OWN) for file in folder.glob("*.toml")))


def of_machine(environ: Mapping[str, str] | None = None) -> str:
    """The language of messages on this machine, as its environment has it; `en` where messages have none such."""
    environ = os.environ if environ is None else environ
    if asked := environ.get(VARIABLE):
        return best(_locale(asked), known()) or "en"
    named = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := environ.get(name))), "")
    if not named and sys.platform == "win32":
        named = _of_windows()
    if _locale(named).lower() in _NAMELESS:
        return "en"
    wished = [*environ.get("LANGUAGE", "").split(":"), named]  # as GNU's gettext does
    return next((found for name in wished if name and (found := best(_locale(name), known()))), "en")


def choose(locale: str | None) -> None:
    """Have messages in a language, here and in commands that this process starts; `None` leaves the choice as it is."""
    if locale:
        os.environ[VARIABLE] = locale


def shown(text: str) -> str:
    """A text in the language of this machine."""
    return words(of_machine())(text)


def of_error(error: Exception) -> str:
    """What an error says: the message that it was made with, where there is one."""
    first = error.args[0] if error.args else ""
    return first if isinstance(first, Message) else f"{error}"


def is_chosen() -> bool:
    """Whether somebody chose a language of messages, instead of leaving it to the machine."""
    return bool(os.environ.get(VARIABLE))


def _locale(written: str) -> str:
    """`da_DK` for `da_DK.UTF-8@euro`."""
    return re.split(r"[.@]", written)[0]


def _of_windows() -> str:
    """The language of Windows' own texts."""
    import ctypes
    from locale import windows_locale

    number = getattr(ctypes, "windll").kernel32.GetUserDefaultUILanguage()  # noqa: B009
    return windows_locale.get(number, "")


def _folders(domain: str) -> list[Path]:
    spec = find_spec(domain)
    return [Path(place, FOLDER) for place in (spec.submodule_search_locations or [])] if spec else []


def _filled(template: str, values: Mapping[str, Value], rendered: Callable[[Value], str]) -> str:
    return _PLACE.sub(lambda place: rendered(values[place[1]]) if place[1] in values else place[0], template)


def _plain(value: Value) -> str:
    return f"{value:g}" if isinstance(value, float) else f"{value}"
