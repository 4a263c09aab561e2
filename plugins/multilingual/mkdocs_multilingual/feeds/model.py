"""The content of a feed, independent of its format. Every address is absolute and percent-encoded."""

from __future__ import annotations

from datetime import datetime

from mkdocs_foundation.values import dataclass

RSS_FILE = "feed.xml"
"""Name of the RSS feed, in the folder of the blog."""
JSON_FILE = "feed.json"
"""Name of the JSON feed, in the folder of the blog."""


@dataclass(frozen=True)
class Author:
    """An author of a post."""

    name: str
    """Name, as readers see it."""
    url: str = ""
    """Address of a page about the author, "" for none."""
    avatar: str = ""
    """Address of a picture, "" for none."""


@dataclass(frozen=True)
class Entry:
    """A post."""

    url: str
    """Its address, which also is its id."""
    title: str
    """Title as plain text."""
    content: str
    """Excerpt as HTML."""
    published: datetime
    """Date of publication, with a time zone."""
    updated: datetime | None = None
    """Date of revision, with a time zone; `None` where it was never revised."""
    summary: str = ""
    """Description, "" for none."""
    authors: tuple[Author, ...] = ()
    """Authors, in the order of the post."""
    categories: tuple[str, ...] = ()
    """Names of categories."""


@dataclass(frozen=True)
class Feed:
    """The blog in one language."""

    title: str
    """Title of the blog."""
    description: str
    """Description in one sentence."""
    language: str
    """Locale, such as `nb`."""
    home: str
    """Address of the blog's front page."""
    entries: tuple[Entry, ...]
    """Posts, the newest first."""

    @property
    def folder(self) -> str:
        """Address of the folder that the feeds are in."""
        return self.home.rsplit("/", 1)[0] + "/"

    @property
    def changed(self) -> datetime | None:
        """When the newest post was published or revised: the same for the same posts, whenever the site is built."""
        return max((entry.updated or entry.published for entry in self.entries), default=None)
