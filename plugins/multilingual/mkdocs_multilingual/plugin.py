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
from .glue import (
    addresses,
    assets,
    figures,
    glossary,
    languages,
    menu,
    not_found,
    share_images,
    suggestion,
    tags,
    translation_state,
    typography,
)
from .glue.fallback import Fallbacks
from .glue.head import SITEMAP, Head, has_own
from .glue.search import Search
from .glue.topics import Topics
from .library import Library
from .rendering import Renderer, Renderers
from .site import Site
from .translations.states import Translation, states

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
            languages.begin()
            languages.tell_of_missing_words(self._site)
            self._renderers = Renderers(self._site.strings)
            share_images.check(self.config.share_images)
            self._search = Search(config, self._site, self._renderers) if self.config.search else None
            self._head = Head(self._site, self.config.image)
            if not config.site_url:
                log.info("Without `site_url` pages have no absolute addresses: no canonical, hreflang and sitemap.")
        languages.reset_switcher(config)
        languages.set_theme_language(config)
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
        self._translations: list[Translation]
        self._translations, found = states(self._library, self._site)
        problems += found
        if "self-assessment" in config.plugins:
            problems = [p for p in problems if not isinstance(p.code, FileCode)]  # which it reports
        blog_plugin: Any = config.plugins.get("multilingual-blog")
        blog = blog_plugin.files_to_check(config, self._site.languages, self._site.docs_dir) if blog_plugin else None
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
            if self.config.status_page:
                renderer = self._renderers(self._site.source_locale)
                self._status = translation_state.status_file(self.config.status_page, files, config, renderer)
                files.append(self._status)
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

    @event_priority(-110)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Make one menu of a language's own pages and of those that stand in, when static-i18n has made two of them."""
        locale = languages.current(config)
        self._fallbacks = Fallbacks(self._site, locale, files, self._renderers)
        if config.nav is None:
            menu.merge_sections(nav, locale)
        menu.leave_out(nav, self._fallbacks.dead_ends)
        return nav

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

    def on_env(self, env: Any, config: MkDocsConfig, files: Files) -> Any:
        """Add what must know the titles of other pages, when all have been read."""
        self._fallbacks.show(config.site_url or "")
        translation_state.add_notices(self._translations, files, config, self._site, self._renderers)
        if languages.current(config) == self._site.source_locale and self.config.status_page and self._status.page:
            renderer = self._renderers(self._site.source_locale)
            translation_state.fill_status(self._status.page, self._translations, files, config, self._site, renderer)
        addresses.lead_on(files, self._addresses, self._renderers, config)
        if self.config.share_images.enabled:
            share_images.add(files, self._library, languages.current(config), self.config.share_images, config)
        self._topics = Topics(files, self._site, config)
        return env

    def on_pre_template(self, template: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Leave the sitemap to the end: static-i18n's lists every page, once for each language."""
        leave = template_name == SITEMAP and not has_own(config, SITEMAP)
        return template.environment.from_string("") if leave else template

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Keep the source language's page for addresses that aren't found."""
        if template_name != not_found.TEMPLATE:
            return output_content
        if languages.current(config) != self._site.source_locale:
            return ""
        output = not_found.in_every_language(
            output_content, self._files, config, self._site, self._library, self._renderers
        )
        output = self._head.finish_not_found(output)
        return self._search.with_button(output, None, self._files, config) if self._search else output

    @event_priority(100)
    def _reset_switcher(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Forget the switcher of the page before, which a page that static-i18n doesn't know would keep."""
        languages.reset_switcher(config)
        return context

    @event_priority(-110)
    def _add_lists(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Add the lists of topics, after the text has been put into a search index and the blog has made its lists."""
        if self.config.typography:
            typography.set_excerpts(context, page, config)
        if self._search:
            self._search.hold(page)
        self._topics.add_lists(page, self._renderers)
        return context

    on_page_context = CombinedEvent(_reset_switcher, _add_lists)

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Finish the page: its head, the language of each part, what is suggested to readers of another, the search."""
        output = self._head.finish(output, page, config, self._library)
        output = self._fallbacks.with_languages(output, page)
        if self.config.suggestion:
            output = suggestion.with_suggestions(output, page, config, self._site, self._library, self._renderers)
        if self._search:
            self._search.take(output, page, self._files, config)
            output = self._search.with_button(output, page.url, self._files, config)
        return output

    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what all languages share, after static-i18n has built the last."""
        if not config.plugins["i18n"].building:  # type: ignore[attr-defined]
            self._head.write_sitemap(config)
            for warning in self._search.write(config) if self._search else []:
                log.warning(warning)

    @property
    def site(self) -> Site:
        """The languages."""
        return self._site

    @property
    def library(self) -> Library:
        """The pages of all languages."""
        return self._library

    def renderer(self, config: MkDocsConfig) -> Renderer:
        """What makes HTML of the language of the build."""
        return self._renderers(languages.current(config))

    def word(self, locale: str, key: str) -> str | None:
        """A word of a language that this plugin or the site has words for; `None` for any other."""
        return words.own(locale, key, self._site.strings)

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
