"""Addresses of sections' pages that their settings `slug` and `former-slugs` ask for, with `mkdocs-multilingual`.

The build leaves these to that plugin, which knows the address of every page; the command has no other check for them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from posixpath import basename, dirname
from unicodedata import normalize

from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.site import Site

from ..model import Questionnaire
from ..saying import say
from .file_locations import former_taken, taken


def check(
    sections: Iterable[tuple[str, Questionnaire]], slugs: Mapping[str, object], site: Site, folder: str
) -> list[Problem]:
    """Sections whose page, or a redirect to it, would be where another page is.

    `sections` are locale and self-assessment, `slugs` the setting `slug` of every file by its path, `None` where it has
    none; `folder` is that of the generated pages within a language. Pages in other folders are compared by the build.
    """
    sections, problems = list(sections), dict[Location, Problem]()
    for reader in site.languages:
        from_source = [site.source_locale] if site.falls_back else []
        languages = dict.fromkeys([*from_source, reader])  # the last one is shown
        keys = {site.key_of(uri): uri for locale in languages for uri in slugs if site.locale_of(uri) == locale}
        pages = dict(_names(keys, slugs, folder))
        shown = {q.id: q for locale in languages for found, q in sections if found == locale}
        prefix = f"/{site.address_prefix(reader)}{folder}/"
        for found in _clashes(shown.values(), pages, slugs, prefix, site):
            problems.setdefault(found.location, found)
    return list(problems.values())


def _names(keys: Mapping[str, str], slugs: Mapping[str, object], folder: str) -> Iterator[tuple[str, str]]:
    """The last part of the address of each page and folder in `folder`, with the file that it belongs to."""
    named = {}
    for key, uri in keys.items():
        is_index = basename(key) in ("index.md", "README.md")
        if dirname(key) == folder and not is_index:
            yield _slug(slugs[uri]) or basename(key).rpartition(".")[0], uri
        elif key.startswith(f"{folder}/") and dirname(key) != folder:
            below = key.removeprefix(f"{folder}/").partition("/")[0]
            is_its_index = is_index and dirname(key) == f"{folder}/{below}"
            if is_its_index or below not in named:
                named[below] = (_slug(slugs[uri]) if is_its_index else "") or below, uri
    yield from named.values()


def _clashes(
    sections: Iterable[Questionnaire], pages: Mapping[str, str], slugs: Mapping[str, object], prefix: str, site: Site
) -> Iterator[Problem]:
    there = dict(pages)
    sections = list(sections)
    for q in sections:
        name = _slug(q.page_settings.get("slug")) or q.id
        other = there.setdefault(name, q.uri)
        written = name != q.id or (name in pages and _slug(slugs[other]))
        if other != q.uri and written:  # two files without slugs are told when all files are read
            yield taken(q, say("{file} is at {address} too", file=site.shown(other), address=f"{prefix}{name}/"))
    for q in sections:
        for former in q.page_settings.get("former_slugs", ()):
            if other := there.get(_slug(former), ""):
                yield former_taken(
                    q, say("{file} is at {address}", file=site.shown(other), address=f"{prefix}{_slug(former)}/")
                )


def _slug(written: object) -> str:
    """A slug as a part of an address; "" for none."""
    return normalize("NFC", str(written)).strip("/ ") if isinstance(written, (str, int)) else ""
