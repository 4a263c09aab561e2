"""A part of a site, for looking at it quickly: one language, or one page with those around it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from posixpath import basename, splitext
from typing import Any

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.site import Site, Structure
from mkdocs_foundation.sources.pages import SourcePage, SourcePages

from ..addresses.slugs import is_index
from ..advice.lines import links as links_of
from ..moving.links import target_of
from ..topics import membership

_NAMED = pattern(r"\(\w+=([\w-]+)\)")
"""A value that a plugin takes from the page with an id."""
_SLOW = frozenset({"social", "optimize", "privacy", "minify", "minify_html", "group", "projects", "search"})
"""Plugins that take time and change nothing that an author looks at."""
_OFF: Mapping[str, Mapping[str, Any]] = {
    "multilingual": {"share_images": {"enabled": False}, "search": False, "status_page": ""},
}
"""Options that take time, by plugin."""


def around(page: SourcePage, library: SourcePages, site: Site) -> set[str]:
    """The keys of a page, of those that it links to and that link to it, and of those that some page needs.

    These are the folders' own pages, topics, and what a text names by an id: `(items=service-culture)`.
    """
    pages = library.in_language(page.locale)
    leads = {other.key: _targets(other, site) for other in pages}
    keep = {page.key} | leads[page.key]
    for other in pages:
        if page.key in leads[other.key] or is_index(other.key) or membership.hub_of(other.key):
            keep.add(other.key)
    while named := _named(pages, leads, keep):
        keep |= named
    return keep


def _targets(page: SourcePage, site: Site) -> set[str]:
    """The keys of what a page links to."""
    return {found.key for link in links_of(page.body) if (found := target_of(link.target, page.uri, site))}


def _named(pages: Sequence[SourcePage], leads: Mapping[str, set[str]], keep: set[str]) -> set[str]:
    """Further pages with an id that a kept page names, in a value or as the page that a plugin makes of a section."""
    kept = [page for page in pages if page.key in keep]
    ids = {id for page in kept for id in _NAMED.findall(page.source.text)}
    ids |= {splitext(basename(key))[0] for page in kept for key in leads[page.key] if key not in leads}
    has_one = re.compile(rf"(?:\bid: *|#)(?:{'|'.join(map(re.escape, ids))})\b(?!-)") if ids else None
    return {page.key for page in pages if has_one and page.key not in keep and has_one.search(page.source.text)}


def left_out(library: SourcePages, site: Site, locales: Sequence[str], keys: set[str] | None) -> list[str]:
    """Patterns of the files that a part of a site doesn't need, as `exclude_docs` has them.

    `locales` are the languages of the part, and `keys` its pages; `None`: all.
    """
    others = [locale for locale in site.languages if locale not in locales]
    folders = [f"/{locale}/" for locale in others] if site.structure is Structure.FOLDER else []
    files = [page for page in (*library, *library.copies.values()) if not (folders and page.locale in others)]
    uris = [page.uri for page in files if page.locale in others or (keys is not None and page.key not in keys)]
    return [*folders, *(f"/{_escaped(uri)}" for uri in uris)]


def plugins(written: Any, locales: Sequence[str], is_whole: bool = True) -> dict[str, dict[str, Any]]:
    """The plugins of `mkdocs.yml`, in either form that MkDocs takes, with the languages and options of a part.

    `is_whole`: it has all pages of its languages. If not, nothing is asked of how they link to each other.
    """
    entries = list(written.items()) if isinstance(written, dict) else []
    if isinstance(written, list):
        entries = [pair for entry in written for pair in (entry.items() if isinstance(entry, dict) else [(entry, {})])]
    # A mapping, since MkDocs empties the entries of a list, and each build of a server reads them anew.
    found = {}
    for name, options in entries:
        options = dict(options or {})
        if name.removeprefix("material/") in _SLOW:
            continue
        if name == "i18n":
            languages = [entry for entry in options.get("languages") or [] if entry.get("locale") in locales]
            options = {key: value for key, value in options.items() if key != "build_only_locale"}
            options["languages"] = [{key: value for key, value in e.items() if key != "build"} for e in languages]
        options |= _OFF.get(name, {})
        if name == "multilingual" and not is_whole:
            options["editorial"] = {}
        if isinstance(options.get("fallback"), dict):
            options["fallback"] = {key: value for key, value in options["fallback"].items() if key in locales}
        found[name] = options
    return found


def _escaped(uri: str) -> str:
    return "".join(f"\\{sign}" if sign in r"\*?[]! #" else sign for sign in uri)
