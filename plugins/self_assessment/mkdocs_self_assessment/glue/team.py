"""The pages on which a team gathers its answers, below the pages of self-assessments."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import basename, dirname, splitext

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.pages import Page

from mkdocs_foundation.catalogue import Catalogue
from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.glue.builds import LanguageBuild
from mkdocs_foundation.message import shown
from mkdocs_foundation.site import Site

from .. import published
from ..options import Options
from ..pages import fragments
from ..pages.rendering import Renderer
from ..pipeline import Assessment, Library
from ..reading.blocks import plain_text
from ..saying import say
from .files import TEAM_BY, described, front_matter


def file(config: MkDocsConfig, build: LanguageBuild, options: Options, own: Assessment, t: Catalogue) -> File:
    """The file of the page for a team, below the page of its self-assessment: not in the menu, search or sitemap.

    `t` are the words of the self-assessment's language. Raises `PluginError` where the site has a page there.
    """
    site = build.site
    title = t("team.title", title=plain_text(own.questionnaire.title))
    settings: dict[str, object] = {"title": title, "description": t("team.text"), "robots": "noindex"}
    settings |= {"search": {"exclude": True}, "hide": ["toc"]}

    def made(page: File, reader: str) -> File:
        uri = options.team_uri(site, page.src_uri)
        one = File.generated(config, uri, content=front_matter(settings), inclusion=InclusionLevel.NOT_IN_NAV)
        one.generated_by = TEAM_BY
        static_i18n.move(one, _below(page.dest_uri, config.use_directory_urls), config)
        static_i18n.localize_at(one, static_i18n.text_locale(page, own.locale), site, reader)
        static_i18n.set_origin(one, own.questionnaire.location)
        return one

    page = build.files.get_file_from_path(own.page_uri)
    assert page is not None  # only those that are there are asked for
    found = made(page, build.locale)
    if other := next((one for one in build.files if one.dest_uri.casefold() == found.dest_uri.casefold()), None):
        raise PluginError(
            shown(
                say(
                    "self-assessment: {other}, where the page for a team of “{name}” would be.\n"
                    "    do:      give it another name, or leave out `team` in the options of self-assessment.",
                    other=described(other, build),
                    name=own.questionnaire.id,
                )
            )
        )
    if static_i18n.is_used(config):
        others = {locale: made(one, locale) for locale, one in static_i18n.alternates(page).items()}
        static_i18n.set_alternates(found, {**others, build.locale: found})
    return found


def _below(dest_uri: str, directories: bool) -> str:
    """Path of the page for a team in the built site, below that of another page."""
    stem = dirname(dest_uri) if basename(dest_uri) == "index.html" else splitext(dest_uri)[0]
    return f"{stem}/team/index.html" if directories else f"{stem}/team.html"


def of(page: Page, library: Library, options: Options, site: Site) -> Assessment | None:
    """The self-assessment that a page for a team is of; `None` for any other page."""
    if page.file.generated_by != TEAM_BY:
        return None
    uris = {options.team_uri(site, a.page_uri): a for a in library.assessments}
    return uris[page.file.src_uri]


def content(own: Assessment, html: str, renderer: Renderer, assets: Mapping[str, str], url: str) -> str:
    """The page's HTML; `assets` has the addresses of its script and style, `url` is that of the self-assessment."""
    pieces = fragments.cut(html)
    q = own.questionnaire
    view = renderer.team(q, pieces, script=assets[published.TEAM], style=assets[published.TEAM_STYLE], url=url)
    return pieces[""] + view + pieces.get("end", "")
