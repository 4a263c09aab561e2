"""What the blog needs of the build around it: languages, source pages, words, and a function that reports problems.

The plugin `multilingual` provides these where it is used. A site of one language may have the blog without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from mkdocs_foundation.glue import builds, static_i18n
from mkdocs_foundation.reports.message import shown
from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.pages import SourcePages
from mkdocs_foundation.values import dataclass

from ... import words
from ...rendering import Renderer, Renderers
from ...saying import say
from .. import languages

log = get_plugin_logger("multilingual-blog")


@dataclass(frozen=True)
class Host:
    """The build around the blog."""

    site: Site
    """The languages."""
    locale: str
    """Current locale."""
    library: SourcePages
    """The pages of all languages."""
    renderer: Renderer
    """Renderer of the current locale."""
    report: Callable[[list[Problem]], None]
    """Prints problems, and raises `PluginError` where one is an error."""
    strings: Path | None = None
    """Folder of the site's own catalogues."""
    is_first: bool = True
    """Whether no other language has been built before in this build."""

    is_alone: bool = False
    """Whether the blog must read and check the pages itself, as `multilingual` isn't there."""

    def uri(self, locale: str, key: str) -> str:
        """Path below the docs folder of a page of the author's, or of one that is made for the key."""
        page = self.library.page(locale, key)
        return page.uri if page else self.site.uri(locale, key)

    def word(self, key: str) -> str | None:
        """A word in the current locale; `None` where only English has it."""
        return words.own(self.locale, key, self.strings)


def demand(config: MkDocsConfig) -> None:
    """Raises `PluginError` where a plugin that the blog needs is missing, or another blog is there too."""
    if static_i18n.is_used(config) and "multilingual" not in config.plugins:
        raise PluginError(
            shown(
                say(
                    "On a site with i18n (mkdocs-static-i18n) multilingual-blog needs the plugin multilingual: "
                    "add it to `plugins` in mkdocs.yml, above multilingual-blog."
                )
            )
        )
    other = next((name for name in config.plugins if name.split("/")[-1] == "blog"), None)
    if other:
        raise PluginError(
            shown(
                say(
                    "multilingual-blog replaces the plugin `{plugin}`, whose options it has: remove that one from "
                    "`plugins` in mkdocs.yml.",
                    plugin=other,
                )
            )
        )


def host_of(config: MkDocsConfig, files: Files) -> Host:
    """The build around the blog."""
    build = builds.read(files, config)
    language = builds.language(files, config)
    multilingual: Any = config.plugins.get("multilingual")
    strings = languages.strings(multilingual.config) if multilingual else None
    if multilingual is None:
        _report(build.file_problems, config)
    return Host(
        language.site,
        language.locale,
        build.pages,
        Renderers(strings)(language.locale),
        lambda found: _report(found, config),
        strings,
        static_i18n.is_first_build(config),
        is_alone=multilingual is None,
    )


def _report(problems: Iterable[Problem], config: MkDocsConfig) -> None:
    builds.report(problems, config, log)
    builds.fail_on_errors(config)
