"""The one page for addresses that aren't found, in every language of the site."""

from __future__ import annotations

import re
from html import escape

from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.titles import plain, words

from .assets import script_uri
from .head import has_own
from .pages import base_path, home, translations
from .state import Build

TEMPLATE = "404.html"
_CONTENT = re.compile(r'(<article\b[^>]*\bclass="md-content__inner[^>]*>)(.*?)(</article\s*>)', re.DOTALL)
_TITLE = re.compile(r"<title\b[^>]*>.*?</title\s*>", re.DOTALL)
_OVERVIEW = re.compile(r"[^/]+/index\.md")


def in_every_language(output: str, build: Build) -> str:
    """The page, from the build of the source language, whose menu and switcher it has.

    Unchanged where the site has a page of its own, or a theme without Material's place for content.
    """
    site, renderers, config = build.site, build.renderers, build.config
    content = _CONTENT.search(output)
    if has_own(config, TEMPLATE) or not content:
        return output
    sections = [
        {
            "locale": renderers(locale).t.lang,
            "prefix": site.address_prefix(locale),
            "home": home(locale, site, config.use_directory_urls),
            "links": _overviews(locale, build),
            "t": renderers(locale).t,
        }
        for locale in site.languages
        if locale == site.source_locale or renderers.speaks(locale)
    ]
    shown = {section["prefix"] for section in sections}
    others = [
        (locale, language.name or locale, home(locale, site, config.use_directory_urls))
        for locale, language in site.languages.items()
        if site.address_prefix(locale) not in shown
    ]
    own = renderers(site.source_locale)
    text = own.render(
        "not-found.html",
        base=base_path(build.site_url),
        site_name=plain(config.site_name),
        sections=sections,
        others=others,
        script=script_uri("not_found"),
    )
    output = f"{output[: content.end(1)]}\n{text}\n{output[content.start(3) :]}"
    title = f"<title>{escape(own.t('not_found.title'))} - {escape(plain(config.site_name))}</title>"
    return _TITLE.sub(lambda _: title, output, count=1)


def _overviews(locale: str, build: Build) -> list[tuple[str, str]]:
    """The names and addresses of a language's sections: the index page of each folder."""
    found: list[tuple[str, str]] = []
    for file in build.files.documentation_pages():
        key = static_i18n.key(file, build.site)
        target = translations(file).get(locale)
        source = build.library.page(locale, key)
        if _OVERVIEW.fullmatch(key) and target and source:
            found.append((words(source.title), target.url))
    return found
