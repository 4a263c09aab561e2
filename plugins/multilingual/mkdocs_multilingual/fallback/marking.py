"""The attribute `lang` of parts in another language than the page: texts, and links named by a title."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from posixpath import normpath

from mkdocs_foundation.locales import attributes
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.values import dataclass

_LINK = pattern(r"<a\b(?P<attributes>[^>]*)>(?P<content>.*?)</a\s*>", re.IGNORECASE | re.DOTALL)
_HREF = pattern(r"""\shref=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_LANG = pattern(r"\slang=", re.IGNORECASE)
_TAG = pattern(r"<[^>]+>")
_HEADING = pattern(r"<h1\b", re.IGNORECASE)
_HEADING_END = pattern(r"</h1\s*>", re.IGNORECASE)

KEPT_OUT = 'data-pagefind-ignore="all" data-search-exclude'
"""Attributes that exclude an element from search indexes: Pagefind's, and that of Material's own."""


@dataclass(frozen=True)
class Title:
    """Title of a page or of one of its headings, and its language."""

    text: str
    """Plain text."""
    locale: str
    """Its language."""


def with_link_languages(html: str, titles: Callable[[str], Title | None]) -> str:
    """A page with `lang` and `dir` on the links whose text is the title of their target in another language.

    `titles` gives the title at an address as it is written in the link. A link with another text is in the
    language of the text around it.
    """

    def mark(link: re.Match[str]) -> str:
        href = _HREF.search(link["attributes"])
        if not href or _LANG.search(link["attributes"]):
            return link[0]
        title = titles(unescape(next(filter(None, href.groups()), "")))
        if title is None or plain(link["content"]) != title.text:
            return link[0]
        return f"<a {attributes(title.locale)}{link[0][2:]}"

    return _LINK.sub(mark, html)


def plain(html: str) -> str:
    """The text of a piece of HTML."""
    return " ".join(unescape(_TAG.sub("", html)).split())


def in_language(content: str, locale: str, title: str, title_locale: str) -> str:
    """The text of a page within an element with its language; with a heading where the text has none."""
    lang = f" {attributes(title_locale)}" if title_locale != locale else ""
    heading = "" if _HEADING.search(content) else f"<h1{lang}>{escape(unescape(title), quote=False)}</h1>\n"
    return f"<div {attributes(locale)} {KEPT_OUT}>\n{heading}{content}\n</div>"


def below_heading(content: str, markup: str) -> str:
    """The text of a page with markup below its first heading, or before it where it has none."""
    heading = _HEADING_END.search(content)
    return f"{content[: heading.end()]}\n{markup}\n{content[heading.end() :]}" if heading else f"{markup}\n{content}"


def resolved(href: str, base: str) -> str:
    """Target of a relative link, from the root of the site; `base` is the address of the page that it is on.

    Any other link stays as it is.
    """
    path = href.split("#")[0].split("?")[0]
    if path.startswith("/") or ":" in path:
        return href
    if not path:
        return base
    folder = base.rsplit("/", 1)[0] if "/" in base else ""
    joined = normpath(f"/{folder}/{path}").lstrip("/")
    return f"{joined}/" if joined and path.endswith(("/", "..", ".")) else joined
