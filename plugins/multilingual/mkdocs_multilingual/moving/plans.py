"""What moving or deleting a page changes, in all languages, before anything is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from posixpath import dirname

from mkdocs_foundation.reports.problems import Location
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.fingerprint import fingerprint
from mkdocs_foundation.sources.pages import SourcePage, SourcePages, read_text
from mkdocs_foundation.sources.writing import yaml_list
from mkdocs_foundation.values import dataclass

from ..addresses import address_book, slugs
from ..addresses.address_book import AddressBook
from ..addresses.blog_place import BlogPlace
from ..translations import editing
from ..translations.states import State, Translation
from . import links
from .links import Target


@dataclass(frozen=True)
class Plan:
    """What is to be done."""

    moved: Mapping[str, str] = field(default_factory=dict)
    """New paths below the docs folder, by the old ones."""
    deleted: tuple[str, ...] = ()
    """Paths of files to delete."""
    texts: Mapping[str, str] = field(default_factory=dict)
    """New texts, by the path that the file then has."""
    changed_links: tuple[Location, ...] = ()
    """Where a link changes, in files as they are before."""
    dead_links: tuple[Location, ...] = ()
    """Where a link to a deleted page stays."""
    addresses: tuple[str, ...] = ()
    """Former addresses that lead on, from the root of the site."""
    lost: tuple[str, ...] = ()
    """Addresses that lead nowhere any more."""


@dataclass(frozen=True)
class Desk:
    """The site that is changed."""

    site: Site
    library: SourcePages
    """Its pages."""
    translations: Sequence[Translation]
    """The states of its translations."""
    blog: BlogPlace | None = None
    """Folders of the blog."""
    has_redirects: bool = True
    """Whether the site reads `slug` and `former_slugs`."""

    @property
    def addresses(self) -> AddressBook:
        """Addresses of its pages."""
        return address_book.read(self.library, self.site, self.blog)[0]

    @property
    def files(self) -> list[SourcePage]:
        """Every Markdown file, copies to be translated and those outside of any language too."""
        return [*self.library, *self.library.copies.values(), *self.library.outside]

    def versions(self, key: str) -> list[SourcePage]:
        """A page in every language that has it, or a copy of it."""
        return [page for page in (*self.library, *self.library.copies.values()) if page.key == key]


def rename(desk: Desk, old: str, new: str) -> Plan:
    """Move a page, by its paths without the language: its links, the links to it, and its addresses."""
    site = desk.site
    moved = {page.uri: site.uri(page.locale, new) for page in desk.versions(old)}
    texts: dict[str, str] = {}
    places: list[Location] = []
    for page in desk.files:
        here = moved.get(page.uri, page.uri)

        def change(written: str, page: SourcePage = page, here: str = here) -> str | None:
            target = links.target_of(written, page.uri, site)
            if target is None or ((target.key != old or not target.locale) and here == page.uri):
                return None
            leads = replace(target, key=new) if target.key == old and target.locale else target
            return links.written_to(leads, here, site, written)

        text, lines = links.changed(page, change)
        places += [Location(page.uri, line) for line in lines]
        text = _with_key(text, page, old, new)
        if text != page.source.text:
            texts[here] = text
    before = desk.addresses
    kept: list[str] = []
    lost: list[str] = []
    for page in desk.versions(old):
        if page.locale and (path := _left(before, page, new)) is not None:
            if not desk.has_redirects:
                lost.append(f"/{before.site_path(page.locale, path)}/")
                continue
            here = moved[page.uri]
            text = texts.get(here, page.source.text)
            texts[here] = _with_former(text, here, [_former(path, before, page, new)])
            kept.append(f"/{before.site_path(page.locale, path)}/")
    texts = _with_records(desk, moved, texts)
    return Plan(moved, (), texts, tuple(places), addresses=tuple(kept), lost=tuple(lost))


def delete(desk: Desk, old: str, instead: str | None) -> Plan:
    """Delete a page, by its path without the language; links and addresses lead to another page, if one is given."""
    site, before = desk.site, desk.addresses
    gone = [page.uri for page in desk.versions(old)]
    texts: dict[str, str] = {}
    changed_links: list[Location] = []
    dead: list[Location] = []
    for page in desk.files:
        if page.uri in gone:
            continue

        def change(written: str, page: SourcePage = page) -> str | None:
            target = links.target_of(written, page.uri, site)
            if target is None or target.key != old or not target.locale:
                return None
            # Without another page, and on that page itself, the link only has to be found.
            is_other = instead is not None and page.key != instead
            return links.written_to(Target(target.locale, instead or ""), page.uri, site, written) if is_other else "\0"

        text, lines = links.changed(page, change)
        places = [Location(page.uri, line) for line in lines]
        if instead is not None and page.key != instead:
            changed_links += places
            if text != page.source.text:
                texts[page.uri] = text
        else:
            dead += places
    kept: list[str] = []
    lost: list[str] = []
    for page in desk.versions(old):
        if (page.locale, page.key) in desk.library.copies or address_book.in_blog(page.key, desk.blog):
            continue
        paths = [before.path(page.locale, page.locale, old), *before.former_paths(page.locale, old)]
        shown = [f"/{before.site_path(page.locale, path)}/" for path in paths]
        other = desk.library.page(page.locale, instead) if instead and desk.has_redirects else None
        if other is None:
            lost += shown
            continue
        kept += shown
        former = [_former(path, before, other, other.key) for path in paths]
        texts[other.uri] = _with_former(texts.get(other.uri, other.source.text), other.uri, former)
    texts = _with_records(desk, {}, texts)
    return Plan({}, tuple(gone), texts, tuple(changed_links), tuple(dead), tuple(kept), tuple(lost))


def _left(before: AddressBook, page: SourcePage, new: str) -> str | None:
    """The path that a page has in its language and doesn't have any more; `None` where it keeps it, or in a blog."""
    if address_book.in_blog(page.key, before.blog) or (page.locale, page.key) not in before.entries:
        return None
    path = before.path(page.locale, page.locale, page.key)
    entry = replace(before.entries[page.locale, page.key], key=new)
    after = replace(before, entries={**before.entries, (page.locale, new): entry})
    return path if after.path(page.locale, page.locale, new) != path else None


