"""Plugins, hooks, extensions and values of the settings of which it isn't known what pages depend on in them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from functools import partial
from itertools import chain
from types import BuiltinFunctionType, FunctionType, MethodType
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_foundation.glue.incremental import Share, share_of
from mkdocs_foundation.glue.moving import Moving

from .. import known_plugins
from ..config import IncrementalConfig
from ..settings import is_plain

_KNOWN = ("markdown", "pymdownx", "material", "materialx", "mkdocs", "properdocs", "babel")


def names(
    config: MkDocsConfig, options: IncrementalConfig, *, all_plugins: bool = False
) -> tuple[list[str], list[str]]:
    """All of them; and those of which the HTML of Markdown depends on.

    Of plugins those with events of pages, or all.
    """
    extensions = known_plugins.unknown(_of_extensions(config, bool(options.inputs)), options.safe)
    plugins = known_plugins.unknown(of_plugins(config.plugins, all_plugins=all_plugins), options.safe)
    values = known_plugins.unknown(unknown_values(config.extra, "extra"), options.safe)
    return [*plugins, *extensions, *values], extensions


def of_plugins(plugins: Mapping[str, object], *, all_plugins: bool = False) -> list[str]:
    """The names of plugins and hooks whose influence isn't known: of those with events of pages, or of all."""
    return [
        name
        for name, plugin in plugins.items()
        if known_plugins.known_events(name) is None
        and not known_plugins.is_switched_off(name, getattr(plugin, "config", {}))
        and not isinstance(share_of(plugin), Share)
        and (all_plugins or any(hasattr(plugin, f"on_{event}") for event in known_plugins.EVENTS))
    ]


def _of_extensions(config: MkDocsConfig, has_inputs: bool) -> list[str]:
    extensions: list[Any] = config.markdown_extensions
    others = (item for item in extensions if not isinstance(item, Moving) and share_of(item) is None)
    names = [item if isinstance(item, str) else type(item).__name__ for item in others]
    unknown = [
        name
        for name in names
        if not known_plugins.is_known_extension(
            name, has_inputs, downloads=bool(config.mdx_configs.get(name, {}).get("url_download"))
        )
    ]
    called = (unknown_values(config.mdx_configs.get(name, {}), name) for name in names)
    return [*unknown, *chain.from_iterable(called)]


def unknown_values(value: object, name: str, depth: int = 12) -> Iterator[str]:
    """Names of what isn't known by its value in some options, which are called `name`: `extra.team`, `fences.format`.

    Functions and classes of the packages that are known, and of Python itself, make the same of the same.
    """
    if depth == 0:
        yield name
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from unknown_values(item, f"{name}.{key}", depth - 1)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for item in value:
            yield from unknown_values(item, name, depth - 1)
    elif isinstance(value, partial):
        yield from unknown_values((value.func, value.args, value.keywords), name, depth)
    elif isinstance(value, (FunctionType, BuiltinFunctionType, MethodType, type)):
        if (top := _top(value)) not in _KNOWN and top not in sys.stdlib_module_names:
            yield f"{value.__module__}.{value.__qualname__}"
    elif not is_plain(value) and _top(type(value)) not in (*_KNOWN, "datetime"):
        yield name


def _top(value: FunctionType | BuiltinFunctionType | MethodType | type) -> str:
    """The package that a function or a class is of."""
    return (value.__module__ or "builtins").partition(".")[0]
