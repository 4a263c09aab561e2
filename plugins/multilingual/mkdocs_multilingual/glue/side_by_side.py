"""Languages side by side: what a process, or an earlier build, brings back of the language that it has built."""

from __future__ import annotations

import logging
import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import get_plugin_logger

from mkdocs_foundation.caching import built_files
from mkdocs_foundation.glue import builds, serving, static_i18n
from mkdocs_foundation.glue.languages import leaving, processes
from mkdocs_foundation.glue.languages.leaving import Kept, Languages
from mkdocs_foundation.glue.languages.processes import Built, Processes
from mkdocs_foundation.glue.serving import staging
from mkdocs_foundation.reports.message import shown
from mkdocs_foundation.reports.problems import Problem, Severity
from mkdocs_foundation.values import dataclass

from ..head.sitemap import Entry
from ..saying import say
from .search import SearchState
from .whole import Current, Whole

log = get_plugin_logger("multilingual")


@dataclass(frozen=True)
class Result:
    """What the build of all languages needs of one that another process, or an earlier build, has built."""

    entries: tuple[Entry, ...]
    """Entries of the sitemap."""
    search: SearchState | None
    """State of the search; `None` where the site has another or none."""
    reported: frozenset[Problem]
    """Problems that have been reported."""

    @property
    def can_be_kept(self) -> bool:
        """Whether nothing in it is to be told anew by a build that leaves the language as it is."""
        is_quiet = all(problem.severity is Severity.ADVICE for problem in self.reported)
        return is_quiet and not (self.search and self.search.without_button)


@dataclass(frozen=True)
class Brought:
    """What a process brings back."""

    result: Result
    files: Mapping[str, str]
    """The files of the language; empty where nothing keeps them."""


