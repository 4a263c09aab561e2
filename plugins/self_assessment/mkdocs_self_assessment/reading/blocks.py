"""A Markdown file as a flat sequence of top-level blocks with true line numbers.

Only the outline is read here: headings, lists and everything else. HTML is made by the site's own Markdown.
"""

from __future__ import annotations

import re
import textwrap
from functools import cache, lru_cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from mkdocs_foundation.caching.results import kept
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.sources.source_files import lines_of
from mkdocs_foundation.values import dataclass

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_INLINE = pattern(r"[\\`*_\[<&\0]")
"""Matches the characters without which inline Markdown is plain text."""
_MAY_LINK = pattern(r"[\[<]")
"""Matches the characters without which a paragraph has no link."""
_LINK = pattern(r"\](?:\(|\[)|<")
"""The same for a text that gives no name a target."""
_ATTRIBUTES = pattern(r"\[\^[^\]]+\]|(?<=[)\]*`_ ])\{:?\s*[#.][^{}]*\}")
"""Matches references to footnotes, and attributes."""
_NOT_ON_PAPER = pattern(r"</?a\b[^<>]*>|<img\b[^<>]*>")
_FOOTNOTE_SIGN = pattern(r"^( {0,3})\[(?=\^)", re.MULTILINE)
"""Matches the bracket of a footnote, of which plain Markdown would make the definition of a link."""
_COMMENT = pattern(r"^\s*<!--.*-->\s*$", re.DOTALL)
_RULE = pattern(r"^\s{0,3}(?:[-*_]\s*){3,}$")
_MARKER = pattern(r"^\s*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)")


@dataclass(frozen=True)
class ListItem:
    """One item of a top-level list."""

    line: int
    """1-based line of its marker."""
    text: str
    """Source of its first paragraph, newlines folded to spaces."""
    markdown: str
    """Source of the whole item, without marker and indentation."""
    nested: int | None
    """Line of the first block after the first paragraph, if there is one."""
    rest: str
    """Source from that block on, without indentation."""


@dataclass(frozen=True)
class Block:
    """A heading, a list or anything else at the top level."""

    kind: str
    """"heading", "list", "table", "code" for fenced code, or "other"."""
    line: int
    """1-based first line."""
    end: int
    """1-based line after the last."""
    text: str
    """Markdown source; of a heading, its inline text with attributes."""
    level: int = 0
    """Level of a heading, 1 to 6; 0 for any other block."""
    items: tuple[ListItem, ...] = ()
    """Items of a list, or the rows of a table of two columns."""
    ordered: bool = False
    """Whether the block is a numbered list."""

    @property
    def is_empty(self) -> bool:
        """Whether readers see nothing of it, or a rule: it is a comment or only divides."""
        return bool(_COMMENT.match(self.text) or _RULE.match(self.text))


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt  # takes long to load, and a build of which nothing has changed parses nothing

    return MarkdownIt("commonmark").enable("table")


@cache
def _blocks() -> MarkdownIt:
    """An outline needs no parsing of what is within paragraphs, which takes most of the time."""
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table").disable("inline")


def outline(text: str) -> tuple[Block, ...]:
    """The top-level blocks of a Markdown text, in order; never raises."""
    lines = lines_of(text)
    tokens, _ = _tokens("\n".join(lines))
    blocks = []
    for index, token in enumerate(tokens):
        if token.level or token.map is None or token.nesting < 0:
            continue
        start, end = token.map
        while end > start + 1 and not lines[end - 1].strip():
            end -= 1
        source = "\n".join(lines[start:end])
        if token.type == "heading_open":
            blocks.append(Block("heading", start + 1, end + 1, tokens[index + 1].content, level=int(token.tag[1:])))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            items = _list_items(tokens, index, lines)
            ordered = token.type == "ordered_list_open"
            blocks.append(Block("list", start + 1, end + 1, source, items=items, ordered=ordered))
        elif token.type == "table_open":
            blocks.append(Block("table", start + 1, end + 1, source, items=_rows(tokens, index)))
        else:
            kind = "code" if token.type == "fence" else "other"
            blocks.append(Block(kind, start + 1, end + 1, source))
    return tuple(blocks)


@lru_cache(maxsize=4)
def _tokens(markdown: str) -> tuple[list[Token], dict[str, Any]]:
    """The tokens of the blocks of a text, and the targets that it gives to names.

    Both are asked for by `outline`, and soon after by `links`; they aren't changed.
    """
    defined: dict[str, Any] = {}
    return _blocks().parse(markdown, defined), defined


