"""Titles, descriptions and names as text: what templates may insert into HTML, and the words that readers see.

MkDocs and themes insert a title into HTML as it is. One from a heading is HTML without tags, in which `&lt;` is a
sign; one from the settings is whatever its author wrote. Here both have one form: HTML without elements, in which a
tag is shown as written. References such as `&amp;` stay, since themes show the sign. Only in a menu, formatting that
the owner of a site wrote into `nav` stays too.
"""

from __future__ import annotations

import re
from html import escape, unescape

from ..patterns import pattern

_FORMATTING = pattern(
    r"</?(?:abbr|b|bdi|big|br|cite|code|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strike|strong|sub|sup|tt|u|var|wbr)"
    r"""(?:\s(?:[^<>"']|"[^"]*"|'[^']*')*)?/?>|<!--.*?-->""",
    re.IGNORECASE | re.DOTALL,
)
_HANDLER = pattern(r"""[\s"'/]on[a-z]+\s*=|script\s*:""", re.IGNORECASE)
_SIGNS = {"<": "&lt;", ">": "&gt;", '"': "&quot;"}
_HEAD = pattern(r"<head\b", re.IGNORECASE)
_HEAD_END = pattern(r"</head\s*>", re.IGNORECASE)


class TextHtml(str):
    """Text with its signs as references: templates insert it unchanged, and don't escape it a second time."""

    __slots__ = ()

    def __html__(self) -> str:
        """The text, as `markupsafe` and Jinja's filter `e` ask for it."""
        return str(self)


def as_html(written: str, signs: str = '<>"') -> str:
    """A title as HTML without elements; one that is that already is returned as it is.

    `signs` become references: a text that is never put into an attribute may keep its quotation marks.
    """
    if isinstance(written, TextHtml) or not any(sign in written for sign in signs):
        return written
    text: str = written
    for sign in signs:
        text = text.replace(sign, _SIGNS[sign])
    return TextHtml(text)


def in_menu(written: str) -> str:
    """A title of the menu as HTML: with formatting such as `<b>`, and without elements where there are any others."""
    rest = _FORMATTING.sub("", written)
    return written if "<" not in rest and not _HANDLER.search(written) else as_html(written, "<>")


def plain(html: str) -> str:
    """The words of a title in the form of `as_html` or `in_menu`."""
    return " ".join(unescape(_FORMATTING.sub("", html) if "<" in html else html).split())


def words(written: str) -> str:
    """The words of a title as its author wrote it."""
    return plain(as_html(written))


def head_of(page: str) -> tuple[str, str, str]:
    """A finished page in three parts: before its head, the head, and after it; the head is "" where there is none."""
    start = _HEAD.search(page)
    end = _HEAD_END.search(page, start.end()) if start else None
    if not start or not end:
        return page, "", ""
    return page[: start.start()], page[start.start() : end.end()], page[end.end() :]


def with_safe_head(page: str, title: str, description: str) -> str:
    """A finished page with title and description escaped in its head, where themes put them as they are.

    Both are what the templates were given; some put in the words of a title, without references.
    """
    safe = f"<title>{escape(plain(title), quote=False)}"
    for written in (title, plain(title)) if title else ():
        if safe in page:  # `R&amp;` begins with `R&`, and each plugin of a site finishes the page
            break
        page = page.replace(f"<title>{written}", safe, 1)
    tag, safe = f'content="{description}"', f'content="{escape(plain(description))}"'
    if not description or tag == safe:
        return page
    before, head, after = head_of(page)
    return f"{before}{head.replace(tag, safe, 1)}{after}"
