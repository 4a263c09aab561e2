"""The plugin's scripts and styles in the built site."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from mkdocs_foundation import styles
from mkdocs_foundation.joining import join_modules
from mkdocs_foundation.scripts import without_whitespace

ASSETS = Path(__file__).parents[1] / "assets"
"""One folder a component, with its script and style."""
ASSETS_URI = "assets/multilingual"
"""Where the scripts and styles are in the built site."""
STYLE_URI = f"{ASSETS_URI}/multilingual.css"
"""The one style sheet."""
PUBLISHED_BESIDE = ("pagefind/pagefind.js",)
"""Below `ASSETS_URI`, made by another program: `glue/search.py`."""


def add_style(config: MkDocsConfig) -> None:
    """Load the styles on every page, before the site's own, which may then differ."""
    config.extra_css = [STYLE_URI, *(path for path in config.extra_css if path != STYLE_URI)]


def asset_files(config: MkDocsConfig) -> list[File]:
    """The scripts joined and without blanks, and the styles of all components as one file.

    A component's folder is joined by itself; what pages name is the script that is called like the folder.
    """
    contents = {STYLE_URI: styles.published(styles.beneath(ASSETS))}
    for folder in sorted({path.parent for path in ASSETS.rglob("*.js")}):
        modules = {f"{folder.name}/{path.name}": path.read_text(encoding="utf-8") for path in folder.glob("*.js")}
        scripts, breaches = join_modules(modules, f"{folder.name}/{folder.name}.js", PUBLISHED_BESIDE)
        if breaches:
            lines = ["multilingual: the scripts cannot be joined.", *(f"assets/{breach}" for breach in breaches)]
            raise PluginError("\n".join(lines))
        contents |= {f"{ASSETS_URI}/{path}": without_whitespace(text) for path, text in scripts.items()}
    return [File.generated(config, uri, content=content) for uri, content in contents.items()]
