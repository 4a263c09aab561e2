"""MkDocs hooks: translate what MkDocs says into what the core asks for, delegate, report."""

from __future__ import annotations

from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_foundation.problems import Problem, Severity
from mkdocs_foundation.source_files import FileCode

from . import checking, library, words
from .config import MultilingualConfig
from .figures.placing import place
from .glue import addresses, assets, blog_files, figures, glossary, languages, share_images, tags, typography
from .glue.search import Search
from .glue.topics import Topics
from .library import Library
from .rendering import Renderers
from .site import Site

log = get_plugin_logger("multilingual")


class MultilingualPlugin(BasePlugin[MultilingualConfig]):
    """Makes right, once for each language that static-i18n builds, what neither it nor Material knows."""

    _search: Search | None = None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keep this object across the builds of `mkdocs serve`."""

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Learn the languages, and load the styles."""
        self._site = languages.describe(config, self.config)
        if not config.plugins["i18n"].building:  # type: ignore[attr-defined]
            self._renderers = Renderers(self._site.strings)
            share_images.check(self.config.share_images)
            self._search = Search(config, self._site, self._renderers) if self.config.search else None
        assets.add_style(config)
        return config

    @event_priority(50)
    def _read(self, files: Files, config: MkDocsConfig) -> Files:
        """Read and check every language at once, before static-i18n keeps only the files of one."""
        i18n: Any = config.plugins["i18n"]
        self._drawings, problems = figures.collect(files, self.config.figures, list(self._site.languages))
        self.report(problems)
        if i18n.building:
            return files
        pages = [f for f in files.documentation_pages() if not f.inclusion.is_excluded()]
        self._library: Library
        self._library, problems = library.read([(f.src_uri, f.content_bytes) for f in pages], self._site)
        if "self-assessment" in config.plugins:
            problems = [p for p in problems if not isinstance(p.code, FileCode)]  # which it reports
        blog = blog_files.read(config, self._site)
        checked = checking.check(self._library, self._site, languages.falls_back(config), blog)
        self._addresses = checked.addresses
        self._glossaries = checked.glossaries
        problems += checked.problems
        self.report(problems)
        return files

    @event_priority(-110)
    def _add_assets(self, files: Files, config: MkDocsConfig) -> Files:
        """Add scripts and styles, after static-i18n has dropped what it doesn't know."""
        if languages.current(config) == self._site.source_locale:
            for asset in assets.asset_files(config):
                files.append(asset)
        self._files = files
        return files

    @event_priority(-115)
    def _place(self, files: Files, config: MkDocsConfig) -> Files:
        """Give the pages their addresses, when other plugins have added theirs."""
        self._addresses, problems = addresses.with_generated(self._addresses, files, config)
        self.report(problems)
        addresses.place(files, self._addresses, config)
        return files

    on_files = CombinedEvent(_read, _add_assets, _place)

    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> Any:
        """Add what must know the titles of other pages, when all have been read."""
        addresses.lead_on(files, self._addresses, self._renderers, config)
        if self.config.share_images.enabled:
            share_images.add(files, self._library, languages.current(config), self.config.share_images, config)
        self._topics = Topics(files, self._site, config)
        return env

    @event_priority(-110)
    def on_page_context(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Add the lists of topics, after the text has been put into a search index and the blog has made its lists."""
        if self.config.typography:
            typography.set_excerpts(context, page, config)
        if self._search:
            self._search.hold(page)
        self._topics.add_lists(page, self._renderers)
        return context

    @event_priority(100)
    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Change settings of the page before other plugins read them."""
        tags.leave_out_of_fallbacks(page, config)
        return markdown

    @event_priority(-50)
    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put the drawings in and set the prose, in the language of the text."""
        locale = str(getattr(page.file, "locale", None) or languages.current(config))
        html = place(html, self._drawings, self.config.figures, locale)
        html = glossary.explain(html, page, locale, self._glossaries, self.config.glossary, self._renderers, files)
        return typography.set_page(html, page, config) if self.config.typography else html

    @property
    def site(self) -> Site:
        """The languages."""
        return self._site

    @property
    def library(self) -> Library:
        """The pages of all languages."""
        return self._library

    def word(self, locale: str, key: str) -> str | None:
        """A word of a language that this plugin or the site has words for; `None` for any other."""
        return words.own(locale, key, self._site.strings)

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Put the search into the page for addresses that are not found."""
        if self._search and template_name == "404.html":
            return self._search.with_button(output_content, None, self._files, config)
        return output_content

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Take the finished page into the search, and put the search into the page."""
        if self._search is None:
            return output
        self._search.take(output, page, self._files, config)
        return self._search.with_button(output, page.url, self._files, config)

    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the index once, after static-i18n has built the last language."""
        if self._search and not config.plugins["i18n"].building:  # type: ignore[attr-defined]
            for warning in self._search.write(config):
                log.warning(warning)

    def report(self, problems: list[Problem]) -> None:
        """Print what is wrong; raises `PluginError` where the site can't be published."""
        for problem in problems:
            report = log.error if problem.severity is Severity.ERROR else log.warning
            report(problem.format(self._site.docs_dir))
        errors = sum(p.severity is Severity.ERROR for p in problems)
        if errors:
            raise PluginError(
                f"multilingual: {errors} error{'s' if errors > 1 else ''}, listed above. Nothing was published."
            )
