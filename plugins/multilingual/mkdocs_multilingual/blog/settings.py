"""Checks of the settings of one post, independent of the rest of the blog."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from mkdocs_foundation.front_matter import FrontMatter
from mkdocs_foundation.pages import SourcePage
from mkdocs_foundation.problems import Location, Problem, nearest

from ..addresses import slugs
from ..problem_codes import ProblemCode
from . import dates
from .rules import BlogRules, title_of

_WRITTEN = re.compile(r"(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?(\d{4})|(\d{4})[./-](\d{1,2})[./-](\d{1,2})")
_SEPARATOR = re.compile(r"<\s*!\s*--+\s*more\s*--+\s*>", re.IGNORECASE)
_DATES = "a day as YYYY-MM-DD, without quotation marks, such as 2026-08-12"


def _is_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(entry, str) and entry.strip() for entry in value)


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


_SHAPES: dict[str, tuple[Callable[[Any], bool], str, str]] = {
    "authors": (_is_names, "a list of ids in square brackets, such as [desk]", "Write `authors: [{}]`."),
    "categories": (_is_names, "a list of names in square brackets, such as [Service]", "Write `categories: [{}]`."),
    "draft": (lambda value: isinstance(value, bool), "true or false, without quotation marks", "Write `draft: true`."),
    "pin": (lambda value: isinstance(value, bool), "true or false, without quotation marks", "Write `pin: true`."),
    "readtime": (_is_whole, "whole minutes, such as 4", "Remove the line: the time is calculated from the text."),
    "links": (
        lambda value: isinstance(value, (list, dict)),
        "a list of pages, each on a line that begins with a hyphen",
        "Write each page on a line of its own, as in `  - articles/trust.md`.",
    ),
}
_KNOWN = {*_SHAPES, "date", "title", "description", "slug", "former_slugs", "topics", "tags", "translation"}
_OTHERS = {"template", "hide", "status", "icon", "robots", "image", "search", "social", "comments", "subtitle", "meta"}


def check(page: SourcePage, rules: BlogRules) -> list[Problem]:
    """The problems of one post's settings, title and separator."""
    problems = [*_date(page), *slugs.of(page.uri, page.locale, page.key, page.matter)[1]]
    for name, value in page.matter.values.items():
        if name in _SHAPES:
            is_right, allowed, remedy = _SHAPES[name]
            if value is not None and not is_right(value):
                names = (
                    ", ".join(value) if isinstance(value, list) and all(isinstance(v, str) for v in value) else value
                )
                problems.append(_setting(page, name, allowed, remedy.format(names)))
        elif name not in _KNOWN | _OTHERS:
            near = nearest(str(name), _KNOWN, 0.75)
            if near and near not in page.matter.values:
                remedy = f'Write "{near}", or remove the line, unless another plugin reads it.'
                message = f'The blog has no setting "{name}".'
                code = ProblemCode.SETTING_NAME
                problems.append(_setting(page, str(name), f"{near}, among others", remedy, message, code))
    return [*problems, *_title(page), *_excerpt(page, rules)]


def _setting(
    page: SourcePage,
    name: str,
    allowed: str,
    remedy: str,
    message: str = "",
    code: ProblemCode = ProblemCode.POST_SETTING,
) -> Problem:
    return Problem(
        code,
        Location(page.uri, page.matter.line(name)),
        message or f'The setting "{name}" can\'t be used.',
        f"{name}: {_yaml(page.matter, name)}",
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
        remedy = 'Write when the post is published, on a line of its own between two lines of "---" at the very top.'
        return [_bad_date(page, "date", found="no date" if "date" not in matter.values else "date:", remedy=remedy)]
    entries = written if isinstance(written, dict) else {"created": written}
    if "created" not in entries:
        remedy = "Add `created: ` with the day of publication below `date:`, indented."
        return [_bad_date(page, "date", found=f"date: {', '.join(map(str, entries))}", remedy=remedy)]
    for name, value in entries.items():
        path = ("date", str(name)) if isinstance(written, dict) else ("date",)
        text = str(value)
        if path in matter.quoted:
            return [_bad_date(page, *path, found=f'"{text}"', remedy="Remove the quotation marks.")]
        if dates.moment(text) is None:
            return [_bad_date(page, *path, found=text, remedy=_meant(text))]
    read = dates.read(written)
    if read and read.updated and read.updated.date() < read.created.date():
        found, remedy = f"updated {read.updated.date()}, created {read.created.date()}", "Correct one of the two days."
        message = "The date of revision is before the date of publication."
        where = Location(page.uri, matter.line("date", "updated"))
        return [Problem(ProblemCode.POST_DATES, where, message, found, "a day of revision that comes later", remedy)]
    return []


def _day(text: str) -> date | None:
    try:
        return datetime.fromisoformat(text[:10]).date()
    except ValueError:
        return None


def _meant(text: str) -> str:
    """Remedy for a date in another order, with the intended date where that is certain."""
    match = _WRITTEN.fullmatch(text.strip())
    if match:
        year, month, day = (match[3], match[2], match[1]) if match[3] else (match[4], match[5], match[6])
        meant = f"{year}-{int(month):02}-{int(day):02}"
        if _day(meant):
            return f"Write {meant}, if that is the day you mean."
    return "Write a day that exists, the year first, the month and the day with two digits each."


def _bad_date(page: SourcePage, *path: str, found: str, remedy: str) -> Problem:
    message = "The post has no date that can be read."
    return Problem(ProblemCode.POST_DATE, Location(page.uri, page.matter.line(*path)), message, found, _DATES, remedy)


def _title(page: SourcePage) -> list[Problem]:
    if title_of(page):
        return []
    lines = page.body.split("\n")
    line = next((n for n, text in enumerate(lines, start=1) if text.strip()), 1)
    return [
        Problem(
            ProblemCode.POST_TITLE,
            Location(page.uri, line),
            "The post has no title.",
            lines[line - 1].strip() or "no text",
            'a line that begins with "# " below the settings',
            'Write the title there, with one # and a space before it, such as "# The third time".',
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
            "The post has no mark where its excerpt ends, so that lists would show all of it.",
            lines[line - 1].strip() if meant else f"no {rules.separator}",
            f"{rules.separator} on a line of its own, exactly as written here",
            "Put it below the first paragraph, with an empty line before and after it.",
            everywhere=rules.excerpt_required,
        )
    ]
