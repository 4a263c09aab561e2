"""The list of a theme's files, made once for all languages: MkDocs goes through 14,000 files of Material for each."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from functools import partial
from types import MethodType
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from ...templates import global_names

_FILTER = (Files.__module__, f"{Files.add_files_from_theme.__qualname__}.<locals>.filter")
"""Module and name of the function by which MkDocs chooses; a list chosen by another one is never remembered."""
Filter = Callable[[str], bool]


def remember(config: MkDocsConfig) -> None:
    """Keep the list with the theme, which lives as long as a build of all languages; called at `on_config`."""
    theme: Any = config.theme
    if type(theme).get_env == getattr(theme.get_env, "__func__", None):
        theme.get_env = MethodType(partial(_environment, {}), theme)


def _environment(lists: dict[object, list[str]], theme: Any) -> Any:
    """The environment of templates that the theme makes, in which the list is remembered."""
    environment = type(theme).get_env(theme)
    global_names.quicken(environment)
    every = environment.list_templates

    def list_templates(extensions: Collection[str] | None = None, filter_func: Filter | None = None) -> list[str]:
        if (getattr(filter_func, "__module__", ""), getattr(filter_func, "__qualname__", "")) != _FILTER:
            return list(every(extensions, filter_func))
        folders = list(dict.fromkeys(theme.dirs))  # static-i18n adds its own once more for each language
        changed = [os.stat(folder).st_mtime_ns for folder in folders]  # noqa: PTH116 -- texts, as MkDocs has them
        state = (*folders, *changed, *sorted(theme.static_templates))
        if state not in lists:
            is_usual = getattr(environment.loader, "searchpath", None) == list(theme.dirs)
            chosen = _chosen(folders, filter_func) if filter_func and is_usual else every(extensions, filter_func)
            lists[state] = list(chosen)
        return lists[state]

    environment.list_templates = list_templates
    return environment


def _chosen(folders: list[str], is_chosen: Filter) -> list[str]:
    """The same list, without going into hidden folders, of which MkDocs takes no file: all icons are in one."""
    found: set[str] = set()
    for root in folders:
        for folder, below, names in os.walk(root):
            within = os.path.relpath(folder, root).replace(os.sep, "/")
            prefix = "" if within == "." else f"{within}/"
            below[:] = [name for name in below if name[0] != "." or is_chosen(f"{prefix}{name}/_")]
            found.update(f"{prefix}{name}" for name in names)
    return sorted(filter(is_chosen, found))
