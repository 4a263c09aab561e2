"""The script that keeps Material's from looking for sites in other languages."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_relative_url

from ..head.tags import OURS
from ..page_html import into_head
from .assets import script_uri
from .languages import THEMES

SCRIPT = "relations"
"""Component for `with_script`."""


def with_script(output: str, url: str, config: MkDocsConfig) -> str:
    """A finished page with the script that hides its links to translations and feeds from Material's, if it has any.

    Material's script asks for `sitemap.xml` beside the target of each `link[rel=alternate]`: several requests a page
    that would find nothing, as there is one sitemap.
    """
    script = script_uri(SCRIPT)
    if OURS not in output or script in output or config.theme.name not in THEMES:
        return output
    return into_head(output, f'<script type="module" src="{get_relative_url(script, url)}"></script>')
