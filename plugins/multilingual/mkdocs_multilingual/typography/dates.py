"""Dates as each language writes them; Babel, which takes long to load, is imported where one isn't kept."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from mkdocs_foundation.caching.results import kept
from mkdocs_foundation.locales import known, regional

if TYPE_CHECKING:
    from babel import Locale

_WITHOUT_TIME = ("full", "long", "medium", "short")
"""Babel's names of formats, which give the day without the time here."""


def long(day: date, locale: str) -> str:
    """A date in words: "4. marts 2026", "4 mars 2026", "4 March 2026"; in ISO form where the language isn't known."""
    from babel.dates import format_date

    found = _locale(locale)
    return format_date(day, "long", found) if found else _iso(day)


def month(day: date, locale: str) -> str:
    """Month and year: "marts 2026", for the start of a sentence or heading to be capitalised by its language."""
    from babel.dates import format_date

    found = _locale(locale)
    return format_date(day, "LLLL yyyy", found) if found else _iso(day)[:7]


@kept(1024)
def formatted(moment: datetime, pattern: str, locale: str) -> str:
    """A moment as Babel writes it: `long` and the like for the day alone, else a pattern such as `LLLL yyyy`.

    A language that Babel doesn't know has English months.
    """
    from babel import Locale
    from babel.dates import format_date, format_datetime

    found = _locale(locale) or Locale("en")
    if pattern in _WITHOUT_TIME:
        return str(format_date(moment, pattern, found))
    return str(format_datetime(moment, pattern, locale=found))


def _locale(locale: str) -> Locale | None:
    return known(regional(locale))


def _iso(day: date) -> str:
    return day.isoformat()[:10]
