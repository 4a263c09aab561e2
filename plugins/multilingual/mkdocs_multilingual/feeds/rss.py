"""RSS 2.0, with Dublin Core for the names of authors, whom RSS itself knows by their mail addresses only."""

from __future__ import annotations

from email.utils import format_datetime
from html import escape as escaped

from mkdocs_foundation.locales import normal

from .content import printable
from .model import RSS_FILE, Entry, Feed

TYPE = "application/rss+xml"


def rss(feed: Feed) -> str:
    """The feed as an XML document."""
    self_link = f'<atom:link href="{escaped(feed.folder + RSS_FILE)}" rel="self" type="{TYPE}"/>'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">',
        "<channel>",
        _element("title", feed.title),
        _element("link", feed.home),
        _element("description", feed.description),
        _element("language", normal(feed.language)),
        self_link,
        *([_element("lastBuildDate", format_datetime(feed.changed))] if feed.changed else []),
        *(line for entry in feed.entries for line in _item(entry)),
        "</channel>",
        "</rss>",
    ]
    return "\n".join(lines) + "\n"


def _item(entry: Entry) -> list[str]:
    return [
        "<item>",
        _element("title", entry.title),
        _element("link", entry.url),
        f'<guid isPermaLink="true">{escaped(entry.url, quote=False)}</guid>',
        _element("pubDate", format_datetime(entry.published)),
        *(_element("dc:creator", author.name) for author in entry.authors),
        *(_element("category", name) for name in entry.categories),
        _element("description", entry.content),
        "</item>",
    ]


def _element(name: str, text: str) -> str:
    return f"<{name}>{escaped(printable(text), quote=False)}</{name}>"
