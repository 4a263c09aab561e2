"""A new article and a new post: what the rules of the site ask for, in the words of the pages that are there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from posixpath import dirname, join, relpath

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import listed
from mkdocs_foundation.sources.new_pages import AnswerError, Kind, NewPage, Question, Wish
from mkdocs_foundation.sources.pages import SourcePage
from mkdocs_foundation.sources.site_config import SiteConfig
from mkdocs_foundation.sources.writing import ascii_name, slug, yaml_list, yaml_value

from .. import command_check, tags
from ..addresses.slugs import is_index
from ..blog import authors, categories
from ..blog.checks import BlogFiles
from ..blog.rules import BlogRules
from ..editorial import rules
from ..editorial.rules import PageRules, Rules
from ..saying import say
from ..topics import membership
from .calls import read
from .saying import for_page

_HEADING = pattern(r"^##\s+(.+?)\s*\{[^{}]*#([\w-]+)[^{}]*\}\s*$", re.MULTILINE)
_BOX = pattern(r'^!!!\s+(\w+)\s+"([^"\n]+)"', re.MULTILINE)
_NAME = pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*")

_TITLE = Question("title", say("Title"))
_DESCRIPTION = Question(
    "description", say("Description, one or two sentences for lists and search engines"), is_needed=False
)
_TAGS = Question("tags", say("Tags, with commas between them"), is_needed=False, is_free=True, separator=",")
_TOPICS = Question("topics", say("Topics, the main one first"), is_needed=False, separator=",")
_NAME_OF_FILE = Question("name", say("Name of the file, in English, with hyphens"), is_needed=False)
_FOLDER = Question("folder", say("Folder within each language"), takes_first=True, is_free=True)
_AUTHORS = Question("authors", say("Authors"), is_needed=False, takes_first=True, separator=",")
_CATEGORIES = Question("categories", say("Category"), is_needed=False, separator=",")
_DATE = Question(
    "date", say("Date, as year-month-day"), is_needed=False, is_asked=False, takes_first=True, is_free=True
)


def _article_choices(config: SiteConfig, locale: str) -> Mapping[str, Sequence[str]]:
    pages = read(config, config.named)[0].in_language(locale)
    topics = sorted(membership.known(page.key for page in pages))
    dates = [date.today().isoformat()] if "date" in _needed(config, is_post=False) else []
    return {"folder": _folders(config, pages), "topics": topics, "tags": _usual_tags(pages), "date": dates}


def _post_choices(config: SiteConfig, locale: str) -> Mapping[str, Sequence[str]]:
    pages = read(config, config.named)[0].in_language(locale)
    blog = _blog(config)
    found: dict[str, Sequence[str]] = {
        "topics": sorted(membership.known(page.key for page in pages)),
        "tags": _usual_tags(pages),
        "date": [date.today().isoformat()],
    }
    if file := blog.of(config.named, locale, blog.rules.place.authors_file):
        found["authors"] = list(authors.read(file[1], file[0])[0].people)
    if file := blog.of(config.named, locale, blog.rules.place.categories_file):
        found["categories"] = list(categories.read(file[1], file[0])[0].names.values())
    elif blog.rules.allowed_categories:
        found["categories"] = blog.rules.allowed_categories
    return found


def _article(wish: Wish) -> NewPage:
    folder = wish.get("folder").strip("/")
    folder = folder.removeprefix(f"{wish.config.docs_dir}/").removeprefix(wish.config.named.folder(wish.locale))
    return _page(wish, folder, {})


def _post(wish: Wish) -> NewPage:
    blog = _blog(wish.config)
    own = {
        "authors": yaml_list(wish.several(_AUTHORS)) if wish.get("authors") else "",
        "categories": yaml_list(wish.several(_CATEGORIES)) if wish.get("categories") else "",
    }
    return _page(wish, blog.rules.place.posts, own, blog.rules.separator)


ARTICLE = Kind(
    say("A page with the settings and sections that the site asks of its pages."),
    (_TITLE, _DESCRIPTION, _FOLDER, _NAME_OF_FILE, _TOPICS, _TAGS, _DATE),
    _article,
    _article_choices,
    lambda config: _needed(config, is_post=False),
)
"""A page of a folder."""
POST = Kind(
    say("A post of the blog."),
    (_TITLE, _DESCRIPTION, _NAME_OF_FILE, _AUTHORS, _CATEGORIES, _TOPICS, _TAGS, _DATE),
    _post,
    _post_choices,
    lambda config: _needed(config, is_post=True),
    plugin="multilingual-blog",
)
"""A post."""


def always_needed(config: SiteConfig) -> set[str]:
    """The settings that the site requires of every page."""
    by_pattern = _rules(config).by_pattern
    return {name for pattern, values in by_pattern if "**" in pattern for name in values.get("required", ())}


def _needed(config: SiteConfig, is_post: bool) -> set[str]:
    """The settings that the site requires of its posts, or of the pages of some other folder."""
    by_pattern = _rules(config).by_pattern
    posts = _blog(config).rules.place.posts
    return {
        name
        for pattern, values in by_pattern
        if is_post == rules.matches(pattern, f"{posts}/a.md")
        for name in values.get("required", ())
    }


def _rules(config: SiteConfig) -> Rules:
    return rules.read(config.plugins.get("multilingual", {}).get("editorial"))


def _page(wish: Wish, folder: str, own: Mapping[str, str], separator: str = "") -> NewPage:
    config, site, title = wish.config, wish.config.named, wish.get("title")
    name = wish.get("name").removesuffix(".md") or ascii_name(title)
    if not _NAME.fullmatch(name):
        text = say(
            "--name: write small letters a to z, digits and hyphens, such as small-steps, not “{name}”.", name=name
        )
        raise AnswerError(text)
    if (day := wish.get("date")) and not _is_day(day):
        text = say("--date: write a day that exists, as year-month-day, such as 2026-07-01, not “{day}”.", day=day)
        raise AnswerError(text)
    key = join(folder, f"{name}.md")
    page_rules = _rules(config).of(key)
    settings = {"title": yaml_value(title)}
    if wish.get("description"):
        settings["description"] = yaml_value(wish.get("description"))
    if slug(title) != name and "multilingual" in config.plugins:
        settings["slug"] = slug(title)
    settings |= {name: text for name, text in own.items() if text}
    if wish.get("date"):
        settings["date"] = wish.get("date")
    for question in (_TOPICS, _TAGS):
        if parts := wish.several(question):
            settings[question.name] = yaml_list(parts)
    pages = read(config, site)[0].in_language(wish.locale)
    beside = [page for page in pages if dirname(page.key) == folder and not is_index(page.key)]
    lines = ["---", *(f"{name}: {text}" for name, text in settings.items()), "---", f"# {title}", ""]
    lines += _body(page_rules, beside, wish.locale, separator)
    return NewPage(site.uri(wish.locale, key), "\n".join(lines), hints=_hints(wish, page_rules, settings, key, pages))


def _body(page_rules: PageRules, beside: Sequence[SourcePage], locale: str, separator: str) -> list[str]:
    """What is below the title: the box and the headings that are asked for, with what belongs there."""

    def write(text: str) -> str:
        return for_page(text, locale)

    lines: list[str] = []
    if page_rules.opening:
        titles = Counter(title for p in beside for kind, title in _BOX.findall(p.body) if kind == page_rules.opening)
        title = f' "{titles.most_common(1)[0][0]}"' if titles else ""
        lines += [f"!!! {page_rules.opening}{title}", ""]
        lines += [f"    - {write(say('Write two to four whole sentences that say something.'))}", ""]
    if separator:
        lines += [write(say("Write what is shown in lists: one paragraph that makes readers go on.")), ""]
        lines += [separator, ""]
    span = page_rules.words
    text = say("Write the text here.")
    if span and span.most:
        text = say("Write the text here, {least} to {most} words.", least=span.least, most=span.most)
    lines += [write(text), ""]
    for id in page_rules.headings:
        heading = _usual_heading(beside, id) or id.replace("-", " ").capitalize()
        lines += [f"## {heading} {{#{id}}}", "", write(say("Write this section here.")), ""]
    return lines


def _hints(
    wish: Wish, page_rules: PageRules, settings: Mapping[str, str], key: str, pages: Sequence[SourcePage]
) -> list[str]:
    hints: list[str] = []
    lacking = [name for name in page_rules.required if name not in settings]
    if lacking:
        hints.append(say("The site asks for these settings too: {names}.", names=listed(lacking)))
    if page_rules.links_to:
        hints.append(say("Mention a page of {patterns} in the text.", patterns=listed(page_rules.links_to)))
    index = next((page for page in pages if is_index(page.key) and dirname(page.key) == dirname(key)), None)
    if index and f"]({_beside(index.key, pages)}" in index.body:
        hints.append(
            say(
                "Add it to the list in {file}: [{title}]({link}).",
                file=wish.config.named.shown(index.uri),
                title=wish.get("title"),
                link=relpath(key, dirname(index.key) or "."),
            )
        )
    return hints


def _beside(key: str, pages: Sequence[SourcePage]) -> str:
    """Name of a page in the folder of a list, by which it can be seen whether the list is written by hand."""
    names = [relpath(p.key, dirname(key) or ".") for p in pages if dirname(p.key) == dirname(key) and p.key != key]
    return names[0] if names else "\0"


def _usual_heading(pages: Iterable[SourcePage], id: str) -> str:
    found = Counter(text for page in pages for text, own in _HEADING.findall(page.body) if own == id)
    return found.most_common(1)[0][0] if found else ""


def _folders(config: SiteConfig, pages: Sequence[SourcePage]) -> list[str]:
    """The folders that the site has rules for, then those with most pages."""
    patterns = _rules(config).by_pattern
    ruled = [p.removesuffix("/*.md") for p, values in patterns if p.endswith("/*.md") and "required" in values]
    counts = Counter(dirname(page.key) for page in pages if dirname(page.key))
    blog = _blog(config).rules.place if config.plugins.get("multilingual-blog") is not None else None
    found = [*(folder for folder in ruled if folder in counts), *(folder for folder, _ in counts.most_common())]
    own = [f for f in found if not (blog and blog.holds(f"{f}/index.md")) and f != membership.FOLDER]
    return list(dict.fromkeys(own))


def _usual_tags(pages: Sequence[SourcePage]) -> list[str]:
    counts = Counter(tag for page in pages for tag in tags.tags_of(page))
    return [tag for tag, _ in counts.most_common(20)]


def _blog(config: SiteConfig) -> BlogFiles:
    return command_check.plain_blog(config) or BlogFiles(BlogRules())


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
