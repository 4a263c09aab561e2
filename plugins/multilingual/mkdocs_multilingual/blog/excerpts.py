"""A post as a list shows it, made of the HTML of its page, so that no Markdown is converted twice.

Headings are a level lower and lead to the post, links are rebased from the post to the list, and the text after
the separator is left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape
from urllib.parse import urljoin, urlsplit

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.values import dataclass

_ATTRIBUTES = r"""(?:[^>"']|"[^"]*"|'[^']*')*+"""
_PIECE = pattern(
    r"<!--.*?-->|<(?P<raw>script|style|template|textarea)\b.*?</(?P=raw)\s*>"
    rf"|<h(?P<level>[1-6])\b(?P<of_heading>{_ATTRIBUTES})>(?P<inner>.*?)</h(?P=level)\s*>"
    rf"|<(?P<end>/)?(?P<name>[a-z][^\s/>]*)(?P<attributes>{_ATTRIBUTES})>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = pattern(r"""(?P<before>\s(?P<name>href|src|poster|data)\s*=\s*)(?P<mark>["'])(?P<value>.*?)(?P=mark)""")
_LINKS = {
    "href": {"a", "area", "link"},
    "src": {"audio", "embed", "iframe", "img", "input", "source", "track", "video"},
    "poster": {"video"},
    "data": {"object"},
}
"""Attributes that hold an address, and on which elements."""
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_ID = pattern(r"""\sid\s*=\s*(["'])(.*?)\1""")
LEVEL = 2
"""Level of a post's title in a list."""


@dataclass(frozen=True)
class Headings:
    """How the site's Markdown extension `toc` writes headings."""

    level: int = 1
    """Level of the highest heading."""
    permalink_class: str = "headerlink"
    """Class of the permalinks of headings, which lists don't show."""
    link_class: str = "toclink"
    """Class of the links that headings become in lists."""


@dataclass(frozen=True)
class Place:
    """The addresses of a post and of a list that shows it."""

    post: str
    """Address of the post from the root of the site."""
    shown_at: str
    """Address of the list from the root of the site."""
    relative: Callable[[str, str], str]
    """Makes an address relative to another; both from the root of the site."""

    @property
    def to_post(self) -> str:
        """The post's address from the list."""
        return self.relative(self.post or "./", self.shown_at)

    def moved(self, link: str) -> str:
        """A link of the post as a link of the list."""
        parts = urlsplit(link)
        if parts.scheme or parts.netloc or link.startswith("/"):
            return link
        if not parts.path:
            return f"{self.to_post}{link}"
        target = urljoin(f"/{self.post}", parts.path).lstrip("/")
        moved = self.relative(target or "./", self.shown_at)
        return f"{moved}{link[len(parts.path) :]}"


@dataclass(frozen=True)
class Cut:
    """A post, cut at its separator."""

    shown: str
    """HTML before the separator, which lists show."""
    more: str | None = None
    """HTML after the separator; `None` for a post without one."""


def has_title(html: str, headings: Headings) -> bool:
    """Whether the text of a post begins with a title."""
    return re.match(rf"\s*<h{headings.level}\b", html, re.IGNORECASE) is not None


def in_list(html: str, title: str, slug: str, place: Place, headings: Headings) -> str:
    """All of a post as HTML of a list.

    `title` is the post's, as HTML, for a post whose text doesn't begin with it, and `slug` is the id of that heading.
    """
    writer = _Writer(place, headings)
    if not has_title(html, headings):
        html = f'<h{headings.level} id="{escape(slug)}">{title}</h{headings.level}>\n{html}'
    return writer.written(html)


def cut(html: str, separator: str) -> Cut:
    """A post as far as the separator; elements that are open there are closed, and opened again for the rest."""
    shown, found, more = html.partition(separator)
    if not found:
        return Cut(html)
    opened = _open(shown)
    ends = "".join(f"</{name}>" for name, _ in reversed(opened))
    return Cut(f"{shown}{ends}", f"{''.join(tag for _, tag in opened)}{more}")


def _open(html: str) -> list[tuple[str, str]]:
    """The elements that are open at the end, each with its start tag."""
    opened: list[tuple[str, str]] = []
    for piece in _PIECE.finditer(html):
        name = (piece["name"] or "").lower()
        if not name or name in _VOID or piece["attributes"].endswith("/"):
            continue
        if not piece["end"]:
            opened.append((name, piece[0]))
        elif any(name == one for one, _ in opened):
            while opened.pop()[0] != name:
                pass
    return opened


class _Writer:
    """Rewrites the HTML of a post, piece by piece."""

    def __init__(self, place: Place, headings: Headings) -> None:
        self._place = place
        self._headings = headings
        self._permalink = re.compile(
            rf"""<a\b[^>]*\sclass=["'][^"']*\b{re.escape(headings.permalink_class)}\b[^>]*>.*?</a>""", re.DOTALL
        )
        self._is_title_written = False

    def written(self, html: str) -> str:
        """The HTML with its headings and addresses changed."""
        return _PIECE.sub(self._piece, html)

    def _piece(self, piece: re.Match[str]) -> str:
        if piece["level"]:
            return self._heading(piece)
        name = (piece["name"] or "").lower()
        if not name or piece["end"]:
            return piece[0]
        return _ATTRIBUTE.sub(lambda found: self._attribute(found, name), piece[0])

    def _heading(self, piece: re.Match[str]) -> str:
        level = min(int(piece["level"]) + LEVEL - self._headings.level, 6)
        inner, attributes = self._permalink.sub("", piece["inner"]), piece["of_heading"]
        id = _ID.search(attributes)
        if id is None:
            return f"<h{level}{attributes}>{self.written(inner)}</h{level}>"
        target = self._place.to_post if not self._is_title_written else f"{self._place.to_post}#{unescape(id[2])}"
        self._is_title_written = True
        own = re.compile(
            rf"""<a\b[^>]*\sclass=["']{re.escape(self._headings.link_class)}["'][^>]*>(.*)</a>""", re.DOTALL
        ).fullmatch(inner)
        inner = self.written(own[1] if own else inner)
        link = f'<a class="{escape(self._headings.link_class)}" href="{escape(target)}">{inner}</a>'
        return f"<h{level}{attributes}>{link}</h{level}>"

    def _attribute(self, found: re.Match[str], tag: str) -> str:
        if tag not in _LINKS[found["name"].lower()]:
            return found[0]
        link = unescape(found["value"])
        moved = self._place.moved(link)
        return found[0] if moved == link else f'{found["before"]}"{escape(moved)}"'
