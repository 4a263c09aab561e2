"""A new self-assessment: a page, or a section of an article, with everything but its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from posixpath import join

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import listed, words
from mkdocs_foundation.reports.problems import Location
from mkdocs_foundation.sources.new_pages import AnswerError, Kind, NewPage, Question, Wish
from mkdocs_foundation.sources.site_config import SiteConfig
from mkdocs_foundation.sources.writing import ascii_name, slug, yaml_value

from . import site_check
from .importing.naming import Ids
from .pages import strings
from .reading.scales import NAMED, parse_scale
from .saying import say

_ID = pattern(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_RANGES = (("0", "40"), ("40", "70"), ("70", "100"))
_MOST = 50
"""Most statements in an area that anybody would answer."""

_TITLE = Question("title", say("Title"))
_DESCRIPTION = Question(
    "description", say("Description, one or two sentences for lists and search engines"), is_needed=False
)
_NAME = Question("name", say("Id and name of the file, in English, with hyphens"), is_needed=False)
_SCALE = Question("scale", say("Scale of the answers"), takes_first=True, is_free=True)
_AREAS = Question(
    "areas", say("Areas, with semicolons between them; none for one score"), is_needed=False, separator=";"
)
_STATEMENTS = Question("statements", say("Number of statements in each area"), takes_first=True, is_free=True)
_INTO = Question("into", say("Article that gets it as a section at its end"), is_needed=False, is_asked=False)


def _choices(config: SiteConfig, locale: str) -> Mapping[str, Sequence[str]]:
    return {"scale": list(NAMED), "statements": ["4"]}


def _begin(wish: Wish) -> NewPage:
    config, site, title = wish.config, wish.config.named, wish.get("title")
    id = wish.get("name").removesuffix(".md") or ascii_name(title)
    if not _ID.fullmatch(id):
        text = say("--name: write small letters a to z, digits and hyphens, such as trust-check, not “{id}”.", id=id)
        raise AnswerError(text)
    scale, count = wish.get("scale") or next(iter(NAMED)), wish.get("statements") or "4"
    if wrong := parse_scale(scale, Location("--scale", 1))[1]:
        raise AnswerError(listed(["--scale:", wrong[0].message, wrong[0].remedy], " "))
    if not count.isdecimal() or not 1 <= int(count) <= _MOST:
        text = say("--statements: write a number from 1 to {most}, not “{written}”.", most=_MOST, written=count)
        raise AnswerError(text)
    known = site_check.read(config).assessments if wish.is_compared else ()
    if taken := next((a for a in known if a.questionnaire.id == id), None):
        file = site.shown(taken.questionnaire.uri)
        raise AnswerError(say("--name: the id “{id}” is taken by {file}.", id=id, file=file))
    locale, areas = wish.locale, wish.several(_AREAS)
    if into := wish.get("into"):
        return _section(wish, into, id, scale, areas, int(count))
    key = join(site_check.options_of(config).folder, f"{id}.md")
    lines = ["---", f"title: {yaml_value(title)}"]
    lines += [f"description: {yaml_value(wish.get('description'))}"] if wish.get("description") else []
    lines += [f"slug: {slug(title)}"] if "multilingual" in config.plugins and slug(title) != id else []
    lines += ["assessment:", f"  id: {id}", f"  scale: {yaml_value(scale)}", "---", f"# {title}", ""]
    lines += [
        words(locale)(say("Write whom this is for, which period to think of, and what the answers are used for."))
    ]
    lines += ["", *_body(locale, id, areas, int(count), "##")]
    return NewPage(site.uri(locale, key), "\n".join(lines), hints=_HINTS)


_HINTS = (
    say("Write each statement so that it is about one thing that others could see."),
    say("Give each statement a short English id before it is published, and never change it afterwards."),
)


def _section(wish: Wish, into: str, id: str, scale: str, areas: list[str], count: int) -> NewPage:
    docs, file = wish.config.docs.resolve(), Path(into)
    if not file.resolve().is_relative_to(docs) or not file.is_file():
        raise AnswerError(say("--into: {file} is no page in {docs}.", file=into, docs=wish.config.docs_dir))
    uri = file.resolve().relative_to(docs).as_posix()
    locale = wish.config.named.locale_of(uri) or wish.locale
    written = f'"{scale}"' if " " in scale else scale
    lines = [f"## {wish.get('title')} {{.assessment #{id} scale={written}}}", ""]
    lines += _body(locale, id, areas, count, "###")
    return NewPage(uri, "\n".join(lines), is_added=True, hints=_HINTS)


def _body(locale: str, id: str, areas: list[str], count: int, level: str) -> Iterator[str]:
    """Statements and result texts, of each area and of the whole."""
    ids, texts = Ids(id), strings.load(locale)[0]("key.texts-title")
    number = 0
    for area in areas or [""]:
        own = ids.give(area) if area else ""
        if area:
            yield from (f"{level} {area} {{#{own}}}", "", words(locale)(say("Write what this area is about.")), "")
        for place in range(1, count + 1):
            number += 1
            text = say("Statement {number}: something that somebody does and others could see.", number=number)
            statement = ids.give("", f"{own or 'statement'}-{place}")
            yield f"- [ ] {words(locale)(text)} {{#{statement}}}"
        yield ""
        if area:
            yield from (f"{level}# {texts} {{.results}}", "", *_results(locale, area), "")
    yield from (f"{level} {texts} {{.results}}", "", *_results(locale), "")


def _results(locale: str, area: str = "") -> Iterator[str]:
    names = (say("Name of a low result"), say("Name of a middling result"), say("Name of a high result"))
    for (low, high), name in zip(_RANGES, names, strict=True):
        text = say("Write what a result from {low} to {high} means, and what to do.", low=low, high=high)
        called = f"{words(locale)(name)}{f' ({area})' if area else ''}"
        yield f"- **{low}–{high} · {called}** {words(locale)(text)}"


ASSESSMENT = Kind(
    say("A self-assessment on a page of its own, or as a section of an article (--into)."),
    (_TITLE, _DESCRIPTION, _NAME, _SCALE, _AREAS, _STATEMENTS, _INTO),
    _begin,
    _choices,
    into=_INTO.name,
    plugin="self-assessment",
)
"""A questionnaire with statements."""
