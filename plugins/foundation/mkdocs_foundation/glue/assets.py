"""What a plugin publishes for browsers: scripts joined by step, styles as one file, both without whitespace."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from .. import scripts, styles
from ..joining import join_modules


@dataclass(frozen=True)
class Assets:
    """The assets of a plugin; read at each build, since `mkdocs serve` builds again after an edit."""

    plugin: str
    """Its name in messages."""
    folder: Path
    """Where its scripts and styles are."""
    uri: str
    """Where they are in the built site."""

    @property
    def style_uri(self) -> str:
        """The one style sheet in the built site."""
        return f"{self.uri}/{self.uri.rsplit('/', 1)[-1]}.css"

    def load_style(self, config: MkDocsConfig) -> None:
        """Load the styles on every page, before the site's own, which may then differ."""
        config.extra_css = [self.style_uri, *(path for path in config.extra_css if path != self.style_uri)]

    def texts(self, pattern: str) -> dict[str, str]:
        """The files of a pattern, by path below the folder."""
        found = sorted(self.folder.rglob(pattern))
        return {path.relative_to(self.folder).as_posix(): path.read_text(encoding="utf-8") for path in found}

    def joined(self, modules: Mapping[str, str], entry: str, beside: Collection[str] = ()) -> dict[str, str]:
        """The scripts to publish for a script that pages name, by path. Raises `PluginError` with the lines to change.

        `beside` are the paths of scripts that another program publishes there.
        """
        joined, breaches = join_modules(modules, entry, beside)
        if breaches:
            lines = [f"{self.plugin}: the scripts can't be joined.", *(f"assets/{breach}" for breach in breaches)]
            raise PluginError("\n".join(lines))
        return {path: scripts.minified(text) for path, text in joined.items()}

    def files(self, contents: Mapping[str, str], config: MkDocsConfig) -> list[File]:
        """The style sheet and further files, `contents` by path below `uri`."""
        published = {f"{self.uri}/{path}": text for path, text in contents.items()}
        published[self.style_uri] = styles.published(styles.beneath(self.folder))
        return [File.generated(config, uri, content=content) for uri, content in published.items()]
