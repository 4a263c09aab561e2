"""The Markdown extension that makes Python-Markdown quicker, for every page, with the same result."""

from __future__ import annotations

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension
from mkdocs.config.defaults import MkDocsConfig

from ..incremental import Share
from . import blocks, inline


class QuickMarkdown(Extension):
    """The Markdown extension."""

    incremental = Share()

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 -- Python-Markdown calls it
        """Read paragraphs and lines quicker."""
        blocks.add_to(md)
        inline.add_to(md)

    @staticmethod
    def add_to(config: MkDocsConfig) -> None:
        """Use the extension for every page; static-i18n calls the hook of each plugin once for each language."""
        extensions: list[Any] = config.markdown_extensions
        if not any(isinstance(extension, QuickMarkdown) for extension in extensions):
            extensions.append(QuickMarkdown())
