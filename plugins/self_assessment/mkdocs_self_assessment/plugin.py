"""MkDocs hooks: each calls one function of the glue or the core, in a named phase."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_foundation.glue import assets, builds, edit_links, phases, serving, static_i18n, titles
from mkdocs_foundation.glue.moving import Moves, Moving
from mkdocs_foundation.glue.phases import at
from mkdocs_foundation.sources.catalogue import CatalogueError
from mkdocs_foundation.sources.page_kinds import PageKind

from . import pipeline
from .config import SelfAssessmentConfig
from .glue import files as own_files
from .glue.incremental import IncrementalShare
from .glue.pages import Assessments
from .inline import without_guards
from .options import Options
from .pages.rendering import Renderers
from .pipeline import Library
from .reading import counts

log = get_plugin_logger("self-assessment")

SELF_ASSESSMENT = PageKind(
    "self-assessment",
    lambda facts: "assessment" in facts.settings or facts.generated_by == own_files.GENERATED_BY,
)
"""Page kinds that this plugin registers, so that other plugins and themes recognize these pages."""


class SelfAssessmentPlugin(serving.ServedPlugin, BasePlugin[SelfAssessmentConfig]):
    """Turns questionnaires in Markdown into self-assessments, in each language of the site."""

    _library: Library | None = None
    """Self-assessments of all languages, read before the first language is built."""
    _sources: Mapping[str, bytes] = {}
    """Content of the Markdown files of all languages, by path, as it was read."""
    _menu: Navigation | None = None
    """The menu whose titles are text."""
    _assets: own_files.OwnAssets | None = None
    """Scripts, words, styles and schemas, made before the first language is built."""
    _current: Assessments | None = None
    """Self-assessments on the pages of the current locale."""

    def __init__(self) -> None:
        """Begin without a site."""
        super().__init__()
        self.incremental = IncrementalShare(self)
        self._moving = Moving("self-assessment")

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the styles on every page, since articles contain cards."""
        serving.begin_build(config)
        builds.begin(config, [SELF_ASSESSMENT])
        self._moving.add_to(config)
        assets.add_style(config, own_files.style_uri())
        return config

    @at(phases.READ)
    def _read(self, files: Files, config: MkDocsConfig) -> Files:
        """Read and check every language at once."""
        build = builds.read(files, config)
        if static_i18n.is_first_build(config):
            sources = build.contents.items()
            uris = [f.src_uri for f in files]
            self._sources = build.contents
            try:
                self._library = pipeline.build(sources, uris, build.site, self._options, config.use_directory_urls)
            except CatalogueError as error:
                raise PluginError(f"self-assessment: {error}") from None
            builds.report([*build.file_problems, *self._library.problems], config, log)
        return files

    @at(phases.CHECKED)
    def _fail(self, files: Files, config: MkDocsConfig) -> Files:
        """End the build where anything is wrong, after every plugin has reported."""
        builds.fail_on_errors(config)
        return files

    @at(phases.GENERATED_FILES)
    def _generate(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the pages generated from sections, the scripts and the styles."""
        assert self._library is not None  # READ comes first
        build = builds.language(files, config)
        shown = self._library.shown_in(build.locale, build.site)
        renderers = Renderers(self._options.strings)
        if not self._assets or static_i18n.is_first_build(config):
            self._assets = own_files.own_assets(config, self._options, self._library.assessments, renderers)
        self._current = Assessments(build, self._library, self._options, renderers, shown, self._sources, self._assets)
        self._current.kits.take_templates(files, config)
        if self._options.my_results:
            files.append(own_files.my_results_page(config, build, self._options, renderers))
        for assessment in shown.values():
            q = assessment.questionnaire
            if q.whole_page or files.get_file_from_path(q.uri) is None:
                continue
            versions = {a.locale: a for a in self._library.assessments if a.questionnaire.id == q.id}
            if build.site.falls_back:
                source = versions[build.site.source_locale]
                versions = {locale: versions.get(locale, source) for locale in build.site.languages}
            page = own_files.section_page(config, build, assessment, versions)
            if files.get_file_from_path(page.src_uri) is None:  # another plugin's is reported at LAST_FILES
                static_i18n.add_page(files, page, build.locale, config)
        if build.is_source:
            for asset in self._assets.files:
                files.append(asset)
        return files

    @at(phases.LAST_FILES)
    def _check_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Check what other plugins have added or removed since the self-assessments were read; add the team's pages."""
        assert self._current is not None  # GENERATED_FILES comes first
        shown, build = self._current.shown.values(), self._current.build
        own_files.remove_orphans(files, shown, build, config)
        builds.report(own_files.overwritten(files, shown, build), config, log)
        builds.report(own_files.unread(files, self._current.sources), config, log)
        for page in self._current.pages_below(config):
            files.append(page)
        builds.fail_on_errors(config)
        return files

    on_files = CombinedEvent(_read, _fail, _generate, _check_files)

    @at(phases.COUNTS)
    def _fill_in(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Insert the numbers that a text takes from self-assessments, before other plugins read it."""
        titles.of_tags(page)
        known = self._library.counts if self._library else {}
        for name in ("title", "description"):
            if isinstance(written := page.meta.get(name), str):
                page.meta[name] = counts.filled(written, known)
        return counts.filled(markdown, known)

    def _compose(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Add the markers to a self-assessment's Markdown, and put the readable checklist into an article."""
        if not self._current:
            return markdown
        self._moving.current = self._current.moves(page)
        composed, problems = self._current.markdown(markdown, page)
        builds.report(problems, config, log)
        builds.fail_on_errors(config)
        return composed

    on_page_markdown = CombinedEvent(_fill_in, _compose)

    @at(phases.MARKDOWN_MADE)
    def _unguard(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Take out what kept texts within a line from becoming blocks."""
        self._moving.current = Moves()
        return without_guards(html)

    def _insert(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Insert the pieces into the templates, and the cards into the articles."""
        if not self._current:
            return html
        builds.report(self._current.unread(html, page), config, log)
        builds.fail_on_errors(config)
        return self._current.content(html, page)

    on_page_content = CombinedEvent(_unguard, _insert)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Make the titles in the menu text; not in `on_nav`, where plugins for menus want to be the first."""
        titles.of_menu(context["nav"].items)
        if template_name == "sitemap.xml":
            context["pages"] = [file for file in context["pages"] if file.generated_by not in own_files.TOOLS]
        return context

    def on_page_context(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Make the edit button of a generated page open what it is made from."""
        if self._menu is not nav:
            titles.of_menu(nav.items)
            self._menu = nav
        is_of_option = page.file.generated_by == own_files.MY_RESULTS_BY
        origin = edit_links.option("my_results", config) if is_of_option else static_i18n.origin(page.file)
        edit_links.lead_to(page, origin, config)
        return context

    @at(phases.TITLES)
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Make titles and settings text, before anything inserts them; give templates the self-assessments."""
        titles.of_site(files, config)
        env.globals["self_assessments"] = self._current.for_templates if self._current else {}
        return env

    @at(phases.FINISHED_PAGE)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Escape title and description in the head; insert where the reader stopped."""
        if self._current:
            output = self._current.finished(output, page)
        return titles.with_safe_head(output, page, config)

    @at(phases.ALL_LANGUAGES)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the pages for frames and print advice once, after the last language."""
        if static_i18n.is_first_build(config):
            if self.config.embed:
                own_files.write_framed(config)
            builds.give_advice(config, log)

    # --- used by `incremental` ------------------------------------------------------------------------------------

    @property
    def read_sources(self) -> Mapping[str, bytes]:
        """The files with self-assessments, of all languages, by path: their content counts for every page."""
        found = self._library.assessments if self._library else ()
        return {a.questionnaire.uri: self._sources.get(a.questionnaire.uri, b"") for a in found}

    @property
    def current(self) -> Assessments | None:
        """Self-assessments on the pages of the current locale."""
        return self._current

    @property
    def own_words(self) -> Path | None:
        """Folder of the site's own words."""
        return Path(self.config.strings) if self.config.strings else None

    @property
    def _options(self) -> Options:
        config = self.config
        folder, kit = config.folder.strip("/"), (config.kit or "").strip("/")
        return Options(folder, self.own_words, config.cards, config.my_results, config.team, kit)
