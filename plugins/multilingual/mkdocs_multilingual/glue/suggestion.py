"""The line that informs a reader, once, that a page exists in the language that their browser prefers."""

from __future__ import annotations

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mkdocs_foundation.glue import static_i18n

from ..page_html import at_content_end
from . import pages
from .assets import script_uri
from .state import Build


def with_suggestions(output: str, page: Page, build: Build) -> str:
    """A finished page with suggestions: its real translations, except those in a language that it shows already."""
    locale, renderers = build.locale, build.renderers
    shown = {locale, static_i18n.text_locale(page.file, locale)}
    found = pages.findable_translations(page.file, build.library, build.site)
    offers = [
        {"lang": other, "url": get_relative_url(found[other].url, page.url), "t": renderers(other).t}
        for other in build.site.languages
        if other in found and other not in shown and renderers.speaks(other)  # the words name their language
    ]
    if not offers:
        return output
    markup = build.renderer.render(
        "suggestion.html",
        offers=offers,
        languages=" ".join(sorted(shown)),
        script=get_relative_url(script_uri("suggestion"), page.url),
    )
    return at_content_end(output, markup)
