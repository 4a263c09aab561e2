"""Markdown below the level of an outline: links, inline HTML, unclosed tags."""

from __future__ import annotations

from html.parser import HTMLParser

from markdown_it import MarkdownIt

from mkdocs_foundation.outline import Block, ListItem, outline, plain_text

__all__ = ["Block", "ListItem", "inline_html", "links", "outline", "plain_text", "unclosed_html"]

_MARKDOWN = MarkdownIt("commonmark").enable("table")


def inline_html(markdown: str) -> str:
    """Inline Markdown of a heading as HTML, for the places where the site's own Markdown doesn't come by."""
    return str(_MARKDOWN.renderInline(markdown))


def links(markdown: str, first_line: int) -> list[tuple[str, int]]:
    """Every link target in a Markdown text with its line, where the text begins on `first_line`."""
    found = []
    for token in _MARKDOWN.parse(markdown):
        if token.type != "inline" or not token.map:
            continue
        line = first_line + token.map[0]
        for child in token.children or ():
            if child.type in ("softbreak", "hardbreak"):
                line += 1
            elif child.type == "link_open":
                found.append((str(child.attrs.get("href", "")), line))
            elif child.type == "image":
                found.append((str(child.attrs.get("src", "")), line))
    return found


def unclosed_html(markdown: str) -> str | None:
    """The first raw HTML tag or comment without its counterpart, which would swallow what follows."""
    html = "".join(
        child.content
        for token in _MARKDOWN.parse(markdown)
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
    """Keeps the tags that are open."""

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
