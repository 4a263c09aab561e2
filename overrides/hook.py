"""MkDocs hook that supplies this folder's templates: one style sheet, and values for articles and the home page.

Glue only: the logic without MkDocs is in `mkdocs_foundation.output.styles` and `mkdocs_multilingual.typography`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from html import escape
from pathlib import Path, PurePosixPath
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import urljoin

from markupsafe import Markup
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url
from mkdocs.utils.templates import TemplateContext

from mkdocs_foundation.caching import page_reads
from mkdocs_foundation.glue import builds, phases, static_i18n
from mkdocs_foundation.glue.incremental import Share
from mkdocs_foundation.glue.phases import at
from mkdocs_foundation.output import digests, scripts, styles
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.values import dataclass
from mkdocs_multilingual.glue import assets, desk
from mkdocs_multilingual.typography import dates, link_notes, reading_time
from mkdocs_self_assessment.example import ExampleResult, example_result
from mkdocs_self_assessment.glue import files as assessment_files


class IncrementalShare(Share):
    """Pages depend on this folder, the settings and other pages' texts, all of which the plugin `incremental` knows."""

    def language_inputs(self, config: MkDocsConfig, locale: str) -> Iterable[str]:
        """Nothing else: what it makes of a language is made of that language's pages."""
        return ()


incremental = IncrementalShare()

HERE = Path(__file__).resolve().parent
STYLE_URI = "assets/stylesheets/site.css"
"""Path of the one style sheet besides Material's, below the site's root; published with a digest in its name."""
SCRIPT_URI = "assets/javascripts/site.js"
"""Path of the site's own script, below the docs folder; published with a digest in its name."""
PLUGINS = (assessment_files.ASSETS_URI, assets.ASSETS_URI)
"""Folders of the plugins' style sheets, joined in this order before the site's own rules, which may override theirs."""
NO_ARTICLES = ("tools/", "guide/")
"""Folders, within each language, of the pages to fill in and of the guide for authors: no reading time, no author."""
OVERVIEW = "articles/index.md"
"""Path, within each language, of the page with all articles, whose order is that of the menu."""
CONTACT = 'href="contact:"'
"""Link to those who publish the site, as authors write it."""
STATUS = 'href="status:"'
"""Link to the page with the state of translations, as authors write it; the file is made by the build."""
_ASKS_TO_WRITE = pattern(rf"<p>(?:(?!</p>).)*{CONTACT}.*?</p>\s*", re.DOTALL)
_EMPTY_HEADER = pattern(r"<th([^>]*)></th>")
_MARKDOWN_LINK = pattern(r"\]\(([^)\s#]+\.md)")
_LISTED = pattern(r"""<li>\s*(<a href="([^"#]+)"[^>]*>.*?</a>)[\s:–]*(.*?)\s*</li>""", re.DOTALL)
_KEPT_SPACE = pattern(r"<(pre|textarea|script|style)\b.*?</\1>", re.DOTALL | re.IGNORECASE)
"""Matches what is to keep the whitespace at the beginning of its lines."""
_INDENTATION = pattern(r"\n\s+")
_PALETTE = pattern(r'<link rel="stylesheet" href="[^"]*/palette\.[^"]*">\s*')
"""Matches the style sheet of Material's colour schemes."""
_HEADING = pattern(r'<(h[23]) id="([^"]+)"([^>]*)>(.*?)</\1>', re.DOTALL)
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


@dataclass(frozen=True)
class Overview:
    """What the cards of the overview of articles show beside its own text."""

    url: str
    """Address of the overview, from the root of the site."""
    minutes: Mapping[str, int]
    """Reading time of each article, by its address from the root of the site."""


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
    # Those in a folder of their own are loaded by the few pages that need them.
    plugin_styles = [f for folder in PLUGINS for f in files.css_files() if dirname(f.src_uri) == folder]
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


@at(phases.SITE_PAGE)
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Leave out the indentation of the templates, 700 bytes of a compressed page."""
    pieces, end = [], 0
    for kept in _KEPT_SPACE.finditer(output):
        pieces += [_INDENTATION.sub("\n", output[end : kept.start()]), kept[0]]
        end = kept.end()
    return "".join([*pieces, _INDENTATION.sub("\n", output[end:])])


def script(config: MkDocsConfig) -> str:
    """Return the site's own script as it is published."""
    return scripts.published(Path(config.docs_dir, SCRIPT_URI).read_text(encoding="utf-8"))


def style() -> str:
    """Return the site's own style sheet, without comments and needless whitespace."""
    first = [HERE / name for name in FIRST]
    rest = sorted(path for path in HERE.rglob("*.css") if path not in first)
    return styles.published(path.read_text(encoding="utf-8") for path in [*first, *rest])


