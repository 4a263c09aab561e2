"""The pages of a language by topic: lists for the hubs, and what to read next."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from hashlib import sha256

MOST_RELATED = 4
"""More would be a list to search through."""


class HubSection(Enum):
    """What a page is, in the order of a hub."""

    ARTICLE = "articles"
    ASSESSMENT = "assessments"
    POST = "posts"


@dataclass(frozen=True)
class Entry:
    """A page as lists show it."""

    key: str
    """Path without the language."""
    url: str
    """From the root of the site."""
    title: str
    """Plain text."""
    description: str
    """Plain text, possibly empty."""
    kind: HubSection
    """What it is."""
    topics: tuple[str, ...]
    """The main one first."""
    lang: str = ""
    """Language of its text where it isn't the reader's, else empty."""
    day: date | None = None
    """Of a post."""


@dataclass(frozen=True)
class Topic:
    """A topic with its hub."""

    id: str
    """The same in every language."""
    url: str
    """Of the hub, from the root of the site."""
    title: str
    """Plain text."""
    description: str
    """Plain text, possibly empty."""
    lang: str = ""
    """Language of the hub where it isn't the reader's, else empty."""


@dataclass(frozen=True)
class Shelf:
    """All pages of a language that have topics."""

    topics: tuple[Topic, ...]
    """Sorted by title."""
    entries: tuple[Entry, ...]
    """In any order."""

    def topic(self, id: str) -> Topic | None:
        """A topic, `None` where the reader's language has no hub for it."""
        return next((topic for topic in self.topics if topic.id == id), None)

    def about(self, id: str) -> dict[HubSection, list[Entry]]:
        """The pages of a topic by kind, without empty kinds."""
        return _grouped([entry for entry in self.entries if id in entry.topics], id)

    def main(self, id: str) -> list[Entry]:
        """The articles that a topic is the main one of."""
        return [entry for entry in self.about(id).get(HubSection.ARTICLE, []) if entry.topics[0] == id]

    def count(self, id: str) -> int:
        """How many pages a topic has."""
        return sum(id in entry.topics for entry in self.entries)

    def related(self, page: Entry, linked: Collection[str]) -> list[Entry]:
        """What to read after a page: by the topics that both have, but for what it links to already.

        Where several are as near, a hash of both pages decides, the same in every language: so each gets its turn,
        and not the first ones of the alphabet on every page.
        """

        def nearness(other: Entry) -> tuple[bool, int, bool, str]:
            shared = len(set(page.topics) & set(other.topics))
            apart = sha256(f"{page.key} {other.key}".encode()).hexdigest()
            return bool(other.lang), -shared, page.topics[0] != other.topics[0], apart

        near = [
            other
            for other in self.entries
            if other.key != page.key and other.url not in linked and set(page.topics) & set(other.topics)
        ]
        return sorted(near, key=nearness)[:MOST_RELATED]


def _grouped(entries: Sequence[Entry], topic: str) -> dict[HubSection, list[Entry]]:
    def order(entry: Entry) -> tuple[bool, bool, int, str]:
        newest_first = -entry.day.toordinal() if entry.day and entry.kind is HubSection.POST else 0
        not_main = entry.kind is not HubSection.POST and entry.topics[0] != topic
        return bool(entry.lang), not_main, newest_first, entry.title.casefold()

    return {kind: found for kind in HubSection if (found := sorted((e for e in entries if e.kind is kind), key=order))}
