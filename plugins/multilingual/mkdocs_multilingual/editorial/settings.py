"""Checks of the settings at the top of a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime

from mkdocs_foundation.reports.message import verbatim
from mkdocs_foundation.reports.problems import Location, Problem, nearest
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.pages import SourcePage, SourcePages

from .. import tags
from ..addresses.blog_place import BlogPlace
from ..problem_codes import ProblemCode
from ..saying import say
from .rules import PageRules

_NEAR = 0.85
"""Similarity from which a tag is taken for a misspelling of another, from 0 to 1."""


def check_page(page: SourcePage, rules: PageRules, site: Site, blog: BlogPlace | None) -> Iterator[Problem]:
    """Missing settings of one page, and dates that don't exist."""
    values = page.matter.values
    for name in rules.required:
        if values.get(name) in (None, "", []):
            unknown = [other for other in values if other not in rules.required]
            typo = nearest(name, unknown, 0.8)
            at = page.matter.line(typo) if typo else 1
            yield Problem(
                ProblemCode.MISSING_SETTING,
                Location(page.uri, at),
                say("The page has no `{name}`.", name=name),
                (verbatim(f"`{typo}`") if typo else say("no `{name}:` with a value at the top of the page", name=name)),
                say("`{name}:` with a value, as on every page of this kind", name=name),
                (
                    say("Correct `{typo}` to `{name}`.", typo=typo, name=name)
                    if typo
                    else say("Add a line `{name}: …` to the settings at the top.", name=name)
                ),
            )
    day = values.get("date")
    if day is not None and not _is_post(page, blog) and not _is_day(day):
        yield Problem(
            ProblemCode.PAGE_DATE,
            Location(page.uri, page.matter.line("date")),
            say("The date can't be read, so readers would see none."),
            verbatim(day),
            say("a day that exists, as year-month-day, such as 2026-07-01"),
            say("Write the date as year-month-day."),
        )
    count = len(tags.tags_of(page))
    if rules.tags and count not in rules.tags:
        yield Problem(
            ProblemCode.TAG_COUNT,
            Location(page.uri, page.matter.line("tags")),
            say("The page has fewer or more tags than pages of its kind."),
            say("{count} tags", one="{count} tag", count=count),
            rules.tags.text(),
            say("Add or remove tags."),
        )
    description = values.get("description")
    if rules.description and isinstance(description, str) and len(description) not in rules.description:
        yield Problem(
            ProblemCode.DESCRIPTION_LENGTH,
            Location(page.uri, page.matter.line("description")),
            say("The description is shorter or longer than lists and search engines show well."),
            say("{span} characters", span=len(description)),
            say("{span} characters", span=rules.description.text()),
            (
                say("Make it shorter.")
                if len(description) > rules.description.least
                else say("Describe the page in more detail.")
            ),
        )


def similar_tags(library: SourcePages, site: Site) -> Iterator[Problem]:
    """Tags on one page only that resemble a tag of several pages."""
    for locale in site.languages:
        pages = library.in_language(locale)
        counts = Counter(tag for page in pages for tag in tags.tags_of(page))
        usual = [tag for tag, n in counts.items() if n > 1]
        for page in pages:
            for tag in tags.tags_of(page):
                near = nearest(tag, usual, _NEAR) if counts[tag] == 1 else None
                if near and not tags.is_same(tag, near):
                    yield Problem(
                        ProblemCode.SIMILAR_TAG,
                        Location(page.uri, page.matter.line("tags")),
                        say("The tag is on this page only, and nearly the same as another tag."),
                        verbatim(f'"{tag}"'),
                        say(
                            '"{near}", which {count} pages have, or a tag that is clearly another',
                            near=near,
                            count=counts[near],
                        ),
                        say('Write "{near}", or choose a word that can\'t be mistaken for it.', near=near),
                    )


def _is_post(page: SourcePage, blog: BlogPlace | None) -> bool:
    """Whether the blog checks the date."""
    return blog is not None and blog.holds(page.key)


def _is_day(written: object) -> bool:
    if isinstance(written, (date, datetime)):
        return True
    try:
        datetime.fromisoformat(str(written))
    except ValueError:
        return False
    return len(str(written)) >= len("2026-07-01")
