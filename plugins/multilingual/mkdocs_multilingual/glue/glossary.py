"""Terms of the glossary in the pages of a build."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from ..config import GlossaryConfig
from ..glossary.marking import mark
from ..glossary.terms import Glossary
from ..rendering import Renderers
from .assets import ASSETS_URI

SCRIPT_URI = f"{ASSETS_URI}/glossary/glossary.js"
"""What shows a meaning beside its term."""


def explain(
    html: str,
    page: Page,
    locale: str,
    glossaries: Mapping[str, Glossary],
    options: GlossaryConfig,
    renderers: Renderers,
    files: Files,
) -> str:
    """A text in a language with its terms marked, and their meanings at its end; other pages as they are."""
    key = page.file.src_uri.removeprefix(f"{locale}/")
    explained = files.get_file_from_path(f"{locale}/{options.page}")
    is_text = any(key.startswith(f"{folder}/") for folder in options.folders) and not page.is_index
    if explained is None or locale not in glossaries or not is_text:
        return html
    html, terms = mark(html, glossaries[locale], get_relative_url(explained.url, page.url))
    if not terms:
        return html
    script = get_relative_url(SCRIPT_URI, page.url)
    return f"{html}\n{renderers(locale).render('glossary.html', terms=terms, script=script)}"
