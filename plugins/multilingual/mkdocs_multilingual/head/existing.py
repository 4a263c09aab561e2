"""Tags that the theme has put into the head of a page: wrong ones are removed, the site's own are kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from html import unescape
from urllib.parse import urlsplit

from mkdocs_foundation.locales import attributes

_HEAD = re.compile(r"<head\b.*?</head\s*>", re.IGNORECASE | re.DOTALL)
_LINK = re.compile(r"""<link\b(?:[^>"']|"[^"]*"|'[^']*')*>[ \t]*\n?""", re.IGNORECASE)
_RELATION = re.compile("canonical|hreflang", re.IGNORECASE)
"""What the links have in them that matter here: few of all, and reading attributes takes time on each page."""
_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_NAMED = re.compile(
    r"""<meta\b[^>]*?\s(?:property|name)=["']?((?:og|twitter|article):[\w:]+|robots)["'\s]""", re.IGNORECASE
)


def without_wrong(page: str, canonical: Collection[str], keeps_alternates: bool) -> str:
    """The page without the theme's canonical address and its links to translations, which are relative.

    `canonical` are the addresses that MkDocs gives the page; any other is the site's own. `keeps_alternates`: whether
    the links to translations are the site's own too. A link with a type is none of them, but a feed, for example.
    """

    def kept(link: re.Match[str]) -> str:
        if not _RELATION.search(link[0]):
            return link[0]
        attributes = _attributes(link[0])
        if "type" in attributes:
            return link[0]
        is_wrong = _is_canonical(attributes) and attributes.get("href") in canonical
        is_wrong |= "hreflang" in attributes and not keeps_alternates and not _is_absolute(attributes.get("href", ""))
        return "" if is_wrong else link[0]

    return _in_head(page, lambda head: _LINK.sub(kept, head))


def names(page: str) -> set[str]:
    """The names of the tags that the page has, as `tags.tags` names them."""
    head = _HEAD.search(page)
    if not head:
        return set()
    relations = filter(_RELATION.search, _LINK.findall(head[0]))
    links = [found for link in relations if "type" not in (found := _attributes(link))]
    own = {"canonical"} if any(map(_is_canonical, links)) else set()
    own |= {"hreflang"} if any("hreflang" in link for link in links) else set()
    return own | {name.lower() for name in _NAMED.findall(head[0])}


def _attributes(tag: str) -> dict[str, str]:
    return {name.lower(): unescape("".join(values)) for name, *values in _ATTRIBUTE.findall(tag)}


def _is_canonical(attributes: Mapping[str, str]) -> bool:
    return "canonical" in attributes.get("rel", "").lower().split()


def _is_absolute(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc)


def with_title_language(page: str, locale: str) -> str:
    """The page with the language of its title, where that isn't the page's."""
    return _in_head(page, lambda head: re.sub(r"<title>", f"<title {attributes(locale)}>", head, count=1))


def _in_head(page: str, change: Callable[[str], str]) -> str:
    return _HEAD.sub(lambda head: change(head[0]), page, count=1)
