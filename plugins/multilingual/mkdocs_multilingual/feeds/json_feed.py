"""JSON Feed 1.1."""

from __future__ import annotations

import json
from typing import Any

from mkdocs_foundation.locales import normal

from .model import JSON_FILE, Author, Entry, Feed

TYPE = "application/feed+json"


def json_feed(feed: Feed) -> str:
    """The feed as a JSON document."""
    return json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "home_page_url": feed.home,
            "feed_url": feed.folder + JSON_FILE,
            "description": feed.description,
            "language": normal(feed.language),
            "items": [_item(entry) for entry in feed.entries],
        },
        ensure_ascii=False,
        indent=1,
    )


def _item(entry: Entry) -> dict[str, Any]:
    item = {
        "id": entry.url,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.content,
        "summary": entry.summary,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat() if entry.updated else "",
        "authors": [_author(author) for author in entry.authors],
        "tags": list(entry.categories),
    }
    return {name: value for name, value in item.items() if value}


def _author(author: Author) -> dict[str, str]:
    values = {"name": author.name, "url": author.url, "avatar": author.avatar}
    return {name: value for name, value in values.items() if value}
