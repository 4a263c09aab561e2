"""The line that tells a reader, once, that a page exists in the language that their browser prefers."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from ..library import Library
from ..page_html import before_body_end
from ..rendering import Renderers
from ..site import Site
from . import pages
from .assets import ASSETS_URI
from .languages import current


def with_suggestions(
    output: str, page: Page, config: MkDocsConfig, site: Site, library: Library, renderers: Renderers
) -> str:
    """A finished page with what it can suggest: its real translations, but none in a language that it shows already."""
    locale = current(config)
    shown = {locale, str(getattr(page.file, "locale", None) or locale)}
    found = pages.findable_translations(page.file, library)
    offers = [
        {"lang": other, "url": get_relative_url(found[other].url, page.url), "t": renderers(other).t}
        for other in site.languages
        if other in found and other not in shown and renderers.speaks(other)  # the words name their language
    ]
    if not offers:
        return output
    markup = renderers(locale).render(
        "suggestion.html",
        offers=offers,
        languages=" ".join(sorted(shown)),
        script=get_relative_url(f"{ASSETS_URI}/suggestion/suggestion.js", page.url),
    )
    return before_body_end(output, markup)
