"""A questionnaire as Markdown with markers, and the cards and checklists of an article.

The site's own Markdown, with its extensions and link checks, renders everything an author wrote in one pass;
the pieces are then put into the templates.
"""

from __future__ import annotations

import re

from mkdocs_foundation.patterns import pattern

from ..inline import guarded
from ..kinds import kind_of
from ..model import Questionnaire
from ..presenting.pieces import LostFragmentError as LostFragmentError
from ..presenting.pieces import band_pieces, marker, passage_pieces
from ..presenting.pieces import cut as cut
from ..presenting.questions import heading
from ..presenting.safe_html import safe
from ..readers import with_signs
from ..reading.definitions import definitions, needed

_CHECKLIST = pattern(f"{marker('checklist')}(.*?){marker('checklist-end')}", re.DOTALL)
_HEADING = pattern(r"<h([1-6])\b.*?</h\1\s*>", re.DOTALL)


def compose(questionnaire: Questionnaire) -> str:
    """The Markdown of a self-assessment's own page, every piece behind its marker."""
    q = questionnaire
    pieces = [f"# {q.title}", marker("introduction"), q.introduction]
    for section in q.sections:
        pieces += [marker("heading", section.id), heading(q, section, 2)]
        pieces += [marker("about", section.id), section.introduction]
        for item in q.shown_in(section.id):
            if item.lead:
                pieces += [marker("lead", item.id), _raised(item.lead, q.level)]
            pieces += [marker("item", item.id), guarded(item.text)]
            if item.explanation:
                pieces += [marker("explanation", item.id), item.explanation]
    for dimension in q.dimensions:
        if dimension not in q.sections:
            pieces += [marker("about", dimension.id), dimension.introduction]
        pieces += band_pieces(dimension.id, dimension.bands or dimension.conditional)
        pieces += passage_pieces(dimension.id, dimension)
    pieces += kind_of(q).compose(q)
    for outcome in q.outcomes:
        pieces += [marker("outcome", outcome.id), with_signs(outcome.text), *passage_pieces(outcome.id, outcome)]
    pieces += [*band_pieces("", q.bands or q.conditional), *passage_pieces("", q)]
    pieces += [marker("closing"), _raised(q.closing, q.level), marker("end"), q.definitions]
    return "\n\n".join(pieces) + "\n"


def compose_questions(questionnaire: Questionnaire) -> str:
    """The Markdown of a team's page: the author's questions, each list behind its marker."""
    found = [(id, passage) for name, id, passage in questionnaire.passages if name == "questions"]
    pieces = [piece for id, passage in found for piece in (marker("questions", id), with_signs(passage.markdown))]
    text = "\n\n".join(pieces)
    return "\n\n".join([text, marker("end"), needed(definitions(questionnaire.definitions), text)]) + "\n"


def _raised(markdown: str, level: int) -> str:
    """Markdown with the headings of a page, those of a section being deeper."""
    return re.sub(rf"^#{{{level - 1}}}(?=##)", "", markdown, flags=re.MULTILINE) if level > 1 else markdown


def compose_section(questionnaire: Questionnaire) -> str:
    """The readable checklist that stays in the article, with a marker for the card."""
    q = questionnaire
    pieces = [f"{'#' * q.level} {q.title} {{#{q.id}}}", q.introduction, *kind_of(q).checklist(q)]
    return "\n\n".join([*pieces, marker("card", q.id), q.closing]) + "\n"


def place_card(html: str, id: str, card: str) -> str:
    """The article's HTML with the card of a section's self-assessment inserted."""
    before, found, rest = html.partition(marker("card", id))
    if not found:
        return html
    start = max(before.rfind(f'id="{id}"'), 0)
    start = max(before.rfind("<", 0, start), 0)
    return f"{before[:start]}{safe_headings(before[start:])}{card}{rest}"


def wrap_checklists(html: str) -> str:
    """The article's HTML with each readable checklist in an element that the style sheet addresses."""
    return _CHECKLIST.sub(lambda found: f'<div class="sa-checklist">{safe(found[1])}</div>', html)


def safe_headings(html: str) -> str:
    """HTML in which nothing in a heading runs."""
    return _HEADING.sub(lambda found: safe(found[0]), html)
