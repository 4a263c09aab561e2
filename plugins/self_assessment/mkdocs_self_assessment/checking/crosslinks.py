"""The graph of articles and self-assessments, and the targets of its links."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

from mkdocs_foundation.reports.message import listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, nearest

from ..model import Questionnaire
from ..parsing import Page
from ..problem_codes import ProblemCode
from ..reading.blocks import links
from ..saying import say


def target(uri: str, href: str) -> tuple[str, str] | None:
    """The file and the anchor that a link on page `uri` points to; `None` if it points outside the docs folder."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or parts.path.startswith("/"):
        return None
    if not parts.path:
        return uri, unquote(parts.fragment)
    return posixpath.normpath(posixpath.join(posixpath.dirname(uri), unquote(parts.path))), unquote(parts.fragment)


def moved_link(href: str, old: str, new: str) -> str:
    """The target of a link written for the page `old`, for a link on the page `new`."""
    reached = target(old, href)
    if not reached:
        return href
    path, anchor = reached
    query = urlsplit(href).query
    relative = quote(posixpath.relpath(path, posixpath.dirname(new) or "."))
    return relative + (f"?{query}" if query else "") + (f"#{anchor}" if anchor else "")


def articles_named(questionnaire: Questionnaire) -> tuple[str, ...]:
    """The files that result texts link to, each once, without the page of the questionnaire itself."""
    results = [
        *((band.markdown, band.location) for band in questionnaire.bands),
        *((band.markdown, band.location) for d in questionnaire.dimensions for band in d.bands),
        *((text.markdown, text.location) for _, texts in questionnaire.conditional_results for text in texts),
        *((passage.markdown, passage.location) for _, _, passage in questionnaire.passages),
    ]
    found: dict[str, None] = {}
    for markdown, location in results:
        for href, _ in links(markdown, location.line):
            reached = target(questionnaire.uri, href)
            if reached and reached[0] != questionnaire.uri and reached[0].endswith(".md"):
                found[reached[0]] = None
    return tuple(found)


def check_links(
    page: Page,
    pages: Mapping[str, Page],
    files: Collection[str],
    generated: Mapping[str, Questionnaire],
    in_source: Callable[[str], str],
    doubtful: Collection[str] = (),
) -> Iterator[Problem]:
    """Links inside a page's self-assessments whose target doesn't exist.

    `files` are all paths of the docs folder, `generated` the pages generated from sections; `in_source` gives the path
    of a page in the source language, which is shown where a translation is missing. In a folder that is
    `doubtful`, a page may be missing only because the section that becomes it has no id.
    """
    for href, line in page.links:
        reached = target(page.uri, href)
        if not reached:
            continue
        path, anchor = reached
        if path not in files and path not in generated:
            path = in_source(path)
        location = Location(page.uri, line)
        if path not in generated and path not in pages:
            if path not in files and not any(reached[0].startswith(folder) for folder in doubtful):
                yield _broken(href, location)
            continue
        if not anchor:  # most links: the headings of an article cost an outline of it
            continue
        if path in generated:
            own = generated[path]
            anchors, made = {d.id for d in own.dimensions}, set[str]()
        else:
            anchors, made = set(pages[path].anchors), set(_made(pages[path].headings))
        if anchor not in anchors and anchor not in made:
            near = nearest(anchor, sorted(anchors | made))
            yield Problem(
                ProblemCode.BROKEN_ANCHOR,
                location,
                say('The link points to a heading "#{anchor}" that doesn\'t exist.', anchor=anchor),
                verbatim(href),
                (listed(f"#{a}" for a in sorted(anchors)) or say("a heading with an id, such as {#trust}")),
                (say('Did you mean "#{name}"?', name=near) if near else say("Use the id of a heading on that page.")),
            )


def _broken(href: str, location: Location) -> Problem:
    return Problem(
        ProblemCode.BROKEN_LINK,
        location,
        say("The link points to a file that doesn't exist."),
        verbatim(href),
        say("the path of a file from this one, such as ../articles/reading-the-situation.md"),
        say("Correct the path, or remove the link."),
    )


@lru_cache(maxsize=4096)
def _made(headings: tuple[str, ...]) -> frozenset[str]:
    return frozenset(slug for heading in headings for slug in slugs(heading))


def slugs(heading: str) -> set[str]:
    """The anchors that Python-Markdown's usual slug functions make of a heading: with and without Nordic letters."""
    ascii_only = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode("ascii")
    plain = re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())
    nordic = re.sub(r"\s", "-", re.sub(r"[^\w\- ]", "", unicodedata.normalize("NFC", heading).strip().lower()))
    return {plain, nordic}
