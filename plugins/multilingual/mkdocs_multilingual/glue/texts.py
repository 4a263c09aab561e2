"""The checks of texts, which no page needs: in a process of their own beside the languages, where there can be one.

What is logged meanwhile is held back, so that findings stand in the log where they do in a build that checks first.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files

from mkdocs_foundation.background import Aside, reason_against_copies
from mkdocs_foundation.glue import builds
from mkdocs_foundation.glue.languages.held_log import HeldLog
from mkdocs_foundation.reports.problems import Problem, Severity, weighed

from .. import checking
from .whole import Whole
from .whole import asked as of_build

log = get_plugin_logger("multilingual")


class Texts:
    """The checks of one build of all languages."""

    def __init__(self) -> None:
        """Begin without."""
        self._check: Callable[[], Sequence[Problem]] | None = None
        self._aside: Aside[Sequence[Problem]] | None = None
        self._held: HeldLog | None = None
        self._config: MkDocsConfig | None = None

    def begin(self, whole: Whole, jobs: int, files: Files, config: MkDocsConfig) -> Whole:
        """Read what all pages are made with; begin the checks of texts, where more than one process may run.

        Where anything is wrong already that is logged at once, all is checked at `report`: the build may end there.
        """
        self.stop()  # of a build that was interrupted
        build = builds.read(files, config)
        asked = of_build(whole, build, files, config)
        before = checking.first(asked)
        is_wished = bool(asked.rules) or asked.files is not None
        is_quiet = all(p.severity is Severity.ADVICE for p in weighed(before.problems, build.checks))
        self._check, self._config = lambda: checking.with_texts(asked, before), config
        if is_wished and is_quiet and (jobs or os.cpu_count() or 1) > 1 and not reason_against_copies():
            self._aside = Aside(self._check)
        reading = replace(whole.reading, addresses=before.addresses, glossaries=before.glossaries)
        return replace(whole, reading=reading)

    def report(self, problems: Sequence[Problem]) -> None:
        """Report problems and what the checks have found, or hold the log back until they have."""
        assert self._check is not None  # `begin` comes first
        assert self._config is not None
        if self._aside is None:
            builds.report([*problems, *self._check()], self._config, log)
            return
        builds.report(problems, self._config, log)
        self._held = HeldLog()

    def end(self) -> None:
        """Report what the checks have found beside the languages; what was logged meanwhile follows."""
        checks, held, config = self._aside, self._held, self._config
        self._aside = self._held = None
        if checks and held and config:
            held.end(lambda: builds.report(checks(), config, log))

    def stop(self) -> None:
        """The build ends with an error: report all the same what a build that checks first would have told before."""
        if self._aside is None or not self._aside.is_of_this_process:
            return
        if self._held is None:
            self._aside.stop()
            self._aside = None
        with suppress(Exception):  # there is an error already
            self.end()
