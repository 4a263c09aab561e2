"""What a post says of itself in its settings, once they have been checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mkdocs_foundation.pages import SourcePage

from . import dates
from .dates import PostDates


@dataclass(frozen=True)
class PostSettings:
    """What templates read as `page.config` of a post."""

    date: PostDates
    """When it was published, and its other days."""
    authors: tuple[str, ...] = ()
    """Ids, each once."""
    categories: tuple[str, ...] = ()
    """Names, each once."""
    draft: bool | None = None
    """Whether it is kept from the published site; `None` where its author doesn't say."""
    pin: bool = False
    """Whether it comes first."""
    links: Any = None
    """Related pages as MkDocs' navigation has them; `None` where there are none."""
    readtime: int | None = None
    """Minutes, as its author gives them or as they were counted."""
    slug: str | None = None
    """Last part of its address, as its author gives it."""


def settings_of(page: SourcePage) -> PostSettings | None:
    """The settings of a post, `None` where it has no date; what is of the wrong kind counts as not written."""
    values = page.matter.values
    written = dates.read(values.get("date"))
    if written is None:
        return None
    draft, readtime, slug = values.get("draft"), values.get("readtime"), values.get("slug")
    return PostSettings(
        written,
        _names(values.get("authors")),
        _names(values.get("categories")),
        draft if isinstance(draft, bool) else None,
        values.get("pin") is True,
        readtime=readtime if isinstance(readtime, int) and not isinstance(readtime, bool) else None,
        slug=str(slug) if slug else None,
    )


def _names(written: Any) -> tuple[str, ...]:
    entries = written if isinstance(written, list) else []
    return tuple(dict.fromkeys(entry for entry in entries if isinstance(entry, str)))
