"""When the plugins act within a hook: each phase by name, with its one number and the reason for it.

A higher number runs earlier. Hooks without a priority have 0; static-i18n sorts files and builds the menu at -100,
and sets up each page's context at 50. No other module names a number.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from mkdocs.plugins import event_priority

from ..values import dataclass

_Hook = TypeVar("_Hook", bound=Callable[..., object])


@dataclass(frozen=True)
class Phase:
    """A moment within a hook."""

    hook: str
    """Of MkDocs."""
    priority: int
    """Priority, as MkDocs' `event_priority` takes it."""
    reason: str
    """Why this number and no other."""


SITE_STYLES_CONFIG = Phase("on_config", -100, "the plugins have added their style sheets")

INPUTS = Phase("on_pre_build", -1000, "whatever other plugins write before a build is written")

CHECKS_BEGUN = Phase("on_files", -89, "the checks of texts go on while the plugins read the same files at READ")
READ = Phase("on_files", -90, "other plugins have added and removed files; static-i18n keeps one language at -100")
CHECKED = Phase("on_files", -95, "every plugin has reported at READ: the build ends once, with all problems")
GENERATED_FILES = Phase("on_files", -110, "static-i18n drops generated pages at -100")
ADDRESSES = Phase("on_files", -115, "pages of other plugins and GENERATED_FILES are there")
SITE_STYLES = Phase("on_files", -120, "the plugins' style sheets are there, which become part of the site's")
LAST_FILES = Phase("on_files", -1000, "whatever other plugins add or remove is there or gone")

MENU_LISTS = Phase("on_nav", -50, "static-i18n translates titles at -100, those of lists too")
GIVEN_MENU = Phase(
    "on_nav", -90, "plugins for menus are done; static-i18n opens the language folders and sorts by title at -100"
)
MENU = Phase("on_nav", -110, "static-i18n has built the menu")
SITE_MENU = Phase("on_nav", -115, "the plugins have built the menu")
NEIGHBOURS = Phase("on_nav", -120, "the menu is as readers get it")
MENU_TITLES = Phase("on_nav", -130, "no other plugin adds to the menu")
OTHER_LANGUAGES = Phase("on_nav", -1000, "the menu of the first language is complete, which the others follow")
KEPT_PAGES = Phase("on_nav", -1100, "files and menu are complete, and the other languages' processes are begun")

PAGE_SETTINGS = Phase("on_page_markdown", 100, "other plugins read the settings of the page at 0")
COUNTS = Phase("on_page_markdown", 75, "other plugins read the text at 0, and PAGE_SETTINGS come first")
LIST_TITLES = Phase("on_page_markdown", -50, "other plugins have changed the Markdown")

MARKDOWN_MADE = Phase("on_page_content", 200, "what only Markdown was to see must be gone at CONVERTED_TEXT")
CONVERTED_TEXT = Phase("on_page_content", 100, "no other plugin has changed what Markdown made")
TEXT = Phase("on_page_content", -50, "other plugins have added what they add to the text")

KEPT_TEMPLATES = Phase("on_env", 1000, "no other plugin has asked for a template, or read a page in this event")
TITLES = Phase("on_env", 200, "all pages have titles, and no template is filled in yet: Material's tags are at 100")

LANGUAGE_SWITCHER = Phase("on_page_context", 100, "static-i18n sets the switcher at 50, but not on every page")
POST_LISTS = Phase("on_page_context", -100, "other plugins have changed the posts")
SITE_CONTEXT = Phase("on_page_context", -100, "all that belongs to the text is in it")
LISTS = Phase("on_page_context", -110, "a search index has its text, and the blog has built its lists")

NOT_FOUND = Phase("on_post_template", -100, "other plugins have changed the template")
FINISHED_PAGE = Phase("on_post_page", -100, "other plugins have changed the page")
SITE_PAGE = Phase("on_post_page", -110, "the plugins have finished the page")
KEPT = Phase("on_post_build", 1000, "all pages are written, and static-i18n builds no other language yet")
JOINED = Phase("on_post_build", -99, "the first language is written; static-i18n builds the others at -100")
OTHERS_SKIPPED = Phase("on_post_build", -101, "static-i18n leaves out at -100 the languages that are built already")
ALL_LANGUAGES = Phase("on_post_build", -200, "static-i18n builds the other languages at -100")

ERROR_SHOWN = Phase("on_build_error", -1000, "every plugin has put away what it had begun; doesn't return")
SERVER = Phase("on_serve", -1000, "other plugins have changed what the server builds and answers")


def at(phase: Phase) -> Callable[[_Hook], _Hook]:
    """Let a method run in a phase; it must be a method of the hook that the phase belongs to."""

    def decorated(method: _Hook) -> _Hook:
        return event_priority(phase.priority)(method)

    return decorated