@at(phases.SITE_MENU)
def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Put articles into the order in which their overview links to them; others follow."""
    build = builds.language(files, config)
    overview = next((f for f in files.documentation_pages() if build.key_of(f) == OVERVIEW), None)
    if overview:
        linked = dict.fromkeys(_MARKDOWN_LINK.findall(overview.content_string))
        places = {normpath(join(dirname(OVERVIEW), uri)): place for place, uri in enumerate(linked, start=1)}
        places[OVERVIEW] = 0

        def place(item: Any) -> int:
            return places.get(build.key_of(item.file), len(places)) if isinstance(item, Page) else len(places)

        for section in (item for item in nav.items if isinstance(item, Section)):
            if any(isinstance(child, Page) and child.file == overview for child in section.children):
                section.children.sort(key=place)
    return nav


def on_env(env: Any, config: MkDocsConfig, files: Files) -> Any:
    """Give all templates hubs of topics by id, newest posts, files of words, the style of the search, a date filter."""
    build = builds.language(files, config)
    with page_reads.apart():  # the kinds that are asked for below depend on paths alone
        found = {build.key_of(f): (f.page, build.kind_of(f.page).name) for f in files.documentation_pages() if f.page}
    env.globals["topics_page"] = next((page for page, kind in found.values() if kind == "topic-list"), None)
    hidden = config.plugins["multilingual"].config.fallback.get(build.locale) == "notice"
    env.globals["hubs"] = {
        _topic(key): page
        for key, (page, kind) in sorted(found.items())
        if kind == "hub" and not (hidden and static_i18n.is_fallback(page.file, build.locale))
    }
    named = config.extra.get("footer_pages") or []
    env.globals["footer_pages"] = [found[name][0] for name in named if name in found]
    env.globals["newest"] = env.globals.get("blog_posts", [])[:3]
    for name, folder in (("words_of_site", "words"), ("words_of_theme", "languages")):
        choice = [f"partials/{folder}/{language}.html" for language in (config.theme["language"], "en")]
        env.globals[name] = env.select_template(choice).name
    settings = config.extra.get("example") or {}
    shown = env.globals["self_assessments"].get(settings.get("assessment"))

    def example() -> ExampleResult | None:
        """For the page that shows it: only this one has to be made again after an edit of the self-assessment."""
        return example_result(shown.questionnaire, settings["answers"]) if shown else None

    env.globals["made_example"] = example
    env.globals["overview_page"] = next((page for key, (page, _) in found.items() if key == OVERVIEW), None)
    env.globals["dialog_style"] = assets.dialog_style()[0]
    env.filters["as_cards"] = as_cards
    env.filters["without_palette"] = lambda links: Markup(_PALETTE.sub("", links))
    env.filters["with_section_links"] = with_section_links
    env.filters["foreign"] = lambda file: _foreign(file, build.locale)
    env.filters["day"] = lambda day: dates.long(day, build.locale)
    return env


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Lead links to `contact:` to the address in `extra.contact`; without one their paragraphs aren't shown.

    Links to `status:` lead to the page with the state of translations.
    A heading without words above a column of a table is a cell: screen readers would announce it.
    """
    html = _EMPTY_HEADER.sub(r"<td\1></td>", html)
    if STATUS in html:
        option = config.plugins["multilingual"].config.status_page
        status = File(desk.status_uri(option), None, config.site_dir, config.use_directory_urls)
        html = html.replace(STATUS, f'href="{escape(get_relative_url(status.url, page.url))}"')
    contact = config.extra.get("contact")
    return html.replace(CONTACT, f'href="{escape(contact)}"') if contact else _ASKS_TO_WRITE.sub("", html)


@at(phases.SITE_CONTEXT)
def on_page_context(context: TemplateContext, page: Page, config: MkDocsConfig, nav: Navigation) -> TemplateContext:
    """Give the templates an article's or post's `Article`, or a hub's topic.

    The phase is after every addition to the text, so that all its links are numbered.
    """
    build = builds.begin(config)
    kind = build.kind_of(page).name
    if kind in ("article", "post") and not build.key_of(page.file).startswith(NO_ARTICLES):
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
    elif build.key_of(page.file) == OVERVIEW:
        articles = (other for other in nav.pages if build.kind_of(other).name == "article")
        times = {other.url: reading_time.minutes(other.content or "") for other in articles}
        context["overview"] = Overview(page.url, times)  # type: ignore[typeddict-unknown-key]
    elif kind in ("hub", "topic-list"):
        context["hub"] = _topic(build.key_of(page.file))  # type: ignore[typeddict-unknown-key]
    return context


def as_cards(html: str, overview: Overview, one: str, other: str) -> str:
    """The list with a reading time for each article, and its headings in the colours of topics.

    `one` and `other` are the words for one minute and for `#` minutes.
    """

    def card(item: re.Match[str]) -> str:
        link, href, why = item.groups()
        minutes = overview.minutes.get(urljoin(f"/{overview.url}", href)[1:])
        time = one if minutes == 1 else other.replace("#", str(minutes))
        shown = f'<span class="sk-overview__time">{time}</span>' if minutes else ""
        return f'<li>{link} <span class="sk-overview__why">{why}</span> {shown}</li>'

    return _LISTED.sub(card, _HEADING.sub(r'<\1 id="\2" data-topic="\2"\3>\4</\1>', html))


def with_section_links(html: str, words: str) -> str:
    """The text with a link to itself at each heading, named by the words and the heading."""

    def linked(heading: re.Match[str]) -> str:
        tag, id, rest, text = heading.groups()
        name = escape(re.sub(r"<[^>]*>", "", text), quote=True)
        return (
            f'<{tag} id="{id}"{rest}>{text}<a class="headerlink" href="#{id}" aria-label="{words}: {name}"></a></{tag}>'
        )

    return _HEADING.sub(linked, html)


def _foreign(file: File | None, locale: str) -> str:
    """The language tag of a text that readers of a language are shown in another one; empty for one in theirs."""
    written = static_i18n.text_locale(file, locale) if file else locale
    return "" if written == locale else written.replace("_", "-")


def _topic(key: str) -> str:
    """Return the id of a hub's topic."""
    return PurePosixPath(key).stem


def _day(written: Any) -> date | None:
    if isinstance(written, datetime):
        return written.date()
    return written if isinstance(written, date) else None
