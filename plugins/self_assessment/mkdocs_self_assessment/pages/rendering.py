"""Model and words to HTML; the only importer of Jinja. Markdown has become HTML before it comes here."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from math import ceil
from pathlib import Path
from types import MappingProxyType

from jinja2 import BaseLoader, ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from mkdocs_foundation.locales import attributes
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.sources.catalogue import Catalogue
from mkdocs_foundation.templates import global_names
from mkdocs_foundation.templates.compiled import CompiledTemplates

from ..elements import Dimension
from ..kinds import KINDS, kind_of
from ..model import DEFAULT_MINIMUM, LOW, Questionnaire
from ..presenting import key
from ..presenting.kit import KitLinks, columns, percent_tables
from ..presenting.paper_pieces import PaperPieces
from ..presenting.pieces import Pieces, cut, words_of
from ..presenting.views import AssessmentView, DimensionView, ItemView, LinkView, TeamView
from ..reading.blocks import plain_text
from . import fragments, strings
from .data import LateWords, library_data, script_data, team_data
from .qr_codes import qr_code

FEWEST_AXES = 3
"""Lowest number of dimensions that a radar is drawn for."""
SUMS_IN_A_LINE = 12
"""Sums in a line of the table of percentages, which is as wide as a page."""
_COMPILED = CompiledTemplates(module=__name__)
_NO_PROSE = pattern(r"\[TOC\]|!!!|\?\?\?|///|===|```|~~~|<|\||#|>|:|--8<--|!\[|\{| {4}|\t|[-*+]\s|\d+[.)]\s")
"""Matches the beginning of a block that is no paragraph."""
_MARKS = pattern(r"\[\^[^\]]+\]|(?<=[)\]*`_])\{:?[^{}]*\}|\[(?P<words>[^\[\]]+)\]\[[^\]]*\]")
"""Matches what has no words of its own: references to footnotes, attributes, the names of links' definitions."""


