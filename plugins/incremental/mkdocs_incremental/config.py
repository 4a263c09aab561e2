"""Options of the plugin in `mkdocs.yml`."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs.config import config_options as option
from mkdocs.config.base import Config, ValidationError

from mkdocs_foundation.reports.message import shown, verbatim

from .saying import say


class _Pattern(option.Type[str]):
    """A pattern of files, from the folder of `mkdocs.yml`."""

    def __init__(self) -> None:
        super().__init__(str)

    def run_validation(self, value: object) -> str:
        """Raises `ValidationError` for a pattern that no file can match."""
        pattern = super().run_validation(value)
        try:
            next(iter(Path(os.devnull).glob(pattern)), None)
        except (ValueError, IndexError, NotImplementedError):
            told = say(
                "“{pattern}” is no pattern of files from the folder of mkdocs.yml. Write one such as {example}.",
                pattern=verbatim(pattern),
                example=verbatim("snippets/**/*.md"),
            )
            raise ValidationError(shown(told)) from None
        return pattern


class IncrementalConfig(Config):
    """Every option has a default that suits most sites."""

    enabled = option.Type(bool, default=True)
    """Whether anything is taken from the last build."""
    folder = option.Type(str, default=".cache/incremental")
    """Folder of what is kept, from the folder of `mkdocs.yml`."""
    safe = option.ListOfItems(option.Type(str), default=[])
    """Plugins, hooks and Markdown extensions whose work on a page depends on the page and the settings alone."""
    inputs = option.ListOfItems(_Pattern(), default=[])
    """Patterns of further files that pages depend on, from the folder of `mkdocs.yml`."""
