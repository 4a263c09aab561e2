"""The page for addresses that aren't found, in each language.

Hosts such as GitHub Pages serve the one at the top of the site for every address. It is that of the source language and
has the words of all others; its script goes to the page of the language that the address is in, whose header and menu
are in that language too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from html import escape
from pathlib import Path

from mkdocs.utils import write_file

from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.templates.titles import plain

from ..page_html import into_head_start
from .assets import ASSETS_URI, script_uri
from .head import has_own
from .pages import base_path, home, is_public
from .start_pages import start_pages
from .state import Build

TEMPLATE = "404.html"
_CONTENT = pattern(r'(<article\b[^>]*\bclass="md-content__inner[^>]*>)(.*?)(</article\s*>)', re.DOTALL)
_TITLE = pattern(r"<title\b[^>]*>.*?</title\s*>", re.DOTALL)


def page_of(output: str, build: Build, patterns: Collection[str], search: bool) -> str | None:
    """The page of the current locale, as MkDocs has made it; that of the source language has all others.

    `patterns` are the site's pages to begin with; `search` tells whether there is a search. `None` where the site has
    a page of its own, or a theme without Material's place for content.
    """
    site, renderers, config, locale = build.site, build.renderers, build.config, build.locale
    if has_own(config, TEMPLATE) or not _CONTENT.search(output):
        return None
    others = [other for other in site.languages if other != locale] if build.language.is_source else []
    sections = [
        {
            "locale": renderers(other).t.lang,
            "pages": other,
            "home": home(other, site, config.use_directory_urls),
            "links": start_pages(other, patterns, build),
            "t": renderers(other).t,
        }
        for other in (locale, *filter(renderers.speaks, others))
    ]
    base = base_path(build.site_url)
    text = build.renderer.render(
        "not-found.html",
        base=base,
        pages=f"{base}{_pages_uri(locale)}",
        sections=sections,
        others=[
            (other, site.languages[other].name or other, home(other, site, config.use_directory_urls))
            for other in others
            if not renderers.speaks(other)
        ],
        search=search,
    )
    title = f"{build.renderer.t('not_found.title')} - {plain(config.site_name)}"
    output = with_content(output, text, title) or output
    prefixes = " ".join(site.address_prefix(other) for other in site.languages)
    script = (
        f'<script src="{base}{script_uri("not_found")}" data-base="{base}" data-prefixes="{prefixes.strip()}" '
        f'data-own="{site.address_prefix(locale)}"></script>'
    )
    return into_head_start(output, script)


def with_content(output: str, text: str, title: str) -> str | None:
    """The theme's page with another content and title; `None` where it has no place that Material's has."""
    content = _CONTENT.search(output)
    if not content:
        return None
    output = f"{output[: content.end(1)]}\n{text}\n{output[content.start(3) :]}"
    return _TITLE.sub(lambda _: f"<title>{escape(title)}</title>", output, count=1)


def publish(output: str, build: Build, is_own: bool) -> str:
    """Write the page of the current locale, and the pages that it leads to; returns what MkDocs is to write.

    That is the page of the source language. `is_own` tells whether `page_of` has made it.
    """
    if is_own:
        write_pages(build)
    if build.language.is_source:
        return output
    if is_own:
        write(output, build)
    return ""


def write(output: str, build: Build) -> None:
    """Write the page of a language other than the source."""
    path = Path(build.config.site_dir, build.site.address_prefix(build.locale), TEMPLATE)
    write_file(output.encode("utf-8"), str(path))


def write_pages(build: Build) -> None:
    """Write the pages of the current locale, of which the script shows those that are near to an address.

    Each has its address within the site, its title, and the path of its file: readers who change the
    language in an address by hand keep the words of another one.
    """
    pages = []
    for file in build.files.documentation_pages():
        if file.page is not None and is_public(file.page, build.locale):
            pages.append(
                [file.url, plain(file.page.title or ""), static_i18n.key(file, build.site).removesuffix(".md")]
            )
    text = json.dumps(pages, ensure_ascii=False, separators=(",", ":"))
    write_file(text.encode("utf-8"), str(Path(build.config.site_dir, _pages_uri(build.locale))))


def _pages_uri(locale: str) -> str:
    return f"{ASSETS_URI}/not_found/{locale}.json"
