"""Self-assessments on a page of the current locale: the questionnaire, cards, lists of cards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cached_property

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.glue.builds import LanguageBuild
from mkdocs_foundation.glue.moving import Moves, Published
from mkdocs_foundation.output.raw_addresses import lead_on
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import shown
from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.sources.pages import read_source
from mkdocs_foundation.templates.titles import words
from mkdocs_foundation.values import dataclass

from .. import handover, published
from ..checking import included
from ..checking.changes import TEMPLATES
from ..checking.crosslinks import articles_named, moved_link
from ..checking.file_locations import added_late
from ..kinds import kind_of
from ..model import Questionnaire
from ..options import Options
from ..pages import fragments
from ..pages.data import LateWords
from ..pages.rendering import Renderer, Renderers, summary
from ..parsing import parse
from ..pipeline import Assessment, Library
from ..presenting.views import LinkView, TeamView
from ..reading.blocks import plain_text
from ..saying import say
from . import team
from .files import ASSETS_URI, MY_RESULTS_BY, TOOLS, OwnAssets, team_words_name, words_name
from .for_templates import TemplateAssessment
from .kit import Kits

_ROBOTS = pattern(r"<meta\b[^>]*\bname=[\"']?robots\b", re.IGNORECASE)
_CONTINUE = pattern(r"<\w+\b[^<>]*\bclass=(?:[\"'][^\"'<>]*\bjs-continue\b[^\"'<>]*[\"']|js-continue\b)[^<>]*>")


@dataclass(frozen=True)
class Assessments:
    """The self-assessments of a site, for one language of it."""

    build: LanguageBuild
    """Build of the current locale."""
    library: Library
    """Self-assessments of all languages."""
    options: Options
    """Options of the plugin."""
    renderers: Renderers
    """Renderer of each language."""
    shown: Mapping[str, Assessment]
    """Self-assessments shown in the current locale, by id: in that language, else in the source language."""
    sources: Mapping[str, bytes]
    """Content of the Markdown files of all languages, by path, as it was read and checked."""
    assets: OwnAssets
    """What the plugin publishes beside pages."""
    rendered: dict[str, Questionnaire] = field(default_factory=dict)
    """Questionnaires as other plugins have left their texts, by the path of their page; filled as pages are read."""

    def markdown(self, markdown: str, page: Page) -> tuple[str, tuple[Problem, ...]]:
        """The Markdown of a self-assessment with markers, or of an article with readable checklists; and problems.

        Other plugins and hooks may have changed the texts of `markdown`, not what is scored.
        """
        uri = page.file.src_uri
        if self.kits.of(page):
            return markdown, ()
        if mirrored := team.PAGES.of(page, self.library, self.options, self.build.site):
            return fragments.compose_questions(mirrored.questionnaire), ()
        own = self.library.on_page(uri)
        if own and not own.questionnaire.whole_page:
            section = self.rendered.setdefault(uri, own.questionnaire)
            page.meta.update(title=plain_text(section.title), description=summary(section))
            return handover.generated_page(section, markdown), ()
        if own is None and "assessment" in page.meta and uri not in self.sources:
            found = parse(page.file.content_string, uri)[0].questionnaires
            return markdown, tuple(
                added_late(q, page.file.generated_by or say("another plugin or hook")) for q in found
            )
        shown = (own,) if own else self.library.sections_of(uri)
        handed = handover.page([a.questionnaire for a in shown], uri, self._source(page), markdown)
        self.rendered.update({a.page_uri: q for a, q in zip(shown, handed.questionnaires, strict=True)})
        return handed.markdown, tuple(handed.problems)

    def handed_by(self, uri: str) -> dict[str, Questionnaire]:
        """The questionnaires of an article as its page has handed them on, by the path of their own page."""
        found = {section.page_uri for section in self.library.sections_of(uri)}
        return {uri: self.rendered[uri] for uri in found if uri in self.rendered}

    def _source(self, page: Page) -> str:
        """The file of a page as it was checked; another plugin may have filled it in another way since."""
        content = self.sources.get(page.file.src_uri)
        read = read_source(content, page.file.src_uri)[0] if content is not None else None
        return read.text if read else page.file.content_string

    def unread(self, html: str, page: Page) -> tuple[Problem, ...]:
        """Statements in a rendered page that were never read, since a snippet or include brought them."""
        uri = page.file.src_uri
        own = self.library.on_page(uri)
        shown = (own,) if own else self.library.sections_of(uri)
        return tuple(included.unread(html, tuple(a.questionnaire for a in shown), uri, self._source(page)))

    def pages_below(self, config: MkDocsConfig) -> list[File]:
        """The pages for teams, and the workshop kits; asked for when every page has its address."""
        there = [a for a in self.shown.values() if self._is_there(a)]
        teams = there if self.options.team else []
        found = [team.file(config, self.build, self.options, a, self.renderers(a.locale).t) for a in teams]
        return found + [file for a in there if (file := self.kits.file(a, config))]

    @cached_property
    def kits(self) -> Kits:
        """The workshop kits."""
        return Kits(self.build, self.library, self.options, self.renderers, self.sources)

    def moves(self, page: Page) -> Moves:
        """How the addresses of a page made of a section are moved from its article; those of other pages aren't."""
        site = self.build.site
        if with_kit := self.kits.of(page):
            return self.kits.moves(with_kit, page)
        mirrored = team.PAGES.of(page, self.library, self.options, site)
        own = mirrored or self.library.on_page(page.file.src_uri)
        if own is None or (own.questionnaire.whole_page and not mirrored):
            return Moves()
        written_in = own.questionnaire.uri
        article = self.build.files.get_file_from_path(written_in)
        versions = [article, static_i18n.alternates(article).get(own.locale)] if article else []
        return Moves(
            lambda href: moved_link(href, written_in, page.file.src_uri),
            lead_on(page.url, [file.url for file in versions if file], Published(self.build.files), is_part=True),
        )

    def content(self, html: str, page: Page) -> str:
        """The page's HTML, with the pieces inserted into the templates, and the cards into articles."""
        uri = page.file.src_uri
        if page.file.generated_by == MY_RESULTS_BY:
            return html + self._my_results(page)
        if own := self.kits.of(page):
            return self.kits.content(own, html, page, self._asset(published.KIT_STYLE, page))
        if own := team.PAGES.of(page, self.library, self.options, self.build.site):
            answered = self.build.files.get_file_from_path(own.page_uri)
            assets = {name: self._asset(name, page) for name in (published.TEAM, published.TEAM_STYLE)}
            url = _url(answered, page) if answered else ""
            return team.content(own, html, self.renderers(own.locale), assets, url, self.kits.url(own, page))
        if own := self.library.on_page(uri):
            return self._assessment(own, html, page)
        for section in self.library.sections_of(uri):
            card = self._renderer.card(self._link(section, page), "section") if self._is_there(section) else ""
            html = fragments.place_card(html, section.questionnaire.id, card)
        html = fragments.wrap_checklists(html)
        site = self.build.site
        there = self._there
        locales = {assessment.locale for assessment in there}
        naming = {a.page_uri for locale in locales for a in self.library.naming(site.in_language(uri, locale))}
        cards = [self._link(a, page) for a in there if a.page_uri in naming]
        if self.options.cards is not None:  # those first that the text itself leads to
            cards = sorted(cards, key=lambda link: not _leads_to(html, link.url))[: self.options.cards]
        if cards:
            html += self._renderer.cards(cards, "test-yourself")
        if uri in self.options.hub_uris(site, site.locale_of(uri) or self.build.locale):
            html += self._renderer.cards([self._link(a, page) for a in there], "hub")
            if self.options.my_results:
                html += self._begun(page)
        return html

    def finished(self, output: str, page: Page) -> str:
        """A page of the theme, with where the reader stopped in the element `.js-continue` of its template."""
        if page.file.generated_by in TOOLS and not _ROBOTS.search(output):
            output = output.replace("</head>", '<meta name="robots" content="noindex"></head>', 1)
        if not self.options.my_results or "js-continue" not in output:
            return output
        return _CONTINUE.sub(lambda match: match[0] + self._begun(page), output, count=1)

    def _my_results(self, page: Page) -> str:
        hub_uris = self.options.hub_uris(self.build.site, self.build.locale)
        hub = next(filter(None, map(self.build.files.get_file_from_path, hub_uris)), None)
        script = self._asset(published.MY_RESULTS, page)
        style = self._asset(published.MY_RESULTS_STYLE, page)
        url = _url(hub, page) if hub else ""
        return self._renderer.my_results(self._found(page), script=script, style=style, hub=url)

    def _begun(self, page: Page) -> str:
        mine = self.build.files.get_file_from_path(self.options.my_results_uri(self.build.site, self.build.locale))
        url = _url(mine, page) if mine else ""
        return self._renderer.begun(self._found(page), script=self._asset(published.BEGUN, page), url=url)

    def _found(self, page: Page) -> list[tuple[Questionnaire, str]]:
        there = [a for a in self.shown.values() if self._is_there(a)]
        return [(a.questionnaire, self._link(a, page).url) for a in there]

    def _asset(self, path: str, page: Page) -> str:
        return get_relative_url(f"{ASSETS_URI}/{self.assets.paths[path]}", page.url)

    @property
    def for_templates(self) -> dict[str, TemplateAssessment]:
        """The self-assessments that readers of the current locale can open, by id."""
        found = {}
        for id, assessment in self.shown.items():
            file = self.build.files.get_file_from_path(assessment.page_uri)
            if file and self._is_there(assessment):
                q = assessment.questionnaire
                found[id] = TemplateAssessment(plain_text(q.title), file.url, q, file.page)
        return found

    @property
    def _renderer(self) -> Renderer:
        return self.renderers(self.build.locale)

    def _assessment(self, own: Assessment, html: str, page: Page) -> str:
        q = self.rendered.get(own.page_uri, own.questionnaire)
        pieces = fragments.cut(html)
        article_file = None if q.whole_page else self.build.files.get_file_from_path(q.uri)
        article = None
        # From a section's own page its texts lead to its article too.
        linked = own.articles if q is own.questionnaire else articles_named(q)
        named = linked if q.whole_page else (*linked, q.uri)
        if article_file:
            article = LinkView(words(self.library.pages[q.uri].title), f"{_url(article_file, page)}#{q.id}")
        hub_uris = self.options.hub_uris(self.build.site, own.locale)
        hub_file = next(filter(None, map(self.build.files.get_file_from_path, hub_uris)), None)
        hub = LinkView("", _url(hub_file, page)) if hub_file else None
        script = self._asset(published.ENTRY, page)
        try:
            view = self.renderers(own.locale).assessment(
                q,
                pieces,
                script=script,
                returning=self._asset(published.RETURNING, page),
                article=article,
                hub=hub,
                named=self._titles(named, page),
                late=LateWords(self._asset(words_name(own.locale, kind_of(q)), page), self.assets.asked),
                team=self._team_view(own, page),
                kit=self.kits.url(own, page),
            )
            return fragments.safe_headings(pieces[""]) + view + pieces.get("end", "")
        except fragments.LostFragmentError as error:
            raise PluginError(
                shown(
                    say(
                        "{file}: the piece “{piece}” of the self-assessment is missing in the rendered page. Look for "
                        "raw HTML or an unclosed code block just above it, or for a hook or plugin that changes the "
                        "page after this one. {templates}",
                        file=f"{self.build.site.docs_dir}/{q.location}",
                        piece=error.args[0],
                        templates=TEMPLATES,
                    )
                )
            ) from error

    def _team_view(self, own: Assessment, page: Page) -> TeamView | None:
        file = team.PAGES.found(self.build, self.options, own)
        return TeamView(_url(file, page), self._asset(team_words_name(own.locale), page)) if file else None

    def _titles(self, uris: Iterable[str], page: Page) -> dict[str, str]:
        """The plain titles of pages, by their address from a page."""
        files = {uri: self.build.files.get_file_from_path(uri) for uri in uris if uri in self.library.pages}
        return {_url(file, page): words(self.library.pages[uri].title) for uri, file in files.items() if file}

    @cached_property
    def _there(self) -> list[Assessment]:
        """What articles and the hub list; first asked for when no plugin removes files any more."""
        return [a for a in self.shown.values() if self._is_there(a) and self._is_for_readers(a)]

    def _is_there(self, assessment: Assessment) -> bool:
        """Whether readers of the current locale can open its page, which another plugin may have removed."""
        file = self.build.files.get_file_from_path(assessment.page_uri)
        return file is not None and file.inclusion.is_included()

    def _is_for_readers(self, assessment: Assessment) -> bool:
        """Whether its page has more to say than that it isn't translated."""
        build = self.build
        return assessment.locale == build.locale or build.locale not in build.whole.without_fallbacks

    def _link(self, assessment: Assessment, page: Page) -> LinkView:
        file = self.build.files.get_file_from_path(assessment.page_uri)
        lang = assessment.locale if assessment.locale != self.build.locale else ""
        found = team.PAGES.found(self.build, self.options, assessment)
        urls = [_url(one, page) if one else "" for one in (file, found)]
        return self._renderer.link(assessment.questionnaire, urls[0], lang, urls[1], self.kits.url(assessment, page))


def _leads_to(html: str, url: str) -> bool:
    """Whether a text has a link to a page, or to a place on it."""
    return any(f'href="{url}{end}' in html for end in ('"', "#"))


def _url(file: File, page: Page) -> str:
    return get_relative_url(file.url, page.url)
