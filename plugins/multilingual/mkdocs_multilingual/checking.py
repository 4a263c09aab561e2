"""Everything that is checked over all languages, before the first one is built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_foundation.pages import SourcePages
from mkdocs_foundation.problems import Problem
from mkdocs_foundation.site import Site

from . import tags
from .addresses import address_book, collisions
from .addresses.address_book import AddressBook
from .blog import checks
from .blog.checks import BlogFiles
from .editorial import checks as editorial
from .editorial.rules import Rules
from .glossary import terms
from .glossary.terms import Glossary
from .topics import membership


@dataclass(frozen=True)
class Checked:
    """Results of the checks, and what they have read."""

    addresses: AddressBook
    """Address of each page."""
    glossaries: Mapping[str, Glossary]
    """The terms of each language that has a glossary."""
    problems: tuple[Problem, ...]
    """Problems, sorted by file and line."""


def check(
    library: SourcePages,
    site: Site,
    blog: BlogFiles | None = None,
    glossary: str = "",
    rules: Rules | None = None,
) -> Checked:
    """Check the pages of a site, also against its own `rules`.

    `glossary` is the path of the glossary within each language.
    """
    addresses, problems = address_book.read(library, site, blog.rules.place if blog else None)
    problems += collisions.check(addresses, site.falls_back)
    problems += membership.check(library, site)
    if blog:
        problems += checks.check(library, site, blog)
    problems += tags.check(library, site)
    glossaries, found = terms.read(library, site, glossary)
    problems += found
    if rules:
        problems += editorial.check(library, site, rules, blog.rules.place if blog else None)
    return Checked(addresses, glossaries, tuple(sorted(problems, key=lambda p: (p.location, p.code.value))))
