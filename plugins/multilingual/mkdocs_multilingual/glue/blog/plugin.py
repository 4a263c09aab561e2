"""MkDocs hooks of the blog: each stores a new frozen value for the current locale."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_foundation.caching import page_reads
from mkdocs_foundation.glue import builds, collector, phases, static_i18n, titles
from mkdocs_foundation.glue.phases import at
from mkdocs_foundation.output.web_addresses import base
from mkdocs_foundation.reports.message import of_error, shown
from mkdocs_foundation.site import Site, Structure

from ...addresses.blog_place import BlogPlace, PlaceError, place
from ...blog import checks, links, posts, reading_time
from ...blog.authors import Author
from ...blog.checks import BlogFiles
from ...blog.options import BlogOptions
from ...blog.posts import Drafts
from ...page_html import into_head
from .. import assets
from ..relations import SCRIPT, with_script
from . import building, feeds, former_addresses, listing, menu, related, sources, templates
from .building import LanguageBlog
from .config import PREFIXES, MultilingualBlogConfig, options_of
from .host import Host, demand, host_of, log
from .incremental import IncrementalShare
from .pages import PAGE_KINDS, Post, View
from .survey import Survey, nothing_found, replace_source_blog, set_all_counterparts, survey


class MultilingualBlogPlugin(BasePlugin[MultilingualBlogConfig]):
    """A blog with Material's options, templates and their variables, once for each language."""

    def __init__(self) -> None:
        """Begin without a language."""
        super().__init__()
        self.incremental = IncrementalShare(self)
        self._is_serving = False
        self._is_dirty = False
        self._host: Host | None = None
        self._survey = Survey()
        self._place = BlogPlace()
        self._blog: LanguageBlog | None = None

    # --- used by other plugins ----------------------------------------------------------------------------------

    @property
    def folder(self) -> str:
        """Folder of the blog, within the folder of each language; "" where that is the blog's."""
        return self._options.place.folder

    @property
    def blog(self) -> View | None:
        """The front page in the language of the build, with the posts; `None` for a language without a blog."""
        return self._blog.index if self._blog else None

    @property
    def authors(self) -> dict[str, Author]:
        """Authors of the current locale, by id."""
        return dict(self._blog.people) if self._blog else {}

    def files_to_check(self, config: MkDocsConfig, site: Site) -> BlogFiles | None:
        """Options and files for the checks of all languages; `None` where the blog is switched off."""
        if not self.config.enabled:
            return None
        rules = sources.rules(self.config, self._options, site, config.use_directory_urls)
        return sources.read(rules, site, Path(config.docs_dir))

    # --- the hooks, in the order of a build ---------------------------------------------------------------------

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Read whether drafts are shown; keeps this object across the builds of `mkdocs serve`."""
        self._is_serving = command == "serve"
        self._is_dirty = dirty
        collector.begin()

    def on_shutdown(self) -> None:
        """Give Python its own ways back."""
        collector.end()

    def on_config(self, config: MkDocsConfig) -> None:
        """Begin a language."""
        if self.config.enabled:
            demand(config)
        self._host = self._blog = None
        if self.config.enabled:
            site = builds.begin(config, PAGE_KINDS).site
            try:
                self._place = place(self.config.blog_dir, self.config.post_dir, self.config.authors_file, site)
            except PlaceError as error:
                raise PluginError(shown(of_error(error))) from None

    @at(phases.GENERATED_FILES)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Make the pages of the blog, after static-i18n has sorted the files of the language."""
        if not self.config.enabled:
            return
        options = self._options
        self._host = host = host_of(config, files)
        static_i18n.localize_all(files, host.site)
        builds.settle(config, log)
        if host.is_first:
            found = self.files_to_check(config, host.site)
            assert found is not None
            if host.is_alone:
                host.report(checks.check(host.library, host.site, found))
            self._survey = survey(host, options, found, self._drafts, config)
            if warning := nothing_found(self._survey, self._place, host.site):
                log.warning(warning)
        replace_source_blog(self._survey, files, options, host)
        plan = self._survey.plans.get(host.locale)
        if plan is None:
            return
        self._blog = building.build(plan, options, files, host, config)
        if host.site.structure is not Structure.SINGLE:
            set_all_counterparts(self._survey, files, options, host)
        building.publish_beside_posts(files, options, host, config)
        if self._has_feeds(config):
            if host.is_alone:
                files.append(assets.script_of(config, SCRIPT))
            feeds.add_files(files, options.place, host, config)

    @at(phases.MENU_LISTS)
    def _attach_lists(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put the lists into the menu."""
        if self._host and self._blog:
            titles = {
                kind: menu.title(self.config[f"{prefix}_name"], self._host, config)
                for kind, prefix in PREFIXES.items()
                if self._blog.of(kind)
            }
            menu.attach(self._blog, nav, titles, self._options)
            static_i18n.register_pages(files, self._host.locale, config)
        return nav

    @at(phases.NEIGHBOURS)
    def _join_neighbours(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Set previous and next pages, when the menu is complete."""
        if self._blog:
            menu.join_neighbours(self._blog, nav)
        return nav

    on_nav = CombinedEvent(_attach_lists, _join_neighbours)

    @at(phases.LIST_TITLES)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
        """Give further pages of a list their whole text: a title with the number of the page."""
        if not isinstance(page, View) or page is page.first or self.config.pagination_keep_content or not self._host:
            return None
        words = self._host.word("blog.page") or "{title} ({n})"
        title = str(page.first.title or page.name or "")
        numbered = words.replace("{title}", title).replace("{n}", str(page.number))
        # Themes put the page under way in place of the list's first one in the menu, whose name doesn't change.
        page.title, page.meta["title"] = title, numbered
        return f"# {numbered}"

    @at(phases.CONVERTED_TEXT)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
        """Keep the HTML of a post for lists, before other plugins change it; put a notice on a blog without posts."""
        if isinstance(page, Post):
            page.converted = html
            if self._options.words_per_minute and not page.config.readtime:
                minutes = reading_time.minutes(html, self._options.words_per_minute)
                page.config = replace(page.config, readtime=minutes)
        elif self._host and self._blog and page is self._blog.index and not self._blog.posts:
            word = self._host.word("blog.empty")
            return f"{html}\n<p>{escape(word)}</p>" if word else None
        return None

    @at(phases.TITLES)
    def _titles(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Make titles and settings text, before anything inserts them."""
        if self._blog:
            titles.of_site(files, config)
        return env

    def _add_to_pages(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Add what needs all pages: related pages, the feeds, and pages at former addresses."""
        if not self._host or not self._blog:
            return env
        self._relate(self._host, self._blog, files)
        templates.add_filters(env, self._blog.lists, self._options.post_date_format, self._host.locale)
        templates.add_posts(env, self._blog.index.posts, self._blog.people)
        former_addresses.add_redirects(self._blog, self._options, files, self._host, config)
        if self._has_feeds(config):
            feed = feeds.make(self._blog, self._options.separator, self.config.feeds_posts, config)
            feeds.write(files, feed, self._place, self._host)
            self._blog = replace(self._blog, feed=feed)
        return env

    on_env = CombinedEvent(_titles, _add_to_pages)

    @at(phases.POST_LISTS)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the template of a list its posts, and the links to its other pages."""
        if isinstance(page, View):
            given: Any = context
            given["posts"] = listing.shown_posts(page, self._options, config)
            given["pagination"] = listing.pager(page, self._options, self.config)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Name the feeds on every page of the language."""
        feed = self._blog.feed if self._blog else None
        output = into_head(output, feeds.head_links(feed)) if feed else output
        return with_script(output, page.url, config) if self._host and self._host.is_alone else output

    # --- helpers ------------------------------------------------------------------------------------------------

    @property
    def _options(self) -> BlogOptions:
        return options_of(self.config, self._place)

    @property
    def _drafts(self) -> Drafts:
        is_shown = self.config.draft or (self._is_serving and self.config.draft_on_serve)
        return Drafts(is_shown, posts.now() if self.config.draft_if_future_date else None)

    def _has_feeds(self, config: MkDocsConfig) -> bool:
        """Whether there are feeds, which need `site_url` for absolute addresses."""
        return bool(self.config.feeds and base(config.site_url))

    def _relate(self, host: Host, blog: LanguageBlog, files: Files) -> None:
        """Find the related pages of each post, those that plugins make too."""
        problems = []
        for post in blog.posts:
            source = host.library.page(blog.locale, host.site.key_of(post.file.src_uri))
            if source is None:
                continue
            problems += links.check(source, lambda path: files.get_file_from_path(path) is not None, host.library)
            with page_reads.on(post.file.src_uri):
                found, without_place = related.navigation(source, files, has_anchors=not self._is_dirty)
                post.config = replace(post.config, links=found)
            problems += without_place
        host.report(problems)
