"""The dates of a post, as its author writes them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.values import dataclass

_DAY = pattern(r"\d{4}-\d{2}-\d{2}")
_MOMENT = pattern(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[Tt]|[ \t]+)"
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2}):(?P<second>\d{2})(?:\.(?P<fraction>\d*))?"
    r"(?:[ \t]*(?:Z|(?P<sign>[-+])(?P<hours>\d{1,2})(?::(?P<minutes>\d{2}))?))?"
)
"""What YAML reads as a moment, which Material's blog takes."""


@dataclass(frozen=True)
class PostDates(Mapping[str, datetime]):
    """The days of a post by name; templates read them as `date.created` and as `date["created"]`."""

    created: datetime
    """Day of publication."""
    others: Mapping[str, datetime] = field(default_factory=dict)
    """Any further day that its author named, such as `updated`."""

    def __getattr__(self, name: str) -> datetime | None:
        if name.startswith("__") or name == "others":  # looked up while an object is copied, before it has fields
            raise AttributeError(name)
        return self.others.get(name)

    def __getitem__(self, name: str) -> datetime:
        return self.created if name == "created" else self.others[name]

    def __iter__(self) -> Iterator[str]:
        return iter(("created", *self.others))

    def __len__(self) -> int:
        return 1 + len(self.others)


def read(written: Any) -> PostDates | None:
    """The days that are written as `date` in a post; `None` where there is none that can be read."""
    entries = written if isinstance(written, dict) else {"created": written}
    days = {str(name): moment(value) for name, value in entries.items()}
    created = days.pop("created", None)
    others = {name: day for name, day in days.items() if day is not None}
    return PostDates(created, others) if created is not None and len(others) == len(days) else None


def moment(value: Any) -> datetime | None:
    """A moment; without a time zone it is taken for UTC, without a time of day for midnight."""
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if isinstance(value, str):
        value = _written(value.strip())
    if not isinstance(value, datetime):
        return None
    return value if value.tzinfo else value.replace(tzinfo=UTC)


def _written(text: str) -> datetime | None:
    try:
        if _DAY.fullmatch(text):
            return datetime.fromisoformat(text)
        found = _MOMENT.fullmatch(text)
        if not found:
            return None
        numbers = [int(found[name]) for name in ("year", "month", "day", "hour", "minute", "second")]
        year, month, day, hour, minute, second = numbers
        fraction = int((found["fraction"] or "0")[:6].ljust(6, "0"))
        away = timedelta(hours=int(found["hours"] or 0), minutes=int(found["minutes"] or 0))
        zone = timezone(-away if found["sign"] == "-" else away)
        return datetime(year, month, day, hour, minute, second, fraction, zone)
    except ValueError:
        return None
