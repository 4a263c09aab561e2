"""Whether anything is said about a page: then it is made again each time, so that it is said again."""

from __future__ import annotations

import logging

from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_foundation.glue import builds

_LOGGERS = (build.__module__.partition(".")[0], "MARKDOWN")
"""Loggers of the program that builds, `mkdocs` or `properdocs`, and of Python-Markdown."""


class LogRecorder(logging.Handler):
    """Hears what is logged, and what plugins report that has been logged before."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Hear nothing yet."""
        super().__init__(logging.INFO)
        self._config = config
        self.records: list[logging.LogRecord] = []
        """What has been logged."""

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.records.append(record)

    def listen(self) -> None:
        """Begin."""
        for name in _LOGGERS:
            logging.getLogger(name).addHandler(self)

    def stop(self) -> None:
        """End."""
        for name in _LOGGERS:
            logging.getLogger(name).removeHandler(self)

    @property
    def heard(self) -> tuple[int, int]:
        """How much has been said."""
        return len(self.records), builds.begin(self._config).reports

    @property
    def hears_all(self) -> bool:
        """Whether all is logged that is worth saying, which `--quiet` suppresses; and no more, as `--verbose` does."""
        return logging.getLogger(_LOGGERS[0]).getEffectiveLevel() == logging.INFO
