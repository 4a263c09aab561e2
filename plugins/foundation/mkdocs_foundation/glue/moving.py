"""Addresses on a page that is not at the place that its text was written for.

They are moved in the tree that Python-Markdown makes of a text, where a link is a link: what only looks like one, in
code, a formula or a comment, is not touched. MkDocs resolves the links in the same tree afterwards.
"""

from __future__ import annotations

import re
from functools import cached_property
from html import unescape
from typing import Any
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from ..output.raw_addresses import Move, moved
from ..patterns import pattern
from ..values import dataclass

_PRIORITY = 6
"""Before the permalinks and the table of contents of `toc`, at 5, and before MkDocs' own at 0."""
_FOOTNOTES = {"footnote-ref", "footnote-backref"}
_WORTH_A_LOOK = ("src", "href", "poster", "data", "SRC", "HREF")
_LINKS = {"a": "href", "img": "src"}
"""Elements that Markdown makes of links and images."""
_ID = pattern(r"""\s(?:id|name)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
"""Matches what raw HTML may be linked to by, with a fragment."""


@dataclass(frozen=True)
class Moves:
    """How the addresses of one page are moved."""

    links: Move | None = None
    """Moves the target of a link in Markdown, a path of the docs folder; `None` for a page in its own place."""
    raw: Move | None = None
    """Moves an address in raw HTML; `None` for none."""


class Published:
    """The paths of the files that are published; collected when one is first asked for, which few pages do."""

    def __init__(self, files: Files) -> None:
        """Take the files of a language."""
        self._files = files

    @cached_property
    def _paths(self) -> frozenset[str]:
        return frozenset(file.dest_uri for file in self._files if not file.inclusion.is_excluded())

    def __contains__(self, path: object) -> bool:
        """Whether a file is published at a path of the built site."""
        return path in self._paths


class Moving(Extension):
    """The Markdown extension; `current` is set before MkDocs renders a page."""

    def __init__(self, name: str) -> None:
        """Begin without moves; `name` tells the extensions of plugins apart."""
        super().__init__()
        self.current = Moves()
        self._name = name

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Python-Markdown calls it
        """Add what moves links and raw HTML."""
        md.treeprocessors.register(_Mover(md, self), f"moving-{self._name}", _PRIORITY)

    def add_to(self, config: MkDocsConfig) -> None:
        """Use the extension for every page; static-i18n calls the hook of each plugin once for each language."""
        extensions: list[Any] = config.markdown_extensions
        if self not in extensions:
            extensions.append(self)


class _Mover(Treeprocessor):
    def __init__(self, md: Markdown, moving: Moving) -> None:
        super().__init__(md)
        self._moving = moving

    def run(self, root: Element) -> None:
        moves = self._moving.current
        if moves.links:
            for element in root.iter():
                name = _LINKS.get(str(element.tag), "")
                address = element.get(name) if name else None
                # Python-Markdown writes the sign of an address for mail as STX.
                if not address or STX in address or _FOOTNOTES & set(element.get("class", "").split()):
                    continue
                element.set(name, moves.links(address))
        if moves.raw:
            self._move_raw(root, moves.raw)

    def _move_raw(self, root: Element, move: Move) -> None:
        blocks = self.md.htmlStash.rawHtmlBlocks
        ids: set[str] = set()
        if any(isinstance(block, str) and "#" in block for block in blocks):
            ids = {found for element in root.iter() if (found := element.get("id"))}
            ids |= {unescape("".join(m.groups(""))) for b in blocks if isinstance(b, str) for m in _ID.finditer(b)}

        def unless_here(address: str) -> str:
            return address if address[:1] == "#" and unquote(address[1:]) in ids else move(address)

        for number, block in enumerate(blocks):
            if isinstance(block, str) and any(name in block for name in _WORTH_A_LOOK):
                blocks[number] = moved(block, unless_here)
