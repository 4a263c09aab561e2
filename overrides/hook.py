"""MkDocs hook that supplies this folder's templates: one style sheet, and values for articles and the home page.

Glue only: the logic without MkDocs is in `mkdocs_foundation.styles` and `mkdocs_multilingual.typography`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_foundation import digests, scripts, styles
from mkdocs_foundation.glue import builds, phases, static_i18n
from mkdocs_foundation.glue.phases import at
from mkdocs_multilingual.glue import assets
from mkdocs_multilingual.typography import dates, link_notes, reading_time
from mkdocs_self_assessment.example import example_result
from mkdocs_self_assessment.glue import files as assessment_files

HERE = Path(__file__).resolve().parent
STYLE_URI = "assets/stylesheets/site.css"
"""Path of the one style sheet besides Material's, below the site's root; published with a digest in its name."""
SCRIPT_URI = "assets/javascripts/site.js"
"""Path of the site's own script, below the docs folder; published with a digest in its name."""
PLUGINS = (assessment_files.ASSETS_URI, assets.ASSETS_URI)
"""Folders of the plugins' style sheets, joined in this order before the site's own rules, which may override theirs."""
FIRST = ("font.css", "tokens.css", "prose.css")
"""Style sheets that the others depend on, so joined first; each of the others is beside its template."""


@dataclass(frozen=True)
class Article:
    """Values that templates show around the text of an article or a post."""

    topic: str
    """Id of the first topic, which determines the colour; may be empty."""
    iso: str
    """Date of first publication as `YYYY-MM-DD`; may be empty."""
    day: str
    """Date of first publication as the current locale writes it; may be empty."""
    minutes: int
    """Reading time in minutes."""
    authors: list[Any] | None
    """Authors of a post, each with `name` and optional `url`; `None` for an article, which the editorial desk signs."""
    categories: list[Any]
    """Pages of a post's categories; empty for an article."""
    addresses: list[str]
    """Addresses of the text's links, listed in print."""


@at(phases.SITE_STYLES_CONFIG)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Let pages load one style sheet, which contains those of the plugins, and one script under their published names.

    The name of the style sheet changes with those of the plugins', which change with their content. It is that of the
    first language in all: in the others the plugins may have added their style sheets to those of the build before.
    """
    plugin_styles = [uri for uri in config.extra_css if uri.startswith(PLUGINS)]
    first = next((uri for uri in config.extra_css if uri.startswith(STYLE_URI.removesuffix("css"))), None)
    config.extra_css = [first or digests.named(STYLE_URI, style(), *plugin_styles)]
    for value in config.extra_javascript:
        if isinstance(value, ExtraScriptValue) and value.path == SCRIPT_URI:
            value.path = digests.named(SCRIPT_URI, script(config))
    return config


@at(phases.SITE_STYLES)
def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Publish the plugins' style sheets and the site's own as one file; publish the script."""
    for file in list(files):
        if file.src_dir and Path(file.src_dir).resolve() == HERE:
            files.remove(file)
    plugin_styles = [f for folder in PLUGINS for f in files.css_files() if f.src_uri.startswith(folder)]
    for file in plugin_styles:
        files.remove(file)
    unnamed = files.get_file_from_path(SCRIPT_URI)
    if unnamed:
        files.remove(unnamed)
    if builds.language(files, config).is_source:
        content = "\n".join([*(file.content_string for file in plugin_styles), style()])
        files.append(File.generated(config, config.extra_css[0], content=content))
        if unnamed:
            named = digests.named(SCRIPT_URI, script(config))
            files.append(File.generated(config, named, content=script(config)))
    return files


def script(config: MkDocsConfig) -> str:
    """Return the site's own script as it is published."""
    return scripts.published(Path(config.docs_dir, SCRIPT_URI).read_text(encoding="utf-8"))


def style() -> str:
    """Return the site's own style sheet, without comments and needless whitespace."""
    first = [HERE / name for name in FIRST]
    rest = sorted(path for path in HERE.rglob("*.css") if path not in first)
    return styles.published(path.read_text(encoding="utf-8") for path in [*first, *rest])


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Give all templates the hubs of topics by id, the newest posts, the files of words, and a filter for dates."""
    build = builds.language(files, config)
    found = {build.key_of(f): (f.page, build.kind_of(f.page).name) for f in files.documentation_pages() if f.page}
    env.globals["topics_page"] = next((page for page, kind in found.values() if kind == "topic-list"), None)
    hidden = config.plugins["multilingual"].config.fallback.get(build.locale) == "notice"
    env.globals["hubs"] = {
        _topic(key): page
        for key, (page, kind) in sorted(found.items())
        if kind == "hub" and not (hidden and static_i18n.is_fallback(page.file, build.locale))
    }
    env.globals["newest"] = env.globals.get("blog_posts", [])[:3]
    for name, folder in (("words_of_site", "words"), ("words_of_theme", "languages")):
        choice = [f"partials/{folder}/{language}.html" for language in (config.theme["language"], "en")]
        env.globals[name] = env.select_template(choice).name
    settings = config.extra.get("example") or {}
    shown = env.globals["self_assessments"].get(settings.get("assessment"))
    env.globals["example"] = example_result(shown.questionnaire, settings["answers"]) if shown else None
    env.filters["day"] = lambda day: dates.long(day, build.locale)
    return env


@at(phases.SITE_CONTEXT)
def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Give the templates an article's or post's `Article`, or a hub's topic.

    The phase is after every addition to the text, so that all its links are numbered.
    """
    build = builds.begin(config)
    kind = build.kind_of(page).name
    if kind in ("article", "post"):
        minutes = reading_time.minutes(page.content or "")
        page.content, addresses = link_notes.with_notes(page.content or "", page.canonical_url or "")
        settings: Any = getattr(page, "config", None)  # of a post
        day = _day(settings.date.created if settings else page.meta.get("date"))
        context["article"] = Article(  # type: ignore[typeddict-unknown-key]
            topic=str((page.meta.get("topics") or [""])[0]),
            iso=day.isoformat() if day else "",
            day=dates.long(day, static_i18n.current_locale(config, build.site)) if day else "",
            minutes=minutes,
            authors=getattr(page, "authors", None),
            categories=getattr(page, "categories", []),
            addresses=addresses,
        )
    elif kind in ("hub", "topic-list"):
        context["hub"] = _topic(build.key_of(page.file))  # type: ignore[typeddict-unknown-key]
    return context


def _topic(key: str) -> str:
    """Return the id of a hub's topic."""
    return PurePosixPath(key).stem


def _day(written: Any) -> date | None:
    if isinstance(written, datetime):
        return written.date()
    return written if isinstance(written, date) else None
