"""Inserts markup into finished pages, independent of the theme overrides of a site.

Material's templates can be overridden by the site at any point, so what this plugin adds is put into the finished
HTML, at places that every HTML page has.
"""

from __future__ import annotations

import re

_HEAD_END = re.compile(r"</head\s*>", re.IGNORECASE)
_MAIN_END = re.compile(r"</main\s*>(?!.*</main)", re.IGNORECASE | re.DOTALL)
_HEAD_START = re.compile(r"<head\b[^>]*>(?:\s*<meta\s+charset[^>]*>)?", re.IGNORECASE)
_BODY_END = re.compile(r"</body\s*>(?!.*</body)", re.IGNORECASE | re.DOTALL)


def into_head(page: str, markup: str) -> str:
    """The page with markup as the last thing in its head."""
    return _HEAD_END.sub(lambda end: f"{markup}\n{end[0]}", page, count=1)


def at_content_end(page: str, markup: str) -> str:
    """The page with markup as the last thing in its main element, which themes that put pages in place replace.

    In a page without one, as the last thing in its body.
    """
    end = _MAIN_END if _MAIN_END.search(page) else _BODY_END
    return end.sub(lambda found: f"{markup}\n{found[0]}", page, count=1)


def into_head_start(page: str, markup: str) -> str:
    """The page with markup as the first thing in its head, after the character set, which browsers look for there."""
    return _HEAD_START.sub(lambda start: f"{start[0]}{markup}", page, count=1)


_HEADER_END = re.compile(r'(?=<div class="md-header__source")|(?=</nav\s*>)', re.IGNORECASE)


def into_header(page: str, markup: str, marker: str) -> str | None:
    """The page with markup in its header: in place of the marker, else after Material's own buttons.

    `None` for a page that has no such place.
    """
    if marker in page:
        return page.replace(marker, markup, 1)
    inner = page.find("md-header__inner")
    place = _HEADER_END.search(page, inner) if inner >= 0 else None
    return f"{page[: place.start()]}{markup}\n{page[place.start() :]}" if place else None
