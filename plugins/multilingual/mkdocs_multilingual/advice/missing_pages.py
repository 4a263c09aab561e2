"""Links to pages that don't exist: one problem for each page, with every place in all languages that links to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from posixpath import basename, dirname, join, normpath, relpath, splitext
from urllib.parse import unquote, urlsplit

from mkdocs_foundation.pages import SourcePage, SourcePages
from mkdocs_foundation.problems import Location, Problem, nearest
from mkdocs_foundation.site import Site

from ..problem_codes import ProblemCode
from .lines import prose
from .links import LINK

_CUTOFF, _CUTOFF_OF_SEVERAL = 0.75, 0.85
"""Similarity of two names from which on one may be meant by the other; the second where several texts have the link."""


def check(library: SourcePages, site: Site, exists: Callable[[str], bool]) -> list[Problem]:
    """Links to missing pages; `exists` says whether the site has a page at a path, a generated one too."""
    missing: dict[str, list[tuple[Location, str]]] = {}
    names = {basename(page.uri) for page in library}  # one of the same name has moved: `link-target`
    for locale in site.languages:
        for page in library.in_language(locale):
            for uri, link, line in _links(page):
                if (
                    basename(uri) not in names
                    and not exists(uri)
                    and not exists(site.in_language(uri, site.source_locale))
                ):
                    missing.setdefault(site.key_of(uri), []).append((Location(page.uri, line), link))
    return [_problem(places, library, site) for places in missing.values()]


def _links(page: SourcePage) -> Iterator[tuple[str, str, int]]:
    for line, text in prose(page.body) if ".md" in page.body else ():
        for found in LINK.finditer(text):
            parts = urlsplit(found["target"])
            path = unquote(parts.path)
            if path.endswith(".md") and not (parts.scheme or parts.netloc or path.startswith("/")):
                yield normpath(join(dirname(page.uri), path)), found["target"], line


def _problem(places: list[tuple[Location, str]], library: SourcePages, site: Site) -> Problem:
    first, link = places[0]
    folder = dirname(normpath(join(dirname(first.path), unquote(urlsplit(link).path))))
    there = [page.uri for page in library if page.locale == site.locale_of(first.path)]
    there.sort(key=lambda uri: dirname(uri) == folder)  # of two files of one name, that in the link's folder
    names = {splitext(basename(site.key_of(uri)))[0]: uri for uri in there}
    texts = {site.key_of(location.path) for location, _ in places}
    cutoff = _CUTOFF if len(texts) == 1 else _CUTOFF_OF_SEVERAL
    near = nearest(splitext(basename(urlsplit(link).path))[0], names, cutoff)
    remedy = f"Write {relpath(names[near], dirname(first.path) or '.')}." if near else "Correct or remove the link."
    lines: dict[str, list[str]] = {}
    for location in dict.fromkeys(location for location, _ in places):
        lines.setdefault(location.path, []).append(f"{location.line}")
    listed = "; ".join(f"{site.shown(path)}:{', '.join(numbers)}" for path, numbers in lines.items())
    return Problem(
        ProblemCode.MISSING_PAGE,
        first,
        "The link leads to a page that doesn't exist.",
        link,
        "the path of a page from this one",
        remedy if len(places) == 1 else f"{remedy} Links to it are in {listed}.",
    )
