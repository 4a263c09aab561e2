"""The pages of a language by topic: lists for the hubs, and what to read next."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from enum import Enum
from functools import cached_property
from hashlib import sha256

from mkdocs_foundation.values import dataclass

MOST_RELATED = 4
"""Maximum number of related pages where a site sets none."""


class HubSection(Enum):
    """Kinds of listed pages, in the order of a hub."""

    ARTICLE = "articles"
    ASSESSMENT = "assessments"
    POST = "posts"


@dataclass(frozen=True)
class Entry:
    """A page as lists show it."""

    key: str
    """Key of the page: its path without the language."""
    url: str
    """Address, from the root of the site."""
    title: str
    """Plain text."""
    description: str
    """Description as plain text, possibly empty."""
    kind: HubSection
    """Kind of the page."""
    topics: tuple[str, ...]
    """Ids of topics, the main one first."""
    lang: str = ""
    """Language of its text where it isn't the reader's, else empty."""
    day: date | None = None
    """Day of a post."""


@dataclass(frozen=True)
class Topic:
    """A topic with its hub."""

    id: str
    """Id, the same in every language."""
    url: str
    """Address of the hub, from the root of the site."""
    title: str
    """Plain text."""
    description: str
    """Plain text, possibly empty."""
    lang: str = ""
    """Language of the hub where it isn't the reader's, else empty."""


@dataclass(frozen=True)
class TopicPages:
    """All pages of a language that have topics."""

    topics: tuple[Topic, ...]
    """Topics, sorted by title."""
    entries: tuple[Entry, ...]
    """Pages, in any order."""

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

    def related(self, page: Entry, linked: Collection[str], most: int = MOST_RELATED) -> list[Entry]:
        """At most so many related pages: by common topics, without those that the page links to already.

        A hash of both pages, the same in every language, decides between equal ones: so all of them are shown
        somewhere, and not the first ones of the alphabet on every page.
        """

        def nearness(topics: tuple[str, ...], lang: str) -> tuple[bool, int, bool]:
            return bool(lang), -len(set(page.topics) & set(topics)), page.topics[0] != topics[0]

        def apart(other: Entry) -> str:
            return sha256(f"{page.key} {other.key}".encode()).hexdigest()

        ranks: dict[tuple[bool, int, bool], list[Entry]] = {}
        for (topics, lang), entries in self._alike.items():
            if not set(page.topics).isdisjoint(topics):
                ranks.setdefault(nearness(topics, lang), []).extend(entries)
        found: list[Entry] = []
        for rank in sorted(ranks):
            if len(found) >= most:
                break  # a hash of every other page would be the most expensive part of a large site
            near = [other for other in ranks[rank] if other.key != page.key and other.url not in linked]
            found += sorted(near, key=apart)
        return found[:most]

    @cached_property
    def _alike(self) -> dict[tuple[tuple[str, ...], str], list[Entry]]:
        """Pages with the same topics in the same language."""
        found: dict[tuple[tuple[str, ...], str], list[Entry]] = {}
        for entry in self.entries:
            found.setdefault((entry.topics, entry.lang), []).append(entry)
        return found


def _grouped(entries: Sequence[Entry], topic: str) -> dict[HubSection, list[Entry]]:
    def order(entry: Entry) -> tuple[bool, bool, int, str]:
        newest_first = -entry.day.toordinal() if entry.day and entry.kind is HubSection.POST else 0
        not_main = entry.kind is not HubSection.POST and entry.topics[0] != topic
        return bool(entry.lang), not_main, newest_first, entry.title.casefold()

    return {kind: found for kind in HubSection if (found := sorted((e for e in entries if e.kind is kind), key=order))}
