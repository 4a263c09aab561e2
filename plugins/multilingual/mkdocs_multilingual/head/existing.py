"""Tags that the theme has put into the head of a page: wrong ones are removed, the site's own are kept."""

from __future__ import annotations

import re
from collections.abc import Collection
from html import unescape
from urllib.parse import urlsplit

from mkdocs_foundation.locales import attributes
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.templates.titles import head_of

_LINK = pattern(r"""<link\b(?:[^>"']|"[^"]*"|'[^']*')*>[ \t]*\n?""", re.IGNORECASE)
_RELATION = pattern("canonical|hreflang", re.IGNORECASE)
"""What links have in them that matter here: few of all, and reading attributes takes time on each page."""
_ATTRIBUTE = pattern(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_NAMED = pattern(
    r"""<meta\b[^>]*?\s(?:property|name)=["']?((?:og|twitter|article):[\w:]+|robots)["'\s]""", re.IGNORECASE
)
_NAMES = ("og:", "twitter:", "article:", "robots")
"""What a head has in it that has such a tag."""


def without_wrong(page: str, canonical: Collection[str], keeps_alternates: bool) -> tuple[str, set[str]]:
    """The page without the theme's canonical address and its links to translations, which are relative.

    `canonical` are the addresses that MkDocs gives the page; any other is the site's own. `keeps_alternates`: whether
    the links to translations are the site's own too. A link with a type is none of them, but a feed, for example.
    Returns also the names of the tags that the page has then, as `tags.tags` names them.
    """
    before, head, after = head_of(page)
    names: set[str] = set()

    def kept(link: re.Match[str]) -> str:
        if not _RELATION.search(link[0]):
            return link[0]
        attributes = _attributes(link[0])
        if "type" in attributes:
            return link[0]
        is_canonical = "canonical" in attributes.get("rel", "").lower().split()
        is_wrong = is_canonical and attributes.get("href") in canonical
        is_wrong |= "hreflang" in attributes and not keeps_alternates and not _is_absolute(attributes.get("href", ""))
        if is_wrong:
            return ""
        names.update(["canonical"] if is_canonical else [], ["hreflang"] if "hreflang" in attributes else [])
        return link[0]

    head = _LINK.sub(kept, head)
    if _has_any(_NAMES, head):
        names.update(name.lower() for name in _NAMED.findall(head))
    return f"{before}{head}{after}", names


def _has_any(words: Collection[str], html: str) -> bool:
    small = html.lower()
    return any(word in small for word in words)


def _attributes(tag: str) -> dict[str, str]:
    return {name.lower(): unescape(f"{a}{b}{c}") for name, a, b, c in _ATTRIBUTE.findall(tag)}


def _is_absolute(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def with_title_language(page: str, locale: str) -> str:
    """The page with the language of its title, where that isn't the page's."""
    return re.sub("<title>", f"<title {attributes(locale)}>", page, count=1)
