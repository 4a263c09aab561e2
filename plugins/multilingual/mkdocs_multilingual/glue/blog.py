"""Material's blog, once for each language that static-i18n builds."""

from __future__ import annotations

import posixpath
from html import escape
from typing import Any
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from ..addresses import slugs
from ..blog import links
from ..blog.rules import BlogRules
from ..feeds.model import Feed
from ..library import Library, SourcePage
from ..page_html import into_head
from . import addresses, feeds, languages, neighbours
from .localized import Elsewhere, move
from .surveying_blog import SurveyingBlog


class MultilingualBlogPlugin(SurveyingBlog):
    """Has a name of its own, since static-i18n rearranges what is called `material/blog`."""

    _feed: Feed

    def on_config(self, config: MkDocsConfig) -> None:
        """Turn to the language of this build; one without a blog's front page has no blog."""
        i18n: Any = config.plugins.get("i18n")
        self._multilingual: Any = config.plugins.get("multilingual")
        if i18n is None or self._multilingual is None:
            raise PluginError("multilingual-blog: needs the plugins i18n (mkdocs-static-i18n) and multilingual.")
        self._locale = languages.current(config)
        self.config.blog_dir = f"{self._locale}/{self.folder}"
        self.config.enabled = self._enabled and self._has_blog(self._locale, config)
        super().on_config(config)

    @event_priority(-110)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Make the pages of the blog, after static-i18n has sorted the files of the language."""
        if not self._enabled:
            return
        i18n: Any = config.plugins["i18n"]
        if not i18n.building:
            self._survey = self._look_around(config)
        self._lead_elsewhere(files)
        if not self.config.enabled:
            return
        self.authors = self._authors(config)
        super().on_files(files, config=config)
        for file in files.documentation_pages(inclusion=lambda level: True):
            if file.src_uri.startswith(f"{self.config.blog_dir}/"):
                self._survey.pair(file, self._locale)
        for file in files.media_files():
            self._publish_beside_posts(file, config)
        if self._has_feeds(config):
            feeds.add_files(files, self.blog, self._locale, self._site, config)

    @event_priority(-50)
    def _attach_lists(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put the blog's pages into the menu, which then has no archive while there are no posts."""
        if self.config.enabled:
            archive, self.config.archive = self.config.archive, bool(self.config.archive and self.blog.posts)
            super().on_nav(nav, config=config, files=files)
            self.config.archive = archive
        if self._enabled:
            i18n: Any = config.plugins["i18n"]
            i18n.i18n_files_per_language[self._locale] = files.documentation_pages()
        return nav

    @event_priority(-120)
    def _join_neighbours(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Say what comes before and after, when the menu is as readers will have it."""
        if self.config.enabled:
            neighbours.mend(self.blog, nav)
        return nav

    on_nav = CombinedEvent(_attach_lists, _join_neighbours)

    @event_priority(-50)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
        """The further pages of a list are told apart by their titles."""
        changed: str | None = super().on_page_markdown(markdown, page=page, config=config, files=files)
        numbered = getattr(page, "pages", [])
        if changed is None or not self.config.enabled or page not in numbered[1:]:
            return changed
        words = self._multilingual.word(self._locale, "blog.page") or "{title} ({n})"
        title = changed.removeprefix("# ")
        return "# " + words.replace("{title}", title).replace("{n}", str(numbered.index(page) + 1))

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str | None:
        """A blog without posts says so."""
        super().on_page_content(html, page=page, config=config, files=files)
        if self.config.enabled and page == self.blog and not self.blog.posts:
            word = self._multilingual.word(self._locale, "blog.empty")
            return f"{html}\n<p>{escape(word)}</p>" if word else None
        return None

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Write the feeds, when all posts have been read and the static files haven't been copied."""
        if self.config.enabled:
            self._check_links(files)
        super().on_env(env, config=config, files=files)
        if self.config.enabled:
            self._lead_on(files, config)
        if self._has_feeds(config):
            separator = self.config.post_excerpt_separator
            posts = [post for post in self.blog.posts if not self._is_draft(post)]
            self._feed = feeds.make(self.blog, posts, self._locale, separator, self.config.feeds_posts, config)
            feeds.write(files, self._feed, self.config.blog_dir)
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Tell of the feeds on every page of the language."""
        return into_head(output, feeds.head_links(self._feed)) if self._has_feeds(config) else output

    def _has_feeds(self, config: MkDocsConfig) -> bool:
        """Whether this language has feeds; their addresses must be absolute."""
        return bool(self.config.enabled and self.config.feeds and config.site_url)

    def _is_draft(self, post: Any) -> bool:
        """Whether a post would be left out of the published site, though `mkdocs serve` shows it."""
        shown, self.config.draft = self.config.draft, False
        try:
            return bool(self._is_excluded(post))
        finally:
            self.config.draft = shown

    # --- what the checks ask ------------------------------------------------------------------------------------

    def rules(self, config: MkDocsConfig) -> BlogRules:
        """The options, for the checks of all languages."""
        options = self.config
        return BlogRules(
            self.folder,
            posixpath.normpath(options.post_dir.format(blog=self.folder)),
            posixpath.normpath(options.authors_file.format(blog=self.folder)),
            bool(options.authors),
            bool(options.categories),
            tuple(options.categories_allowed),
            options.post_excerpt_separator,
            options.post_excerpt == "required",
            lambda page, slug: self._address(page, slug, config),
            self._site.docs_dir,
        )

    def _address(self, page: SourcePage, slug: str | None, config: MkDocsConfig) -> str:
        with self._speaking(page.locale):
            post = self._resolve_post(self._path_to_file(page.uri, config, temp=False), config)
            return f"/{unquote((self._place(post, slug, config) if slug else post.file).url)}"

    def _place(self, post: Any, slug: str, config: MkDocsConfig) -> File:
        """Where a post would be with another slug."""
        own, post.config.slug = post.config.slug, slug
        path = self._format_path_for_post(post, config)
        post.config.slug = own
        return self._path_to_file(path, config)

    def _lead_on(self, files: Files, config: MkDocsConfig) -> None:
        """Add a page at each former address of a post."""
        taken = {file.dest_uri for file in files}
        for post in self.blog.posts:
            page = self._multilingual.library.page(self._locale, post.file.norm_src_uri)
            for slug in slugs.of(page.uri, page.locale, page.key, page.matter)[0].former:
                place = self._place(post, slug, config)
                if place.dest_uri not in taken:
                    files.append(
                        addresses.redirect(place.dest_uri, post.file, self._multilingual.renderer(config), config)
                    )

    def _check_links(self, files: Files) -> None:
        """Related pages are looked for when every page is there, those that plugins make too."""
        library: Library = self._multilingual.library
        pages = (library.pages[self._locale, page.key] for page in library.in_language(self._locale))
        shown = {post.file.src_uri for post in self.blog.posts}
        self._multilingual.report(
            [
                problem
                for page in pages
                if page.uri in shown
                for problem in links.check(page, lambda path: files.get_file_from_path(path) is not None, library)
            ]
        )

    # --- the language being built -------------------------------------------------------------------------------

    def _lead_elsewhere(self, files: Files) -> None:
        """Where static-i18n falls back on the source language, take its blog out: links lead to it where it is."""
        source = f"{self._site.source_locale}/{self.folder}/"
        if self._locale == self._site.source_locale:
            return
        for file in list(files.documentation_pages(inclusion=lambda level: True)):
            if file.src_uri.startswith(source):
                files.remove(file)
                blog = self._survey.blogs.get(self._site.source_locale)
                key = self._survey.keys.get(file.src_uri)
                if blog and key and key in blog.files:
                    files.append(Elsewhere(file, blog.files[key]))

    def _publish_beside_posts(self, file: File, config: MkDocsConfig) -> None:
        """Take the posts' folder out of their images' addresses; Material does where the language has a prefix."""
        posts_dir = posixpath.normpath(self.config.post_dir.format(blog=self.folder))
        if file.dest_uri.startswith(f"{posts_dir}/") and file.src_uri.startswith(f"{self._locale}/"):
            move(file, file.dest_uri.replace(posts_dir, self.folder, 1), config)
