"""The plugin's scripts and styles in the built site."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_foundation.scripts import published

ASSETS = Path(__file__).parents[1] / "assets"
"""One folder a component, with its script and style."""
ASSETS_URI = "assets/multilingual"
"""Where the scripts and styles are in the built site."""
STYLE_URI = f"{ASSETS_URI}/multilingual.css"
"""The one style sheet."""


def add_style(config: MkDocsConfig) -> None:
    """Load the styles on every page, before the site's own, which may then differ."""
    config.extra_css = [STYLE_URI, *(path for path in config.extra_css if path != STYLE_URI)]


def asset_files(config: MkDocsConfig) -> list[File]:
    """The scripts without their comments, and the styles of all components as one file."""
    styles = "\n".join(path.read_text(encoding="utf-8") for path in sorted(ASSETS.rglob("*.css")))
    scripts = [
        File.generated(
            config,
            f"{ASSETS_URI}/{path.relative_to(ASSETS).as_posix()}",
            content=published(path.read_text(encoding="utf-8")),
        )
        for path in sorted(ASSETS.rglob("*.js"))
    ]
    return [File.generated(config, STYLE_URI, content=styles), *scripts]
