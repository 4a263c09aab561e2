"""Quotation marks, apostrophes, ellipses and percent signs in the form of each language.

Works on finished HTML rather than on Markdown: there, a straight mark in the braces after a heading or in a tag is no
part of the text, which Python-Markdown's `smarty` can't tell. Only pairs become quotation marks; a straight mark that
has no partner in its block (19" or a mistake) stays unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.values import dataclass


@dataclass(frozen=True)
class Marks:
    """The marks of a language."""

    double: tuple[str, str]
    """Opening and closing mark of a quotation."""
    single: tuple[str, str]
    """Opening and closing mark of a quotation within another."""
    percent: bool = True
    """Whether there is a no-break space before a percent sign, and a comma before decimals."""


LANGUAGES = {
    "da": Marks(("»", "«"), ("›", "‹")),
    "sv": Marks(("”", "”"), ("’", "’")),
    "nb": Marks(("«", "»"), ("‘", "’")),
    "nn": Marks(("«", "»"), ("‘", "’")),
    "en": Marks(("“", "”"), ("‘", "’"), percent=False),
    "fi": Marks(("”", "”"), ("’", "’")),
    "de": Marks(("„", "“"), ("‚", "‘")),
}
"""Marks by language; text in any other language stays unchanged."""

_TOKEN = pattern(r"""(<!--.*?-->|<(?:[^<>"']|"[^"]*"|'[^']*')*>)""", re.DOTALL)
_NAME = pattern(r"</?\s*([a-zA-Z][\w-]*)")
_INLINE = frozenset(
    re.findall(
        r"\w+",
        "a abbr b bdi bdo br cite data del dfn em i img ins label mark q s small span strong sub sup time u wbr",
    )
)
"""Inline elements, which a quotation may span; any other tag begins a new block."""
_VERBATIM = frozenset(re.findall(r"\w+", "code kbd math pre samp script style svg template textarea tt var"))
"""Elements whose content is no prose."""
_OPTED_OUT = pattern(
    r"""\sclass\s*=\s*(?:"[^"]*|'[^']*|[^\s>"']*)(?<![\w-])"""
    r"""(?:arithmatex|katex|mermaid|MathJax|notranslate|notypo)(?![\w-])|\stranslate\s*=\s*["']?no\b"""
)
"""Attributes of other elements with such content: of formulas and diagrams, and those by which an author asks."""
_VOID = frozenset(re.findall(r"\w+", "area base br col embed hr img input link meta source track wbr"))
_FORMULA = pattern(
    r"\\\(.*?\\\)|\\\[.*?\\\]|\$\$.*?\$\$"
    r"|(?<![\\$\w])\$(?![\s$])(?:(?!\d)|(?=[^$\n]*[\\^_{}]))[^$\n]*?(?<![\s\\$])\$(?![\w$])",
    re.DOTALL,
)
"""TeX between its delimiters; with single dollar signs by the rule of Pandoc, and where no amount can be meant."""
_SPACE = r"(?:[ \N{NO-BREAK SPACE}]|&nbsp;)?"
_BETWEEN = rf"(?:{_SPACE}[-–/]{_SPACE}|,[ ]|[ ](?:till?|og|och|eller|bis|und|oder|ja|tai)[ ])"
_NUMBERS = rf"(?<![\w.,])\d+(?:[.,]\d{{1,2}})?(?:{_BETWEEN}\d+(?:[.,]\d{{1,2}})?)*"
"""Numbers before one percent sign, such as 5.5–6.5, which have the same decimal sign."""
_DECIMALS = pattern(r"(?<=\d)\.(?=\d)")
_SIGN = pattern(
    r"""(?P<url>\b(?:https?://|www\.|mailto:)[^\s<]+)|(?P<dots>(?<![./])\.\.\.(?!\.))"""
    r"""|(?P<double>"|&quot;|&\#34;)|(?P<single>'|&\#39;|&\#x27;)"""
    rf"""|(?P<numbers>{_NUMBERS})(?={_SPACE}(?:%(?!\w)|pro[cs]ent\b))|(?<=\d)(?P<percent>{_SPACE}%)(?!\w)"""
)
_OPENS_AFTER = " \t\r\n\f\N{NO-BREAK SPACE}([{/–—-»«›‹„“”‚‘"
_ENTITIES = ("&quot;", "&#34;", "&#39;", "&#x27;")
"""Straight marks as HTML may have them: to look for each by itself is 20 times as quick as one pattern."""
_PERCENT = pattern(r"\d pro[cs]ent")
"""The same for a word."""


@dataclass
class _Mark:
    """A straight mark that may become another."""

    token: int
    start: int
    end: int
    double: bool
    before: str
    after: str
    becomes: str | None = None


def set_text(text: str, locale: str) -> str:
    """Plain text with the marks of its language."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return set_html(escaped, locale).replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&")


def set_html(html: str, locale: str) -> str:
    """HTML whose prose has the marks of its language; tags, code and addresses are left alone."""
    marks = LANGUAGES.get(locale.replace("_", "-").split("-")[0])
    if marks is None or not _is_worth_a_look(html):
        return html
    pieces = _TOKEN.split(html)  # text and tags in turn
    if _is_worth_a_look(" ".join(pieces[::2])):
        for block in _blocks(pieces):
            if any(number >= 0 and _is_worth_a_look(pieces[number]) for number in block):
                _set_block(pieces, block, marks)
    return "".join(pieces)


def _is_worth_a_look(text: str) -> bool:
    if '"' in text or "'" in text or "%" in text or "..." in text:
        return True
    if "&" in text and any(entity in text for entity in _ENTITIES):
        return True
    return (" procent" in text or " prosent" in text) and _PERCENT.search(text) is not None


def _blocks(pieces: list[str]) -> Iterator[list[int]]:
    """Numbers of the pieces of text in each block; a negative one is something that is no prose, treated as a word."""
    block: list[int] = []
    verbatim, depth = "", 0
    for number, piece in enumerate(pieces):
        if number % 2 == 0:
            if piece:
                block.append(-number - 1 if verbatim else number)
            continue
        name, is_start, is_verbatim = _tag(piece)
        if verbatim:
            depth += (1 if is_start else -1) if name == verbatim else 0
            verbatim = verbatim if depth else ""
        elif is_verbatim:
            verbatim, depth = name, 1
            if name in ("pre", "script", "style", "template", "textarea") or name not in _VERBATIM | _INLINE:
                yield block
                block = []
        elif name and name not in _INLINE and name not in _VERBATIM:
            yield block
            block = []
    yield block


@lru_cache(maxsize=4096)
def _tag(piece: str) -> tuple[str, bool, bool]:
    """The name of a tag, "" for a comment; whether it begins an element; whether what is in that is no prose."""
    name = found[1].lower() if (found := _NAME.match(piece)) else ""
    is_start = not piece.startswith("</") and not piece.endswith("/>")
    is_verbatim = is_start and name not in _VOID and (name in _VERBATIM or _OPTED_OUT.search(piece) is not None)
    return name, is_start, is_verbatim


def _set_block(pieces: list[str], block: list[int], marks: Marks) -> None:
    formulas = _formulas(pieces, block)
    found = [mark for mark in _marks(pieces, block) if not formulas(mark.token, mark.start)]
    _set_quotations([mark for mark in found if mark.double], marks.double)
    _set_quotations([mark for mark in found if not mark.double and not _is_apostrophe(mark)], marks.single)
    changes: list[tuple[int, int, int, str]] = []
    for mark in found:
        if mark.becomes is None and not mark.double and (mark.before.isalpha() or mark.after.isalnum()):
            mark.becomes = "’"
        if mark.becomes is not None:
            changes.append((mark.token, mark.start, mark.end, mark.becomes))
    for number in block:
        for sign in _SIGN.finditer(pieces[number]) if number >= 0 else ():
            other = None if formulas(number, sign.start()) else _other(sign, marks)
            if other is not None:
                changes.append((number, sign.start(), sign.end(), other))
    for number, start, end, becomes in sorted(changes, reverse=True):
        pieces[number] = pieces[number][:start] + becomes + pieces[number][end:]


def _formulas(pieces: list[str], block: list[int]) -> Callable[[int, int], bool]:
    """Whether a place in a piece of text is in a formula, which inline tags may divide."""
    starts: dict[int, int] = {}
    text = ""
    for number in block:
        starts[number] = len(text)
        text += "x" if number < 0 else pieces[number]
    spans = [found.span() for found in _FORMULA.finditer(text)] if "$" in text or "\\" in text else []
    return lambda number, place: any(start <= starts[number] + place < end for start, end in spans)


def _other(sign: re.Match[str], marks: Marks) -> str | None:
    """The replacement of a sign that is no quotation mark; `None`: it stays."""
    if sign["dots"]:
        return "…"
    if marks.percent and sign["percent"]:
        return "\N{NO-BREAK SPACE}%"
    if marks.percent and sign["numbers"] and "." in sign["numbers"]:
        return _DECIMALS.sub(",", sign["numbers"])
    return None


def _marks(pieces: list[str], block: list[int]) -> Iterator[_Mark]:
    """The straight marks of a block with the characters around each, across inline tags."""
    before = " "
    for place, number in enumerate(block):
        if number < 0:
            before = "x"
            continue
        text = pieces[number]
        for sign in _SIGN.finditer(text):
            if not (sign["double"] or sign["single"]):
                continue
            after = text[sign.end() : sign.end() + 1] or _next(pieces, block[place + 1 :])
            left = text[sign.start() - 1] if sign.start() else before
            yield _Mark(number, sign.start(), sign.end(), bool(sign["double"]), left, after)
        before = text[-1]


def _next(pieces: list[str], rest: list[int]) -> str:
    for number in rest:
        return "x" if number < 0 else pieces[number][:1]
    return " "


def _is_apostrophe(mark: _Mark) -> bool:
    return mark.before.isalnum() and mark.after.isalnum() and not (mark.before.isdigit() and mark.after.isdigit())


def _set_quotations(found: list[_Mark], quotation_marks: tuple[str, str]) -> None:
    opening: _Mark | None = None
    for mark in found:
        can_open = mark.before in _OPENS_AFTER or mark.before in "\"';"
        if opening is None:
            opening = mark if can_open and not mark.after.isspace() else None
        elif not mark.before.isspace():
            opening.becomes, mark.becomes = quotation_marks
            opening = None
        elif can_open:
            opening = mark
