"""Misspelt plugins and options in `mkdocs.yml`, by the same definitions as in a build.

A distribution names the options of its plugins in the entry points `mkdocs_foundation.options`: to read them, the
plugins themselves needn't be imported.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import entry_points
from typing import Any

from mkdocs.config.base import Config
from mkdocs.exceptions import ConfigurationError
from mkdocs.utils.yaml import yaml_load

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, listed
from mkdocs_foundation.reports.problems import nearest, offer
from mkdocs_foundation.sources.site_config import SiteConfig, plugins_in

from ..saying import say

GROUP = "mkdocs_foundation.options"
"""Name of the group of entry points."""
_UNKNOWN = pattern(r"Unrecognised configuration name: (?P<name>\S+)$")
"""How MkDocs says that an option doesn't exist."""


def refusals(config: SiteConfig) -> tuple[tuple[Message, ...], tuple[Message, ...]]:
    """Why MkDocs refuses the settings of plugins, and what it warns of in them, each with its place."""
    options = {entry.name: entry for entry in entry_points(group=GROUP)}
    refused, warned = list(_misspelt(config)), []
    written = _written(config)
    for name in sorted(options.keys() & written.keys()):
        kind: type[Config] = options[name].load()
        read = kind(config_file_path=f"{config.file}")
        read.load_dict(written[name])
        errors, warnings = read.validate()
        for option, error in errors:
            refused.append(
                say(
                    "{file}: the option `{option}` of {plugin} can't be used: {error}",
                    file=_place(config, name, option),
                    option=option,
                    plugin=name,
                    error=f"{error}",
                )
            )
        for option, warning in warnings:
            unknown = _UNKNOWN.search(f"{warning}")
            if unknown:
                known = list(kind()) if unknown["name"] == option else []
                warned.append(_no_option(config, name, unknown["name"], known))
    return tuple(refused), tuple(warned)


def _no_option(config: SiteConfig, plugin: str, option: str, known: list[str]) -> Message:
    told = (
        say(
            'The plugin {plugin} has no option "{option}". Write one of these, or remove the line: {names}.',
            plugin=plugin,
            option=option,
            names=listed(known),
        )
        if known
        else say(
            'The plugin {plugin} has no option "{option}": correct or remove the line.', plugin=plugin, option=option
        )
    )
    return listed([_place(config, plugin, option), offer(nearest(option, known), told)], ": ")


def _misspelt(config: SiteConfig) -> Iterator[Message]:
    """Plugins that aren't installed here, where one with nearly the same name is."""
    installed = {entry.name for entry in entry_points(group="mkdocs.plugins")}
    names = {name.split("/")[-1] for name in installed}
    for plugin in config.plugins:
        near = nearest(plugin, names, 0.8) if plugin.split("/")[-1] not in names else None
        if near:
            told = say('No plugin with the name "{plugin}" is installed: correct it, or install it.', plugin=plugin)
            yield listed([_place(config, plugin, plugin), offer(near, told)], ": ")


def _written(config: SiteConfig) -> dict[str, dict[str, Any]]:
    """The options with the functions that YAML names; without these where they aren't installed here."""
    try:
        with config.file.open("rb") as file:
            return plugins_in(yaml_load(file))
    except (ConfigurationError, ImportError, OSError):
        return {
            plugin: {name: value for name, value in options.items() if value is not None}
            for plugin, options in config.plugins.items()
        }


def _place(config: SiteConfig, plugin: str, option: str) -> str:
    """The file, with the line where a plugin has an option; without it where another file is inherited."""
    is_below = False
    for number, line in enumerate(config.written[0].decode("utf-8-sig").split("\n"), 1):
        key = line.strip().removeprefix("- ").split(":")[0].strip("\"' ")
        is_below = is_below or key == plugin
        if is_below and (key == option or re.search(rf"[{{,]\s*{re.escape(option)}\s*:", line)):
            return f"{config.file}:{number}"
    return f"{config.file}"
