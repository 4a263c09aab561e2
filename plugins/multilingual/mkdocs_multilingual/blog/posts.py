"""The posts of one language: their settings, which of them are published, and in which order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime

from mkdocs_foundation.sources.pages import SourcePage
from mkdocs_foundation.values import dataclass

from . import paths
from .options import BlogOptions
from .post_settings import PostSettings, settings_of
from .rules import shown_title


@dataclass(frozen=True)
class Drafts:
    """Which posts are kept from the published site."""

    shown: bool = False
    """Whether drafts are published too."""
    until: datetime | None = None
    """Posts from after this moment are drafts, where `draft` isn't set; `None`: they are not."""

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
    """Path without the language that decides its address, such as `blog/förlåt-först.md`."""
    is_draft: bool = False
    """Whether it is a draft, which is published only where the options say so."""


def now() -> datetime:
    """The current time, with which dates in the future are compared."""
    return datetime.now(UTC)


def read(page: SourcePage, options: BlogOptions, drafts: Drafts) -> BlogPost | None:
    """A post, `None` where it has no date."""
    settings = settings_of(page)
    if settings is None:
        return None
    if not options.has_authors:
        settings = replace(settings, authors=())
    path = paths.of_post(page.key, shown_title(page), settings, options, page.locale)
    return BlogPost(page, settings, path, drafts.is_draft(settings))


def in_order(posts: Iterable[BlogPost]) -> tuple[BlogPost, ...]:
    """Posts in the order of lists: those that are pinned first, then the newest."""
    return tuple(sorted(posts, key=lambda post: (post.settings.pin, post.settings.date.created), reverse=True))
