"""Material's tags in several languages: each build lists its own pages, which is right but for fallbacks."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from . import languages, pages


def leave_out_of_fallbacks(page: Page, locale: str, config: MkDocsConfig) -> None:
    """Remove the tags from another language's page, whose words would be among those of the reader's language."""
    if languages.has_theme_plugin(config, "tags") and pages.is_fallback(page.file, locale):
        page.meta.pop("tags", None)
