"""Two pages at one address, a page at the address of a folder, and former addresses that are taken."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from posixpath import dirname

from mkdocs_foundation.reports.message import Message
from mkdocs_foundation.reports.problems import Location, Problem

from ..problem_codes import ProblemCode
from ..saying import say
from .address_book import AddressBook
from .slugs import Slugs


def check(addresses: AddressBook, fallback: bool) -> list[Problem]:
    """Addresses that can't be published; `fallback`: whether a page is shown where its translation is missing."""
    if not any(entry.slug or entry.former for entry in addresses.entries.values()):
        return []  # MkDocs' own addresses
    problems: dict[Location, Problem] = {}
    taken: dict[str, Slugs] = {}
    for reader in addresses.site.languages:
        shown = _shown(addresses, reader, fallback)
        places = defaultdict(list)
        for entry in shown:
            places[addresses.path(reader, entry.locale, entry.key)].append(entry)
        folders = {
            folder: entry for entry in shown for folder in _above(addresses.path(reader, entry.locale, entry.key))
        }
        for path, entries in places.items():
            address = addresses.site_path(reader, path)
            for problem in _clashes(addresses, address, path, entries, folders):
                problems.setdefault(problem.location, problem)
            taken.setdefault(address, entries[0])
    for problem in _former(addresses, taken):
        problems.setdefault(problem.location, problem)
    return [problems[location] for location in sorted(problems)]


def _shown(addresses: AddressBook, reader: str, fallback: bool) -> list[Slugs]:
    own = {entry.key: entry for (locale, _), entry in addresses.entries.items() if locale == reader}
    source = addresses.site.source_locale
    stand_ins = {entry.key: entry for (locale, _), entry in addresses.entries.items() if locale == source and fallback}
    return [entry for _, entry in sorted({**stand_ins, **own}.items())]


def _above(path: str) -> list[str]:
    """The folders above a path."""
    folder = dirname(path)
    return [folder, *_above(folder)] if folder else []


def _clashes(
    addresses: AddressBook, address: str, path: str, entries: list[Slugs], folders: dict[str, Slugs]
) -> Iterator[Problem]:
    docs = addresses.site.docs_dir
    by_slug = [entry for entry in entries if entry.slug]
    if len(entries) > 1 and by_slug:
        last = by_slug[-1]
        other = next(entry for entry in entries if entry is not last)
        yield _taken(
            addresses, last, say("{place} is at /{address}/ too", place=f"{docs}/{other.uri}", address=address)
        )
    entry = entries[0]
    if not entry.is_index and entry.slug:
        if path in folders:
            yield _taken(
                addresses,
                entry,
                say("/{address}/ is the folder of {place}", address=address, place=f"{docs}/{folders[path].uri}"),
            )
        elif address in addresses.site.languages:
            yield _taken(addresses, entry, say("/{address}/ is the front page of a language", address=address))
        elif addresses.blog and path == addresses.blog.folder:
            yield _taken(addresses, entry, say("/{address}/ is the blog", address=address))


def _taken(addresses: AddressBook, entry: Slugs, found: Message) -> Problem:
    return Problem(
        ProblemCode.SLUG_TAKEN,
        Location(entry.uri, entry.slug_line),
        say('The slug "{slug}" gives the page an address that is taken.', slug=f"{entry.slug}"),
        found,
        say("an address of its own for each page, and none that is a folder's"),
        say(
            "Choose another slug. If only a moved page's old address was meant, write it in "
            "`former_slugs` of that page."
        ),
    )


def _former(addresses: AddressBook, taken: dict[str, Slugs]) -> Iterator[Problem]:
    claimed: dict[str, Slugs] = {}
    docs = addresses.site.docs_dir
    for (locale, key), entry in sorted(addresses.entries.items()):
        for path in addresses.former_paths(locale, key):
            address = addresses.site_path(locale, path)
            holder = taken.get(address)
            if holder:
                found = say("{place} is at /{address}/", place=f"{docs}/{holder.uri}", address=address)
                remedy = say("Remove it from `former_slugs`: an old link then leads to the page that is there now.")
            elif address in claimed:
                found = say("{place} was at /{address}/ too", place=f"{docs}/{claimed[address].uri}", address=address)
                remedy = say("Keep it in `former_slugs` of the page that readers of the old address should reach.")
            else:
                claimed[address] = entry
                continue
            if not entry.former:  # it moved with its folder, whose page has the problem, or another page is there now
                continue
            yield Problem(
                ProblemCode.FORMER_SLUG_TAKEN,
                Location(entry.uri, entry.former_line),
                say("A former slug can't redirect to this page."),
                found,
                say("addresses that no page has now, and that no other page had"),
                remedy,
            )
