"""The pieces of a questionnaire for a form on paper, which has no links and so needs no Markdown of the site."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.sources.catalogue import Catalogue

from ..inline import without_guards
from ..reading.blocks import html_without_links
from .pieces import Pieces

_ON_PAPER = frozenset(("about", "action", "explanation", "heading", "item", "lead", "level"))
"""Pieces that a form to fill in has; of the others, such as result texts, it has none."""
_HEADING = pattern(r"(?<=[<]h)2|(?<=[<]/h)2")


class PaperPieces(Pieces):
    """Plain Markdown of each piece of a page, by the name of its marker, as HTML without links."""

    def __init__(self, markdown: Mapping[str, str], t: Catalogue) -> None:
        """Take the Markdown of the pieces by the names of their markers."""
        super().__init__({}, t)
        self._markdown = markdown

    def block(self, *names: str | int) -> Markup:
        """The HTML of a piece that belongs in a form, else nothing."""
        if names[0] not in _ON_PAPER:
            return Markup("")
        text = self._markdown.get(":".join(str(n) for n in names), "")
        html = html_without_links(without_guards(text)).strip()
        # On the page of a kit headings of the second level are the template's, each of which begins a sheet.
        return Markup(_HEADING.sub("3", html) if names[0] == "heading" else html)
