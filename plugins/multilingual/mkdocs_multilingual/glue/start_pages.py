"""Pages to begin with, in each language: in the search while its field is empty, and where an address isn't found."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import shown
from mkdocs_foundation.reports.problems import suggest
from mkdocs_foundation.templates.titles import words
from mkdocs_foundation.values import dataclass

from ..config import MultilingualConfig
from ..editorial.rules import matches
from ..saying import say
from ..topics.membership import hub_of
from .pages import translations
from .state import Build

MOST = 12
"""The most pages where the site names none."""
_OVERVIEW = pattern(r"[^/]+/index\.md")


@dataclass(frozen=True)
class Link:
    """A page that is led to."""

    title: str
    """Title in the language of the page."""
    url: str
    """Address within the site."""


def start_pages(locale: str, patterns: Collection[str], build: Build) -> tuple[Link, ...]:
    """The pages of a language that fit the site's patterns, in the order of these.

    Without patterns: the overview of each section, then the topics by title.
    """
    found = dict(_pages(locale, build))
    if patterns:
        keys = [key for pattern in patterns for key in sorted(found) if matches(pattern, key)]
    else:
        hubs = sorted(filter(hub_of, found), key=lambda key: found[key].title.casefold())
        keys = [*filter(_OVERVIEW.fullmatch, found), *hubs][:MOST]
    return tuple(found[key] for key in dict.fromkeys(keys))


def _pages(locale: str, build: Build) -> Iterator[tuple[str, Link]]:
    for file in build.files.documentation_pages():
        key = static_i18n.key(file, build.site)
        target = translations(file).get(locale)
        source = build.library.page(locale, key)
        if target and source:
            yield key, Link(words(source.title), target.url)


def without_pages(options: MultilingualConfig, build: Build) -> list[str]:
    """A message for each pattern of an option that fits no page of any language; told with the source language."""
    if not build.language.is_source:
        return []
    keys = {*build.library.keys, *(static_i18n.key(file, build.site) for file in build.files.documentation_pages())}
    return [
        shown(
            say(
                "`{option}`: no page fits `{pattern}`. Allowed are paths within a language's folder, such as "
                "`about.md` or `topics/*.md`. {remedy}",
                option=option,
                pattern=pattern,
                remedy=suggest(pattern, sorted(keys), say("Correct it in mkdocs.yml, or remove it.")),
            )
        )
        for option in ("search_last", "start_pages", "guide")
        for pattern in ([options.guide] if option == "guide" and options.guide else options[option])
        if not any(matches(pattern, key) for key in keys)
    ]
