"""What the templates of topics see, and the HTML that they make of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping

from mkdocs_foundation.values import dataclass

from ..rendering import Renderer
from ..typography import dates
from .topic_pages import Entry, Topic, TopicPages


@dataclass(frozen=True)
class ItemView:
    """A line of a list."""

    title: str
    """Plain text."""
    url: str
    """Relative to the page that the list is on."""
    description: str = ""
    """Plain text, possibly empty."""
    lang: str = ""
    """Language of the text where it isn't the reader's, else empty."""
    language: str = ""
    """That language's name in itself."""
    iso: str = ""
    """Day of a post as machines read it."""
    day: str = ""
    """The same as the reader's language writes it."""
    count: int | None = None
    """How many pages a topic has."""


@dataclass(frozen=True)
class Lists:
    """Makes the lists of one page."""

    pages: TopicPages
    """All pages of the reader's language."""
    renderer: Renderer
    """The words."""
    locale: str
    """The reader's language."""
    relative: Callable[[str], str]
    """From an address within the site to one from this page."""
    names: Mapping[str, str]
    """Of the languages, by locale."""
    shown: Callable[[str], None] = lambda url: None
    """Told the address of each page that is listed, from the root of the site."""

    def hub(self, topic: str) -> str:
        """The pages of a topic."""
        t = self.renderer.t
        found = self.pages.about(topic).items()
        groups = [(t(f"topics.{kind.value}"), "", self._items(entries)) for kind, entries in found]
        return self.renderer.render("topics/groups.html", groups=groups)

    def index(self) -> str:
        """All topics that have pages."""
        topics = [(topic, self.pages.count(topic.id)) for topic in self.pages.topics]
        return self.renderer.render("topics/index.html", items=[self._topic(t, n) for t, n in topics if n])

    def articles(self) -> str:
        """All articles under their main topics."""
        groups = [
            (self._topic(topic).title, self.relative(topic.url), self._items(entries))
            for topic in self.pages.topics
            if (entries := self.pages.main(topic.id))
        ]
        return self.renderer.render("topics/groups.html", groups=groups)

    def after(self, page: Entry, linked: Collection[str], most: int) -> str:
        """The end of a page: its topics, and at most so many related pages."""
        topics = [self._topic(topic) for id in page.topics if (topic := self.pages.topic(id))]
        related = self._items(self.pages.related(page, linked, most))
        return self.renderer.render("topics/after.html", topics=topics, related=related) if topics or related else ""

    def _items(self, entries: Iterable[Entry]) -> list[ItemView]:
        entries = list(entries)
        for entry in entries:
            self.shown(entry.url)
        return [
            ItemView(
                entry.title,
                self.relative(entry.url),
                entry.description,
                entry.lang,
                self.names.get(entry.lang, entry.lang),
                entry.day.isoformat() if entry.day else "",
                dates.long(entry.day, self.locale) if entry.day else "",
            )
            for entry in entries
        ]

    def _topic(self, topic: Topic, count: int | None = None) -> ItemView:
        self.shown(topic.url)
        language = self.names.get(topic.lang, topic.lang)
        return ItemView(topic.title, self.relative(topic.url), topic.description, topic.lang, language, count=count)
