"""Checks of the settings at the top of a page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime

from mkdocs_foundation.pages import SourcePage, SourcePages
from mkdocs_foundation.problems import Location, Problem, nearest
from mkdocs_foundation.site import Site

from .. import tags
from ..addresses.blog_place import BlogPlace
from ..problem_codes import ProblemCode
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
                f"The page has no `{name}`.",
                f"`{typo}`" if typo else f"no `{name}:` with a value at the top of the page",
                f"`{name}:` with a value, as on every page of this kind",
                f"Correct `{typo}` to `{name}`." if typo else f"Add a line `{name}: …` to the settings at the top.",
            )
    day = values.get("date")
    if day is not None and not _is_post(page, blog) and not _is_day(day):
        yield Problem(
            ProblemCode.PAGE_DATE,
            Location(page.uri, page.matter.line("date")),
            "The date can't be read, so readers would see none.",
            str(day),
            "a day that exists, as year-month-day, such as 2026-07-01",
            "Write the date as year-month-day.",
        )
    count = len(tags.tags_of(page))
    if rules.tags and count not in rules.tags:
        yield Problem(
            ProblemCode.TAG_COUNT,
            Location(page.uri, page.matter.line("tags")),
            "The page has fewer or more tags than pages of its kind.",
            f"{count} tag{'' if count == 1 else 's'}",
            str(rules.tags),
            "Add or remove tags.",
        )
    description = values.get("description")
    if rules.description and isinstance(description, str) and len(description) not in rules.description:
        yield Problem(
            ProblemCode.DESCRIPTION_LENGTH,
            Location(page.uri, page.matter.line("description")),
            "The description is shorter or longer than lists and search engines show well.",
            f"{len(description)} characters",
            f"{rules.description} characters",
            "Make it shorter." if len(description) > rules.description.least else "Describe the page in more detail.",
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
                        "The tag is on this page only, and nearly the same as another tag.",
                        f'"{tag}"',
                        f'"{near}", which {counts[near]} pages have, or a tag that is clearly another',
                        f'Write "{near}", or choose a word that can\'t be mistaken for it.',
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
