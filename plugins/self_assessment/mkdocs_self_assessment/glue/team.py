"""The pages on which a team gathers its answers, below the pages of self-assessments."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_foundation.glue.builds import LanguageBuild
from mkdocs_foundation.sources.catalogue import Catalogue

from .. import published
from ..options import Options
from ..pages import fragments
from ..pages.rendering import Renderer
from ..pipeline import Assessment
from ..reading.blocks import plain_text
from .below import Below
from .files import TEAM_BY, front_matter, of_tool

PAGES = Below("team", TEAM_BY)
"""One for each self-assessment."""


def file(config: MkDocsConfig, build: LanguageBuild, options: Options, own: Assessment, t: Catalogue) -> File:
    """The file of the page for a team; `t` are the words of the self-assessment's language. Raises `PluginError`."""
    title = t("team.title", title=plain_text(own.questionnaire.title))
    content = front_matter(of_tool(title, t("team.text")))
    return PAGES.file(config, build, options, own, content, own.questionnaire.location)


def content(own: Assessment, html: str, renderer: Renderer, assets: Mapping[str, str], url: str, kit: str) -> str:
    """The page's HTML; `assets` has the addresses of its script and style, `url` is that of the self-assessment.

    `kit` is that of its workshop kit; "" without one.
    """
    pieces = fragments.cut(html)
    q = own.questionnaire
    styles = assets[published.TEAM_STYLE]
    view = renderer.team(q, pieces, script=assets[published.TEAM], style=styles, url=url, kit=kit)
    return pieces[""] + view + pieces.get("end", "")
