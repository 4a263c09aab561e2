"""The related pages that a post names in `links:`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from posixpath import basename
from typing import Any
from urllib.parse import urlsplit

from mkdocs_foundation.problems import Location, Problem

from ..library import Library, SourcePage
from ..problem_codes import ProblemCode


def check(page: SourcePage, exists: Callable[[str], bool], library: Library) -> list[Problem]:
    """The links of a post that lead nowhere; `exists` says whether the site has a file at a path."""
    problems = []
    for link in _links(page.matter.values.get("links")):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc or not parts.path or exists(parts.path):
            continue
        near = [key for key in library.keys if basename(key) == basename(parts.path)]
        problems.append(
            Problem(
                ProblemCode.POST_LINK,
                Location(page.uri, page.matter.line("links")),
                "A related page of the post isn't there.",
                link,
                "the path of a page from the language's folder, such as articles/trust.md, or a full address",
                f"Write {near[0]}." if near else "Correct the path, or remove the line.",
            )
        )
    return problems


def _links(written: Any) -> Iterator[str]:
    """Every path in a list of pages, which may have titles and sections."""
    for entry in written if isinstance(written, list) else []:
        if isinstance(entry, dict):
            for value in entry.values():
                yield from [value] if isinstance(value, str) else _links(value)
        elif isinstance(entry, str):
            yield entry
