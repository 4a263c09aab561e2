"""A post's HTML as a feed reader can show it: with absolute addresses, and without what only works on the site."""

from __future__ import annotations

import re
from html import escape, unescape
from html.parser import HTMLParser
from urllib.parse import quote, urljoin

from mkdocs_foundation.patterns import pattern

_ADDRESSES = {"href", "src", "poster", "cite", "longdesc"}
_DROPPED = {"script", "style", "form", "button", "input", "template", "head", "title"}
_UNWRAPPED = {"html", "body", "meta", "link", "base"}
"""What plugins put around the text of a page that read it as a document."""
_HEADING = pattern(r"\A\s*<h1\b.*?</h1>", re.DOTALL | re.IGNORECASE)
_TAG = pattern(r"<[^>]*>")
_CONTROL = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


def excerpt(html: str, separator: str, url: str) -> str:
    """A post up to its separator, all of it where it has none, without the heading that is its title."""
    return _HEADING.sub("", absolute(html.split(separator, 1)[0], url)).strip()


def plain(text: str) -> str:
    """A title without tags and references."""
    return re.sub(r"\s+", " ", unescape(_TAG.sub("", text))).strip()


def absolute(html: str, url: str) -> str:
    """HTML of the page at an address, to be shown anywhere."""
    writer = _Writer(url)
    writer.feed(html)
    writer.close()
    return "".join([*writer.parts, *(f"</{tag}>" for tag in reversed(writer.opened))])


def absolute_url(link: str, url: str) -> str:
    """A link of the page at an address, in the characters that an address may have."""
    return quote(urljoin(url, link), safe="%/:?#[]@!$&'()*+,;=~")


def printable(text: str) -> str:
    """Text without the characters that XML can't hold."""
    return _CONTROL.sub("", text)


class _Writer(HTMLParser):
    def __init__(self, url: str) -> None:
        super().__init__(convert_charrefs=True)
        self.url = url
        self.parts: list[str] = []
        self.opened: list[str] = []
        """Elements that have no end yet."""
        self._dropped: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED:
            if tag not in _VOID:
                self._dropped.append(tag)
            return
        if self._dropped or tag in _UNWRAPPED:
            return
        if tag not in _VOID:
            self.opened.append(tag)
        written = "".join(
            f' {name}="{escape(self._value(name, value or ""))}"'
            for name, value in attributes
            if name not in ("id", "srcset", "style", "class") and not name.startswith("on")
        )
        self.parts.append(f"<{tag}{written}>")

    def handle_endtag(self, tag: str) -> None:
        if self._dropped:
            if tag == self._dropped[-1]:
                self._dropped.pop()
        elif tag in self.opened:
            end = self.opened.pop()
            self.parts.append(f"</{end}>")
            if end != tag:
                self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        if not self._dropped:
            self.parts.append(escape(data, quote=False))

    def _value(self, name: str, value: str) -> str:
        return absolute_url(value, self.url) if name in _ADDRESSES else value
