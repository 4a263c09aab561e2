"""What the head of a page is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum


class SchemaType(Enum):
    """What a page is, in the words of schema.org."""

    HOME = "WebSite"
    """The front page of a language."""
    ARTICLE = "Article"
    """A text of its own."""
    POST = "BlogPosting"
    """One of a blog."""
    COLLECTION = "CollectionPage"
    """A page that leads to others."""
    PAGE = "WebPage"
    """Anything else, such as a form or a page about the site."""

    @property
    def is_text(self) -> bool:
        """Whether it has an author and dates."""
        return self in (SchemaType.ARTICLE, SchemaType.POST)


@dataclass(frozen=True)
class Crumb:
    """One step on the way from the front page to a page."""

    name: str
    """What the reader is shown."""
    address: str
    """Absolute."""


@dataclass(frozen=True)
class SiteFacts:
    """What all pages of one language share."""

    name: str
    """Of the site, in the language."""
    home: str = ""
    """Absolute address of the language's front page; "" where the site's address isn't known."""
    description: str = ""
    """Of the site, in the language."""
    publisher: str = ""
    """The organisation that answers for the texts."""
    logo: str = ""
    """Absolute address of its picture; "" for none."""


@dataclass(frozen=True)
class PageFacts:
    """What the head must know of one page."""

    kind: SchemaType
    """What it is."""
    title: str
    """In the language of its text."""
    locale: str
    """Of its text."""
    description: str = ""
    """In the language of its text."""
    address: str = ""
    """Absolute, and of the text: a page that stands in for another has that one's. "" where it isn't known."""
    translations: Mapping[str, str] = field(default_factory=dict)
    """Absolute addresses by locale, its own included; empty for a page that is not to be found."""
    default_locale: str = ""
    """The language for readers whose own the site hasn't."""
    published: str = ""
    """ISO date; "" where it isn't known."""
    modified: str = ""
    """ISO date; "" where it isn't known."""
    image: str = ""
    """Absolute address; "" for none."""
    trail: tuple[Crumb, ...] = ()
    """From the front page to the page itself; empty for the front page."""
    robots: str = ""
    """What its author tells search engines."""
    stands_in: bool = False
    """Whether readers are shown it in place of a translation."""
