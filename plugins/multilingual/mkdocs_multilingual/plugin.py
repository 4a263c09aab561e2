"""MkDocs hooks: each calls the glue in a named phase, and stores one frozen value as state."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_foundation.caching import page_reads
from mkdocs_foundation.glue import assets as foundation_assets
from mkdocs_foundation.glue import builds, phases, serving, static_i18n, titles
from mkdocs_foundation.glue.moving import Moving
from mkdocs_foundation.glue.phases import at
from mkdocs_foundation.glue.theme import menus
from mkdocs_foundation.reports.problems import Checks
from mkdocs_foundation.templates.compiled import CompiledTemplates

from .config import MultilingualConfig
from .fallback.mode import Fallback
from .figures.drawing import Drawing
from .figures.placing import place
from .glue import (
    addresses,
    advice,
    assets,
    by_template,
    figures,
    finishing,
    glossary,
    languages,
    menu,
    not_found,
    offline,
    side_by_side,
    start_pages,
    tags,
    translation_state,
    typography,
)
from .glue.fallback import Fallbacks
from .glue.head import SITEMAP, has_own
from .glue.incremental import IncrementalShare
from .glue.state import Build
from .glue.texts import Texts
from .glue.whole import Current, Whole, before_first_language, editor_files, show_others, write_shared
from .topics import membership

log = get_plugin_logger("multilingual")


class MultilingualPlugin(serving.ServedPlugin, BasePlugin[MultilingualConfig]):
    """Corrects the output of static-i18n and Material, once for each language."""

    _whole: Whole | None = None
    _drawings: Mapping[str, Drawing] = {}
    _current: Current | None = None

    def __init__(self) -> None:
        """Begin without a site; templates of the theme stay compiled as long as `mkdocs serve` runs."""
        super().__init__()
        self._theme_templates = CompiledTemplates()
        self._moving = Moving("multilingual")
        self._others = side_by_side.Others()
        self._texts = Texts()
        self.incremental = IncrementalShare(lambda: self.config, lambda: (self._known, self._under_way, self._drawings))

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the languages, and load the styles."""
        serving.begin_build(config)
        builds.hear_anew(config)
        site = builds.begin(config, [membership.HUB, membership.TOPIC_LIST]).site
        builds.set_checks(config, Checks(self.config.checks))
        if static_i18n.is_first_build(config):
            static_i18n.begin()
            self._whole = before_first_language(config, self.config, site, self.is_served)
        notices = (locale for locale, mode in self._known.fallbacks.items() if mode is Fallback.NOTICE)
        builds.set_without_fallbacks(config, notices)
        static_i18n.reset_switcher(config)
        static_i18n.set_theme_language(config, site, languages.THEMES[1:])
        foundation_assets.add_style(config, assets.style_uri(self._known.unused(self.config, config)))
        self._moving.add_to(config)
        return config

    @at(phases.CHECKS_BEGUN)
    def _begin_checks(self, files: Files, config: MkDocsConfig) -> Files:
        """Read what the pages of all languages are made with, and begin to check their texts."""
        if static_i18n.is_first_build(config):
            self._whole = self._texts.begin(self._known, 1 if self.is_served else self.config.jobs, files, config)
        return files

    @at(phases.READ)
    def _read(self, files: Files, config: MkDocsConfig) -> Files:
        """Read every language at once."""
        whole = self._known
        builds.settle(config, log)
        self._drawings, problems = figures.collect(files, self.config.figures, list(whole.site.languages))
        build = builds.read(files, config)
        if static_i18n.is_first_build(config):
            languages.tell_missing_address(config)
            translations, found = translation_state.read(build, config, self.config.with_source, log)
            self._whole = replace(whole, reading=replace(whole.reading, translations=tuple(translations)))
            self._texts.report([*problems, *build.file_problems, *found])
        else:
            builds.report(problems, config, log)
        return files

    @at(phases.CHECKED)
    def _fail(self, files: Files, config: MkDocsConfig) -> Files:
        """End the build where there are errors, after every plugin has reported."""
        builds.fail_on_errors(config)
        return files

    @at(phases.GENERATED_FILES)
    def _add_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add scripts, styles, the editor and the status page, after static-i18n has dropped what it doesn't know."""
        whole = self._known
        language = builds.language(files, config)
        static_i18n.localize_all(files, language.site)
        build = Build(language, config, whole.renderers, whole.fallbacks, whole.reading)
        status = None
        if language.is_source:
            own = assets.asset_files(config, whole.unused(self.config, config))
            for file in [*own, *editor_files(whole, self.config.editor, build)]:
                files.append(file)
            if self.config.status_page and len(language.site.languages) > 1:
                renderer = whole.renderers(language.locale)
                status = translation_state.status_file(self.config.status_page, files, config, renderer)
                files.append(status)
        by_template.mark(files, self.config.translated, language)
        self._current = Current(build, status)
        return files

    @at(phases.ADDRESSES)
    def _place(self, files: Files, config: MkDocsConfig) -> Files:
        """Give the pages their addresses, when other plugins have added theirs."""
        whole, current = self._known, self._under_way
        page_addresses, problems = addresses.with_generated(whole.reading.addresses, files)
        builds.report([*problems, *advice.missing(files, config)], config, log)
        builds.fail_on_errors(config)
        reading = replace(whole.reading, addresses=page_addresses)
        self._whole = replace(whole, reading=reading)
        self._current = replace(current, build=replace(current.build, reading=reading))
        addresses.place(files, page_addresses, config)
        return files

    on_files = CombinedEvent(_begin_checks, _read, _fail, _add_files, _place)

    @at(phases.GIVEN_MENU)
    def _keep_menu(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Remember the order that another plugin has set, and name language folders as static-i18n looks for them."""
        build = self._under_way.build
        if config.nav is None:
            self._current = replace(self._under_way, given_menu=menu.given_order(nav, build.site, build.locale))
        return static_i18n.name_language_folders(nav, config, build.site)

    @at(phases.MENU)
    def _order_menu(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Make one menu of a language's own pages and of fallbacks, when static-i18n has made two of them."""
        current = self._under_way
        fallbacks = Fallbacks(replace(current.build, language=replace(current.build.language, files=files)))
        self._current = replace(current, fallbacks=fallbacks)
        menu.restore(nav, current.given_menu)
        if current.build.language.is_source:
            self._whole = replace(self._known, menu=menu.order(nav, current.build.site))
        if config.nav is None:
            menu.merge_sections(nav, current.build.locale, current.build.site, self._known.menu)
        return menu.leave_out(nav, fallbacks.dead_ends)

    @at(phases.OTHER_LANGUAGES)
    def _begin_others(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Begin the other languages in processes of their own."""
        self._current = replace(self._under_way, nav=nav)
        self._others.begin(self._known, self.config.jobs, config)
        return nav

    on_nav = CombinedEvent(_keep_menu, _order_menu, titles.of_navigation, _begin_others)

    @at(phases.PAGE_SETTINGS)
    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Change settings of the page before other plugins read them."""
        titles.of_tags(page)
        tags.leave_out_of_fallbacks(page, self._under_way.build.locale, config)
        self._moving.current = addresses.moves(page.file, self._under_way.build)
        return markdown

    @at(phases.TEXT)
    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Insert the drawings and set the prose, in the language of the text."""
        build = self._under_way.build
        html = place(html, self._drawings, self.config.figures, static_i18n.text_locale(page.file, build.locale))
        html = glossary.explain(html, page, self.config.glossary, build)
        return typography.set_page(html, page, build) if self.config.typography else html

    @at(phases.TITLES)
    def _titles(self, env: Any, config: MkDocsConfig, files: Files) -> Any:
        """Make titles and settings text, before anything inserts them."""
        titles.of_site(files, config)
        return env

    def _add_to_pages(self, env: Any, config: MkDocsConfig, files: Files) -> Any:
        """Add what needs the titles of other pages, when all have been read."""
        menus.install(env, config, self._theme_templates)
        current = self._under_way
        build = replace(current.build, language=replace(current.build.language, files=files))
        topics = show_others(current, build, self.config)
        for message in start_pages.without_pages(self.config, build):
            log.info(message)
        search_pages = self._known.search.read(build) if self._known.search else None
        self._current = replace(current, build=build, env=env, topics=topics, search_pages=search_pages)
        return env

    on_env = CombinedEvent(_titles, _add_to_pages)

    def on_pre_template(self, template: Any, *, template_name: str, config: MkDocsConfig) -> Any:
        """Leave the sitemap to the end: static-i18n's lists every page, once for each language."""
        is_kept = template_name != SITEMAP or has_own(config, SITEMAP)
        return template if is_kept else template.environment.from_string("")

    @at(phases.NOT_FOUND)
    @page_reads.apart()
    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Make a page for addresses that aren't found in each language; a host serves that of the source language."""
        whole, current = self._known, self._under_way
        if template_name != not_found.TEMPLATE:
            is_page = template_name.endswith(".html")
            return whole.head.finish_template(output_content, config) if is_page else output_content
        build = current.build
        if whole.offline:
            offline.write_page(whole.head.finish_not_found(output_content, config), build)
        found = not_found.page_of(output_content, build, self.config.start_pages, whole.search is not None)
        output = whole.head.finish_not_found(found or output_content, config)
        if whole.search and current.search_pages:
            output = whole.search.with_button(output, None, build, current.search_pages)
        return not_found.publish(output, build, found is not None)

    @at(phases.LANGUAGE_SWITCHER)
    def _reset_switcher(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Reset the switcher, which a page that static-i18n doesn't know would take over from the page before."""
        static_i18n.reset_switcher(config)
        return context

    @at(phases.LISTS)
    def _add_lists(
        self, context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Add the lists of topics, after the text has been put into a search index and the blog has made its lists."""
        whole, current = self._known, self._under_way
        translation_state.add_notice(page, current.outdated, current.build)
        if self.config.typography:
            typography.set_excerpts(context, page, current.build)
        if whole.search:
            whole.search.hold(page)
        if current.topics:
            current.topics.add_lists(page)
        return context

    on_page_context = CombinedEvent(_reset_switcher, _add_lists)

    @at(phases.FINISHED_PAGE)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Finish the page: its head, the language of each part, the suggestion of another language, the search."""
        output, self.incremental.left = finishing.finish(output, page, self._known, self._under_way, self.config)
        return output

    @at(phases.JOINED)
    def _join_others(self, *, config: MkDocsConfig) -> None:
        """Begin the index of the language while the next one is built; wait for processes that build others."""
        self._others.join(self._known, self._under_way, config, self._texts.end)

    @at(phases.OTHERS_SKIPPED)
    def _end_others(self, *, config: MkDocsConfig) -> None:
        """Let the build be that of the first language again, as it is where the others are built one by one."""
        self._others.end(config)

    @at(phases.ALL_LANGUAGES)
    def _write_shared(self, *, config: MkDocsConfig) -> None:
        """Write what all languages share, after the last has been built."""
        if static_i18n.is_first_build(config):
            write_shared(self._known, config)
            builds.give_advice(config, log)

    on_post_build = CombinedEvent(_join_others, _end_others, _write_shared)

    def _stop_others(self, *, error: Exception) -> None:
        """End the processes that build other languages, and the one that writes a search index; tell what is known."""
        self._others.stop(self._whole)
        self._texts.stop()

    on_build_error = CombinedEvent(_stop_others, serving.ServedPlugin.on_build_error)

    @property
    def _known(self) -> Whole:
        """What `on_config` has made."""
        assert self._whole is not None
        return self._whole

    @property
    def _under_way(self) -> Current:
        """What `on_files` has made."""
        assert self._current is not None
        return self._current
