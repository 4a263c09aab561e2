"""What printers of each language do."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from mkdocs_multilingual.typography import dates

DAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("locale", "long", "month"),
    [
        ("da", "4. marts 2026", "marts 2026"),
        ("sv", "4 mars 2026", "mars 2026"),
        ("nb", "4. mars 2026", "mars 2026"),
        ("en", "4 March 2026", "March 2026"),
        ("en-US", "March 4, 2026", "March 2026"),
        ("fi", "4. maaliskuuta 2026", "maaliskuu 2026"),
        ("xx", "2026-03-04", "2026-03"),
    ],
)
def test_dates_are_written_as_the_language_does(locale: str, long: str, month: str) -> None:
    assert (dates.long(DAY, locale), dates.month(DAY, locale)) == (long, month)
    assert dates.long(datetime(2026, 3, 4, 23, 59), locale) == long
