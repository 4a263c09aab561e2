"""Related pages of a post, as entries that the theme draws like those of a menu."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from mkdocs.structure.files import Files
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

from mkdocs_foundation.reports.message import listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.sources.pages import SourcePage
from mkdocs_foundation.templates import titles

from ...blog.links import Related, read
from ...problem_codes import ProblemCode
from ...saying import say


class Reference(Link):
    """A link to a page, with the settings of that page for its icon and its status."""

    def __init__(self, title: str, url: str, meta: dict[str, Any]) -> None:
        """Make an entry of the menu."""
        super().__init__(title, url)
        self.meta = meta


def navigation(source: SourcePage, files: Files, *, has_anchors: bool) -> tuple[Navigation | None, list[Problem]]:
    """The related pages that a post names; `has_anchors`: whether the tables of contents of all pages are known.

    Paths without a page are reported by the checks, and stay unchanged.
    """
    problems: list[Problem] = []
    entries = read(source.matter.values.get("links"))
    items = list(_items(entries, source, files, problems, has_anchors))
    return (Navigation(items, []) if items else None), problems


def _items(
    entries: Iterable[Related], source: SourcePage, files: Files, problems: list[Problem], has_anchors: bool
) -> Iterable[Link | Section]:
    for entry in entries:
        if entry.path:
            link, found = _link(entry, source, files, has_anchors)
            problems += found
            yield link
        else:
            section = Section(_title(entry), list(_items(entry.entries, source, files, problems, has_anchors)))
            for child in section.children:
                child.parent = section
            yield section


def _link(entry: Related, source: SourcePage, files: Files, has_anchors: bool) -> tuple[Link, list[Problem]]:
    parts = urlsplit(entry.path)
    file = None if parts.scheme or parts.netloc else files.get_file_from_path(parts.path)
    if file is None:
        return Link(_title(entry) or entry.path, entry.path), []
    page = file.page
    if not isinstance(page, Page):
        return Link(_title(entry) or entry.path, file.url), []
    meta = dict(page.meta)
    link = Reference(_title(entry) or page.title or "", page.url, meta)
    if not parts.fragment or not has_anchors:
        return link, []
    anchor = _anchor(page.toc, parts.fragment)
    if anchor is None:
        if parts.fragment in (page.present_anchor_ids or ()):
            link.url = f"{page.url}#{parts.fragment}"
            return link, []
        return link, [_no_anchor(entry, source, page)]
    link.url, meta["subtitle"] = f"{page.url}#{anchor.id}", anchor.title
    return link, []


def _title(entry: Related) -> str:
    return titles.as_html(entry.title or "", "<>")


def _anchor(toc: Iterable[AnchorLink], id: str) -> AnchorLink | None:
    for anchor in toc:
        if anchor.id == id:
            return anchor
        if (found := _anchor(anchor.children, id)) is not None:
            return found
    return None


def _no_anchor(entry: Related, source: SourcePage, page: Page) -> Problem:
    known = listed(f"#{anchor.id}" for top in page.toc for anchor in (top, *top.children))
    return Problem(
        ProblemCode.POST_LINK,
        Location(source.uri, source.matter.line("links")),
        say("A related page of the post has no such anchor."),
        verbatim(entry.path),
        (known or say("the path of the page without #")),
        say("Correct what follows the #, or remove it."),
    )
