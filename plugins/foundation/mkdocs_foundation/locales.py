"""What a locale tells about its language: where its words are looked up, its direction, its forms for numbers.

A locale is written `pt-BR` or `pt_BR`, in any case. Babel, which has CLDR's rules, is imported on first use.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from babel import Locale
    from babel.plural import PluralRule

CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
"""CLDR's categories of numbers, of which each language has some."""
OTHER = "other"
"""The category that every language has."""

_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "arz", "azb", "bal", "bgn", "ckb", "dv", "fa", "glk", "he", "khw", "ks", "lrc",
     "mzn", "nqo", "pnb", "prs", "ps", "sd", "sdh", "skr", "syr", "ug", "ur", "yi"}
)  # fmt: skip
"""Base languages whose script runs from right to left where the locale names none."""
_RIGHT_TO_LEFT_SCRIPTS = frozenset({"Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"})
_SCRIPTS = {
    "zh-TW": "Hant", "zh-HK": "Hant", "zh-MO": "Hant", "zh-CN": "Hans", "zh-SG": "Hans",
    "pa-PK": "Arab", "uz-AF": "Arab", "az-IR": "Arab",
}  # fmt: skip
"""Script of a locale that doesn't name it and isn't written as its base language is."""
_COUNTRIES = {"en": "GB"}
"""Country whose dates a language without one has, where CLDR's choice isn't that of the plugins' own words."""
_FORMER = {"in": "id", "iw": "he", "ji": "yi"}
"""Former codes of languages, which browsers and old sites still use."""
_RELATED = {"nb": ("no",), "nn": ("no", "nb"), "no": ("nb",), "zh-Hant": ("zh-TW",)}
"""Languages that may stand for each other, as what one reads the other's readers do."""
_ZEROS = {"arab": "\u0660", "arabext": "\u06f0", "deva": "\u0966", "beng": "\u09e6", "mymr": "\u1040"}
"""The digit 0 of CLDR's numbering systems that are usual in some language; the other digits follow it in Unicode."""
_AS_ENGLISH = frozenset({"da", "de", "en", "et", "fi", "fo", "nb", "nl", "nn", "no", "sv"})
"""Base languages that count whole numbers as English does, for which Babel's data, slow to load, isn't asked."""
_COUNTED = 1000
"""Numbers below this decide which categories a language needs: nothing on a page is counted in millions."""


@lru_cache(maxsize=1024)
def normal(locale: str) -> str:
    """A locale in the usual spelling: `pt-BR` for `pt_br`, `zh-Hant-TW` for `zh-hant-tw`."""
    first, *rest = re.split("[-_]", locale.strip())
    language = _FORMER.get(first.lower(), first.lower())
    return "-".join([language, *(part.title() if len(part) == 4 else part.upper() for part in rest)])


def base_language(locale: str) -> str:
    """The language of a locale without script or country, in small letters."""
    return normal(locale).split("-")[0]


def script(locale: str) -> str:
    """The script that a locale names or implies, such as `Hant`; "" for the usual one of its language."""
    usual = normal(locale)
    named = next((part for part in usual.split("-")[1:] if len(part) == 4), "")
    return named or _SCRIPTS.get(usual, "")


def regional(locale: str) -> str:
    """The locale that dates are written as: `en-GB` for `en`, whose words here are British; any other as it is.

    A site for readers in the United States has the locale `en-US`.
    """
    usual = normal(locale)
    return f"{usual}-{_COUNTRIES[usual]}" if usual in _COUNTRIES else usual


def direction(locale: str) -> str:
    """`rtl` for a locale whose script runs from right to left, else `ltr`, as HTML's attribute `dir` takes it.

    A script decides: `az-Arab` is `rtl`.
    """
    named = script(locale)
    right_to_left = named in _RIGHT_TO_LEFT_SCRIPTS if named else base_language(locale) in _RIGHT_TO_LEFT
    return "rtl" if right_to_left else "ltr"


def attributes(locale: str) -> str:
    """The attributes of an element with text of a language: `lang="ar" dir="rtl"`."""
    return f'lang="{escape(normal(locale))}" dir="{direction(locale)}"'


def lookup(locale: str) -> tuple[str, ...]:
    """The locales whose words its readers can be given, the best first.

    `zh-TW` → `zh-TW`, `zh-Hant`, `zh`; `nb` → `nb`, `no`.
    """
    usual = normal(locale)
    parts = usual.split("-")
    shorter = ["-".join(parts[:end]) for end in range(len(parts), 1, -1)]
    without_script = "-".join(part for part in parts if len(part) != 4)
    named = script(locale)
    base = parts[0]
    written = f"{base}-{named}" if named else base
    found = [*shorter, *([without_script] if without_script != base else []), written, *_RELATED.get(written, ()), base]
    return tuple(dict.fromkeys([*found, *_RELATED.get(base, ())]))


def best(locale: str, known: list[str] | tuple[str, ...]) -> str | None:
    """The one of some locales, in the spelling given, whose words a locale's readers can be given; `None` without."""
    by_name = {normal(name): name for name in known}
    return next((by_name[name] for name in lookup(locale) if name in by_name), None)


def plural_category(locale: str, number: float) -> str:
    """CLDR's category of a number in a language, such as `few`; as in English where the language isn't known."""
    rule = None if isinstance(number, int) and base_language(locale) in _AS_ENGLISH else _rule(locale)
    if rule is None:
        return "one" if abs(number) == 1 else OTHER
    return str(rule(number))


def categories(locale: str) -> frozenset[str]:
    """All categories of numbers that a language has, those for fractions and millions too."""
    rule = _rule(locale)
    return frozenset({"one", OTHER} if rule is None else {*rule.tags, OTHER})


@lru_cache(maxsize=64)
def needed_categories(locale: str) -> frozenset[str]:
    """The categories that words for whole numbers need in a language: `other` alone in Japanese."""
    return frozenset({OTHER, *(plural_category(locale, number) for number in range(_COUNTED))})


@lru_cache(maxsize=64)
def single_categories(locale: str) -> frozenset[str]:
    """The categories of one number only, so that a text may have it in words: `one` in English, not in French."""
    counted = [plural_category(locale, number) for number in range(_COUNTED)]
    return frozenset(category for category in counted if counted.count(category) == 1)


@lru_cache(maxsize=64)
def known(locale: str) -> Locale | None:
    """Babel's data for a locale, or for its base language; `None` where it has neither."""
    from babel import Locale, UnknownLocaleError

    for name in lookup(locale):
        try:
            return Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


@lru_cache(maxsize=64)
def number_signs(locale: str) -> Mapping[int, str]:
    """What replaces the characters of `-1.5` in a language, for `str.translate`: digits, decimal sign, plus and minus.

    They are those of `Intl.NumberFormat` in scripts, so that a page has one kind of digits. In a language that is
    written from right to left a sign has an invisible mark, without which it would be on the wrong side of its number.
    """
    found = known(locale)
    system = found.default_numbering_system if found else "latn"
    symbols = (found.number_symbols.get(system) if found else None) or {}
    zero = ord(_ZEROS.get(system, "0"))
    signs = {
        ".": symbols.get("decimal", "."),
        "+": symbols.get("plusSign", "+"),
        "-": symbols.get("minusSign", "-").replace("-", "\N{MINUS SIGN}"),
    }
    return str.maketrans({**signs, **{str(digit): chr(zero + digit) for digit in range(10)}})


@lru_cache(maxsize=64)
def _rule(locale: str) -> PluralRule | None:
    found = known(locale)
    return found.plural_form if found else None
