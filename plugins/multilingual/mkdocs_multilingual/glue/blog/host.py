"""What the blog asks of the build around it: the languages, the pages as they were read, words, and where to report.

With the plugin `multilingual` these are its own. A site of one language may have the blog without it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from mkdocs_foundation.problems import Problem, Severity

from ... import library, words
from ...library import Library
from ...rendering import Renderer, Renderers
from ...site import Language, Site
from .. import languages

log = get_plugin_logger("multilingual-blog")


@dataclass(frozen=True)
class Host:
    """The build around the blog."""

    site: Site
    """The languages."""
    locale: str
    """Language of the build under way."""
    library: Library
    """The pages of all languages."""
    renderer: Renderer
    """Makes HTML of the language of the build."""
    report: Callable[[list[Problem]], None]
    """Prints problems, and raises `PluginError` where one is an error."""
    is_first: bool = True
    """Whether no other language has been built before in this build."""
    has_language_folders: bool = True
    """Whether each language has a folder of its own."""

    @property
    def is_alone(self) -> bool:
        """Whether nobody else reads and checks the pages of the site."""
        return not self.has_language_folders

    def prefix(self, locale: str) -> str:
        """The folder of a language and a slash, or ""."""
        return f"{locale}/" if self.has_language_folders else ""

    def word(self, key: str) -> str | None:
        """A word in the language of the build; `None` where there is none but in English."""
        return words.own(self.locale, key, self.site.strings)


def demand(config: MkDocsConfig) -> None:
    """Raises `PluginError` where a plugin that the blog needs is missing, or another blog is there too."""
    if ("i18n" in config.plugins) != ("multilingual" in config.plugins):
        raise PluginError("multilingual-blog: needs the plugins i18n (mkdocs-static-i18n) and multilingual.")
    other = next((name for name in config.plugins if name.split("/")[-1] == "blog"), None)
    if other:
        raise PluginError(
            f"multilingual-blog: takes the place of the plugin `{other}`, whose options it has.\n"
            "    do:      remove that one from `plugins` in mkdocs.yml."
        )


def host_of(config: MkDocsConfig, files: Files, folder: str) -> Host:
    """The build around the blog; `folder` is that of the blog."""
    multilingual: Any = config.plugins.get("multilingual")
    if multilingual is None:
        return _alone(config, files, folder)
    i18n: Any = config.plugins["i18n"]
    return Host(
        multilingual.site,
        languages.current(config),
        multilingual.library,
        multilingual.renderer(config),
        multilingual.report,
        is_first=not i18n.building,
    )


def _alone(config: MkDocsConfig, files: Files, folder: str) -> Host:
    locale = str(config.theme.get("language") or "en")
    docs_dir = Path(config.docs_dir).name
    site = Site({locale: Language(locale, locale)}, config.site_url or "", docs_dir, folder)
    pages = [file for file in files.documentation_pages() if not file.generated_by]
    read, problems = library.read_one_language([(file.src_uri, file.content_bytes) for file in pages], locale)
    _report(problems, docs_dir)
    return Host(
        site,
        locale,
        read,
        Renderers()(locale),
        lambda found: _report(found, docs_dir),
        has_language_folders=False,
    )


def _report(problems: list[Problem], docs_dir: str) -> None:
    for problem in problems:
        report = log.error if problem.severity is Severity.ERROR else log.warning
        report(problem.format(docs_dir))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        raise PluginError(
            f"multilingual-blog: {errors} error{'s' if errors > 1 else ''}, listed above. Nothing was published."
        )
