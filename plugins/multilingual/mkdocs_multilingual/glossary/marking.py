"""A text with the first use of each term marked."""

from __future__ import annotations

import re

from .terms import Glossary, Term

_PIECE = re.compile(r"(<!--.*?-->|<[^>]+>)", re.DOTALL)
_TAG = re.compile(r"</?([a-zA-Z][\w-]*)")
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_LEFT_ALONE = {
    *("a", "button", "code", "dfn", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "label", "math"),
    *("nav", "pre", "script", "select", "style", "summary", "svg", "template", "textarea"),
}
"""Elements in which no link is allowed or wanted."""
_OPTED_OUT = "data-no-terms"
"""Attribute that excludes any other element."""


def mark(html: str, glossary: Glossary, address: str) -> tuple[str, list[Term]]:
    """The HTML of a text with the first use of each term as a link to it, and the terms marked, in their order.

    `address` is that of the glossary, from the page.
    """
    if not glossary.terms:
        return html, []
    forms = sorted(glossary.terms, key=len, reverse=True)
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w-])", re.IGNORECASE)
    marked: dict[str, Term] = {}

    def link(use: re.Match[str]) -> str:
        term = glossary.terms[use[0].lower()]
        if term.id in marked:
            return use[0]
        marked[term.id] = term
        return f'<a class="ml-term" href="{address}#{term.id}" aria-describedby="ml-term-{term.id}">{use[0]}</a>'

    pieces: list[str] = []
    alone: list[str] = []
    """Open elements, from the first one whose text isn't marked."""
    for piece in _PIECE.split(html):
        tag = _TAG.match(piece) if piece.startswith("<") else None
        if tag is None:
            pieces.append(piece if alone or piece.startswith("<!--") else pattern.sub(link, piece))
            continue
        name = tag[1].lower()
        if piece.startswith("</"):
            if alone and alone[-1] == name:
                alone.pop()
        elif name not in _VOID and not piece.endswith("/>") and (alone or name in _LEFT_ALONE or _OPTED_OUT in piece):
            alone.append(name)
        pieces.append(piece)
    return "".join(pieces), list(marked.values())
