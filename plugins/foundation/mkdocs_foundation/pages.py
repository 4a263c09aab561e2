"""All source pages of all languages, each read once: what anyone asks who must know another page or language.

A file is decoded and its settings are parsed when it is first read; its outline is made when it is first asked for.
Readers needn't know of each other: see `read_source`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from pathlib import PurePosixPath
from weakref import WeakValueDictionary

from . import front_matter, outline
from .front_matter import FrontMatter
from .outline import Block
from .problems import Problem
from .site import Site
from .source_files import decode

_ATTRIBUTES = re.compile(r"\s*\{:?[^{}]*\}\s*$")


@dataclass(frozen=True)
class Source:
    """One Markdown file, read."""

    uri: str
    """Path below the docs folder, such as `sv/articles/trust.md`."""
    text: str
    """All of it; "" where it isn't UTF-8."""
    matter: FrontMatter = field(default_factory=FrontMatter)
    """The settings at its top."""
    body: str = ""
    """Its Markdown; empty lines replace the settings, so that lines count as in the file."""
    problems: tuple[Problem, ...] = ()
    """What is wrong with its encoding and settings."""
    is_text: bool = True
    """Whether it could be decoded."""

    @cached_property
    def outline(self) -> tuple[Block, ...]:
        """The top-level blocks of its Markdown."""
        return outline.outline(self.body)

    @cached_property
    def heading(self) -> str | None:
        """Its first heading of the first level as plain text, `None` without one."""
        block = next((block for block in self.outline if block.kind == "heading" and block.level == 1), None)
        return (outline.plain_text(_ATTRIBUTES.sub("", block.text)) or None) if block else None

    @property
    def written_title(self) -> str | None:
        """The title in its settings, else its first heading; `None` without either."""
        written = self.matter.values.get("title")
        text = "" if written is None or isinstance(written, (bool, dict, list)) else str(written).strip()
        return text or self.heading

    @property
    def title(self) -> str:
        """What it is called: by its settings, else by its first heading, else by the name of its file."""
        return self.written_title or PurePosixPath(self.uri).stem


@dataclass(frozen=True)
class SourcePage:
    """One Markdown file as a page in a language."""

    source: Source
    """The file."""
    locale: str
    """Its language."""
    key: str
    """Path without the language: what pairs translations."""

    @property
    def uri(self) -> str:
        """Path below the docs folder, such as `sv/articles/trust.md`."""
        return self.source.uri

    @property
    def text(self) -> str:
        """All of the file."""
        return self.source.text

    @property
    def matter(self) -> FrontMatter:
        """The settings at its top."""
        return self.source.matter

    @property
    def body(self) -> str:
        """Its Markdown; empty lines replace the settings, so that lines count as in the file."""
        return self.source.body

    @property
    def outline(self) -> tuple[Block, ...]:
        """The top-level blocks of its Markdown."""
        return self.source.outline

    @property
    def written_title(self) -> str | None:
        """The title in its settings, else its first heading; `None` without either."""
        return self.source.written_title

    @property
    def title(self) -> str:
        """What it is called: by its settings, else by its first heading, else by the name of its file."""
        return self.source.title


@dataclass(frozen=True)
class Library:
    """Every page of the site, by language and key."""

    pages: Mapping[tuple[str, str], SourcePage] = field(default_factory=dict)
    """By locale and key."""
    outside: tuple[Source, ...] = ()
    """Markdown files that belong to no language."""

    def page(self, locale: str, key: str) -> SourcePage | None:
        """A page in a language, `None` where it isn't translated."""
        return self.pages.get((locale, key))

    def at(self, uri: str) -> SourcePage | None:
        """The page that a file is, `None` for any other file."""
        return self._by_uri.get(uri)

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

    @cached_property
    def _by_uri(self) -> dict[str, SourcePage]:
        return {page.uri: page for page in self.pages.values()}


_SOURCES: WeakValueDictionary[tuple[str, bytes], Source] = WeakValueDictionary()


def read_source(uri: str, content: str | bytes) -> Source:
    """Read a file; never raises. The same file with the same content is the same object as long as anyone holds it.

    So two plugins that read all pages in one build share the work without knowing of each other, and so does the next
    build of `mkdocs serve` for all files that weren't edited. It is safe because a `Source` is frozen and depends on
    path and content alone; it is bounded because nothing is kept that no library holds.
    """
    data = content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content
    key = (uri, blake2b(data, digest_size=16).digest())
    found = _SOURCES.get(key)
    if found is None:
        found = _SOURCES[key] = _read(uri, content)
    return found


def _read(uri: str, content: str | bytes) -> Source:
    text, problems = decode(content, uri)
    if text is None:
        return Source(uri, "", problems=tuple(problems), is_text=False)
    matter, body, found = front_matter.split(text, uri)
    return Source(uri, text, matter, body, (*problems, *found))


def read(sources: Iterable[tuple[str, str | bytes]], site: Site) -> tuple[Library, list[Problem]]:
    """Read the pages of all languages; `sources` are pairs of path below the docs folder and content.

    The problems are those of files in a language: what is outside may be meant for another program.
    """
    pages: dict[tuple[str, str], SourcePage] = {}
    outside: list[Source] = []
    problems: list[Problem] = []
    for uri, content in sources:
        located = site.locate(uri)
        source = read_source(uri, content)
        if located is None:
            outside.append(source)
            continue
        problems += source.problems
        if source.is_text:
            pages[located] = SourcePage(source, *located)
    return Library(pages, tuple(outside)), problems
