"""MkDocs hooks: pages whose inputs are unchanged are taken from the last build."""

from __future__ import annotations

import atexit
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_foundation.caching import built_files, results, store
from mkdocs_foundation.caching.store import Store
from mkdocs_foundation.glue import builds, collector, phases, static_i18n
from mkdocs_foundation.glue.incremental import share_of
from mkdocs_foundation.glue.phases import at
from mkdocs_foundation.glue.theme import menus
from mkdocs_foundation.reports.message import listed, shown, verbatim
from mkdocs_foundation.templates.compiled import CompiledTemplates

from . import known_plugins
from .config import IncrementalConfig
from .glue import disk, event_filters, inputs, languages, pages, templates, unknown
from .glue.disk import Disk
from .glue.inputs import Inputs
from .glue.languages import Languages
from .glue.log_recorder import LogRecorder
from .glue.markdown import Converter
from .glue.page_cache import PageCache
from .glue.whole_site import WholeSite
from .page_store import PageStore
from .saying import say

log = get_plugin_logger("incremental")


class IncrementalPlugin(BasePlugin[IncrementalConfig]):
    """Builds again only what an edit changes."""

    _inputs: Inputs | None = None
    _whole: WholeSite | None = None
    _languages: Languages | None = None
    _of_site: LogRecorder | None = None
    _cache: PageCache | None = None
    _recorder: LogRecorder | None = None
    _templates: CompiledTemplates | None = None

    def __init__(self) -> None:
        """Begin without a build."""
        super().__init__()
        self._menu: Any = None
        self._give_back: Callable[[], None] = lambda: None
        self._is_dirty = self._is_serving = False
        self._reading = ExitStack()
        """Open while what plugins read of the site's files is kept."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Keep this object across the builds of `mkdocs serve`."""
        self._is_dirty, self._is_serving = dirty, command == "serve"
        atexit.register(self._put_back)  # after an interruption, of which MkDocs tells no plugin
        collector.begin()

    def on_shutdown(self) -> None:
        """Give Python its own ways back."""
        collector.end()

    def on_config(self, config: MkDocsConfig) -> None:
        """Put filters before the events of pages."""
        self._cache = None
        if not self._is_on:
            return
        if static_i18n.is_first_build(config):
            self._of_site, self._whole, self._languages = LogRecorder(config), None, None
            self._of_site.listen()
        first = {
            "pre_page": self._asked("begin_reading"),
            "page_context": self._asked("begin_page"),
            "post_page": self._asked("finish"),
        }
        last = {"page_content": self._asked("end_reading"), "post_page": self._asked("end_page")}
        event_filters.of_pages(config, first, last, lambda: bool(self._cache and self._cache.is_taken))
        first_of_site: dict[str, event_filters.Method] = {
            "files": self._leave_out,
            "nav": self._give_back_menu,
            "post_build": self._begin_end,
        }
        last_of_site: dict[str, event_filters.Method] = {"env": self._settle, "post_build": self._end}
        event_filters.of_site(config, first_of_site, last_of_site, self._is_unchanged, lambda: self._is_left(config))
        event_filters.of_templates(config, self._asked("begin_template"), self._asked("end_template"))

    @at(phases.INPUTS)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read what pages depend on, before the first language; leave a site as it is of which nothing has changed."""
        if not self._is_on or not static_i18n.is_first_build(config):
            return
        self._inputs = inputs.read(config, self.config)
        others, _ = unknown.names(config, self.config, all_plugins=True)
        if self._of_site and not others and not self._is_serving:
            language = inputs.of_language(config, self._inputs)
            self._whole = WholeSite(config, self._folder(config), self._inputs, language, self._of_site)
            if self._whole.is_unchanged:
                self._whole.begin(config)
            else:
                self._languages = Languages(config, self._folder(config), self._inputs, language, self._of_site)
        builds.offer(config, self._languages)
        if not self._is_unchanged():
            self._reading.enter_context(results.keeping(self._folder(config) / "reading.store"))

    @at(phases.KEPT_PAGES)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Choose the pages that are taken again, when files and menu are complete."""
        if not self._is_on or self._inputs is None:
            return nav
        if self._languages and self._languages.left and static_i18n.is_first_build(config):
            names = listed(map(verbatim, self._languages.left))
            told = say("Nothing has changed in {languages}: left as the last build has made it.", languages=names)
            log.info(shown(told))
        if self._is_left(config):
            self._give_back = languages.leave_out(config, files)
            return nav
        language = inputs.of_language(config, self._inputs)
        pages_kept = Store.load(
            self._folder(config) / f"{self._locale(config)}{'.serve' * self._is_serving}.store", language
        )
        shares = {name: share for name, plugin in config.plugins.items() if (share := share_of(plugin))}
        page_store, converter, texts = None, None, dict[str, bytes]()
        others, extensions = unknown.names(config, self.config)
        if static_i18n.is_first_build(config) and others:
            names = listed(map(verbatim, others))
            told = say("All pages are made again, since it isn't known what they depend on in {names}.", names=names)
            log.info(shown(told))
        if not others:
            shared = inputs.shared(config, files, nav, self._inputs, language)
            texts = inputs.texts(config, files, self._inputs)
            page_store = PageStore(pages_kept, shared, inputs.sources(config, files, texts))
        if not extensions:
            converter = Converter(pages_kept, language, config)
        self._recorder = LogRecorder(config)
        self._cache = PageCache(
            config, page_store, converter, shares, self._recorder, self._disk(config, self._inputs, texts)
        )
        for file in files.documentation_pages():
            if isinstance(file.page, Page):
                pages.kept(file.page, self._cache)
                self._cache.choose(file.page)
        self._recorder.listen()
        self._cache.begin()
        return nav

    @at(phases.KEPT_TEMPLATES)
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Let templates ask whether a page is made, when all pages have been read."""
        if self._cache:
            self._cache.check([file.page for file in files.documentation_pages() if file.page], files)
            self._templates = self._templates or CompiledTemplates(self._folder(config) / "templates.store")
            templates.prepare(env, self._cache, self._templates)
            menus.install(env, config)
        return env

    @at(phases.KEPT)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Keep what has been made of a language."""
        if self._cache and self._recorder:
            self._recorder.stop()
            taken, made = self._cache.taken, self._cache.save()
            if self._templates:
                self._templates.save()
            if self._cache.keeps_pages:
                told = say("{count} pages are those of the last build, {made} were made.", count=taken, made=made)
                log.info(shown(told))
        self._cache = self._recorder = None

    def on_build_error(self, *, error: Exception) -> None:
        """Keep no page of a build that ends with an error."""
        self._reading.close()
        if self._cache:
            self._cache.discard()
        for recorder in (self._recorder, self._of_site):
            if recorder:
                recorder.stop()
        self._put_back()
        self._cache = self._recorder = self._of_site = self._whole = self._languages = None

    def _put_back(self) -> None:
        """Leave the site of the last build in place of one that doesn't come to its end."""
        for put_aside in (self._whole, self._languages):
            if put_aside:
                put_aside.abandon()

    def _leave_out(self, files: Files, *, config: MkDocsConfig) -> Files | None:
        """No files, and no menu that would miss them, where nothing has changed."""
        if not self._is_unchanged():
            return None
        self._menu, config.nav = config.nav, None
        return Files([])

    def _give_back_menu(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """The menu of the settings, when MkDocs has made none of it."""
        if self._is_unchanged():
            config.nav = self._menu

    def _begin_end(self, *, config: MkDocsConfig) -> None:
        """The templates of the theme for the other languages, when MkDocs has made none for the first."""
        if self._is_left(config):
            self._give_back()

    def _end(self, *, config: MkDocsConfig) -> None:
        """The site as it was, or how it is now, after the last language."""
        if self._of_site is None or not static_i18n.is_first_build(config):
            return
        self._reading.close()
        self._of_site.stop()
        if self._whole and self._whole.is_unchanged:
            self._whole.end(config)
            log.info(shown(say("Nothing has changed: the site is that of the last build.")))
        else:
            files, is_known = built_files.of(config.site_dir), self._are_inputs_known(config)
            if self._languages:
                if not is_known:
                    self._languages.keep_none()
                self._languages.end(files)
            if self._whole and is_known:
                self._whole.remember(files)
        self._of_site = self._whole = self._languages = None
        store.remove_old(self._folder(config))

    def _are_inputs_known(self, config: MkDocsConfig) -> bool:
        """Whether all that was made in this build is made of what was read at its beginning.

        Pages that aren't, since something was edited meanwhile that counts for all of them, are not kept.
        """
        if self._inputs is None:
            return False
        now = inputs.now(config, self.config, self._inputs)
        if (now.program, now.documents.shared) != (self._inputs.program, self._inputs.documents.shared):
            disk.remove_pages(self._folder(config))
        return now.is_content_of(self._inputs) and disk.opened_before(self._folder(config)) == self._inputs.opened

    def _settle(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Choose the pages that show what has changed of others, after all plugins have."""
        if self._cache:
            self._cache.settle([file.page for file in files.documentation_pages() if file.page])

    def _is_unchanged(self) -> bool:
        return bool(self._whole and self._whole.is_unchanged)

    def _is_left(self, config: MkDocsConfig) -> bool:
        """Whether the language under way is the first, and left as it is."""
        left = self._languages.left if self._languages else {}
        return bool(left) and static_i18n.is_first_build(config) and self._locale(config) in left

    @property
    def _is_on(self) -> bool:
        return self.config.enabled and not self._is_dirty

    def _asked(self, event: str) -> event_filters.Method:
        """A method for a filter that asks the cache of the language under way."""

        def ask(item: Any, **values: Any) -> Any:
            return getattr(self._cache, event)(item, **values) if self._cache else None

        return ask

    def _disk(self, config: MkDocsConfig, found: Inputs, texts: Mapping[str, bytes]) -> Disk:
        if not (self.config.safe or known_plugins.read_files(config.markdown_extensions)):
            return Disk(texts)
        root, below = Path(config.config_file_path or "").parent, inputs.folders_that_count(config)
        return Disk(texts, disk.Opened(root, self._folder(config), self._locale(config), found.opened, below))

    def _folder(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path or "").parent / self.config.folder

    def _locale(self, config: MkDocsConfig) -> str:
        return static_i18n.current_locale(config, builds.begin(config).site)
