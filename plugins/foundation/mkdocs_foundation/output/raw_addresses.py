"""Addresses in raw HTML that an author wrote: they are relative to the page, and Markdown leaves them alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from html import escape, unescape
from posixpath import relpath
from urllib.parse import unquote, urljoin, urlsplit

from ..patterns import pattern

_ATTRIBUTES = r"""(?:[^>"']|"[^"]*"|'[^']*')*"""
_PIECE = pattern(
    rf"<!--.*?-->|(?P<raw><(?P<of>script|style|textarea|template)\b{_ATTRIBUTES}>)(?P<content>.*?)(?=</(?P=of)\b|\Z)"
    rf"|<(?P<name>[a-z][^\s/>]*){_ATTRIBUTES}>",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = pattern(
    r"""(?P<before>(?P<name>[^\s"'<>/=]+)\s*=\s*)"""
    r"""(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+))""",
    re.IGNORECASE,
)
_ELEMENTS = {
    "href": {"a", "area", "link", "image", "use"},
    "src": {"audio", "embed", "iframe", "img", "input", "script", "source", "track", "video"},
    "srcset": {"img", "source"},
    "imagesrcset": {"link"},
    "poster": {"video"},
    "data": {"object"},
}
"""Attributes that hold an address, and on which elements."""

_ABOVE = ":"
_ROOT = f"/{f'{_ABOVE}/' * 30}"
"""Stands for the root of the site, which is itself below folders of other sites that an address may lead to."""

Move = Callable[[str], str]
"""Makes the address of another page of the address of one."""


def moved(html: str, move: Move) -> str:
    """HTML with its addresses moved; comments, scripts and the words of a page stay."""

    def of_piece(piece: re.Match[str]) -> str:
        if piece["raw"]:
            return _in_tag(piece["raw"], piece["of"].lower(), move) + piece["content"]
        return _in_tag(piece[0], piece["name"].lower(), move) if piece["name"] else piece[0]

    return _PIECE.sub(of_piece, html)


def lead_on(
    here: str, written_for: Sequence[str], published: Container[str], *, is_copy: bool = False, is_part: bool = False
) -> Move:
    """Moves addresses to the page at `here` that may have been written for pages at other addresses.

    All are from the root of the site, the likeliest first. `published` are the paths of the files that are published:
    an address stays as it is where it leads to one of them from `here`. Where it leads to none from any address, it
    stays too, unless the text is certainly written for the first: on a copy, or on a page made of a part of another.
    That part's addresses are tried from `here` last, and its fragments lead to the whole page.
    """

    def move(written: str) -> str:
        try:
            parts = urlsplit(written)
        except ValueError:
            return written
        if parts.scheme or parts.netloc or written.startswith("/") or not (parts.path or parts.fragment):
            return written
        if written.startswith("#"):  # what a part refers to on its page is on that page
            return _relative(_reached(written_for[0], ""), here) + written if is_part and written_for else written
        if not is_part and _leads_on(here, parts.path, published):
            return written
        rest = written[len(parts.path) :]
        for page in written_for:
            if _leads_on(page, parts.path, published):
                return _relative(_reached(page, parts.path), here) + rest
        if written_for and (is_copy or (is_part and not _leads_on(here, parts.path, published))):
            return _relative(_reached(written_for[0], parts.path), here) + rest
        return written

    return move


def _in_tag(tag: str, name: str, move: Move) -> str:
    def of_attribute(found: re.Match[str]) -> str:
        attribute = found["name"].lower()
        if name not in _ELEMENTS.get(attribute, ()):
            return found[0]
        mark = '"' if found["double"] is not None else "'" if found["single"] is not None else ""
        value = unescape(found["double"] or found["single"] or found["bare"] or "")
        if name == "use" and value.startswith("#"):  # a drawing that is defined on the same page
            return found[0]
        new = _in_set(value, move) if attribute.endswith("srcset") else move(value)
        return found[0] if new == value else f"{found['before']}{mark}{escape(new)}{mark}"

    return _ATTRIBUTE.sub(of_attribute, tag)


def _in_set(value: str, move: Move) -> str:
    """The same for the candidates of `srcset`: each an address and a size, between commas."""
    candidates = []
    for candidate in re.split(r",(?=\s)|(?<=\S\s\d[wx]),|(?<=[wx]),", value):
        lead = candidate[: len(candidate) - len(candidate.lstrip())]
        address, space, size = candidate.strip().partition(" ")
        candidates.append(f"{lead}{move(address) if address else ''}{space}{size}")
    return ",".join(candidates)


def _reached(page: str, path: str) -> str:
    """Where a path leads from a page, below `_ROOT` unless it leaves the site."""
    return urljoin(f"{_ROOT}{'' if page in ('.', './') else page}", path)


def _leads_on(page: str, path: str, published: Container[str]) -> bool:
    """Whether a path leads from a page to a file that is published; a browser ignores a `..` above the root."""
    file = unquote(_reached(page, path)).lstrip("/").replace(f"{_ABOVE}/", "")
    return file in published or f"{file.rstrip('/')}/index.html".lstrip("/") in published


def _relative(reached: str, here: str) -> str:
    folder = here.rsplit("/", 1)[0] if "/" in here else ""
    found = relpath(reached, f"{_ROOT}{folder}")
    return f"{found}/" if reached.endswith("/") else found
