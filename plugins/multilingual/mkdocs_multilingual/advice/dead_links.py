"""Links to what doesn't exist: one problem for each page or file, with every place that links to it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from posixpath import basename, dirname, join, normpath, relpath, splitext
from urllib.parse import unquote, urlsplit

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, nearest
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.pages import SourcePages
from mkdocs_foundation.values import dataclass

from ..problem_codes import ProblemCode
from ..saying import say
from . import targets
from .lines import links

ABSOLUTE, UNRECOGNIZED = "absolute_links", "unrecognized_links"
"""Names that MkDocs' `validation` has for links from the root of a server, and for those without an ending."""
KINDS = (ABSOLUTE, UNRECOGNIZED)
_ON_DISK = pattern(r"[A-Za-z]:[\\/]|file:")
"""How the path of a file on somebody's own disk begins."""
_CUTOFF, _CUTOFF_OF_SEVERAL = 0.75, 0.85
"""Similarity of two names from which on one may be meant by the other; the second where several texts have the link."""
_MISSING = say("The link leads to a page that doesn't exist.")


@dataclass(frozen=True)
class _Link:
    """A link to what isn't there."""

    written: str
    """Address, as it is written."""
    path: str
    """Its path, without query and anchor."""
    uri: str
    """Where it leads, from the docs folder."""
    place: Location
    """Where it is written."""


def check(
    library: SourcePages,
    site: Site,
    exists: Callable[[str], bool],
    files: Collection[str] = (),
    refused: Collection[str] = (),
) -> list[Problem]:
    """Links and pictures without a target.

    `exists` says whether the site has a page or a file at a path, a generated one too; `files` are the paths of what
    may have been meant, besides the pages; `refused` are kinds of links that MkDocs warns of on this site.
    """
    known = {*files, *(page.uri for page in library)}
    missing: dict[str, list[_Link]] = {}
    for locale in site.languages:
        for link in _dead(library, site, locale, exists, refused):
            missing.setdefault(site.key_of(link.uri), []).append(link)
    return [_problem(places, known, site) for places in missing.values()]


def _dead(
    library: SourcePages, site: Site, locale: str, exists: Callable[[str], bool], refused: Collection[str]
) -> Iterator[_Link]:
    for page in library.in_language(locale):
        for link in links(page.body):
            try:
                parts = urlsplit(link.target)
            except ValueError:
                continue
            path = unquote(parts.path)
            if _ON_DISK.match(link.target):  # whose drive looks like the scheme of an address
                name = link.target.replace("\\", "/").rsplit("/", 1)[-1]
                yield _Link(link.target, name, normpath(join(dirname(page.uri), name)), Location(page.uri, link.line))
                continue
            if parts.scheme or parts.netloc or not path:
                continue
            if path.startswith(("/", "\\")):
                uri, is_fine = path, ABSOLUTE not in refused
            else:
                uri = normpath(join(dirname(page.uri), path))
                is_fine = exists(uri) or exists(site.in_language(uri, site.source_locale))
                is_fine = is_fine or not (splitext(path)[1] or UNRECOGNIZED in refused)
            if not is_fine:
                yield _Link(link.target, path, uri, Location(page.uri, link.line))


def _problem(places: Sequence[_Link], known: Collection[str], site: Site) -> Problem:
    first = places[0]
    is_new = first.path.endswith(".md") and not any(basename(uri) == basename(first.path) for uri in known)
    texts = {site.key_of(link.place.path) for link in places}
    near = _meant(first, known, site, len(texts) > 1)
    remedy = say("Write {near}.", near=near) if near else say("Correct or remove the link.")
    lines: dict[str, list[str]] = {}
    also = tuple(place for place in dict.fromkeys(link.place for link in places) if place != first.place)
    for place in (first.place, *also):
        lines.setdefault(place.path, []).append(f"{place.line}")
    files = "; ".join(f"{site.shown(path)}:{', '.join(numbers)}" for path, numbers in lines.items())
    return Problem(
        ProblemCode.MISSING_PAGE if is_new else ProblemCode.LINK_TARGET,
        first.place,
        _MISSING if is_new else _message(first),
        verbatim(first.written),
        (say("the path of a page from this one") if is_new else say("the path of a file from this one")),
        (remedy if len(places) == 1 else say("{remedy} Links to it are in {files}.", remedy=remedy, files=files)),
        also=also,
    )


def _message(link: _Link) -> Message:
    if link.path.startswith(("/", "\\")):
        return say("The link begins at the root of the server, where this site may not be.")
    if not splitext(link.path)[1]:
        return say("The link leads to no file: a page's has the ending .md.")
    return say("There is no such file where the link leads.")


def _meant(link: _Link, known: Collection[str], site: Site, by_several: bool) -> str | None:
    """What was most likely meant, as it is to be written."""
    if right := targets.meant(link.written):
        return right
    if link.path.startswith("www."):
        return f"https://{link.written}"
    if "@" in link.path and "/" not in link.path:
        return f"mailto:{link.written}"
    here = site.locale_of(link.place.path)
    there = sorted(uri for uri in known if not uri.endswith(".md") or site.locale_of(uri) == here)
    near = _at_path(link, there, site, here) or _by_name(link, there, by_several)
    if near is None:
        return None
    anchor = f"#{fragment}" if (fragment := urlsplit(link.written).fragment) else ""
    return f"{relpath(near, dirname(link.place.path) or '.')}{anchor}"


def _at_path(link: _Link, there: Iterable[str], site: Site, locale: str | None) -> str | None:
    """A file at the path but for capitals, the ending, the slashes, or where the path begins."""
    path = link.path.replace("\\", "/").strip("/")
    folder = "" if link.path.startswith(("/", "\\")) else dirname(link.place.path)
    uris = [normpath(join(folder, path)), normpath(join(site.folder(locale) if locale else "", path))]
    by_lower = {uri.lower(): uri for uri in there}
    uris += [uri.removesuffix(".html").removesuffix("/index") for uri in uris if uri.endswith(".html")]
    tried = (f"{uri}{end}".lower() for uri in uris for end in ("", ".md", "/index.md", "/README.md"))
    return next((by_lower[uri] for uri in tried if uri in by_lower), None)


def _by_name(link: _Link, there: Iterable[str], by_several: bool) -> str | None:
    """A file of this name in another folder, or of a similar name."""
    name, ending = splitext(basename(link.path.rstrip("/\\")))
    alike = [uri for uri in there if splitext(uri)[1].lower() == (ending.lower() or ".md")]
    alike.sort(key=lambda uri: (dirname(uri) == dirname(link.uri), basename(uri) == f"{name}{ending}"))
    names = {splitext(basename(uri))[0]: uri for uri in alike}  # of two files of one name, that in the link's folder
    near = name if name in names else nearest(name, names, _CUTOFF_OF_SEVERAL if by_several else _CUTOFF)
    return names[near] if near else None
