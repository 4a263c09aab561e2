"""Feeds as news readers read them: parsed only after they were found valid."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import fastjsonschema
import feedparser
from lxml import etree

HERE = Path(__file__).parent
_RSS = etree.RelaxNG(etree.parse(HERE / "rss-2.0.rng"))
_JSON = fastjsonschema.compile(json.loads((HERE / "json-feed-1.1.schema.json").read_text(encoding="utf-8")))


def read_rss(path: Path) -> Any:
    """An RSS feed; fails unless it is well-formed, agrees with the schema and is free of complaints."""
    content = path.read_bytes()
    _RSS.assertValid(etree.fromstring(content))
    feed = feedparser.parse(content, sanitize_html=False, resolve_relative_uris=False)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "rss20"
    return feed


def read_json(path: Path) -> dict[str, Any]:
    """A JSON feed; fails unless it agrees with the schema."""
    return dict(_JSON(json.loads(path.read_text(encoding="utf-8"))))