def _list_items(tokens: list[Token], opening: int, lines: list[str]) -> tuple[ListItem, ...]:
    items: list[ListItem] = []
    text, nested, start, end = "", None, -1, -1
    for index in range(opening + 1, len(tokens)):
        token = tokens[index]
        if token.level == 0:
            break
        if token.type == "list_item_open" and token.level == 1 and token.map:
            (start, end), text, nested, is_first = token.map, "", None, True
        elif token.type == "list_item_close" and token.level == 1:
            rest = textwrap.dedent("\n".join(lines[nested - 1 : end])).strip() if nested else ""
            items.append(ListItem(start + 1, text.strip(), _without_marker(lines[start:end]), nested, rest))
        elif token.level == 2 and token.map and token.nesting >= 0:
            if is_first and token.type == "paragraph_open":
                text = " ".join(tokens[index + 1].content.split("\n"))
            elif nested is None:
                nested = token.map[0] + 1
            is_first = False
    return tuple(items)


def _rows(tokens: list[Token], opening: int) -> tuple[ListItem, ...]:
    """The rows of a table of two columns, each as the item of a list would be: a name in bold, and a text."""
    rows: list[ListItem] = []
    cells: list[str] = []
    line, is_body = 0, False
    for token in tokens[opening + 1 :]:
        if token.type == "table_close":
            break
        is_body = is_body or token.type == "tbody_open"
        if token.type == "tr_open" and token.map:
            cells, line = [], token.map[0] + 1
        elif token.type == "inline":
            cells.append(token.content.strip())
        elif token.type == "tr_close" and is_body and len(cells) == 2:
            name = cells[0].removeprefix("**").removesuffix("**").strip()
            text = f"**{name}** {cells[1]}" if name else cells[1]
            rows.append(ListItem(line, text, text, None, ""))
    return tuple(rows)


def _without_marker(lines: list[str]) -> str:
    first = _MARKER.sub("", lines[0], count=1)
    rest = textwrap.dedent("\n".join(lines[1:]))
    return f"{first}\n{rest}".strip()


def plain_text(markdown: str) -> str:
    """The plain text of inline Markdown, for labels and titles."""
    if not _INLINE.search(markdown):
        return " ".join(markdown.split())
    words: list[str] = []
    for token in _markdown().parseInline(markdown):
        for child in token.children or ():
            if child.type in ("text", "code_inline"):
                words.append(child.content)
            elif child.type in ("softbreak", "hardbreak"):
                words.append(" ")
            elif child.type == "image":
                words.append(child.content)
    return " ".join("".join(words).split())


def inline_html(markdown: str) -> str:
    """Inline Markdown of a heading as HTML, for text that the site's own Markdown doesn't render."""
    return str(_markdown().renderInline(markdown))


def html_without_links(markdown: str) -> str:
    """Markdown as HTML for paper: the words of links, and no pictures, footnotes or attributes."""
    return _NOT_ON_PAPER.sub("", str(_markdown().render(_ATTRIBUTES.sub("", markdown))))


def links(markdown: str, first_line: int) -> list[tuple[str, int]]:
    """Every link target in a Markdown text with its line, where the text begins on `first_line`."""
    return _links(markdown, first_line) if _MAY_LINK.search(markdown) else []


@kept()
def _links(markdown: str, first_line: int) -> list[tuple[str, int]]:
    found = []
    tokens, defined = _tokens(_FOOTNOTE_SIGN.sub(r"\1\[", markdown))
    for token in tokens:
        if token.type != "inline" or not token.map:
            continue
        # The box of a statement is no link: it would be the name of one only if the text gave it a target.
        if not (_LINK if not defined.get("references") else _MAY_LINK).search(token.content):
            continue
        line = first_line + token.map[0]
        for child in _markdown().parseInline(token.content, defined)[0].children or ():
            if child.type in ("softbreak", "hardbreak"):
                line += 1
            elif child.type == "link_open":
                found.append((str(child.attrs.get("href", "")), line))
            elif child.type == "image":
                found.append((str(child.attrs.get("src", "")), line))
    return found


def unclosed_html(markdown: str) -> str | None:
    """The first raw HTML tag or comment without its counterpart, which would swallow what follows."""
    if "<" not in markdown:
        return None
    html = "".join(
        child.content
        for token in _markdown().parse(markdown)
        for child in (token.children or [token])
        if child.type in ("html_block", "html_inline")
    )
    if html.count("<!--") != html.count("-->"):
        return "<!--"
    balance = _Balance()
    balance.feed(html)
    balance.close()
    return balance.stray or (balance.open[-1] if balance.open else None)


class _Balance(HTMLParser):
    """Collects the tags that are open."""

    VOID = frozenset(
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
    )

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.stray: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in self.VOID:
            self.open.append(f"<{tag}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == f"<{tag}>":
            self.open.pop()
        elif tag not in self.VOID:
            self.stray = self.stray or f"</{tag}>"
