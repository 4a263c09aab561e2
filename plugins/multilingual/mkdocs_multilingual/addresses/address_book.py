"""The address of every page in every language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from itertools import product
from posixpath import dirname, join

from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.pages import SourcePages
from mkdocs_foundation.values import dataclass

from . import slugs
from .blog_place import BlogPlace
from .slugs import INDEXES, Slugs


@dataclass(frozen=True)
class AddressBook:
    """The address of each page, as a path within its language: `articles/tillid`; "" is the language's front page."""

    site: Site
    """The languages."""
    entries: Mapping[tuple[str, str], Slugs] = field(default_factory=dict)
    """Slugs of each page, by language and key."""
    blog: BlogPlace | None = None
    """Folders of the blog, `None` for a site without one: its plugin decides its addresses."""
    _named: dict[tuple[str, str], str] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Paths of folders that have been asked for: each has many pages."""

    @property
    def is_plain(self) -> bool:
        """Whether no page has a slug, so that MkDocs' own addresses are right."""
        return not any(entry.slug for entry in self.entries.values())

    def entry(self, locale: str, key: str) -> Slugs:
        """The slugs of a page; a page without settings has those of its file name."""
        return self.entries.get((locale, key)) or Slugs(self.site.uri(locale, key), locale, key)

    def path(self, reader: str, locale: str, key: str) -> str:
        """The path of a page for readers of a language, who may be shown the text of another."""
        entry = self.entry(locale, key)
        return self._folder(reader, entry.folder) if entry.is_index else self._below(reader, entry, entry.name)

    def former_paths(self, locale: str, key: str) -> list[str]:
        """The paths that a page had in its language before its slug, or that of a folder above it, was changed."""
        entry = self.entry(locale, key)
        folders = self._folders(locale, entry.folder)
        if not entry.former and not any(own.former for own in folders):
            return []
        # A former address of the folder's own page that is a whole path is that of no page in the folder.
        names = [[own.name, *(slug for slug in own.former if not slug.startswith("/"))] for own in folders]
        if not entry.is_index:
            names.append([entry.name, *(slug for slug in entry.former if not slug.startswith("/"))])
        current = self.path(locale, locale, key)
        paths = ["/".join(parts) for parts in product(*names)]
        paths += [slug[1:] for slug in entry.former if slug.startswith("/")]
        return [path for path in dict.fromkeys(paths) if path != current]

    def site_path(self, locale: str, path: str) -> str:
        """A path within a language as one within the site."""
        return f"{self.site.address_prefix(locale)}{path}".rstrip("/")

    def _below(self, reader: str, entry: Slugs, name: str) -> str:
        return join(self._folder(reader, entry.folder), name)

    def _folder(self, reader: str, folder: str) -> str:
        path = self._named.get((reader, folder))
        if path is None:
            path = self._named[reader, folder] = "/".join(own.name for own in self._folders(reader, folder))
        return path

    def _folders(self, reader: str, folder: str) -> list[Slugs]:
        """The index pages of a folder and of those above it, whose slugs name the folders in a language."""
        if not folder:
            return []
        index = next((own for name in INDEXES if (own := self.entries.get((reader, f"{folder}/{name}")))), None)
        return [*self._folders(reader, dirname(folder)), index or self.entry(reader, f"{folder}/{INDEXES[0]}")]


def make(entries: Iterable[Slugs], site: Site, blog: BlogPlace | None = None) -> AddressBook:
    """The addresses of these pages, without those of the blog, whose plugin decides them."""
    ours = [entry for entry in entries if not in_blog(entry.key, blog)]
    return AddressBook(site, {(entry.locale, entry.key): entry for entry in ours}, blog)


def read(library: SourcePages, site: Site, blog: BlogPlace | None = None) -> tuple[AddressBook, list[Problem]]:
    """The addresses of all pages that authors wrote, and the slugs that can't be used."""
    entries: list[Slugs] = []
    problems: list[Problem] = []
    for page in library.pages.values():
        if not in_blog(page.key, blog):
            entry, found = slugs.of(page.uri, page.locale, page.key, page.matter)
            entries.append(entry)
            problems += found
    return make(entries, site, blog), problems


def in_blog(key: str, blog: BlogPlace | None) -> bool:
    """Whether a page belongs to the blog."""
    return blog is not None and blog.holds(key)
