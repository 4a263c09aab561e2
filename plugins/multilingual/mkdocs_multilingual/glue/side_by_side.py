"""Languages side by side: what a process brings back of the language that it has built."""

from __future__ import annotations

import logging
import os
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from mkdocs_foundation.glue import builds, processes, serving, static_i18n
from mkdocs_foundation.glue.processes import Processes
from mkdocs_foundation.glue.serving import stage
from mkdocs_foundation.message import shown
from mkdocs_foundation.problems import Problem

from ..head.sitemap import Entry
from ..saying import say
from .search import SearchState
from .whole import Current, Whole

log = get_plugin_logger("multilingual")


@dataclass(frozen=True)
class Result:
    """What the build of all languages needs of one that another process has built."""

    entries: tuple[Entry, ...]
    """Entries of the sitemap."""
    search: SearchState | None
    """State of the search; `None` where the site has another or none."""
    reported: frozenset[Problem]
    """Problems that have been reported."""


class Others:
    """The other languages of a build, where they are built beside the first."""

    def __init__(self) -> None:
        """Begin none."""
        self._processes: Processes | None = None
        self._are_built = False

    def begin(self, whole: Whole, jobs: int, config: MkDocsConfig) -> None:
        """Begin the other languages when the first has its menu, unless they are to be built one after the other."""
        jobs = jobs or os.cpu_count() or 1
        if jobs < 2 or not static_i18n.is_first_build(config):
            return
        if reason := processes.reason_for_one(config):
            log.info(shown(say("The languages are built one after the other: {reason}.", reason=reason)))
            return

        def bring_back(locale: str) -> Result:
            search = whole.search.state(locale) if whole.search else None
            return Result(tuple(whole.head.entries.get(locale, ())), search, builds.begin(config).reported)

        built = static_i18n.build_locales(config, whole.site)
        others = [locale for locale in built if locale != whole.site.source_locale]
        self._processes = Processes(config, others, jobs, bring_back)
        self._processes.put_first(stage.locale_in_hand())
        self._processes.start(jobs - 1)

    def join(self, whole: Whole, current: Current, config: MkDocsConfig) -> None:
        """Show who edits this language that it is ready; wait for the others.

        Meanwhile the index of this language is written. Log, files and results of the others are taken over in order. A
        problem that an earlier language has reported isn't logged again. Raises `Abort` where a build ended so.
        """
        if current.nav:
            serving.end_language(serving.Made(config, current.build.language.files, current.nav, current.env))
        if whole.search:
            whole.search.begin_index(static_i18n.current_locale(config, whole.site), config)
        if not self._processes or not static_i18n.is_first_build(config):
            return
        self._processes.start(self._processes.jobs)
        if whole.search:
            whole.search.end_index()
        for built in self._processes.join():
            build = builds.begin(config)
            told = {builds.told(problem, build) for problem in build.reported}
            for record in built.records:
                if record.msg.partition(": ")[2] not in told:  # after the name of the plugin
                    logging.getLogger(record.name).handle(record)
            if built.error:
                if not built.was_logged:
                    log.error(built.error, extra={"mistake": built.mistake} if built.mistake else None)
                raise Abort(built.error)
            self._processes.publish(built)
            result: Result = built.result
            whole.head.entries[built.locale] = list(result.entries)
            if whole.search and result.search:
                whole.search.take_over(built.locale, result.search)
            builds.take_over(config, result.reported)
        self._processes = None  # not before: a process that `join` starts is a copy of this one
        self._are_built = True
        static_i18n.set_others_built(config, True)

    def end(self, config: MkDocsConfig) -> None:
        """After static-i18n, which has found the other languages built."""
        if self._are_built:
            self._are_built = False
            static_i18n.set_others_built(config, False)

    def stop(self, whole: Whole | None) -> None:
        """End the processes, after an error, and the one that writes the search index of a language."""
        if whole and whole.search:
            whole.search.stop()
        if self._processes:
            self._processes.stop()
            self._processes = None
