"""The plugin's scripts and styles in the built site."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_foundation.glue import assets

ASSETS = Path(__file__).parents[1] / "assets"
"""One folder for each component, with its script and style."""
ASSETS_URI = "assets/multilingual"
"""Folder of the scripts and styles in the built site."""
STYLE = "multilingual.css"
"""Name of the one style sheet, below `ASSETS_URI`."""
STYLE_URI = f"{ASSETS_URI}/{STYLE}"
"""Its path in the built site."""
PUBLISHED_BESIDE = ("pagefind/pagefind.js",)
"""Scripts below `ASSETS_URI` that another program writes, see `glue/search.py`."""


def script_of(config: MkDocsConfig, component: str) -> File:
    """The script of one component, for a site without the plugin `multilingual`, which would have added it."""
    uri = f"{ASSETS_URI}/{component}/{component}.js"
    return next(asset for asset in asset_files(config) if asset.src_uri == uri)


def asset_files(config: MkDocsConfig, unused: Collection[str] = ()) -> list[File]:
    """The scripts joined, and the styles as one file, without those of components that the site doesn't use.

    The scripts of a component are joined by themselves; pages load the script with the name of its folder.
    """
    used = [folder for folder in sorted(ASSETS.iterdir()) if folder.is_dir() and folder.name not in unused]
    contents = {STYLE: assets.style(used)}
    for folder in sorted({path.parent for root in used for path in root.rglob("*.js")}):
        modules = {f"{folder.name}/{path.name}": path.read_text(encoding="utf-8") for path in folder.glob("*.js")}
        entry = f"{folder.name}/{folder.name}.js"
        contents |= assets.scripts(modules, entry, "multilingual", PUBLISHED_BESIDE)
    return assets.files(config, ASSETS_URI, contents)
