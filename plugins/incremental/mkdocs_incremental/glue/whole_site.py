"""A site of which nothing has changed: what the last build has written stays, and MkDocs is given nothing to build.

Points of contact with MkDocs: an empty collection of files after `on_files`, `static_templates` and `extra_templates`
without templates, and the folder of the site, of which MkDocs leaves hidden folders when it cleans it. No event ends a
build before it has begun. Where MkDocs writes or says anything all the same,
`test_a_build_without_files_and_templates` of `tests/plugin/test_incremental_contacts.py` fails.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_build_date

from mkdocs_foundation.caching.store import Store, digest
from mkdocs_foundation.glue.incremental import share_of
from mkdocs_foundation.glue.languages.leaving import Told, lines
from mkdocs_foundation.values import dataclass

from .. import manifest, repository
from .inputs import Inputs
from .log_recorder import LogRecorder

_OWN = ".plugins.incremental"
"""End of the name of the logger whose lines tell how a build goes on, and nothing about the site."""
_TIME = "Documentation built in "
"""Begin of the line that tells how long a language took."""


@dataclass(frozen=True)
class Written:
    """A site as a build has left it."""

    files: bytes
    """A digest of its files."""
    told: tuple[Told, ...]
    """What was logged about it."""


class WholeSite:
    """The site of one build of all languages."""

    def __init__(
        self, config: MkDocsConfig, folder: Path, inputs: Inputs, language: bytes, recorder: LogRecorder
    ) -> None:
        """Look whether anything has changed since the site was written; else put it aside, before MkDocs removes it."""
        self._site, self._recorder = Path(config.site_dir), recorder
        self._key = key(config, inputs, language)
        self._store = Store.load(folder / "site.store", language)
        self._templates: list[Any] = []
        self._owner = os.getpid()
        self._aside = folder / f"aside-{self._owner}"
        manifest.remove_left_behind(folder, "aside-*")
        found = self._store.get(self._key) if self._key else None
        written = found if isinstance(found, Written) and recorder.hears_all else None
        is_same = written is not None and manifest.put_aside(self._site, self._aside, written.files)
        self._written = written if is_same else None

    @property
    def is_unchanged(self) -> bool:
        """Whether the site stays as it is."""
        return self._written is not None

    def begin(self, config: MkDocsConfig) -> None:
        """Leave MkDocs nothing to build."""
        self._templates = [set(config.theme.static_templates), list(config.extra_templates)]
        config.theme.static_templates.clear()
        config.extra_templates.clear()

    def end(self, config: MkDocsConfig) -> None:
        """Put the site back, and say again what was said about it."""
        assert self._written is not None
        manifest.put_back(self._site, self._aside)
        config.theme.static_templates.update(self._templates[0])
        config.extra_templates.extend(self._templates[1])
        said = {record.getMessage() for record in self._recorder.records}  # such as the folder of the site
        for line in self._written.told:
            if line.text not in said:
                # The text is the message itself: MkDocs leaves out what has the same message as an earlier line.
                logging.getLogger(line.logger).log(line.level, line.text)

    def abandon(self) -> None:
        """Put the site back in a build that doesn't come to its end."""
        if self._written and os.getpid() == self._owner:
            manifest.put_back(self._site, self._aside)

    def remember(self, files: Mapping[str, str]) -> None:
        """Keep how the site was left, with these files, unless a warning was logged, which is to be logged again."""
        told = tuple(line for line in lines(self._recorder.records) if is_about_site(line))
        if not self._key or not self._recorder.hears_all or any(line.level > logging.INFO for line in told):
            return
        self._store.put(self._key, Written(manifest.of_files(files), told))
        self._store.save()


def is_about_site(line: Told) -> bool:
    """Whether a line of the log is to be told again of a site that stays as it is."""
    return not line.logger.endswith(_OWN) and not line.text.startswith(_TIME)


def key(config: MkDocsConfig, inputs: Inputs, language: bytes) -> bytes | None:
    """A digest of all that the site depends on; `None` where that isn't known."""
    if (found := common(config, inputs, language)) is None:
        return None
    parts: list[str | bytes] = [found]
    for uri, content in sorted(inputs.documents.pages.items()):
        parts += [uri, content]
    return digest(*parts)


def common(config: MkDocsConfig, inputs: Inputs, language: bytes) -> bytes | None:
    """The same without the pages."""
    folders = (Path(config.config_file_path or ".").resolve().parent, Path(config.docs_dir).resolve())
    commits = [repository.commit(folder) for folder in folders]
    if None in commits or not config.site_dir or inputs.shows_time:
        return None
    parts: list[str | bytes | None] = [language, *commits, get_build_date(), os.environ.get("SOURCE_DATE_EPOCH")]
    parts += [inputs.documents.shared, inputs.documents.pictures]
    for name, plugin in sorted(config.plugins.items()):
        if share := share_of(plugin):
            parts += [name, digest(*share.site_inputs(config))]
    return digest(*parts)
