"""Tags that the theme has put into the head of a page: wrong ones are removed, the site's own are kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

_HEAD = re.compile(r"<head\b.*?</head\s*>", re.IGNORECASE | re.DOTALL)
_WRONG = re.compile(
    r"""[ \t]*<link\b(?![^>]*\stype=)(?=[^>]*\s(?:hreflang=|rel=["']?canonical\b))[^>]*>[ \t]*\n?""", re.IGNORECASE
)
"""Links without a type: one with a type is no translation of the page, but a feed, for example."""
_NAMED = re.compile(
    r"""<meta\b[^>]*?\s(?:property|name)=["']?((?:og|twitter|article):[\w:]+|robots)["'\s]""", re.IGNORECASE
)
_RELATION = re.compile(r"""(<link\b[^>]*?\srel=)(?:"alternate"|'alternate'|alternate(?=[\s>]))""", re.IGNORECASE)


def without_wrong(page: str) -> str:
    """The page without the theme's canonical address and its links to translations."""
    return _in_head(page, lambda head: _WRONG.sub("", head))


def names(page: str) -> set[str]:
    """The names of the tags that the page has, as `tags.tags` names them."""
    head = _HEAD.search(page)
    return {name.lower() for name in _NAMED.findall(head[0])} if head else set()


def hidden_from_material(page: str, relation: str) -> str:
    """The page with `rel="alternate"` written in another way, for feeds too; `tags.ALTERNATE` says why."""
    return _in_head(page, lambda head: _RELATION.sub(rf'\1"{relation}"', head))


def with_title_language(page: str, locale: str) -> str:
    """The page with the language of its title, where that isn't the page's."""
    return _in_head(page, lambda head: re.sub(r"<title>", f'<title lang="{escape(locale)}">', head, count=1))


def _in_head(page: str, change: Callable[[str], str]) -> str:
    return _HEAD.sub(lambda head: change(head[0]), page, count=1)
