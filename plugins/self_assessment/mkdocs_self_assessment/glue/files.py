"""Files that the plugin adds to a build: scripts, styles, and the pages generated from sections."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from posixpath import dirname
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import write_file

from mkdocs_foundation.glue import assets, builds, static_i18n
from mkdocs_foundation.glue.builds import LanguageBuild
from mkdocs_foundation.output import digests
from mkdocs_foundation.reports.message import Message, shown
from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.sources.pages import read_source
from mkdocs_foundation.values import dataclass

from .. import published
from ..checking.file_locations import added_late, taken
from ..exporting import by_itself
from ..kind import QuestionnaireKind
from ..kinds import kind_of
from ..options import Options
from ..pages.data import late_words, team_words
from ..pages.rendering import Renderers, summary
from ..parsing import parse
from ..pipeline import Assessment
from ..reading.blocks import plain_text
from ..saying import say

ASSETS_URI = "assets/self-assessment"
"""Folder of the scripts and styles in the built site."""
STYLE = "self-assessment.css"
"""Path of the style sheet below `ASSETS_URI`."""
GENERATED_BY = "self-assessment"
"""Value of MkDocs' `File.generated_by`."""
MY_RESULTS_BY = "my results of self-assessment"
"""The same for the page with what the reader's browser keeps, which is no self-assessment."""
TEAM_BY = "team page of self-assessment"
"""The same for the pages on which a team gathers its answers."""
KIT_BY = "workshop kit of self-assessment"
"""The same for workshop kits."""
TOOLS = (MY_RESULTS_BY, TEAM_BY, KIT_BY)
"""Pages that are of use to those only who were led there: not in the menu, the search or the sitemap."""


def style_uri() -> str:
    """Path of the style sheet in the built site, with a digest of its content."""
    return f"{ASSETS_URI}/{digests.named(STYLE, published.style_sheet())}"


@dataclass(frozen=True)
class OwnAssets:
    """What the plugin publishes beside pages."""

    files: list[File]
    """Scripts, words, schemas and the style sheet."""
    paths: Mapping[str, str]
    """Path of each script and of each file of words below `ASSETS_URI`, by its name without the digest."""
    asked: frozenset[str]
    """Keys of the words that the form asks for, without the forms of numbers."""


def words_name(locale: str, kind: QuestionnaireKind[Any]) -> str:
    """Path of a file of words below `ASSETS_URI`, without its digest."""
    return f"words/{locale}.{kind.name}.json"


def team_words_name(locale: str) -> str:
    """Path of the words that handing in asks for, below `ASSETS_URI`, without its digest."""
    return f"words/{locale}.team.json"


def own_assets(config: MkDocsConfig, options: Options, shown: Iterable[Assessment], renderers: Renderers) -> OwnAssets:
    """The joined scripts, the words of the results of `shown`, the schemas and the style sheet.

    Without a page of all results, or without pages for teams, their scripts and schemas aren't published.

    Raises `PluginError` where scripts can't be joined.
    """
    joined, breaches = published.scripts()
    if breaches:
        lines = ["self-assessment: the scripts cannot be joined.", *(str(breach) for breach in breaches)]
        raise PluginError("\n".join(lines))
    schemas = published.schemas()
    unused = [] if options.my_results else [published.MY_RESULTS, published.BEGUN]
    unused += [] if options.team else [published.TEAM]
    folders = {dirname(path) for path in unused}
    joined = {path: text for path, text in joined.items() if dirname(path) not in folders}
    schemas = {path: text for path, text in schemas.items() if dirname(path) not in folders}
    scripts, paths = digests.name_scripts(joined)
    style = style_uri().removeprefix(f"{ASSETS_URI}/")
    asked = published.asked_for(joined[published.ENTRY])
    needed = {(assessment.locale, kind_of(assessment.questionnaire)) for assessment in shown}
    words = {words_name(*one): late_words(one[1], renderers(one[0]).t, asked) for one in needed}
    if options.team:
        words |= {team_words_name(locale): team_words(renderers(locale).t) for locale, _ in needed}
    used = [published.TEAM_STYLE] if options.team else []
    used += [published.MY_RESULTS_STYLE] if options.my_results else []
    used += [published.KIT_STYLE] if options.kit else []
    words |= {path: published.own_style_sheet(path) for path in used}
    named = {name: digests.named(name, text) for name, text in words.items()}
    contents = {**schemas, **scripts, style: published.style_sheet()}
    contents |= {named[name]: text for name, text in words.items()}
    return OwnAssets(assets.files(config, ASSETS_URI, contents), {**paths, **named}, asked)


def section_page(
    config: MkDocsConfig, build: LanguageBuild, shown: Assessment, versions: Mapping[str, Assessment]
) -> File:
    """The file of a page generated from a section, in the current locale.

    `shown` is what it shows, `versions` what the readers of each language get.
    """
    file = _page(config, build, shown, build.locale)
    others = {
        locale: file if locale == build.locale else _page(config, build, versions[locale], locale)
        for locale in static_i18n.build_locales(config, build.site)
        if locale in versions or locale == build.locale
    }
    if static_i18n.is_used(config):
        static_i18n.set_alternates(file, {build.locale: file, **others})
    return file


