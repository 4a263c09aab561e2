"""The related pages that a post names in `links:`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from posixpath import basename
from typing import Any
from urllib.parse import urlsplit

from mkdocs_foundation.reports.message import verbatim
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.sources.pages import SourcePage, SourcePages
from mkdocs_foundation.values import dataclass

from ..problem_codes import ProblemCode
from ..saying import say


@dataclass(frozen=True)
class Related:
    """An entry of `links:`, with a path or with entries of its own."""

    title: str | None
    """Title, as its author wrote it; `None`: that of the page."""
    path: str = ""
    """Path of a page from the folder of the language, with an anchor perhaps, or a full address."""
    entries: tuple[Related, ...] = ()
    """Links of a section."""


def read(written: Any) -> tuple[Related, ...]:
    """The related pages of a post."""
    found: list[Related] = []
    for entry in written if isinstance(written, list) else [written] if isinstance(written, dict) else []:
        if isinstance(entry, str):
            found.append(Related(None, entry))
        for title, value in entry.items() if isinstance(entry, dict) else ():
            found.append(Related(str(title), value) if isinstance(value, str) else Related(str(title), "", read(value)))
    return tuple(found)


def check(page: SourcePage, exists: Callable[[str], bool], library: SourcePages) -> list[Problem]:
    """Problems of links of a post without a target; `exists` says whether the site has a file at a path."""
    problems = []
    for link in _paths(read(page.matter.values.get("links"))):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc or not parts.path or exists(parts.path):
            continue
        near = [key for key in library.keys if basename(key) == basename(parts.path)]
        problems.append(
            Problem(
                ProblemCode.POST_LINK,
                Location(page.uri, page.matter.line("links")),
                say("A related page of the post is missing."),
                verbatim(link),
                say("the path of a page from the language's folder, such as articles/trust.md, or a full address"),
                (say("Write {near}.", near=near[0]) if near else say("Correct the path, or remove the line.")),
            )
        )
    return problems


def _paths(entries: tuple[Related, ...]) -> Iterator[str]:
    """Every path, in the order of the list."""
    for entry in entries:
        if entry.path:
            yield entry.path
        yield from _paths(entry.entries)
