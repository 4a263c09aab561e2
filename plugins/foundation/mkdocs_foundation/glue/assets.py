"""Scripts and styles of a plugin in the built site."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from ..output import styles
from ..output.joining import join_modules
from ..output.scripts import without_whitespace


def texts(root: Path, pattern: str) -> dict[str, str]:
    """Files by path below a folder; read at each build, since `mkdocs serve` builds again after an edit."""
    return {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in sorted(root.rglob(pattern))}


def scripts(modules: Mapping[str, str], entry: str, plugin: str, beside: Collection[str] = ()) -> dict[str, str]:
    """The modules that a page loads from `entry` on, joined, without comments and whitespace, by path.

    Names stay, so that an error in a browser can be read. `beside` is what `join_modules` takes. Raises `PluginError`
    where a module breaks a rule of joining.
    """
    joined, breaches = join_modules(modules, entry, beside)
    if breaches:
        lines = [f"{plugin}: the scripts cannot be joined.", *(f"assets/{breach}" for breach in breaches)]
        raise PluginError("\n".join(lines))
    return {path: without_whitespace(text) for path, text in joined.items()}


def style(roots: Iterable[Path], without: Collection[Path] = ()) -> str:
    """The style sheets of several folders as one, without those that are fetched later."""
    return styles.published(sheet for root in roots for sheet in styles.beneath(root, without))


def files(config: MkDocsConfig, folder: str, contents: Mapping[str, str]) -> list[File]:
    """Files of the built site, by path below a folder of it."""
    return [File.generated(config, f"{folder}/{path}", content=content) for path, content in contents.items()]


def add_style(config: MkDocsConfig, uri: str) -> None:
    """Load a style sheet on every page, before those of the site, which may then differ."""
    config.extra_css = [uri, *(path for path in config.extra_css if path != uri)]
