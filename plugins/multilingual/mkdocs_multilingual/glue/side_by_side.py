"""Languages side by side: what a process brings back of the language that it has built."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass
from logging import LoggerAdapter
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from mkdocs_foundation.glue import builds, processes, static_i18n
from mkdocs_foundation.glue.processes import Processes
from mkdocs_foundation.problems import Problem

from ..head.sitemap import Entry
from .search import SearchState
from .whole import Whole


@dataclass(frozen=True)
class Result:
    """What the build of all languages needs of one that another process has built."""

    entries: tuple[Entry, ...]
    """Entries of the sitemap."""
    search: SearchState | None
    """State of the search; `None` where the site has another or none."""
    reported: frozenset[Problem]
    """Problems that have been reported."""


def begin(whole: Whole, jobs: int, config: MkDocsConfig, log: LoggerAdapter[Any]) -> Processes | None:
    """Begin the other languages when the first has its menu; `None` where they are built one after the other."""
    jobs = jobs or os.cpu_count() or 1
    if jobs < 2:
        return None
    if reason := processes.reason_for_one(config):
        log.info(f"The languages are built one after the other: {reason}.")
        return None

    def bring_back(locale: str) -> Result:
        search = whole.search.state(locale) if whole.search else None
        return Result(tuple(whole.head.entries.get(locale, ())), search, builds.begin(config).reported)

    others = [locale for locale in static_i18n.build_locales(config, whole.site) if locale != whole.site.source_locale]
    found = Processes(config, others, jobs, bring_back)
    found.start(jobs - 1)
    return found


def join(begun: Processes, whole: Whole, config: MkDocsConfig, log: LoggerAdapter[Any]) -> None:
    """Wait for the other languages, log what they have logged, and take over their files and results, in their order.

    A problem that an earlier language has reported isn't logged again. Raises `Abort` where a build ended so.
    """
    for built in begun.join():
        build = builds.begin(config)
        told = {problem.format(build.site.docs_dir) for problem in build.reported}
        for record in built.records:
            if record.msg not in told:
                logging.getLogger(record.name).handle(record)
        if built.error:
            if not built.was_logged:
                log.error(built.error)
            raise Abort(built.error)
        begun.publish(built)
        result: Result = built.result
        whole.head.entries[built.locale] = list(result.entries)
        if whole.search and result.search:
            whole.search.take_over(built.locale, result.search)
        builds.take_over(config, result.reported)
