"""From former addresses to the pages that moved."""

from __future__ import annotations

from mkdocs_foundation.values import dataclass

from .address_book import AddressBook


@dataclass(frozen=True)
class Redirect:
    """A former address, and the page that has moved."""

    locale: str
    """Language of the page."""
    path: str
    """The former path within the language."""
    key: str
    """Key of the page."""


def redirects(addresses: AddressBook, locale: str) -> list[Redirect]:
    """Every former address of a language's pages that no page has now; the first page that claims it gets it."""
    own = [key for lang, key in sorted(addresses.entries) if lang == locale]
    taken = {addresses.path(locale, locale, key) for key in own}
    found: dict[str, Redirect] = {}
    for key in own:
        for path in addresses.former_paths(locale, key):
            if path not in taken:
                found.setdefault(path, Redirect(locale, path, key))
    return list(found.values())
