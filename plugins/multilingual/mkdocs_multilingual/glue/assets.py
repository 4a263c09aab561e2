"""The plugin's scripts and styles in the built site, with a digest of their content in their names."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_foundation.glue import assets
from mkdocs_foundation.output import digests, styles

ASSETS = Path(__file__).parents[1] / "assets"
"""One folder for each component, with its script and style."""
ASSETS_URI = "assets/multilingual"
"""Folder of the scripts and styles in the built site."""
STYLE = "multilingual.css"
"""Name of the one style sheet, below `ASSETS_URI`, without its digest."""
DIALOG_STYLE = ASSETS / "search/dialog.css"
"""Style sheet that the dialog of the search fetches."""
PUBLISHED_BESIDE = ("pagefind/pagefind.js",)
"""Scripts below `ASSETS_URI` that another program writes, see `glue/search.py`."""


def style_uri(unused: Collection[str] = ()) -> str:
    """Path of the one style sheet in the built site; `unused` are the components that the site doesn't use."""
    return f"{ASSETS_URI}/{digests.named(STYLE, _style(_used(unused)))}"


def dialog_style() -> tuple[str, str]:
    """Path of the dialog's style sheet in the built site, and its content."""
    content = styles.published([DIALOG_STYLE.read_text("utf-8")])
    return f"{ASSETS_URI}/{digests.named('search/dialog.css', content)}", content


def script_uri(component: str) -> str:
    """Path in the built site of the script that pages load for a component."""
    return f"{ASSETS_URI}/{_scripts(component)[1]}"


def script_of(config: MkDocsConfig, component: str) -> File:
    """The script of one component, for a site without the plugin `multilingual`, which would have added it."""
    scripts, path = _scripts(component)
    return assets.files(config, ASSETS_URI, {path: scripts[path]})[0]


def asset_files(config: MkDocsConfig, unused: Collection[str] = ()) -> list[File]:
    """The scripts joined, and the styles as one file, without those of components that the site doesn't use."""
    used = _used(unused)
    contents = {style_uri(unused).removeprefix(f"{ASSETS_URI}/"): _style(used)}
    for folder in used:
        if any(folder.glob("*.js")):
            contents |= _scripts(folder.name)[0]
    return assets.files(config, ASSETS_URI, contents)


def _style(folders: Collection[Path]) -> str:
    return assets.style(folders, without=(DIALOG_STYLE,))


def _used(unused: Collection[str]) -> list[Path]:
    return [folder for folder in sorted(ASSETS.iterdir()) if folder.is_dir() and folder.name not in unused]


@cache
def _scripts(component: str) -> tuple[dict[str, str], str]:
    """The published scripts of a component by path below `ASSETS_URI`, and the path of the one that pages load."""
    modules = sorted((ASSETS / component).glob("*.js"))
    texts = {f"{component}/{path.name}": path.read_text(encoding="utf-8") for path in modules}
    entry = f"{component}/{component}.js"
    scripts, paths = digests.name_scripts(assets.scripts(texts, entry, "multilingual", PUBLISHED_BESIDE))
    return scripts, paths[entry]
