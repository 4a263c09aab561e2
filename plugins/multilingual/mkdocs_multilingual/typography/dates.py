"""Dates as each language writes them."""

from __future__ import annotations

from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date

_CHOSEN = {"en": "en_GB"}
"""English without a country has the day before the month, as all its readers in Europe know it."""


def long(day: date, locale: str) -> str:
    """A date in words: "4. marts 2026", "4 mars 2026", "4 March 2026"; in ISO form where the language isn't known."""
    known = _locale(locale)
    return format_date(day, "long", known) if known else _iso(day)


def month(day: date, locale: str) -> str:
    """Month and year: "marts 2026", for the start of a sentence or heading to be capitalised by its language."""
    known = _locale(locale)
    return format_date(day, "LLLL yyyy", known) if known else _iso(day)[:7]


def _locale(locale: str) -> Locale | None:
    try:
        return Locale.parse(_CHOSEN.get(locale, locale.replace("-", "_")))
    except (UnknownLocaleError, ValueError):
        return None


def _iso(day: date) -> str:
    return day.isoformat()[:10]
