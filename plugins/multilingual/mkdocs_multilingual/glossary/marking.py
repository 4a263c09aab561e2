"""A text with the first use of each term marked."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from unicodedata import category, normalize

from mkdocs_foundation.patterns import pattern

from .terms import Glossary, Term

_PIECE = pattern(r"(<!--.*?-->|<[^>]+>)", re.DOTALL)
_TAG = pattern(r"</?([a-zA-Z][\w-]*)")
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_LEFT_ALONE = {
    *("a", "button", "code", "dfn", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "kbd", "label", "math"),
    *("nav", "pre", "script", "select", "style", "summary", "svg", "template", "textarea"),
}
"""Elements in which no link is allowed or wanted."""
_OPTED_OUT = "data-no-terms"
"""Attribute that excludes any other element."""
_VARIANTS = {
    "&": "&(?:amp|#38);|&(?!#?\\w+;)",
    "<": "&(?:lt|#60);",
    ">": "&(?:gt|#62);|>",
    '"': '["“”„‟«»]|&(?:quot|#34|[lrb]dquo|[lr]aquo);',
    "'": "['’‘‚‛ʼ‹›]|&(?:apos|#39|#x27|[lr]squo|[lr]saquo);",
    "-": "[-‐‑]",
    " ": "(?:\\s|&nbsp;|&#160;)+",
}
"""Signs of a form as HTML may have them: escaped, in the form of a language, not to be broken."""
_SAME = str.maketrans(dict.fromkeys("“”„‟«»", '"') | dict.fromkeys("’‘‚‛ʼ‹›", "'") | dict.fromkeys("‐‑", "-"))
_WITHOUT_SPACES = pattern(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u30a0\u3100-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Letters of languages that put no spaces between words: Thai, Lao, Burmese, Khmer, Chinese, Japanese."""
_KATAKANA = pattern("[\u30a1-\u30ff]")
_HANGUL = pattern("[\uac00-\ud7a3]")


@lru_cache(maxsize=4096)
def key_of(form: str) -> str:
    """What all ways to write a form have in common."""
    return " ".join(normalize("NFC", form).translate(_SAME).lower().split())


@lru_cache(maxsize=64)
def _sought(keys: frozenset[str]) -> re.Pattern[str]:
    """The pattern of forms, each a whole word in languages that have spaces between words; and of escaped signs.

    What forms begin with alike is looked for once, so that most words of a text are left at their first letter.
    """
    groups: dict[str, list[str]] = {}
    for key in sorted(keys):
        groups.setdefault(_boundary(key[0], "(?<!{})"), []).append(key)
    forms = "|".join(f"{before}{_branches(group, 0)}" for before, group in groups.items())
    return re.compile(rf"(?P<form>{forms})|&#?\w+;", re.IGNORECASE)


def _branches(keys: list[str], start: int) -> str:
    """The pattern of the rest of forms that are the same up to `start`; of two that fit, the longer one."""
    end = start
    while all(len(key) > end and key[end] == keys[0][end] for key in keys):
        end += 1
    common = "".join(map(_sign, keys[0][start:end]))
    ended = [_boundary(key[-1], "(?!{})") for key in keys if len(key) == end]
    longer: dict[str, list[str]] = {}
    for key in keys:
        if len(key) > end:
            longer.setdefault(key[end], []).append(key)
    branches = [*(_branches(group, end) for group in longer.values()), *ended]
    return f"{common}(?:{'|'.join(branches)})"


def _sign(sign: str) -> str:
    return f"(?:{_VARIANTS[sign]})" if sign in _VARIANTS else re.escape(sign)


def _boundary(letter: str, not_beside: str) -> str:
    if _WITHOUT_SPACES.match(letter):
        return ""
    if _KATAKANA.match(letter):
        return not_beside.format("[\u30a1-\u30ff]")
    if _HANGUL.match(letter):  # a noun has its particle behind it
        return "" if "?!" in not_beside else not_beside.format("[\uac00-\ud7a3]")
    return not_beside.format("[\\w-]") + (not_beside.format("[+#]") if letter.isalnum() else "")


def mark(html: str, glossary: Glossary, address: str) -> tuple[str, list[Term]]:
    """The HTML of a text with the first use of each term as a link to it, and the terms marked, in their order.

    `address` is that of the glossary, from the page.
    """
    if not glossary.terms:
        return html, []
    by_key = {key_of(form): term for form, term in glossary.terms.items()}
    sought = _sought(frozenset(by_key))
    marked: dict[str, Term] = {}

    def link(use: re.Match[str]) -> str:
        term = by_key.get(key_of(unescape(use["form"]))) if use["form"] else None
        is_part = category(use.string[use.end() : use.end() + 1] or " ").startswith("M")  # a mark on its last letter
        if term is None or is_part or term.id in marked:
            return use[0]
        marked[term.id] = term
        return f'<a class="ml-term" href="{address}#{term.id}" aria-describedby="ml-term-{term.id}">{use[0]}</a>'

    pieces: list[str] = []
    alone: list[str] = []
    """Open elements, from the first one whose text isn't marked."""
    for piece in _PIECE.split(html):
        tag = _TAG.match(piece) if piece.startswith("<") else None
        if tag is None:
            pieces.append(piece if alone or piece.startswith("<!--") else sought.sub(link, piece))
            continue
        name = tag[1].lower()
        if piece.startswith("</"):
            if alone and alone[-1] == name:
                alone.pop()
        elif name not in _VOID and not piece.endswith("/>") and (alone or name in _LEFT_ALONE or _OPTED_OUT in piece):
            alone.append(name)
        pieces.append(piece)
    return "".join(pieces), list(marked.values())
