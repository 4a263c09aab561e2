"""What is known of a build: read once before the first language, and of the language under way.

Both are frozen and handed to functions. A hook that learns something replaces its plugin's value by a new one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from .. import pages
from ..page_kinds import PageKinds
from ..pages import Library
from ..problems import Problem
from ..site import Site
from . import kinds, static_i18n


@dataclass(frozen=True)
class SiteBuild:
    """What was read before the first language."""

    site: Site = field(default_factory=Site)
    """The languages."""
    library: Library = field(default_factory=Library)
    """The pages of all languages."""
    uris: frozenset[str] = frozenset()
    """The paths of all files below the docs folder."""
    kinds: PageKinds = field(default_factory=PageKinds)
    """What pages can be."""
    falls_back: bool = False
    """Whether the source language's page is shown where a translation is missing."""


@dataclass(frozen=True)
class LanguageBuild:
    """The build of one language."""

    of: SiteBuild = field(default_factory=SiteBuild)
    """What was read before the first language."""
    locale: str = ""
    """The language."""
    files: Files = field(default_factory=lambda: Files([]))
    """The files of the build under way; MkDocs and its plugins add to them."""

    @property
    def site(self) -> Site:
        """The languages."""
        return self.of.site

    @property
    def is_source(self) -> bool:
        """Whether it is the source language's build."""
        return self.locale == self.site.source_locale


def read(files: Files, config: MkDocsConfig) -> tuple[SiteBuild, list[Problem]]:
    """Read all pages of all languages, in the phase READ of the first language; another plugin's reading is shared."""
    site = static_i18n.site_of(config)
    written = [file for file in files.documentation_pages() if not file.inclusion.is_excluded()]
    library, problems = pages.read([(file.src_uri, file.content_bytes) for file in written], site)
    uris = frozenset(file.src_uri for file in files)
    return SiteBuild(site, library, uris, kinds.offered(config), static_i18n.falls_back(config)), problems


def begin_language(build: SiteBuild, files: Files, config: MkDocsConfig) -> LanguageBuild:
    """Turn to the files of a language, once static-i18n has chosen them."""
    return LanguageBuild(build, static_i18n.current_locale(config), files)
