"""The markers that divide a page's Markdown into pieces, and the rendered HTML, split at them.

Markers are HTML comments, which every Markdown leaves alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.sources.catalogue import Catalogue

from ..conditions.texts import ConditionalText
from ..elements import Band, Dimension, Outcome
from ..inline import guarded
from ..model import Questionnaire, passages_of
from ..readers import SOLO, TEAM, with_readers, with_signs
from .safe_html import safe

_NOTE = pattern(r'<sup id="fnref.*?</sup>')
_MARKER = pattern(r"<!--self-assessment:([^>]*?)-->")


class LostFragmentError(ValueError):
    """Raw HTML of an author swallowed a marker; `args[0]` names the piece."""


def marker(*names: str | int) -> str:
    """The comment that begins a piece."""
    return f"<!--self-assessment:{':'.join(str(n) for n in names)}-->"


def band_pieces(owner: str, texts: Sequence[Band | ConditionalText]) -> list[str]:
    """The Markdown of result texts, each behind its marker."""
    return [
        piece for index, text in enumerate(texts) for piece in (marker("band", owner, index), with_signs(text.markdown))
    ]


def passage_pieces(id: str, owner: Questionnaire | Dimension | Outcome) -> list[str]:
    """The Markdown of the passages of a result, each behind its marker; `id` is "" for the whole."""
    return [piece for name, passage in passages_of(owner) for piece in (marker(name, id), with_signs(passage.markdown))]


def checklist_pieces(texts: Sequence[str]) -> list[str]:
    """A readable list to tick in print, between its markers."""
    return [marker("checklist"), "\n".join(f"- {guarded(text)}" for text in texts), marker("checklist-end")]


def cut(html: str) -> dict[str, str]:
    """The HTML of each piece, under its marker's name; what precedes the first marker under ""."""
    parts = _MARKER.split(html)
    return {"": parts[0], **dict(zip(parts[1::2], (p.strip() for p in parts[2::2]), strict=True))}


def words_of(html: str) -> str:
    """The words of inline HTML, without references to footnotes."""
    return Markup(_NOTE.sub("", html)).striptags()


class Pieces:
    """HTML of each piece of a page, by the name of its marker."""

    def __init__(self, html: Mapping[str, str], t: Catalogue) -> None:
        """Take the pieces by the names of their markers, and the words that tell for whom a paragraph is."""
        self._html = html
        self._readers = {SOLO: t("key.for-solo"), TEAM: t("key.for-team")}

    def block(self, *names: str | int) -> Markup:
        """The HTML of a piece. Raises `LostFragmentError` where its marker is gone."""
        name = ":".join(str(n) for n in names)
        if name not in self._html:
            raise LostFragmentError(name)
        return Markup(with_readers(self._html[name], self._readers))

    def heading(self, *names: str | int) -> Markup:
        """A piece that is a heading, in which nothing runs. Raises `LostFragmentError`."""
        return Markup(safe(self.block(*names)))

    def inline(self, *names: str | int) -> Markup:
        """A piece that is a single paragraph, without its tag; nothing in it runs. Raises `LostFragmentError`."""
        text = self.block(*names).strip()
        if text.startswith("<p>") and text.endswith("</p>") and text.count("<p>") == 1:
            text = Markup(text[3:-4].strip())
        return Markup(safe(text))
