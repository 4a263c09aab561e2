"""How a plugin takes part when pages of an earlier build are taken again, by the plugin `incremental`.

A page that is taken again passes through no event of a page (`on_page_markdown`, `on_page_content`, `on_page_context`,
`on_post_page`): it has the text, settings and HTML that these made of it before. So a plugin with such events says what
they depend on beside the page, and brings back what they leave behind in the plugin. It declares this in an attribute
`incremental` of its object (a hook: of its module), an object with the methods of `Share`; an object that is a Markdown
extension says with one that it makes the same of the same text. A plugin or extension without the attribute keeps all
pages from being taken again, unless the site names it as safe.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page


class Share:
    """A plugin whose events depend on the page, its options and its code alone, and leave nothing behind.

    Nor do `on_page_context` and `on_post_page` change what menus show, but of the page they are given, if it has one.

    What counts for every page needn't be named: all settings, the files of the theme's `custom_dir`, the paths of all
    files, the settings but the title of each page in other languages, other files below the docs folder but pictures,
    versions, and the menu. Neither does another page of the language where its title, settings or text are read from
    the page's object (`page.title`, `page.meta`, `page.content`, `page.markdown`, `page.toc`): this is noticed. What is
    read outside of a page's events counts for all pages, unless `mkdocs_foundation.caching.page_reads` is told
    otherwise.
    """

    def inputs(self, config: MkDocsConfig) -> Iterable[str | bytes | None]:
        """What else the events depend on, in the language under way; asked after the menu is made.

        With other inputs than in the build before, no page of the language is taken again.
        """
        return ()

    def page_inputs(self, config: MkDocsConfig) -> Mapping[str, str]:
        """What else the events of single pages depend on, by the path of a page's source; asked after the menu is made.

        With another one than in the build before, that page is made, and those that show its text.
        """
        return {}

    def late_inputs(self, config: MkDocsConfig) -> Iterable[str | bytes | None]:
        """What else `on_page_context` and `on_post_page` depend on, known when all pages have been read.

        Asked after `on_env`. With others than in the build before, each page of the language passes through these two.
        """
        return ()

    def shown_of(self, page: Page) -> str | None:
        """What other pages show of a page beside its title, settings and text; asked after `on_env`.

        Where it is read, `page_reads.settings_of` has to be told.
        """
        return None

    def site_inputs(self, config: MkDocsConfig) -> Iterable[str | bytes | None]:
        """What else the files of the site depend on that is known before any page is read.

        All files below the docs folder, the commit that is checked out and the day needn't be named.
        """
        return ()

    def language_inputs(self, config: MkDocsConfig, locale: str) -> Iterable[str | bytes | None] | None:
        """What else the files of a language depend on; asked for each when the first one has its menu.

        With the same inputs as in the build before, a language of which nothing else has changed passes through no
        event at all, and not even through `on_post_build` where that is the first one's. All that counts for every
        page needn't be named, nor what pages say that are published in the language; but the titles of others, if they
        are shown. `None`: that isn't known.
        """
        return None

    def is_kept(self, page: Page) -> bool:
        """Whether a page can be taken again: false for one that is filled with what no other method names."""
        return True

    def after_reading(self, page: Page) -> Any:
        """What the events until `on_page_content` left behind; picklable, `None` for nothing."""
        return None

    def read_again(self, page: Page, left: Any) -> None:
        """Bring back what `after_reading` returned."""

    def after_finishing(self, page: Page) -> Any:
        """What the events until `on_post_page` left behind; picklable, `None` for nothing."""
        return None

    def finish_again(self, page: Page, left: Any) -> None:
        """Bring back what `after_finishing` returned."""


_OF_PAGES = frozenset(
    {"startup", "shutdown", "config", "pre_page", "page_read_source", "page_markdown", "page_content"}
    | {"page_context", "post_page", "pre_template", "template_context", "post_template", "build_error", "serve"}
)
"""Events that make nothing of a language but its pages and templates."""
_ASKED = ("inputs", "page_inputs", "late_inputs", "shown_of", "is_kept")
"""What a plugin says that can't be asked before each language is built."""


def language_inputs(plugin: object, config: MkDocsConfig, locale: str) -> Iterable[str | bytes | None] | None:
    """What the files of a language depend on in a plugin or hook; `None` where that isn't known."""
    share = share_of(plugin)
    if not isinstance(share, Share):
        return None
    if (found := share.language_inputs(config, locale)) is not None:
        return found
    events = {name.removeprefix("on_") for name in dir(plugin) if name.startswith("on_")}
    is_plain = all(getattr(type(share), name) is getattr(Share, name) for name in _ASKED)
    return () if is_plain and events <= _OF_PAGES else None


def share_of(plugin: object) -> Share | None:
    """What a plugin, a hook or an extension declares."""
    return getattr(plugin, "incremental", None)
