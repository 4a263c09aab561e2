"""Checks that plugins register, so that one command finds what every plugin of a site would report, without a build.

A distribution names its check in the entry points `mkdocs_foundation.checks`, under the name that its plugin has in
`mkdocs.yml`; it runs on sites that use that plugin.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module

from ..caching.results import kept
from ..reports.problems import Problem
from ..values import dataclass
from .site_config import SiteConfig

GROUP = "mkdocs_foundation.checks"
"""Name of the group of entry points."""


@dataclass(frozen=True)
class Findings:
    """What the check of a plugin has found in a site."""

    problems: tuple[Problem, ...] = ()
    """Problems in the files of the site, with the severity that they have under strict checks."""
    generated: frozenset[str] = frozenset()
    """Paths of the pages that the plugin makes, to which other pages may link."""


Check = Callable[[SiteConfig], Findings]
"""A check of a site; may raise `ValueError` or `OSError` where it can't be done, with a message for the author."""


@dataclass(frozen=True, order=True)
class Registered:
    """A check as its distribution names it."""

    name: str
    """Name of its plugin in `mkdocs.yml`."""
    module: str
    """Module that has it."""
    attribute: str
    """Name of the function there."""


@kept()
def _registered() -> tuple[Registered, ...]:
    from importlib.metadata import entry_points  # which reads every installed distribution

    return tuple(Registered(entry.name, entry.module, entry.attr) for entry in entry_points(group=GROUP))


def of_plugins(config: SiteConfig, registered: Iterable[Registered] | None = None) -> Findings:
    """What the checks of all plugins of a site have found together.

    Raises `ValueError` and `OSError` where a check can't be done.
    """
    problems: dict[Problem, None] = {}
    generated: set[str] = set()
    for entry in sorted(_registered() if registered is None else registered):
        options = config.plugins.get(entry.name)
        if options is None or options.get("enabled") is False:
            continue
        check: Check = getattr(import_module(entry.module), entry.attribute)
        found = check(config)
        problems.update(dict.fromkeys(found.problems))
        generated |= found.generated
    return Findings(tuple(problems), frozenset(generated))
