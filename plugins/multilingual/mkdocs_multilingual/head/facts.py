"""The data of the head of a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from enum import Enum

from mkdocs_foundation.values import dataclass


class SchemaType(Enum):
    """Kinds of pages, as schema.org distinguishes them."""

    HOME = "WebSite"
    """The front page of a language."""
    ARTICLE = "Article"
    """A text of its own."""
    POST = "BlogPosting"
    """A post of a blog."""
    COLLECTION = "CollectionPage"
    """A list of other pages."""
    PAGE = "WebPage"
    """Anything else, such as a form or a page about the site."""

    @property
    def is_text(self) -> bool:
        """Whether it has an author and dates."""
        return self in (SchemaType.ARTICLE, SchemaType.POST)


@dataclass(frozen=True)
class Crumb:
    """One step of the breadcrumbs from the front page to a page."""

    name: str
    """Name that readers see."""
    address: str
    """Absolute."""


@dataclass(frozen=True)
class SiteFacts:
    """Data that all pages of one language share."""

    name: str
    """Of the site, in the language."""
    home: str = ""
    """Absolute address of the language's front page; "" without `site_url`."""
    description: str = ""
    """Of the site, in the language."""
    publisher: str = ""
    """Name of the organisation that publishes the texts."""
    logo: str = ""
    """Absolute address of its picture; "" for none."""


@dataclass(frozen=True)
class PageFacts:
    """Data of the head of one page."""

    kind: SchemaType
    """Kind of the page."""
    title: str
    """In the language of its text."""
    locale: str
    """Language of the text."""
    description: str = ""
    """In the language of its text."""
    address: str = ""
    """Absolute address of the text: a fallback has that of the source page. "" without `site_url`."""
    translations: Mapping[str, str] = field(default_factory=dict)
    """Absolute addresses by locale, its own included; empty for a page that is not to be found."""
    default_locale: str = ""
    """Language for `x-default`: readers whose own language the site hasn't."""
    published: str = ""
    """ISO date; "" where it isn't known."""
    modified: str = ""
    """ISO date; "" where it isn't known."""
    image: str = ""
    """Absolute address; "" for none."""
    trail: tuple[Crumb, ...] = ()
    """From the front page to the page itself; empty for the front page."""
    robots: str = ""
    """Setting `robots`, for search engines."""
    stands_in: bool = False
    """Whether the page is shown in place of a missing translation."""
