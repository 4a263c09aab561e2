"""Paragraphs of prose, without asking each of Python-Markdown's processors of blocks whether it is something else.

Of these most search all of a block for a sign at the beginning of a line. A block whose lines begin with letters, as
they are or in emphasis or quotation marks, has none of them, and is most of a text. Processors that aren't known here
are asked as ever, in their order.
"""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import BlockProcessor

from ...patterns import pattern

_LINE = r"""(?:[*_]{1,3}|["'“”„‘’«»(])?[^\W\d_][^\n]*"""
_PROSE = pattern(rf"{_LINE}(?:\n{_LINE})*")
_NAME = "prose"
_FIRST = 1000
"""Priority before all of the others."""
_OF_SIGNS = {
    "markdown.blockprocessors": "Empty ListIndent Code HashHeader SetextHeader HR OList UList BlockQuote Reference",
    "markdown.extensions.abbr": "AbbrBlock",
    "markdown.extensions.admonition": "Admonition",
    "markdown.extensions.def_list": "DefListIndent DefList",
    "markdown.extensions.footnotes": "FootnoteBlock",
    "markdown.extensions.md_in_html": "MarkdownInHtml",
    "markdown.extensions.sane_lists": "SaneOList SaneUList",
    "markdown.extensions.tables": "Table",
    "pymdownx.details": "Details",
    "pymdownx.superfences": "SuperFencesCodeBlock",
}
"""Processors that take no prose, by module: they need a sign or spaces at the beginning of a line."""
_KNOWN = frozenset(f"{module}.{name}processor".lower() for module, names in _OF_SIGNS.items() for name in names.split())


def add_to(md: Markdown) -> None:
    """Look for prose first."""
    md.parser.blockprocessors.register(_Prose(md.parser), _NAME, _FIRST)


class _Prose(BlockProcessor):
    _others: list[tuple[BlockProcessor, bool]] | None = None
    """All others, and whether prose can't be what they take; the last one makes a paragraph of any block."""

    def test(self, parent: Element, block: str) -> bool:
        return _PROSE.fullmatch(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> bool | None:
        if self._others is None:  # all extensions have added theirs when the first block is read
            self._others = [(each, _is_of_signs(each)) for each in self.parser.blockprocessors if each is not self]
        prose = blocks[0]
        for other, is_of_signs in self._others:
            if is_of_signs and blocks[0] is prose:  # as long as none has changed it
                continue
            if other.test(parent, blocks[0]) and other.run(parent, blocks) is not False:
                return True
        return False


def _is_of_signs(processor: BlockProcessor) -> bool:
    kind = type(processor)
    return f"{kind.__module__}.{kind.__qualname__}".lower() in _KNOWN
