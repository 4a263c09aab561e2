"""What a feed says, whatever its format. Every address is absolute and percent-encoded."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

RSS_FILE = "feed.xml"
"""Name of the RSS feed, in the folder of the blog."""
JSON_FILE = "feed.json"
"""Name of the JSON feed, in the folder of the blog."""


@dataclass(frozen=True)
class Author:
    """Someone who wrote a post."""

    name: str
    """As readers are to see it."""
    url: str = ""
    """Page about them, "" where there is none."""
    avatar: str = ""
    """Their picture, "" where there is none."""


@dataclass(frozen=True)
class Entry:
    """A post."""

    url: str
    """Its address, which also is its id."""
    title: str
    """As plain text."""
    content: str
    """Its excerpt as HTML."""
    published: datetime
    """With a time zone."""
    updated: datetime | None = None
    """With a time zone; `None` where it was never revised."""
    summary: str = ""
    """Its description, "" where it has none."""
    authors: tuple[Author, ...] = ()
    """In their order."""
    categories: tuple[str, ...] = ()
    """Their names."""


@dataclass(frozen=True)
class Feed:
    """The blog in one language."""

    title: str
    """Of the blog."""
    description: str
    """In a sentence."""
    language: str
    """Such as `nb`."""
    home: str
    """Address of the blog's front page."""
    entries: tuple[Entry, ...]
    """The newest first."""

    @property
    def folder(self) -> str:
        """Address of the folder that the feeds are in."""
        return self.home.rsplit("/", 1)[0] + "/"

    @property
    def changed(self) -> datetime | None:
        """When the newest post was published or revised: the same for the same posts, whenever the site is built."""
        return max((entry.updated or entry.published for entry in self.entries), default=None)
