"""Inserts markup into finished pages, independent of the theme overrides of a site.

Material's templates can be overridden by the site at any point, so what this plugin adds is put into the finished
HTML, at places that every HTML page has.
"""

from __future__ import annotations

import re

from mkdocs_foundation.patterns import pattern

_HEAD_END = pattern(r"</head\s*>", re.IGNORECASE)
_HEAD_START = pattern(r"<head\b[^>]*>(?:\s*<meta\s+charset[^>]*>)?", re.IGNORECASE)
_LAST = {name: (f"</{name}", pattern(rf"</{name}(\s*>)?", re.IGNORECASE)) for name in ("main", "body")}
"""By element: how most pages write its end, and any way."""


def into_head(page: str, markup: str) -> str:
    """The page with markup as the last thing in its head."""
    return _HEAD_END.sub(lambda end: f"{markup}\n{end[0]}", page, count=1)


def to_head_end(page: str) -> tuple[str, str]:
    """A page up to the end of its head, which is a tenth of it, and the rest; one without a head is all the first."""
    end = _HEAD_END.search(page)
    place = end.end() if end else len(page)
    return page[:place], page[place:]


def at_content_end(page: str, markup: str) -> str:
    """The page with markup as the last thing in its main element, which themes that put pages in place replace.

    In a page without one, as the last thing in its body.
    """
    end = _last_end(page, "main")
    end = end if end is not None else _last_end(page, "body")
    return page if end is None else f"{page[:end]}{markup}\n{page[end:]}"


def _last_end(page: str, name: str) -> int | None:
    """Where the last end tag of an element begins."""
    usual, any_way = _LAST[name]
    # A look from the beginning takes most of the time of what this module does.
    *_, last = None, *any_way.finditer(page, max(page.rfind(usual), 0))
    return last.start() if last and last[1] else None


def into_head_start(page: str, markup: str) -> str:
    """The page with markup as the first thing in its head, after the character set, which browsers look for there."""
    return _HEAD_START.sub(lambda start: f"{start[0]}{markup}", page, count=1)


_HEADER_END = pattern(r'<div class="md-header__source"|</nav\s*>', re.IGNORECASE)


def into_header(page: str, markup: str, marker: str) -> str | None:
    """The page with markup in its header: in place of the marker, else after Material's own buttons.

    `None` for a page that has no such place.
    """
    if marker in page:
        return page.replace(marker, markup, 1)
    inner = page.find("md-header__inner")
    place = _HEADER_END.search(page, inner) if inner >= 0 else None
    return f"{page[: place.start()]}{markup}\n{page[place.start() :]}" if place else None
