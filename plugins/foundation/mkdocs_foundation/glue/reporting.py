"""Problems to the log of a build, and the end of a build that can't be published."""

from __future__ import annotations

import weakref
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from ..problems import Problem, Severity


@dataclass(frozen=True)
class _Collected:
    """What the plugins of one build have found so far."""

    config: weakref.ref[MkDocsConfig] | None = None
    """The build."""
    found: tuple[tuple[str, Problem], ...] = ()
    """Names of plugins and their problems."""


class _Inbox:
    """Holds problems from the phase READ until REPORT."""

    collected = _Collected()

    def put(self, plugin: str, problems: Iterable[Problem], config: MkDocsConfig) -> None:
        of_this_build = self.collected.config is not None and self.collected.config() is config
        before = self.collected.found if of_this_build else ()
        self.collected = _Collected(weakref.ref(config), (*before, *((plugin, problem) for problem in problems)))

    def take(self, config: MkDocsConfig) -> tuple[tuple[str, Problem], ...]:
        taken, self.collected = self.collected, _Collected()
        return taken.found if taken.config is not None and taken.config() is config else ()


_INBOX = _Inbox()


def collect(plugin: str, problems: Iterable[Problem], config: MkDocsConfig) -> None:
    """Keep what a plugin found in the phase READ: all plugins' problems are reported together, each of them once."""
    _INBOX.put(plugin, problems, config)


def report_collected(docs_dir: str, config: MkDocsConfig) -> None:
    """Report what all plugins have found; the first one that asks does it. Raises `PluginError` as `report` does."""
    found = _INBOX.take(config)
    owners: dict[Problem, str] = {}
    for plugin, problem in found:
        owners.setdefault(problem, plugin)
    problems = sorted(owners, key=lambda p: (p.location, p.code.value, p.message))
    erring = {owners[problem] for problem in problems if problem.severity is Severity.ERROR}
    report(" and ".join(sorted(erring)), problems, docs_dir, {problem: owners[problem] for problem in problems})


def report(plugin: str, problems: Sequence[Problem], docs_dir: str, owners: dict[Problem, str] | None = None) -> None:
    """Print what is wrong. Raises `PluginError` where the site can't be published."""
    for problem in problems:
        log = get_plugin_logger((owners or {}).get(problem, plugin))
        write = log.error if problem.severity is Severity.ERROR else log.warning
        write(problem.format(docs_dir))
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    if errors:
        raise PluginError(f"{plugin}: {errors} error{'s' if errors > 1 else ''}, listed above. Nothing was published.")
