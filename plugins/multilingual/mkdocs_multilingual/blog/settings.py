"""Checks of the settings of one post, independent of the rest of the blog."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, nearest
from mkdocs_foundation.sources.front_matter import FrontMatter
from mkdocs_foundation.sources.pages import SourcePage

from ..addresses import slugs
from ..problem_codes import ProblemCode
from ..saying import say
from . import dates
from .rules import BlogRules, title_of

_WRITTEN = pattern(r"(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4})|(\d{4})[./-](\d{1,2})[./-](\d{1,2})")
_SEPARATOR = pattern(r"<\s*!\s*--+\s*more\s*--+\s*>", re.IGNORECASE)
_DATES = say("a day as YYYY-MM-DD, without quotation marks, such as 2026-08-12")


def _is_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(entry, str) and entry.strip() for entry in value)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


_FLAG = say("true or false, without quotation marks")
_SHAPES: dict[str, tuple[Callable[[Any], bool], Message]] = {
    "authors": (_is_names, say("a list of ids in square brackets, such as [desk]")),
    "categories": (_is_names, say("a list of names in square brackets, such as [Service]")),
    "draft": (lambda value: isinstance(value, bool), _FLAG),
    "pin": (lambda value: isinstance(value, bool), _FLAG),
    "readtime": (_is_whole, say("whole minutes, such as 4")),
    "links": (
        lambda value: isinstance(value, (list, dict)),
        say("a list of pages, each on a line that begins with a hyphen"),
    ),
}
KNOWN = {*_SHAPES, "date", "title", "description", "slug", "former_slugs", "topics", "tags", "translation"}
_OTHERS = {"template", "hide", "status", "icon", "robots", "image", "search", "social", "comments", "subtitle", "meta"}


def check(page: SourcePage, rules: BlogRules) -> list[Problem]:
    """The problems of one post's settings, title and separator."""
    if not page.body.strip():
        return [_empty(page)]
    problems = [*_date(page), *slugs.of(page.uri, page.locale, page.key, page.matter)[1]]
    for name, value in page.matter.values.items():
        if name in _SHAPES:
            is_right, allowed = _SHAPES[name]
            if value is not None and not is_right(value):
                problems.append(_setting(page, name, allowed, _well_written(name, value)))
        elif name not in KNOWN | _OTHERS:
            near = nearest(str(name), KNOWN, 0.75)
            if near and near not in page.matter.values:
                remedy = say('Write "{near}", or remove the line, unless another plugin reads it.', near=near)
                message = say('The blog has no setting "{name}".', name=name)
                code = ProblemCode.SETTING_NAME
                problems.append(
                    _setting(page, str(name), say("{near}, among others", near=near), remedy, message, code)
                )
    return [*problems, *_title(page), *_excerpt(page, rules)]


def _well_written(name: str, value: Any) -> Message:
    """Remedy for a setting of a wrong form."""
    if name == "readtime":
        return say("Remove the line: the time is calculated from the text.")
    if name == "links":
        return say("Write each page on a line of its own, as in `  - articles/trust.md`.")
    names = ", ".join(map(str, value)) if isinstance(value, list) else value
    return say("Write `{line}`.", line=f"{name}: true" if name in ("draft", "pin") else f"{name}: [{names}]")


def _setting(
    page: SourcePage,
    name: str,
    allowed: Message,
    remedy: Message,
    message: Message | None = None,
    code: ProblemCode = ProblemCode.POST_SETTING,
) -> Problem:
    return Problem(
        code,
        Location(page.uri, page.matter.line(name)),
        (message or say('The setting "{name}" can\'t be used.', name=name)),
        verbatim(f"{name}: {_yaml(page.matter, name)}"),
        allowed,
        remedy,
    )


def _yaml(matter: FrontMatter, name: str) -> str:
    value = matter.values[name]
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if (name,) in matter.quoted else f"{value}"