class Others:
    """The other languages of a build, where they are built beside the first or left as they were."""

    def __init__(self) -> None:
        """Begin none."""
        self._processes: Processes | None = None
        self._languages: Languages | None = None
        self._left: Mapping[str, Kept] = {}
        self._are_built = False

    def begin(self, whole: Whole, jobs: int, config: MkDocsConfig) -> None:
        """Begin the other languages when the first has its menu, unless they are to be built one after the other.

        A language of which nothing has changed since the last build isn't begun.
        """
        if not static_i18n.is_first_build(config):
            return
        jobs, self._languages, self._left = jobs or os.cpu_count() or 1, builds.begin(config).languages, {}
        if jobs < 2 and not self._languages:
            return
        if reason := processes.reason_for_one(config):
            if jobs > 1:
                log.info(shown(say("The languages are built one after the other: {reason}.", reason=reason)))
            self._languages = None
            return
        if self._languages:
            self._left = self._languages.unchanged()
        builds.hear_anew(config)

        def bring_back(locale: str) -> Brought:
            result = _result(whole, locale, config)  # first: it waits for the index
            return Brought(result, built_files.of(config.site_dir) if self._languages else {})

        built = static_i18n.build_locales(config, whole.site)
        others = [locale for locale in built if locale != whole.site.source_locale and locale not in self._left]
        self._processes = Processes(config, others, jobs, bring_back)
        self._processes.put_first(staging.locale_in_hand())
        self._processes.start(jobs - 1)

    def join(self, whole: Whole, current: Current, config: MkDocsConfig, tell: Callable[[], None]) -> None:
        """Show who edits this language that it is ready; wait for the others.

        What was found meanwhile about all languages is told by `tell`, before anything of the others is logged.
        Meanwhile the index of this language is written. Log, files and results of the others are taken over in order. A
        problem that an earlier language has reported isn't logged again. Raises `Abort` where a build ended so.
        """
        if current.nav:
            serving.end_language(serving.BuiltLanguage(config, current.build.language.files, current.nav, current.env))
        first = static_i18n.current_locale(config, whole.site)
        if whole.search:
            whole.search.begin_index(first, config)
        if not static_i18n.is_first_build(config):
            return
        if not self._processes:
            tell()
            return
        self._processes.start_all()  # before this process waits for its index: others may end meanwhile
        if whole.search:
            whole.search.end_index()
        made: dict[str, tuple[Kept, Mapping[str, str]]] = {}
        if first not in self._left and self._languages:
            result = _result(whole, first, config)
            made[first] = Kept(result, self._languages.told()), built_files.of(config.site_dir)
        tell()  # after what the first language has left was taken: it is no part of that
        built = {one.locale: one for one in self._processes.join()}
        lost: defaultdict[str, dict[str, bytes]] = defaultdict(dict)
        others = (locale for locale in static_i18n.build_locales(config, whole.site) if locale != first)
        for locale in (first, *others):
            replaced: Mapping[str, bytes] = {}
            if locale in self._left:
                replaced = self._leave(locale, whole, config)
            elif locale in built:
                brought, replaced = self._take_over(built[locale], whole, config)
            for path, content in replaced.items():
                if owner := next((name for name in reversed(made) if path in made[name][1]), None):
                    lost[owner].setdefault(path, content)  # later it would be that of a language that was left
            if locale in built:
                made[locale] = Kept(brought.result, leaving.lines(built[locale].records)), brought.files
        if self._languages:
            self._keep({name: (replace(kept, replaced=lost[name]), files) for name, (kept, files) in made.items()})
        self._processes = self._languages = None  # not before: a process that `join` starts is a copy of this one
        self._are_built = True
        static_i18n.set_others_built(config, True)

    def _take_over(self, built: Built, whole: Whole, config: MkDocsConfig) -> tuple[Brought, Mapping[str, bytes]]:
        """Take over what a process has made; also what files of other languages were that its own replace."""
        assert self._processes is not None
        _log_again(built.records, config)
        if built.error:
            if not built.was_logged:
                log.error(built.error, extra={"mistake": built.mistake} if built.mistake else None)
            raise Abort(built.error)
        replaced = self._processes.publish(built)
        brought: Brought = built.result
        _use(brought.result, built.locale, whole, config)
        return brought, replaced

    def _leave(self, locale: str, whole: Whole, config: MkDocsConfig) -> Mapping[str, bytes]:
        """Leave a language as the last build has made it; what files of other languages were that its own replace."""
        assert self._languages is not None
        kept = self._left[locale]
        _log_again([logging.LogRecord(x.logger, x.level, "", 0, x.text, None, None) for x in kept.told], config)
        replaced = self._languages.put_back(locale)
        _use(kept.result, locale, whole, config)
        return replaced

    def _keep(self, made: Mapping[str, tuple[Kept, Mapping[str, str]]]) -> None:
        """Keep what can be left in the next build; nothing where an index is that of two languages."""
        assert self._languages is not None
        results: list[Result] = [kept.result for kept in self._left.values()]
        results += [kept.result for kept, _ in made.values()]
        names = [result.search.html_lang for result in results if result.search]
        if len(set(names)) == len(names):
            self._languages.keep({name: one for name, one in made.items() if one[0].result.can_be_kept})
        else:
            self._languages.keep_none()

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


def _result(whole: Whole, locale: str, config: MkDocsConfig) -> Result:
    """What the language under way has left."""
    search = whole.search.state(locale) if whole.search else None
    return Result(tuple(whole.head.entries.get(locale, ())), search, builds.begin(config).heard)


def _use(result: Result, locale: str, whole: Whole, config: MkDocsConfig) -> None:
    """Let the files of all languages have what a language has left."""
    whole.head.entries[locale] = list(result.entries)
    if whole.search and result.search:
        whole.search.take_over(locale, result.search)
    builds.take_over(config, result.reported)


def _log_again(records: Iterable[logging.LogRecord], config: MkDocsConfig) -> None:
    """Log what was logged elsewhere, but for problems that this process has logged."""
    build = builds.begin(config)
    told = {builds.told(problem, build) for problem in build.reported}
    for record in records:
        if record.msg.partition(": ")[2] not in told:  # after the name of the plugin
            logging.getLogger(record.name).handle(record)
