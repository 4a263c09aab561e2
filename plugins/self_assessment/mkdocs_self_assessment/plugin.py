"""MkDocs hooks: translate what MkDocs says into what the core asks for, delegate, report."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from mkdocs_foundation.problems import Problem, Severity

from . import handover, pipeline
from .config import SelfAssessmentConfig
from .generated_files import ASSETS_URI, STYLE_URI, PageVersion, asset_files, page_file
from .model import Questionnaire
from .pipeline import Assessment, Library
from .presenting import fragments, strings
from .presenting.rendering import Renderer, summary
from .presenting.views import LinkView
from .reading.blocks import plain_text
from .site import Site

log = get_plugin_logger("self-assessment")


class SelfAssessmentPlugin(BasePlugin[SelfAssessmentConfig]):
    """Turns questionnaires in Markdown into self-assessments, once for each language that static-i18n builds."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keep this object across the builds of `mkdocs serve`."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Learn the languages, and load the styles on every page: cards stand in articles."""
        self._i18n: Any = config.plugins.get("i18n")
        if self._i18n and self._i18n.config.docs_structure != "folder":
            raise PluginError("self-assessment: set `docs_structure: folder` in the options of i18n.")
        config.extra_css = [STYLE_URI, *(path for path in config.extra_css if path != STYLE_URI)]
        self._site = self._describe(config)
        self._renderers: dict[str, Renderer] = {}
        return config

    def _describe(self, config: MkDocsConfig) -> Site:
        if self._i18n:
            first = self._i18n.default_language
            locales = [first, *(lang for lang in self._i18n.all_languages if lang not in (first, "null"))]
            folders = {locale: f"{locale}/" for locale in locales}
        else:
            folders = {str(config.theme.get("language") or config.theme.get("locale") or "en")[:2]: ""}
        root = Path(config.config_file_path or "").parent.resolve()
        docs_dir = Path(config.docs_dir).resolve()
        shown = docs_dir.relative_to(root).as_posix() if docs_dir.is_relative_to(root) else docs_dir.name
        site_strings = Path(self.config.strings) if self.config.strings else None
        return Site(folders, self.config.folder.strip("/"), shown, site_strings)

    @event_priority(50)
    def _collect(self, files: Files, config: MkDocsConfig) -> Files:
        """Read and check every language at once, before static-i18n keeps only the files of one."""
        if self._i18n and self._i18n.building:
            return files
        pages = [f for f in files.documentation_pages() if not f.inclusion.is_excluded()]
        sources = [(f.src_uri, f.content_bytes) for f in pages]
        self._library: Library = pipeline.build(sources, [f.src_uri for f in files], self._site)
        self._report(self._library.problems)
        return files

    def _report(self, problems: Iterable[Problem]) -> None:
        errors = 0
        for problem in problems:
            is_error = problem.severity is Severity.ERROR
            (log.error if is_error else log.warning)(problem.format(self._site.docs_dir))
            errors += is_error
        if errors:
            raise PluginError(
                f"self-assessment: {errors} error{'s' if errors > 1 else ''} in the self-assessments, listed above. "
                "Nothing was published."
            )

    @event_priority(-110)
    def _generate(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages made of sections, after static-i18n has dropped generated files it doesn't know."""
        self._files = files
        self._rendered: dict[str, Questionnaire] = {}
        self._shown = self._choose()
        for assessment in self._shown.values():
            q = assessment.questionnaire
            if q.whole_page or files.get_file_from_path(q.uri) is None:
                continue
            all_languages = (a for a in self._library.assessments if a.questionnaire.id == q.id)
            versions = {a.locale: _version(a) for a in all_languages}
            if self._i18n and self._i18n.config.fallback_to_default:
                source = versions[self._site.source_locale]
                versions = {locale: versions.get(locale, source) for locale in self._site.folders}
            files.append(page_file(config, _version(assessment), self._i18n, versions))
        if self._locale == self._site.source_locale:
            for asset in asset_files(config):
                files.append(asset)
        return files

    on_files = CombinedEvent(_collect, _generate)

    @property
    def _locale(self) -> str:
        """The language of the build under way."""
        if self._i18n:
            return str(self._i18n.current_language or self._i18n.default_language)
        return self._site.source_locale

    def _choose(self) -> dict[str, Assessment]:
        """What readers of this language are shown, by id: their own, else the source language's."""
        shown = {a.questionnaire.id: a for a in self._library.in_language(self._locale)}
        if self._i18n and self._i18n.config.fallback_to_default:
            for assessment in self._library.in_language(self._site.source_locale):
                shown.setdefault(assessment.questionnaire.id, assessment)
        return shown

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Give a self-assessment's Markdown its markers, and leave the readable checklist in an article."""
        uri = page.file.src_uri
        own = self._library.on_page(uri)
        if own and not own.questionnaire.whole_page:
            section = self._rendered.setdefault(uri, own.questionnaire)
            page.meta.update(title=plain_text(section.title), description=summary(section))
            return handover.generated_page(section, uri, markdown)
        shown = (own,) if own else self._library.sections_of(uri)
        handed = handover.page([a.questionnaire for a in shown], uri, page.file.content_string, markdown)
        self._report(handed.problems)
        self._rendered |= {a.page_uri: q for a, q in zip(shown, handed.questionnaires, strict=True)}
        return handed.markdown

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the pieces into the templates, and the cards where they belong."""
        uri = page.file.src_uri
        renderer = self._renderer(self._locale)
        if own := self._library.on_page(uri):
            return self._assessment(own, html, page)
        for section in self._library.sections_of(uri):
            html = fragments.place_card(html, section.questionnaire.id, self._card(section, page, "section"))
        html = fragments.wrap_checklists(html)
        tests = [
            self._link(assessment, page)
            for assessment in self._shown.values()
            if assessment in self._library.naming(self._same_language(uri, assessment))
        ]
        if tests:
            html += renderer.cards(tests, "test-yourself")
        if uri == self._hub_uri(self._site.locale_of(uri) or self._locale):
            links = [self._link(a, page) for a in self._shown.values()]
            html += renderer.cards(links, "hub")
        return html

    def on_page_context(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Let the edit button of a page made of a section lead to the article that holds it."""
        own = self._library.on_page(page.file.src_uri)
        if own and not own.questionnaire.whole_page and config.edit_uri:
            page.edit_url = f"{config.edit_uri.rstrip('/')}/{own.questionnaire.uri}"
        return context

    def _assessment(self, own: Assessment, html: str, page: Page) -> str:
        q = self._rendered.get(own.page_uri, own.questionnaire)
        pieces = fragments.cut(html)
        article_file = None if q.whole_page else self._files.get_file_from_path(q.uri)
        article = (
            LinkView(self._library.pages[q.uri].title, _url(article_file, page) + f"#{q.id}") if article_file else None
        )
        hub_file = self._files.get_file_from_path(self._hub_uri(own.locale))
        hub = LinkView("", _url(hub_file, page)) if hub_file else None
        renderer = self._renderer(own.locale)
        assets = get_relative_url(ASSETS_URI, page.url)
        try:
            view = renderer.assessment(q, pieces, assets=assets, article=article, hub=hub)
            return pieces[""] + view + pieces.get("end", "")
        except fragments.LostFragmentError as error:
            raise PluginError(
                f"{self._site.docs_dir}/{q.location}: the piece “{error.args[0]}” of the self-assessment got lost "
                "between Markdown and page. Look for raw HTML or an unclosed code block just above it."
            ) from error

    def _card(self, assessment: Assessment, page: Page, kind: str) -> str:
        return self._renderer(self._locale).card(self._link(assessment, page), kind)

    def _link(self, assessment: Assessment, page: Page) -> LinkView:
        file = self._files.get_file_from_path(assessment.page_uri)
        lang = assessment.locale if assessment.locale != self._locale else ""
        return self._renderer(self._locale).link(assessment.questionnaire, _url(file, page) if file else "", lang)

    def _renderer(self, locale: str) -> Renderer:
        if locale not in self._renderers:
            self._renderers[locale] = Renderer(strings.load(locale, self._site.strings)[0])
        return self._renderers[locale]

    def _hub_uri(self, locale: str) -> str:
        return f"{self._site.folders[locale]}{self._site.folder}/index.md"

    def _same_language(self, uri: str, assessment: Assessment) -> str:
        """The path that an assessment's own language would use for this page, which may be a fallback."""
        locale = self._site.locale_of(uri)
        if locale is None:
            return uri
        return self._site.folders[assessment.locale] + uri.removeprefix(self._site.folders[locale])


def _version(assessment: Assessment) -> PageVersion:
    """The page made of a section, in one language: its settings (JSON is YAML), for it gets its text later."""
    q = assessment.questionnaire
    settings = {"title": plain_text(q.title), "description": summary(q), **q.page_settings}
    head = "".join(f"{name}: {json.dumps(value)}\n" for name, value in settings.items())
    return PageVersion(assessment.page_uri, f"---\n{head}---\n\n", q.location)


def _url(file: File, page: Page) -> str:
    return get_relative_url(file.url, page.url)
