"""Everything that is checked over all languages: what their pages are made with, and the texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.pages import SourcePages
from mkdocs_foundation.values import dataclass

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
class Asked:
    """What is checked, and by what."""

    library: SourcePages
    """The pages."""
    site: Site
    """Its languages."""
    blog: BlogFiles | None = None
    """The blog; `None` where there is none."""
    glossary: str = ""
    """Path of the glossary within each language; may be empty."""
    rules: Rules | None = None
    """The site's own rules for its texts."""
    files: Mapping[str, int] | None = None
    """Sizes in bytes of all files by path; `None` where the site doesn't ask for strict checks."""


@dataclass(frozen=True)
class Checked:
    """Results of the checks, and what they have read."""

    addresses: AddressBook
    """Address of each page."""
    glossaries: Mapping[str, Glossary]
    """The terms of each language that has a glossary."""
    problems: tuple[Problem, ...]
    """Problems, after all checks sorted by file and line."""


def check(
    library: SourcePages,
    site: Site,
    blog: BlogFiles | None = None,
    glossary: str = "",
    rules: Rules | None = None,
    files: Mapping[str, int] | None = None,
) -> Checked:
    """Check the pages of a site, also against its own `rules`; the arguments are those of `Asked`."""
    asked = Asked(library, site, blog, glossary, rules, files)
    found = first(asked)
    return replace(found, problems=with_texts(asked, found))


def first(asked: Asked) -> Checked:
    """Read and check what all pages are made with: addresses, topics, blog, tags and terms."""
    library, site, blog = asked.library, asked.site, asked.blog
    addresses, problems = address_book.read(library, site, blog.rules.place if blog else None)
    problems += collisions.check(addresses, site.falls_back)
    problems += membership.check(library, site)
    if blog:
        problems += checks.check(library, site, blog)
    problems += tags.check(library, site)
    glossaries, found = terms.read(library, site, asked.glossary)
    return Checked(addresses, glossaries, (*problems, *found))


def with_texts(given: Asked, before: Checked) -> tuple[Problem, ...]:
    """The problems that were found before with those of the texts, which no page needs; sorted by file and line."""
    library, site, blog, rules = given.library, given.site, given.blog, given.rules
    problems = list(before.problems)
    asked = editorial.check(library, site, rules, blog.rules.place if blog else None) if rules else []
    if given.files is not None:
        found = advice.check(library, site, given.files, blog.rules.place.is_post if blog else None)
        told = {p.location.path for p in asked if p.code is ProblemCode.MISSING_SETTING}
        told |= {p.location.path for p in problems if p.code is ProblemCode.POST_PLACE}
        found += spelling.check(library, site, before.glossaries, given.glossary)
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
    return tuple(sorted(problems, key=lambda p: (p.location, p.code.value)))
