"""Where the author of a site writes what a list of the blog is made from, for the link that edits it."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs_foundation.reports.problems import Location
from mkdocs_foundation.sources.pages import SourcePage

from .authors import Authors
from .categories import Categories
from .lists import BlogList
from .views import BlogPageKind

_SETTING = {BlogPageKind.ARCHIVE: "date", BlogPageKind.CATEGORY: "categories", BlogPageKind.AUTHOR: "authors"}
"""Setting of a post that puts it into a list."""


def origin(
    shown: BlogList, own: Callable[[str], SourcePage | None], categories: Categories | None, people: Authors | None
) -> Location | None:
    """The page that an author has written for the list, else its line in the file of categories or of authors.

    Else it is made of posts: then the line in the first one that puts it there. `own` is the author's page at a path.
    """
    if page := own(shown.path):
        return Location(page.uri, 1)
    if shown.kind is BlogPageKind.CATEGORY and categories and (line := categories.lines.get(shown.key)):
        return Location(categories.uri, line)
    if shown.kind is BlogPageKind.AUTHOR and people and (line := people.lines.get(shown.key)):
        return Location(people.uri, line)
    first = shown.posts[0].page if shown.posts else None
    return Location(first.uri, first.matter.line(_SETTING.get(shown.kind, "title"))) if first else None
