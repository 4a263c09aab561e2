"""When hooks run: every phase with its one number, and the reason for its place.

Within an event MkDocs calls the hooks with the highest number first; a hook without a number has 0, and those with the
same number run in the order of the plugins in `mkdocs.yml`. Numbers of static-i18n: `on_files`, `on_nav`,
`on_post_page`, `on_post_build` −100; `on_page_markdown`, `on_page_context` +50. Of Material's blog and tags: −50.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from mkdocs.plugins import event_priority

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Phase:
    """A place in the order of the hooks of one event."""

    event: str
    """The event, such as `files` for `on_files`."""
    number: int
    """MkDocs' priority."""
    reason: str
    """Why there."""


# on_config
SITE_STYLES = Phase("config", -100, "the site's hook replaces the styles that plugins have asked for")

# on_files
READ = Phase("files", 50, "all languages are there: static-i18n (-100) keeps only the files of one")
REPORT = Phase("files", 45, "all plugins have read and checked, so that everything wrong is reported at once")
GENERATED_FILES = Phase("files", -110, "static-i18n (-100) drops generated pages and has given files their language")
ADDRESSES = Phase("files", -115, "all plugins have added their pages (-110), which get addresses too")
SITE_FILES = Phase("files", -120, "the styles of all plugins are there (-110), and become one file")

# on_nav
BLOG_MENU = Phase("nav", -50, "the blog's pages are in the menu before static-i18n (-100) translates its headings")
MENU = Phase("nav", -110, "static-i18n (-100) has made sections of its own, which are merged")
NEIGHBOURS = Phase("nav", -120, "the menu is as readers will have it (-110)")

# on_page_markdown
SETTINGS = Phase("page_markdown", 100, "no other plugin has read the page's settings yet")
BLOG_TEXT = Phase("page_markdown", -50, "other plugins have seen the page as its author wrote it")

# on_page_content
TEXT = Phase("page_content", -50, "other plugins have added their text (0), which is set and explained too")

# on_page_context
SWITCHER = Phase("page_context", 100, "static-i18n (50) writes the switcher of this page into an empty place")
LISTS = Phase(
    "page_context", -110, "the blog has made its lists (-100), and the text is what the search index is to hold"
)
SITE_CONTEXT = Phase("page_context", -100, "everything is in the page that its reading time and links depend on")

# on_post_template, on_post_page, on_post_build
NOT_FOUND = Phase("post_template", -100, "other plugins have changed the page that is then replaced")
FINISH = Phase("post_page", -100, "the page is whole, so that heads and languages of links are right for all of it")
JOIN = Phase("post_build", -200, "static-i18n (-100) builds all further languages within its own hook")


def at(phase: Phase) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Run a hook in a phase."""
    return event_priority(phase.number)
