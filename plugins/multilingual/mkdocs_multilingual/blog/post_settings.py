"""The settings of a post, once they have been checked."""

from __future__ import annotations

from typing import Any

from mkdocs_foundation.sources.pages import SourcePage
from mkdocs_foundation.values import dataclass

from ..addresses import slugs
from . import dates
from .dates import PostDates


@dataclass(frozen=True)
class PostSettings:
    """The settings of a post, which templates read as `page.config`."""

    date: PostDates
    """Day of publication, and further days."""
    authors: tuple[str, ...] = ()
    """Ids of authors, each once."""
    categories: tuple[str, ...] = ()
    """Names of categories, each once."""
    draft: bool | None = None
    """Whether it is kept from the published site; `None` where it isn't set."""
    pin: bool = False
    """Whether it comes first."""
    links: Any = None
    """Related pages as MkDocs' navigation has them; `None` where there are none."""
    readtime: int | None = None
    """Reading time in minutes, as its author gives it or as calculated."""
    slug: str | None = None
    """Last part of its address, as set by its author."""


def settings_of(page: SourcePage) -> PostSettings | None:
    """The settings of a post, `None` where it has no date; values of a wrong type are left out."""
    values = page.matter.values
    written = dates.read(values.get("date"))
    if written is None:
        return None
    draft, readtime = values.get("draft"), values.get("readtime")
    return PostSettings(
        written,
        _names(values.get("authors")),
        _names(values.get("categories")),
        draft if isinstance(draft, bool) else None,
        values.get("pin") is True,
        readtime=readtime if isinstance(readtime, int) and not isinstance(readtime, bool) else None,
        slug=slugs.usable(values.get("slug")) or None,
    )


def _names(written: Any) -> tuple[str, ...]:
    entries = written if isinstance(written, list) else []
    return tuple(dict.fromkeys(entry for entry in entries if isinstance(entry, str)))
