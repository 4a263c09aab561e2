"""The words of the theme: those of the nearest language that it has."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from ..locales import best
from ..message import say, shown

_FOLDER = "partials/languages"
"""Folder of a theme that continues Material with its words, `<language>.html`."""


def settle(config: MkDocsConfig) -> None:
    """Let the theme have the words of the nearest language that it has: static-i18n names it the site's own locale.

    Material has `en` but no `en-GB`, and `pt-BR` but no `pt_BR`. Raises `PluginError` where it has no such language.
    """
    folders = [Path(folder, _FOLDER) for folder in config.theme.dirs]
    has = [path.stem for folder in folders for path in folder.glob("*.html")]
    asked = config.theme.get("language")
    if not has or not isinstance(asked, str) or asked in has:
        return
    if (found := best(asked, has)) is None:
        raise PluginError(
            shown(
                say(
                    "The theme has no words in the language `{locale}`.\n"
                    "    do:      write {file} in the folder of your overrides (`custom_dir`), or have "
                    "words of another language by `theme: {language: en}` under this language in the plugin i18n.",
                    locale=asked,
                    file=f"{_FOLDER}/{asked}.html",
                )
            )
        )
    config.theme["language"] = found
