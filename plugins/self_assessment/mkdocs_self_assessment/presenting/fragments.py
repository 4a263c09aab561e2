"""A questionnaire as Markdown with markers, and the HTML made of it cut at the markers.

The site's own Markdown, with its extensions and link checks, renders everything an author wrote in one pass;
the pieces are then put into the templates. Markers are HTML comments, which every Markdown leaves alone.
"""

from __future__ import annotations

import re

from ..checking.crosslinks import move_links
from ..model import Questionnaire
from ..parts import Band

_MARKER = re.compile(r"<!--self-assessment:([^>]*?)-->")


class LostFragmentError(ValueError):
    """Raw HTML of an author swallowed a marker; `args[0]` names the piece."""


def marker(*names: str | int) -> str:
    """The comment that begins a piece."""
    return f"<!--self-assessment:{':'.join(str(n) for n in names)}-->"


def compose(questionnaire: Questionnaire, page_uri: str) -> str:
    """The Markdown of a self-assessment's own page, every piece behind its marker."""
    q = questionnaire
    pieces = [f"# {q.title}", marker("introduction"), q.introduction]
    for dimension in q.dimensions:
        pieces += [marker("heading", dimension.id)]
        if dimension.id != q.id:
            pieces += [f"## {dimension.title} {{#{dimension.id}}}"]
        pieces += [marker("about", dimension.id), dimension.introduction]
        for item in q.shown_in(dimension.id):
            pieces += [marker("item", item.id), item.text]
        pieces += _bands(dimension.id, dimension.bands)
    for scenario in q.scenarios:
        pieces += [marker("heading", scenario.id), f"## {scenario.title} {{#{scenario.id}}}"]
        pieces += [marker("about", scenario.id), scenario.story]
        for action in scenario.actions:
            pieces += [marker("action", scenario.id, action.style), action.text]
            pieces += [marker("reason", scenario.id, action.style), action.reason]
    for outcome in (*q.styles, *q.quadrants):
        pieces += [marker("outcome", outcome.id), outcome.text]
    pieces += [*_bands("", q.bands), *_bands("flexibility", q.flexibility), *_bands("effectiveness", q.effectiveness)]
    # Headings of a section stand deeper than those of a page.
    closing = re.sub(rf"^#{{{q.level - 1}}}(?=##)", "", q.closing, flags=re.MULTILINE) if q.level > 1 else q.closing
    pieces += [marker("closing"), closing, marker("end"), q.definitions]
    return move_links("\n\n".join(pieces), q.uri, page_uri) + "\n"


def _bands(owner: str, bands: tuple[Band, ...]) -> list[str]:
    return [text for index, band in enumerate(bands) for text in (marker("band", owner, index), band.markdown)]


def compose_section(questionnaire: Questionnaire) -> str:
    """The readable checklist that stays in the article, with a marker where the card belongs."""
    q = questionnaire
    below = "#" * (q.level + 1)
    pieces = [f"{'#' * q.level} {q.title} {{#{q.id}}}", q.introduction]
    for dimension in q.dimensions:
        if dimension.id != q.id:
            pieces += [f"{below} {dimension.title} {{#{dimension.id}}}"]
        pieces += [dimension.introduction, *_checklist([item.text for item in q.shown_in(dimension.id)])]
    for scenario in q.scenarios:
        pieces += [f"{below} {scenario.title} {{#{scenario.id}}}", scenario.story]
        pieces += _checklist([action.text for action in scenario.actions])
    return "\n\n".join([*pieces, marker("card", q.id), q.closing]) + "\n"


def _checklist(texts: list[str]) -> list[str]:
    return [marker("checklist"), "\n".join(f"- {text}" for text in texts), marker("checklist-end")]


def cut(html: str) -> dict[str, str]:
    """The HTML of each piece, under its marker's name; what stands before the first marker under ""."""
    parts = _MARKER.split(html)
    return {"": parts[0], **dict(zip(parts[1::2], (p.strip() for p in parts[2::2]), strict=True))}


def piece(pieces: dict[str, str], *names: str | int) -> str:
    """One piece. Raises `LostFragmentError` where its marker is gone."""
    name = ":".join(str(n) for n in names)
    if name not in pieces:
        raise LostFragmentError(name)
    return pieces[name]


def inline(html: str) -> str:
    """A single paragraph without its tag."""
    text = html.strip()
    if text.startswith("<p>") and text.endswith("</p>") and text.count("<p>") == 1:
        return text[3:-4].strip()
    return text


def place_card(html: str, id: str, card: str) -> str:
    """The article's HTML with the card of a section's self-assessment in its place."""
    return html.replace(marker("card", id), card)


def wrap_checklists(html: str) -> str:
    """The article's HTML with each readable checklist in an element that the style knows."""
    html = html.replace(marker("checklist"), '<div class="sa-checklist">')
    return html.replace(marker("checklist-end"), "</div>")
