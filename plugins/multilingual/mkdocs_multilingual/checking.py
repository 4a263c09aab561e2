"""Everything that is checked over all languages, before the first one is built."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from mkdocs_foundation.pages import SourcePages
from mkdocs_foundation.problems import Location, Problem
from mkdocs_foundation.site import Site

from . import tags
from .addresses import address_book, collisions
from .addresses.address_book import AddressBook
from .advice import checks as advice
from .advice import following, pages, reading
from .blog import checks
from .blog.checks import BlogFiles
from .editorial import checks as editorial
from .editorial.rules import Rules
from .glossary import spelling, terms
from .glossary.terms import Glossary
from .problem_codes import ProblemCode
from .topics import membership

_OF_TEXTS = (ProblemCode.TEXT_LENGTH, ProblemCode.MISSING_PART, ProblemCode.LINK_COUNT)
_TOLD = (ProblemCode.SETTING_NAME, ProblemCode.PAGE_LANGUAGE)


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
    files: Mapping[str, int] | None = None,
) -> Checked:
    """Check the pages of a site, also against its own `rules`.

    `glossary` is the path of the glossary within each language; `files` are the sizes in bytes of all files by path,
    where the site asks for strict checks.
    """
    addresses, problems = address_book.read(library, site, blog.rules.place if blog else None)
    problems += collisions.check(addresses, site.falls_back)
    problems += membership.check(library, site)
    if blog:
        problems += checks.check(library, site, blog)
    problems += tags.check(library, site)
    glossaries, found = terms.read(library, site, glossary)
    problems += found
    asked = editorial.check(library, site, rules, blog.rules.place if blog else None) if rules else []
    if files is not None:
        found = advice.check(library, site, files, blog.rules.place.is_post if blog else None)
        told = {p.location.path for p in asked if p.code is ProblemCode.MISSING_SETTING}
        told |= {p.location.path for p in problems if p.code is ProblemCode.POST_PLACE}
        found += spelling.check(library, site, glossaries, glossary)
        for page in library:
            if "assessment" not in page.matter.values:
                found += reading.check(page, rules.of(page.key).lix if rules else 0)
        # A page with a title only may be a beginning; where rules ask for a text, that is what is wrong with it.
        short = {p.location.path for p in asked if p.code in _OF_TEXTS}
        found += [p for page in library if page.uri in short for p in pages.with_title_only(page)]
        # A setting that is missing names the misspelt one, and a post that is elsewhere its place.
        # Of a text without settings the site asks more than a title, and a post's title is asked by the blog.
        titled = {p.location.path for p in problems if p.code is ProblemCode.POST_TITLE}
        titled |= {page.uri for page in library if not page.matter.values} & told
        found = [p for p in found if p.code is not ProblemCode.HEADING_ORDER or p.location.path not in titled]
        same = {(p.location, p.code) for p in asked} | {
            (Location(p.location.path, 1), p.code) for p in asked if p.code is ProblemCode.MISSING_SETTING
        }
        found = [p for p in found if (p.location, p.code) not in same]
        problems += [p for p in found if p.code not in _TOLD or p.location.path not in told]
    problems += asked
    problems = following.without(problems)
    return Checked(addresses, glossaries, tuple(sorted(problems, key=lambda p: (p.location, p.code.value))))
