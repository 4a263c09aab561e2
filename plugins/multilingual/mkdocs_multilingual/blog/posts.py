"""The posts of one language: what their settings say, which of them are published, and in which order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from ..library import SourcePage
from . import dates, paths
from .dates import PostDates
from .options import BlogOptions
from .rules import title_of


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


@dataclass(frozen=True)
class Drafts:
    """Which posts are kept from the published site."""

    shown: bool = False
    """Whether drafts are published too."""
    until: datetime | None = None
    """Posts from after this moment are drafts, where their authors say nothing; `None`: they are not."""

    def is_draft(self, settings: PostSettings) -> bool:
        """Whether a post is a draft."""
        if settings.draft is None and self.until is not None:
            return settings.date.created > self.until
        return bool(settings.draft)

    def keep_out(self, settings: PostSettings) -> bool:
        """Whether a post isn't published."""
        return not self.shown and self.is_draft(settings)


@dataclass(frozen=True)
class BlogPost:
    """One post of one language."""

    page: SourcePage
    """Its file."""
    settings: PostSettings
    """Its settings."""
    path: str
    """Path below the docs folder that its address follows from, such as `sv/blog/förlåt-först.md`."""
    is_draft: bool = False
    """Whether it is a draft, which is published only where that was asked for."""


def now() -> datetime:
    """The moment that posts with a date in the future are measured by."""
    return datetime.now(UTC)


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


def read(page: SourcePage, options: BlogOptions, prefix: str, drafts: Drafts) -> BlogPost | None:
    """A post, `None` where it has no date; `prefix` is the folder of its language and a slash, or ""."""
    settings = settings_of(page)
    if settings is None:
        return None
    if not options.has_authors:
        settings = replace(settings, authors=())
    path = paths.of_post(page.uri, title_of(page) or page.key, settings, options, prefix, page.locale)
    return BlogPost(page, settings, path, drafts.is_draft(settings))


def in_order(posts: Iterable[BlogPost]) -> tuple[BlogPost, ...]:
    """Posts as lists have them: those that are pinned first, then the newest."""
    return tuple(sorted(posts, key=lambda post: (post.settings.pin, post.settings.date.created), reverse=True))
