"""The dates of a post, as its author writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from typing import Any

_SPACES = re.compile(r"[ \t]+")


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
    days = {str(name): _moment(value) for name, value in entries.items()}
    created = days.pop("created", None)
    others = {name: day for name, day in days.items() if day is not None}
    return PostDates(created, others) if created is not None and len(others) == len(days) else None


def _moment(value: Any) -> datetime | None:
    """A moment; without a time zone it is taken for UTC, without a time of day for midnight."""
    if isinstance(value, date) and not isinstance(value, datetime):
        value = datetime.combine(value, time())
    if isinstance(value, str):
        day, *rest = _SPACES.split(value.strip())
        try:
            value = datetime.fromisoformat(f"{day}T{''.join(rest)}" if rest else day)
        except ValueError:
            return None
    if not isinstance(value, datetime):
        return None
    return value if value.tzinfo else value.replace(tzinfo=UTC)
