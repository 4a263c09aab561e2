"""Whose work on a page is known: plugins and Markdown extensions that let a page be taken from the last build."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

PAGE_EVENTS = ("pre_page", "page_read_source", "page_markdown", "page_content", "page_context", "post_page")
"""Events that a page taken again doesn't pass through."""
EVENTS = (*PAGE_EVENTS, "env")
"""Events whose influence on a page has to be known; the others' is in files, settings and menu."""
KNOWN: Mapping[str, Collection[str]] = {
    "incremental": (),
    "i18n": (),
    "meta": (),  # of Material: its files are below the docs folder
    "search": ("page_context",),  # puts the page into the index
    "tags": ("page_markdown",),  # collects the tags of all pages for the lists
    # What these make of a page, a menu or a file depends on nothing else.
    **dict.fromkeys(("glightbox", "group", "info", "literate-nav", "minify", "offline", "redirects"), ()),
}
"""Plugins whose influence is known, without the theme in front of the name; and their events that pages taken again
pass through all the same, since they collect something of each page."""
_LEAVING = ("incremental", "i18n", "meta", "tags")
"""Plugins among these whose files of a language, too, depend on nothing else."""
_WITH_SWITCH = ("material/", "materialx/", "git-revision-date-localized")
"""Beginnings of the names of plugins that do nothing to pages where their own option `enabled` is false."""
LISTING = ("tags",)
"""Plugins among these that read pages in `on_env` only to put lists into the texts of some, which are compared."""
_READ_FILES = ("pymdownx.snippets", "pymdownx.b64")
"""Extensions whose result depends on other files."""
_OF_MARKDOWN = frozenset(
    {"abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes", "legacy_attrs"}
    | {"legacy_em", "md_in_html", "meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks"}
)
"""The short names of Python-Markdown's own extensions."""
_KNOWN_PACKAGES = ("markdown.extensions.", "pymdownx.", "material.extensions.", "materialx.extensions.")


def known_events(plugin: str) -> Collection[str] | None:
    """The events of a plugin that every page has to pass through; `None` for a plugin that isn't known."""
    return KNOWN.get(plugin.rpartition("/")[2])


def leaves_languages(plugin: str) -> bool:
    """Whether a language can be left as it is beside a plugin that declares nothing."""
    return plugin.rpartition("/")[2] in _LEAVING


def is_switched_off(plugin: str, options: Mapping[str, object]) -> bool:
    """Whether a plugin does nothing to pages, by its options; MkDocs itself leaves out others with `enabled: false`."""
    return options.get("enabled") is False and plugin.startswith(_WITH_SWITCH)


def is_known_extension(name: str, has_inputs: bool, *, downloads: bool = False) -> bool:
    """Whether a Markdown extension makes the same of the same text.

    `has_inputs`: the site names the files that it reads; `downloads`: it reads pages of the web besides.
    """
    if name in _READ_FILES:
        return has_inputs and not downloads
    return name.startswith(_KNOWN_PACKAGES) or name in _OF_MARKDOWN


def read_files(extensions: Iterable[object]) -> bool:
    """Whether one of the extensions that are known makes HTML of other files too."""
    return any(name in _READ_FILES for name in extensions)


def unknown(found: Iterable[str], safe: Collection[str]) -> list[str]:
    """The names that the site hasn't declared as safe, each once."""
    return [name for name in dict.fromkeys(found) if name not in safe]
