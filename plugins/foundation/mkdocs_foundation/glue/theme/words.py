"""The words of the theme: those of the nearest language that it has."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateNotFound, pass_eval_context
from jinja2.nodes import EvalContext
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from ...locales import best
from ...patterns import pattern
from ...reports.message import say, shown

FOLDER = "partials/languages"
"""Folder of a theme that continues Material with its words, `<language>.html`."""
_TEXT = r'"(?:[^"\\{}]|\\.)*"'
_LIST = pattern(
    r"\s*(?:\{#.*?#\}\s*)?\{% macro t\(key\) %\}\{\{ "
    rf"\{{(?:\s*{_TEXT}: {_TEXT},?)*\s*\}}"
    r"\[key\] \}\}\{% endmacro %\}\s*",
    re.DOTALL,
)
"""A template that has nothing but a macro with the list of all words, which is made for each word that is asked for."""


def settle(config: MkDocsConfig) -> None:
    """Let the theme have the words of the nearest language that it has: static-i18n names it the site's own locale.

    Material has `en` but no `en-GB`, and `pt-BR` but no `pt_BR`. Raises `PluginError` where it has no such language.
    """
    folders = [Path(folder, FOLDER) for folder in config.theme.dirs]
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
                    file=f"{FOLDER}/{asked}.html",
                )
            )
        )
    config.theme["language"] = found


def remember(env: Environment, config: MkDocsConfig) -> None:
    """Look up each word of the theme once for all pages; called when no template is made anew any more."""
    for language in {config.theme.get("language"), "en"}:
        name = f"{FOLDER}/{language}.html"
        try:
            source = env.loader.get_source(env, name)[0] if env.loader else ""
        except TemplateNotFound:
            continue
        if is_list(source):
            module: Any = env.get_template(name).module
            module.t = _remembered(module.t)


def is_list(source: str) -> bool:
    """Whether a template is a list of words alone, which are the same each time that they are asked for."""
    return _LIST.fullmatch(source) is not None


def _remembered(look_up: Callable[..., str]) -> Callable[..., str]:
    found: dict[tuple[bool, str], str] = {}

    @pass_eval_context
    def word(context: EvalContext, key: str) -> str:
        place = (context.autoescape, key)
        if place not in found:
            found[place] = look_up(context, key)
        return found[place]

    return word