def _date(page: SourcePage) -> list[Problem]:
    matter, written = page.matter, page.matter.values.get("date")
    if written is None:
        remedy = say(
            'Write when the post is published, on a line of its own between two lines of "---" at the very top.'
        )
        found = verbatim("date:") if "date" in matter.values else say("no date")
        return [_bad_date(page, "date", found=found, remedy=remedy)]
    entries = written if isinstance(written, dict) else {"created": written}
    if "created" not in entries:
        remedy = say("Add `created: ` with the day of publication below `date:`, indented.")
        return [_bad_date(page, "date", found=verbatim(f"date: {', '.join(map(str, entries))}"), remedy=remedy)]
    for name, value in entries.items():
        path = ("date", str(name)) if isinstance(written, dict) else ("date",)
        text = str(value)
        if path in matter.quoted:
            return [_bad_date(page, *path, found=verbatim(f'"{text}"'), remedy=say("Remove the quotation marks."))]
        if dates.moment(text) is None:
            return [_bad_date(page, *path, found=verbatim(text), remedy=_meant(text))]
    read = dates.read(written)
    if read and read.updated and read.updated.date() < read.created.date():
        found = verbatim(f"updated: {read.updated.date()}, created: {read.created.date()}")
        remedy = say("Correct one of the two days.")
        message = say("The date of revision is before the date of publication.")
        where = Location(page.uri, matter.line("date", "updated"))
        return [
            Problem(
                ProblemCode.POST_DATES,
                where,
                message,
                found,
                say("a day of revision that comes later"),
                remedy,
            )
        ]
    return []


def _day(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text[:10]).date()
    except ValueError:
        return None


def _meant(text: str) -> Message:
    """Remedy for a date in another order, with the intended date where that is certain."""
    match = _WRITTEN.fullmatch(text.strip())
    if match:
        year, month, day = (match[3], match[2], match[1]) if match[3] else (match[4], match[5], match[6])
        meant = f"{year}-{int(month):02}-{int(day):02}"
        if _day(meant):
            return say("Write {day}, if that is the day you mean.", day=meant)
    return say("Write a day that exists, the year first, the month and the day with two digits each.")


def _bad_date(page: SourcePage, *path: str, found: Message, remedy: Message) -> Problem:
    message = say("The post has no date that can be read.")
    return Problem(ProblemCode.POST_DATE, Location(page.uri, page.matter.line(*path)), message, found, _DATES, remedy)


def _empty(page: SourcePage) -> Problem:
    return Problem(
        ProblemCode.POST_TITLE,
        Location(page.uri, 1),
        say("The post is empty."),
        say("no text"),
        say("a title and a text"),
        say("Write the post, or delete the file."),
        everywhere=True,
    )


def _title(page: SourcePage) -> list[Problem]:
    if title_of(page):
        return []
    lines = page.body.split("\n")
    line = next((n for n, text in enumerate(lines, start=1) if text.strip()), 1)
    return [
        Problem(
            ProblemCode.POST_TITLE,
            Location(page.uri, line),
            say("The post has no title."),
            (verbatim(lines[line - 1].strip()) or say("no text")),
            say('a line that begins with "# " below the settings'),
            say('Write the title there, with one # and a space before it, such as "# The third time".'),
        )
    ]


def _excerpt(page: SourcePage, rules: BlogRules) -> list[Problem]:
    if rules.separator in page.body:
        return []
    lines = page.body.split("\n")
    meant = next((n for n, text in enumerate(lines, start=1) if _SEPARATOR.search(text)), None)
    if meant is None and not rules.excerpt_required:
        return []
    last = max((n for n, text in enumerate(lines, start=1) if text.strip()), default=1)
    line = meant or last
    return [
        Problem(
            ProblemCode.POST_EXCERPT,
            Location(page.uri, line),
            say("The post has no mark where its excerpt ends, so that lists would show all of it."),
            verbatim(lines[line - 1].strip()) if meant else say("no {separator}", separator=rules.separator),
            say("{separator} on a line of its own, exactly as written here", separator=rules.separator),
            say("Put it below the first paragraph, with an empty line before and after it."),
            everywhere=rules.excerpt_required,
        )
    ]
