"""Addresses of links as numbered notes, for printed pages."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin

from mkdocs_foundation.patterns import pattern

_LINK = pattern(r"""<a\s[^>]*?href=(["'])(?P<address>.*?)\1[^>]*>(?P<words>.*?)</a>""", re.DOTALL | re.IGNORECASE)
_TERM = pattern(r"""^<a\s[^>]*class=["'][^"'>]*\bml-term\b""")
"""A term of the glossary is explained, not recommended."""
_FOLLOWED = ("http://", "https://")


def with_notes(html: str, base: str) -> tuple[str, list[str]]:
    """The text with a number after each link to another page, and the addresses in that order.

    `base` is the page's own address. The same address has the same number each time; a link without words, one
    within the page, and a term of the glossary have none. The numbers are hidden on the screen, from screen
    readers too.
    """
    addresses: list[str] = []

    def numbered(link: re.Match[str]) -> str:
        address = unquote(urljoin(base, link["address"].replace("&amp;", "&")))
        within = address.split("#")[0] == unquote(base).split("#")[0]
        if (
            within
            or _TERM.search(link[0])
            or not address.startswith(_FOLLOWED)
            or not re.sub(r"<[^>]*>|\s", "", link["words"])
        ):
            return link[0]
        if address not in addresses:
            addresses.append(address)
        return f'{link[0]}<sup class="sk-note">{addresses.index(address) + 1}</sup>'

    return _LINK.sub(numbered, html), addresses
