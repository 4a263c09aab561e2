"""`.authors.yml` of a language: the authors of the blog, by the id that a post names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from functools import lru_cache
from typing import Any

from mkdocs_foundation.reports.message import Message, all_of, listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, suggest
from mkdocs_foundation.sources import front_matter
from mkdocs_foundation.sources.source_files import decode
from mkdocs_foundation.values import dataclass

from ..problem_codes import ProblemCode
from ..saying import say

DUTIES = ("name", "description", "avatar")
SETTINGS = (*DUTIES, "slug", "url")
_SHAPE = say("`authors:`, below it each id, and below that its name, description and avatar")
_EXAMPLE = say(
    "Write it as in the authors file of another language of this site, or as Material's documentation shows."
)


@dataclass(frozen=True)
class Author:
    """An author of the blog, as templates read it."""

    name: str
    """Name, as readers see it."""
    description: str = ""
    """Description in a few words."""
    avatar: str = ""
    """Address of a picture, or its path below the docs folder."""
    slug: str | None = None
    """Last part of the address of the profile; the id where there is none."""
    url: str | None = None
    """Target of the link on the name: an address, or the profile's path from the root of the site."""


@dataclass(frozen=True)
class Authors:
    """The authors of the blog in a language."""

    uri: str
    """Path of the file below the docs folder."""
    people: Mapping[str, Author] = field(default_factory=dict)
    """By id."""
    is_usable: bool = True
    """Whether the file could be read; if not, unknown authors are not reported."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line of each id."""

    @property
    def names(self) -> dict[str, str]:
        """By id."""
        return {id: author.name for id, author in self.people.items()}


@lru_cache(maxsize=64)  # read by the checks and for the pages of the blog
def read(content: str | bytes, uri: str) -> tuple[Authors, list[Problem]]:
    """The authors of a file."""
    text, problems = decode(content, uri)
    if text is None:
        return Authors(uri, is_usable=False), problems
    matter, problems = front_matter.read_file(text, uri)
    if problems:
        return Authors(uri, is_usable=False), [replace(p, code=ProblemCode.BLOG_FILE) for p in problems]
    written = matter.values.get("authors")
    if not isinstance(written, dict):
        found = say("authors: {written}", written=f"{written}") if "authors" in matter.values else say("no `authors:`")
        return Authors(uri, is_usable=False), [_problem(uri, matter.line("authors"), found, _SHAPE, _EXAMPLE)]
    for id, entry in written.items():
        path = ("authors", str(id))
        if not isinstance(entry, dict):
            problems.append(_problem(uri, matter.line(*path), verbatim(f"{id}: {entry}"), _SHAPE, _EXAMPLE))
            continue
        for name, value in entry.items():
            if name not in SETTINGS:
                remedy = suggest(str(name), SETTINGS, say("Correct or remove the line."))
                allowed = listed(SETTINGS)
                problems.append(
                    _problem(uri, matter.line(*path, str(name)), verbatim(f"{name}: {value}"), allowed, remedy)
                )
            elif not isinstance(value, str) or not value:
                remedy = say("Write the text behind the colon, in quotation marks if it looks like a number.")
                problems.append(
                    _problem(uri, matter.line(*path, name), verbatim(f"{name}: {value}"), say("a text"), remedy)
                )
        missing = [name for name in DUTIES if name not in entry]
        if missing and not any(p.location.path == uri for p in problems):
            found = say("{id} without {names}", id=id, names=all_of(missing))
            remedy = say("Add the missing lines below {id}, indented like the others.", id=id)
            problems.append(
                _problem(uri, matter.line(*path), found, say("{names} for each author", names=listed(DUTIES)), remedy)
            )
    people = {str(id): _author(str(id), entry) for id, entry in written.items()}
    return Authors(uri, people, lines={id: matter.line("authors", id) for id in people}), problems


def _author(id: str, entry: Any) -> Author:
    texts = {name: value for name, value in entry.items() if name in SETTINGS} if isinstance(entry, dict) else {}
    texts = {name: str(value) for name, value in texts.items() if value is not None}
    return Author(**{"name": id, **texts})


def _problem(uri: str, line: int, found: Message, allowed: Message, remedy: Message) -> Problem:
    message = say("The authors file can't be used as it is.")
    return Problem(ProblemCode.BLOG_FILE, Location(uri, line), message, found, allowed, remedy)
