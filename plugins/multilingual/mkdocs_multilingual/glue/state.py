"""The state of the build of one language: its files and words, and what was read of the whole site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_foundation.glue.builds import LanguageBuild
from mkdocs_foundation.glue.moving import Published
from mkdocs_foundation.output.web_addresses import Bases
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.pages import SourcePages
from mkdocs_foundation.values import dataclass

from ..addresses.address_book import AddressBook
from ..fallback.mode import Fallback
from ..glossary.terms import Glossary
from ..rendering import Renderer, Renderers
from ..translations.states import Translation


@dataclass(frozen=True)
class Reading:
    """Data of all languages, read before the first is built."""

    addresses: AddressBook
    """Address of each page."""
    glossaries: Mapping[str, Glossary] = field(default_factory=dict)
    """The terms of each language that has a glossary."""
    translations: tuple[Translation, ...] = ()
    """The state of every translation."""


@dataclass(frozen=True)
class Build:
    """The build of the current locale."""

    language: LanguageBuild
    """Site, pages and files."""
    config: MkDocsConfig
    """MkDocs' configuration for this language."""
    renderers: Renderers
    """The renderers of all languages."""
    fallbacks: Mapping[str, Fallback]
    """What readers of each language are shown in place of a missing translation."""
    reading: Reading
    """Data of all languages."""

    @property
    def site(self) -> Site:
        """The languages of the site."""
        return self.language.site

    @property
    def locale(self) -> str:
        """The current locale: the language whose readers the build is for."""
        return self.language.locale

    @property
    def files(self) -> Files:
        """The files of the build."""
        return self.language.files

    @cached_property
    def published(self) -> Published:
        """The paths of the files that are published, collected once for all pages."""
        return Published(self.files)

    @property
    def library(self) -> SourcePages:
        """The Markdown files of all languages."""
        return self.language.pages

    @property
    def renderer(self) -> Renderer:
        """The renderer of the current locale."""
        return self.renderers(self.locale)

    @property
    def fallback(self) -> Fallback:
        """What readers of the current locale are shown in place of a missing translation."""
        return self.fallbacks[self.locale]

    @property
    def bases(self) -> Bases:
        """Address of the site for each language."""
        return self.language.whole.bases

    @property
    def site_url(self) -> str:
        """Address of the site for the current locale, with a slash at the end; "" where none is set."""
        return self.bases.of(self.locale)
