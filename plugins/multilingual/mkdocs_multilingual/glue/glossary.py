"""Terms of the glossary in the pages of a build."""

from __future__ import annotations

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mkdocs_foundation.glue import static_i18n

from ..config import GlossaryConfig
from ..glossary.marking import mark
from .assets import script_uri
from .state import Build


def explain(html: str, page: Page, options: GlossaryConfig, build: Build) -> str:
    """A text with its terms marked and their meanings at its end, in its own language; other pages unchanged."""
    if not any(glossary.terms for glossary in build.reading.glossaries.values()):
        return html
    locale = static_i18n.text_locale(page.file, build.locale)
    key = build.site.key_of(page.file.src_uri)
    explained = build.files.get_file_from_path(build.site.uri(locale, options.page))
    is_text = any(key.startswith(f"{folder}/") for folder in options.folders) and not page.is_index
    glossary = build.reading.glossaries.get(locale)
    if explained is None or glossary is None or not is_text:
        return html
    html, terms = mark(html, glossary, get_relative_url(explained.url, page.url))
    if not terms:
        return html
    script = get_relative_url(script_uri("glossary"), page.url)
    return f"{html}\n{build.renderers(locale).render('glossary.html', terms=terms, script=script)}"
