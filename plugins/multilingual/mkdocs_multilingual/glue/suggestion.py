"""The line that informs a reader, once, that a page exists in the language that their browser prefers."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mkdocs_foundation.glue import static_i18n

from ..page_html import at_content_end
from . import pages
from .assets import script_uri
from .state import Build

_SCRIPT = "script"
"""Beside the locales of the pages that are offered."""


def with_suggestions(output: str, page: Page, build: Build) -> str:
    """A finished page with suggestions: its real translations, except those in a language that it shows already."""
    locale, renderers = build.locale, build.renderers
    shown = {locale, static_i18n.text_locale(page.file, locale)}
    found = pages.findable_translations(page.file, build.library, build.site)
    others = [
        other
        for other in build.site.languages
        if other in found and other not in shown and renderers.speaks(other)  # the words name their language
    ]
    if not others:
        return output
    languages = " ".join(sorted(shown))
    urls = {_SCRIPT: script_uri("suggestion"), **{other: found[other].url for other in others}}

    def made(addresses: Mapping[str, str]) -> str:
        offers = [{"lang": other, "url": addresses[other], "t": renderers(other).t} for other in others]
        return build.renderer.render("suggestion.html", offers=offers, languages=languages, script=addresses[_SCRIPT])

    relative = {name: get_relative_url(url, page.url) for name, url in urls.items()}
    key = ("suggestion", languages, *others)
    return at_content_end(output, build.renderer.render_once(key, made, relative))
