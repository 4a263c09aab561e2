"""All pages of all languages, read once: what the other rooms ask when one language must know of another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from mkdocs_foundation import front_matter
from mkdocs_foundation.front_matter import FrontMatter
from mkdocs_foundation.problems import Problem
from mkdocs_foundation.source_files import decode

from .site import Site

_HEADING = re.compile(r"^#[ \t]+(.+?)[ \t]*(?:\{[^{}]*\})?[ \t]*#*$", re.MULTILINE)
_MARKUP = re.compile(r"[*`]")


@dataclass(frozen=True)
class SourcePage:
    """One Markdown file of one language."""

    uri: str
    """Path below the docs folder, such as `sv/articles/trust.md`."""
    locale: str
    """Its language."""
    key: str
    """Path without the language: what pairs translations."""
    matter: FrontMatter
    """The settings at its top."""
    body: str
    """Its Markdown; blank lines stand where the settings were, so that lines count as in the file."""

    @property
    def title(self) -> str:
        """What the page is called: its setting, else its first heading, else its path."""
        if written := self.matter.values.get("title"):
            return str(written)
        heading = _HEADING.search(self.body)
        return _MARKUP.sub("", heading[1]) if heading else self.key


@dataclass(frozen=True)
class Library:
    """Every page of the site, by language and key."""

    pages: Mapping[tuple[str, str], SourcePage] = field(default_factory=dict)
    """By locale and key."""

    def page(self, locale: str, key: str) -> SourcePage | None:
        """A page in a language, `None` where it isn't translated."""
        return self.pages.get((locale, key))

    def in_language(self, locale: str) -> list[SourcePage]:
        """The pages of a language, in the order of their paths."""
        return [page for (lang, _), page in sorted(self.pages.items()) if lang == locale]

    def versions(self, key: str) -> dict[str, SourcePage]:
        """A page in every language that has it, by locale."""
        return {page.locale: page for page in self.pages.values() if page.key == key}

    @property
    def keys(self) -> list[str]:
        """The keys of all pages, sorted."""
        return sorted({key for _, key in self.pages})


def read(sources: Iterable[tuple[str, str | bytes]], site: Site) -> tuple[Library, list[Problem]]:
    """Read the pages of all languages; `sources` are pairs of path below the docs folder and content."""
    pages: dict[tuple[str, str], SourcePage] = {}
    problems: list[Problem] = []
    for uri, content in sources:
        locale = site.locale_of(uri)
        if locale is None:
            continue
        text, found = decode(content, uri)
        problems += found
        if text is None:
            continue
        matter, body, found = front_matter.split(text, uri)
        problems += found
        key = uri.removeprefix(f"{locale}/")
        pages[locale, key] = SourcePage(uri, locale, key, matter, body)
    return Library(pages), problems


def read_one_language(sources: Iterable[tuple[str, str | bytes]], locale: str) -> tuple[Library, list[Problem]]:
    """Read the pages of a site of one language, which has no folder of its own."""
    pages: dict[tuple[str, str], SourcePage] = {}
    problems: list[Problem] = []
    for uri, content in sources:
        text, found = decode(content, uri)
        problems += found
        if text is not None:
            matter, body, found = front_matter.split(text, uri)
            problems += found
            pages[locale, uri] = SourcePage(uri, locale, uri, matter, body)
    return Library(pages), problems