class Renderer:
    """Makes the HTML of one language."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Take the catalogue of the language."""
        self.t = catalogue
        self._templates = Environment(
            loader=_loader(),
            bytecode_cache=_COMPILED,
            auto_reload=False,  # a build has renderers of its own
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        global_names.quicken(self._templates)
        self._templates.globals |= {"t": catalogue, "lang": lambda locale: Markup(attributes(locale))}
        self._templates.filters |= {"number": catalogue.number, "signed": catalogue.signed, "words": words_of}

    def assessment(
        self,
        questionnaire: Questionnaire,
        pieces: Mapping[str, str],
        *,
        script: str,
        returning: str,
        article: LinkView | None,
        hub: LinkView | None,
        named: Mapping[str, str] = MappingProxyType({}),
        late: LateWords | None = None,
        team: TeamView | None = None,
        kit: str = "",
    ) -> str:
        """The page of a self-assessment, without its title. Raises `LostFragmentError` where a piece is missing.

        `named` has the titles of the pages that its result texts link to, by address.
        """
        data = Markup(script_data(questionnaire, self.t, named, late))
        view = self._view(questionnaire, Pieces(pieces, self.t), article, hub, team, kit, data)
        return self._templates.get_template("assessment.html").render(a=view, script=script, returning=returning)

    def card(self, link: LinkView, kind: str) -> str:
        """A card that links to a self-assessment; `kind` is "section", "test-yourself" or "hub"."""
        return self._templates.get_template("card.html").render(link=link, kind=kind)

    def cards(self, links: Sequence[LinkView], kind: str) -> str:
        """A list of cards, or a sentence where there are none."""
        return self._templates.get_template("cards.html").render(links=links, kind=kind)

    def my_results(self, found: Sequence[tuple[Questionnaire, str]], *, script: str, style: str, hub: str) -> str:
        """The page with what the reader's browser keeps; `found` has the address of each one's page."""
        data = Markup(library_data(found, self.t))
        return self._templates.get_template("my-results.html").render(
            data=data, script=script, style=style, hub=hub, locale=self.t.lang
        )

    def team(
        self, q: Questionnaire, pieces: Mapping[str, str], *, script: str, style: str, url: str, kit: str = ""
    ) -> str:
        """The page of a team; `url` is the address of the self-assessment's own page, `kit` that of its workshop kit.

        Raises `LostFragmentError`.
        """
        found = Pieces(pieces, self.t)
        questions = {id: found.block(name, id) for name, id, _ in q.passages if name == "questions"}
        return self._templates.get_template("team.html").render(
            data=Markup(team_data(q, self.t)),
            locale=self.t.lang,
            title=plain_text(q.title),
            questions=questions,
            script=script,
            style=style,
            url=url,
            kit=kit,
        )

    def kit(self, q: Questionnaire, parts: Iterable[str], links: KitLinks) -> dict[str, str]:
        """The HTML of some parts of a workshop kit, by their names. Raises `NoQrCodesError`."""
        pieces = PaperPieces(cut(fragments.compose(q)), self.t)
        view = self._view(q, pieces, None, None, None, "", Markup(""))
        kind = kind_of(q)
        items = {item.id: item for section in view.sections for item in section.items}
        groups = [(plain_text(d.title), q.scored_in(d.id)) for d in q.dimensions if d.id != q.id]
        groups += [("", q.items)] if kind.has_whole else []
        sums = [(title, key.possible_sums(items[item.id] for item in group)) for title, group in groups]
        sums += [(title, key.possible_sums(group)) for title, group in kind.sums(view.sections, self.t)]
        tables = percent_tables(sums)
        found = {}
        for name in parts:
            code = qr_code(links.address) if name == "invitation" and links.address else ""
            found[name] = self._templates.get_template(f"kit/{name}.html").render(
                a=view, links=links, code=code, tables=tables if view.uses_percent else (), rows=_rows, columns=columns
            )
        return found

    def begun(self, found: Sequence[tuple[Questionnaire, str]], *, script: str, url: str) -> str:
        """Where the reader stopped, and a link to the page of all results at `url`: shown where there is something."""
        known = [
            {"id": q.id, "version": q.version, "title": plain_text(q.title), "url": to, "count": q.count}
            for q, to in found
        ]
        data = json.dumps(known, ensure_ascii=False, separators=(",", ":"))
        return self._templates.get_template("begun.html").render(data=data, script=script, url=url, locale=self.t.lang)

    def size(self, questionnaire: Questionnaire) -> str:
        """The number of questions in words."""
        return self.t(kind_of(questionnaire).count, n=questionnaire.count)

    def link(self, questionnaire: Questionnaire, url: str, lang: str = "", team: str = "", kit: str = "") -> LinkView:
        """A link to a self-assessment; `lang` where its title isn't in the page's language."""
        return LinkView(
            title=plain_text(questionnaire.title),
            url=url,
            description=summary(questionnaire),
            minutes=minutes(questionnaire),
            size=self.size(questionnaire),
            lang=lang,
            team=team,
            kit=kit,
        )

    def _view(
        self,
        q: Questionnaire,
        pieces: Pieces,
        article: LinkView | None,
        hub: LinkView | None,
        team: TeamView | None,
        kit: str,
        data: Markup,
    ) -> AssessmentView:
        kind = kind_of(q)
        sections = kind.sections(q, pieces, self.t)
        items = {item.id: item for section in sections for item in section.items}
        return AssessmentView(
            id=q.id,
            kind=kind.name,
            version=q.version,
            lang=self.t.lang,
            title=plain_text(q.title),
            introduction_html=pieces.block("introduction"),
            closing_html=pieces.block("closing"),
            minutes=minutes(q),
            minimum=q.minimum or DEFAULT_MINIMUM,
            count=q.count,
            size=self.size(q),
            sections=sections,
            dimensions=tuple(self._dimension(q, d, items, pieces) for d in q.dimensions),
            bands=key.band_texts("", q.bands, pieces, key.possible_sums(items.values())),
            conditional=key.conditional_texts("", q.conditional, pieces, self.t, key.wordings(q, items.values())),
            passages=key.passage_texts("", q, pieces),
            article=article,
            hub=hub,
            team=team,
            kit=kit,
            points=key.points_tables(tuple(items[item.id] for item in q.items)),
            sums=key.to_add_up(q, items, kind.has_whole),
            must=any(item.must for item in items.values()),
            low_is_good=q.good == LOW,
            compares_people=kind.compares_people,
            draws_radar=kind.draws_radar and len(q.dimensions) >= FEWEST_AXES,
            own=kind.view(q, pieces, sections),
            data=data,
        )

    def _dimension(
        self, q: Questionnaire, dimension: Dimension, items: Mapping[str, ItemView], pieces: Pieces
    ) -> DimensionView:
        sums = key.possible_sums(items[i.id] for i in q.scored_in(dimension.id))
        wordings = key.wordings(q, items.values())
        return DimensionView(
            id=dimension.id,
            title=plain_text(dimension.title),
            bands=key.band_texts(dimension.id, dimension.bands, pieces, sums),
            conditional=key.conditional_texts(dimension.id, dimension.conditional, pieces, self.t, wordings),
            passages=key.passage_texts(dimension.id, dimension, pieces),
            target=dimension.target,
            low_is_good=(dimension.good or q.good) == LOW,
            introduction_html="" if dimension in q.sections else pieces.block("about", dimension.id),
            in_form=dimension in q.sections,
        )


class Renderers:
    """The renderer of each language, created on first use."""

    def __init__(self, site_strings: Path | None = None) -> None:
        """Take the folder of the site's own catalogues."""
        self._site_strings = site_strings
        self._made: dict[str, Renderer] = {}

    def __call__(self, locale: str) -> Renderer:
        """The renderer of a language."""
        if locale not in self._made:
            self._made[locale] = Renderer(strings.load(locale, self._site_strings)[0])
        return self._made[locale]


def _loader() -> BaseLoader:
    """The shared templates, and those of each kind below its name."""
    kinds = {kind.name: FileSystemLoader(kind.folders("templates")) for kind in KINDS}
    return ChoiceLoader([FileSystemLoader(Path(__file__).parents[1] / "templates"), PrefixLoader(kinds)])


def _rows(pairs: Sequence[tuple[float, int]]) -> list[Sequence[tuple[float, int]]]:
    """A table of sums in lines of equal length, each as wide as a page."""
    return [pairs[start : start + SUMS_IN_A_LINE] for start in range(0, len(pairs), SUMS_IN_A_LINE)]


def summary(questionnaire: Questionnaire) -> str:
    """One or two sentences for cards and search engines: the page's description, or how a section begins."""
    if questionnaire.description:
        return questionnaire.description
    paragraphs = [text for text in re.split(r"\n\s*\n", questionnaire.introduction) if not _NO_PROSE.match(text)]
    first = plain_text(_MARKS.sub(lambda mark: mark["words"] or "", paragraphs[0])) if paragraphs else ""
    sentences = re.split(r"(?<=[.?]) ", first)
    short = sentences[0] if len(sentences[0]) >= 50 else " ".join(sentences[:2])
    return short if len(short) <= 200 else short[:199].rsplit(" ", 1)[0] + " …"


def minutes(questionnaire: Questionnaire) -> int:
    """Minutes that it takes: the author's number, else an estimate."""
    return questionnaire.minutes or max(1, ceil(questionnaire.seconds / 60))
