"""The source pages of a site: each file decoded once, its settings and title read in one way for all plugins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import cached_property, lru_cache
from pathlib import PurePosixPath

from ..patterns import pattern
from ..reports.problems import Problem
from ..site import Site
from ..values import dataclass
from . import fingerprint, front_matter
from .front_matter import FrontMatter
from .source_files import decode

_HEADING = pattern(r" {0,3}#[ \t]+(\S.*)")
_UNDERLINE = pattern(r" {0,3}=+[ \t]*")
_FENCE = pattern(r" {0,3}(`{3,}|~{3,})")
_AT_END = pattern(r"(?:[ \t]*\{:?[^{}]*\}|[ \t]+#+)+[ \t]*$")
_LINK = pattern(r"!?\[([^\[\]]*)\]\([^()]*\)")
_MARKUP = pattern(r"[*`]")
_REMEMBERED = 8192
"""How many files are remembered, so that several plugins, and the next build of `mkdocs serve`, read each once."""


@dataclass(frozen=True)
class SourceText:
    """Content of a Markdown file, independent of its site."""

    text: str
    """The whole text of the file."""
    matter: FrontMatter
    """The settings at its top."""
    body: str
    """Its Markdown; empty lines replace the settings, so that line numbers are those of the file."""

    @cached_property
    def heading(self) -> str | None:
        """The first heading of the first level as plain text."""
        found = _heading(self.body)
        return (_MARKUP.sub("", _LINK.sub(r"\1", _AT_END.sub("", found))).strip() or None) if found else None

    @property
    def written_title(self) -> str | None:
        """The title in the settings, else the first heading; `None` where there is neither."""
        title = self.matter.values.get("title")
        return str(title) if title not in (None, "") else self.heading

    @cached_property
    def is_copy(self) -> bool:
        """Whether its text is still that of the source that it was copied from to be translated.

        Its record has the hash of the text as it was copied.
        """
        record = self.matter.values.get("translation")
        copied = record.get("copy") if isinstance(record, dict) else None
        return copied is not None and copied == fingerprint.of_text(self.body)


@dataclass(frozen=True)
class SourcePage:
    """One Markdown file of one language."""

    uri: str
    """Path below the docs folder, such as `sv/articles/trust.md`."""
    locale: str
    """Language of its text."""
    key: str
    """Path without the language, which pairs translations."""
    source: SourceText
    """Content of the file."""

    @property
    def kept_by(self) -> tuple[str, ...]:
        """All that a result of this page alone depends on."""
        return self.uri, self.locale, self.key, self.source.text

    @property
    def matter(self) -> FrontMatter:
        """The settings at its top."""
        return self.source.matter

    @property
    def body(self) -> str:
        """Its Markdown, with the line numbers of the file."""
        return self.source.body

    @property
    def title(self) -> str:
        """The title in its settings, else its first heading, else that of its file."""
        return self.source.written_title or file_title(self.key)


@dataclass(frozen=True)
class SourcePages:
    """Every Markdown file of a site that could be read."""

    pages: Mapping[tuple[str, str], SourcePage] = field(default_factory=dict)
    """By locale and key."""
    outside: tuple[SourcePage, ...] = ()
    """Files that belong to no language; their locale is empty and their key the path."""
    copies: Mapping[tuple[str, str], SourcePage] = field(default_factory=dict)
    """Pages that were copied to be translated and aren't yet, by locale and key: no pages of their language."""

    def __iter__(self) -> Iterator[SourcePage]:
        """The pages of all languages."""
        return iter(self.pages.values())

    def page(self, locale: str, key: str) -> SourcePage | None:
        """A page in a language; `None` where it isn't translated."""
        return self.pages.get((locale, key))

    def in_language(self, locale: str) -> list[SourcePage]:
        """The pages of a language, in the order of their keys."""
        return [page for (found, _), page in sorted(self.pages.items()) if found == locale]

    def versions(self, key: str) -> dict[str, SourcePage]:
        """A page in every language that has it, by locale."""
        return self._by_key.get(key, {})

    @cached_property
    def _by_key(self) -> Mapping[str, dict[str, SourcePage]]:
        found: dict[str, dict[str, SourcePage]] = {}
        for page in self.pages.values():
            found.setdefault(page.key, {})[page.locale] = page
        return found

    @property
    def keys(self) -> list[str]:
        """The keys of all pages, sorted."""
        return sorted({key for _, key in self.pages})


def file_title(path: str) -> str:
    """The title that MkDocs gives a page without any, from the name of its file."""
    title = re.sub(r"[-_]", " ", PurePosixPath(path).stem)
    return title.capitalize() if title == title.lower() else title


@lru_cache(maxsize=_REMEMBERED)
def read_source(content: str | bytes, uri: str) -> tuple[SourceText | None, tuple[Problem, ...]]:
    """Decode a file and read its settings; `None` for one that isn't UTF-8.

    The result depends on the arguments alone, so remembering it is safe: an edited file is another argument.
    """
    text, problems = decode(content, uri)
    if text is None:
        return None, tuple(problems)
    source, found = read_text(text, uri)
    return source, (*problems, *found)


@lru_cache(maxsize=_REMEMBERED)
def read_text(text: str, uri: str) -> tuple[SourceText, tuple[Problem, ...]]:
    """The same for a text that is decoded already."""
    matter, body, problems = front_matter.split(text, uri)
    return SourceText(text, matter, body), tuple(problems)


def read(sources: Iterable[tuple[str, str | bytes]], site: Site) -> tuple[SourcePages, list[Problem]]:
    """Read the Markdown files of a site; `sources` are pairs of path below the docs folder and content."""
    pages: dict[tuple[str, str], SourcePage] = {}
    outside: list[SourcePage] = []
    copies: dict[tuple[str, str], SourcePage] = {}
    problems: list[Problem] = []
    for uri, content in sources:
        source, found = read_source(content, uri)
        problems += found
        if source is None:
            continue
        if located := site.locate(uri):
            (copies if source.is_copy else pages)[located] = SourcePage(uri, *located, source)
        else:
            outside.append(SourcePage(uri, "", uri, source))
    return SourcePages(pages, tuple(outside), copies), problems


def _heading(body: str) -> str | None:
    """The source of the first heading of the first level, which is none in a block of code."""
    fence, above = "", ""
    for line in body.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            closes = mark and mark[1].startswith(fence) and not line.strip().strip(fence[0])
            fence = "" if closes else fence
            continue
        if mark:
            fence, above = mark[1], ""
        elif heading := _HEADING.fullmatch(line):
            return heading[1]
        elif above and _UNDERLINE.fullmatch(line):
            return above
        else:
            # An indented line is code, and a sign at the beginning makes another block than a paragraph.
            above = line.strip() if not re.match(r"    |\t| {0,3}(?:[#>|+-]|[*][ \t])", line) else ""
    return None