def _former(path: str, before: AddressBook, page: SourcePage, key: str) -> str:
    """A former address as `former_slugs` of the page that gets the key has it."""
    folder = before.path(page.locale, page.locale, f"{dirname(key)}/{slugs.INDEXES[0]}") if dirname(key) else ""
    return path.removeprefix(f"{folder}/") if dirname(path) == folder and folder else f"/{path}"


def _with_former(text: str, uri: str, former: Sequence[str]) -> str:
    written = read_text(text, uri)[0].matter.values.get("former_slugs")
    there = written if isinstance(written, list) else [] if written is None else [written]
    every = list(dict.fromkeys([*map(str, there), *former]))
    return editing.with_setting(text, "former_slugs", [f"former_slugs: {yaml_list(every)}"])


def _with_key(text: str, page: SourcePage, old: str, new: str) -> str:
    """The text with another key in its settings: a page that names the moved one there."""
    end = len(page.source.text.split("\n")) - len(page.body.lstrip("\n").split("\n"))
    if old not in text or not page.matter.values or end <= 0:
        return text
    lines = text.split("\n")
    return "\n".join([*(in_settings(line, old, new) for line in lines[:end]), *lines[end:]])


def in_settings(text: str, old: str, new: str) -> str:
    """Settings with another path in place of one, where it stands alone or behind a pattern such as `/*/`."""
    return re.sub(rf"(?<![\w.-])(?<!\w/){re.escape(old)}(?![\w-])", new, text)


def _with_records(desk: Desk, moved: Mapping[str, str], texts: Mapping[str, str]) -> dict[str, str]:
    """The texts with the records of translations that were current, and whose sources change only by a move."""
    found = dict(texts)
    for translation, source in _current(desk):
        at = moved.get(source.uri, source.uri)
        new = read_text(found.get(at, source.source.text), at)[0]
        if fingerprint(new.matter, new.body) == fingerprint(source.matter, source.body):
            continue
        page = desk.library.page(translation.locale, translation.key)
        if page is not None:
            here = moved.get(page.uri, page.uri)
            record = editing.record_for(replace(source, source=new), translation.record)
            found[here] = editing.with_record(found.get(here, page.source.text), record)
    return found


def _current(desk: Desk) -> Iterator[tuple[Translation, SourcePage]]:
    for translation in desk.translations:
        if translation.state is State.CURRENT and translation.source is not None:
            yield translation, translation.source