def my_results_page(config: MkDocsConfig, build: LanguageBuild, options: Options, renderers: Renderers) -> File:
    """The file of the page with what the reader's browser keeps: not in the menu, the search or the sitemap.

    Raises `PluginError` where the site has a page there.
    """
    site = build.site

    def made(locale: str) -> File:
        uri = options.my_results_uri(site, locale)
        t = renderers(locale).t
        content = front_matter(of_tool(t("mine.title"), t("mine.text")))
        file = File.generated(config, uri, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
        file.generated_by = MY_RESULTS_BY
        static_i18n.localize(file, locale, site, config)
        return file

    versions = {locale: made(locale) for locale in static_i18n.build_locales(config, site)}
    file = versions[build.locale]
    if any(other.dest_uri.casefold() == file.dest_uri.casefold() for other in build.files):
        raise PluginError(
            shown(
                say(
                    "self-assessment: a page of the site is at {address}, where the page of all results would be.\n"
                    "    do:      give it another name, or leave out `my_results` in the options of self-assessment.",
                    address=file.url,
                )
            )
        )
    if static_i18n.is_used(config):
        static_i18n.set_alternates(file, versions)
    return file


def remove_orphans(files: Files, shown: Iterable[Assessment], build: LanguageBuild, config: MkDocsConfig) -> None:
    """Remove the pages made of sections whose articles another plugin has removed since they were read."""
    gone = [
        file
        for assessment in shown
        if not assessment.questionnaire.whole_page and not _is_published(files, assessment.questionnaire.uri)
        if (file := files.get_file_from_path(assessment.page_uri)) and file.generated_by == GENERATED_BY
    ]
    for file in gone:
        files.remove(file)
    if gone:
        static_i18n.register_pages(files, build.locale, config)


def overwritten(files: Files, shown: Iterable[Assessment], build: LanguageBuild) -> list[Problem]:
    """Pages made of sections at whose addresses other plugins publish something, or that they have replaced."""
    at: dict[str, File] = {}
    for file in files:
        if file.inclusion.is_included() and file.generated_by != GENERATED_BY:
            at.setdefault(file.dest_uri.casefold(), file)
    problems: list[Problem] = []
    for assessment in shown:
        q = assessment.questionnaire
        own = files.get_file_from_path(assessment.page_uri)
        if q.whole_page or own is None:
            continue
        if other := own if own.generated_by != GENERATED_BY else at.get(own.dest_uri.casefold()):
            problems.append(taken(q, described(other, build)))
    return problems


def unread(files: Files, read: Collection[str]) -> list[Problem]:
    """Self-assessments in files that other plugins have added since all were read."""
    added = [file for file in builds.source_files(files) if file.src_uri not in read]
    sources = [
        (file, read_source(file.content_bytes, file.src_uri)[0]) for file in added if file.generated_by != GENERATED_BY
    ]
    return [
        added_late(questionnaire, file.generated_by or say("another plugin or hook"))
        for file, source in sources
        if source and "assessment" in source.text
        for questionnaire in parse(source.text, file.src_uri)[0].questionnaires
    ]


def _is_published(files: Files, uri: str) -> bool:
    file = files.get_file_from_path(uri)
    return file is not None and file.inclusion.is_included()


def described(file: File, build: LanguageBuild) -> Message:
    """What a file is and where, for a message."""
    if file.generated_by:
        return say("{file}, which {plugin} makes", file=file.src_uri, plugin=file.generated_by)
    return say("{file} exists", file=build.site.shown(file.src_uri))


def _page(config: MkDocsConfig, build: LanguageBuild, assessment: Assessment, reader: str) -> File:
    file = File.generated(config, assessment.page_uri, content=_settings(assessment))
    file.generated_by = GENERATED_BY
    static_i18n.localize(file, assessment.locale, build.site, config, reader)
    static_i18n.set_origin(file, assessment.questionnaire.location)
    return file


def _settings(assessment: Assessment) -> str:
    """The page's front matter (JSON is YAML); its text is inserted later."""
    q = assessment.questionnaire
    return front_matter({"title": plain_text(q.title), "description": summary(q), **q.page_settings})


def of_tool(title: str, description: str) -> dict[str, object]:
    """The settings of a page that is of use to those only who were led there."""
    settings: dict[str, object] = {"title": title, "description": description, "robots": "noindex"}
    return settings | {"search": {"exclude": True}, "hide": ["toc"]}


def front_matter(settings: Mapping[str, object]) -> str:
    """A page that has settings only."""
    head = "".join(f"{name}: {json.dumps(value)}\n" for name, value in settings.items())
    return f"---\n{head}---\n\n"


def write_framed(config: MkDocsConfig) -> None:
    """Write the pages for frames, beside those of the built site that they are made of."""
    folder, shared = Path(config.site_dir), by_itself.Shared.read()
    for page in by_itself.found_in(folder):
        write_file(by_itself.framed(page, shared).encode("utf-8"), str(folder / by_itself.framed_path(page.path)))
