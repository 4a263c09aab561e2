"""`.authors.yml` of a language: those who write on the blog, by the id that a post names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from mkdocs_foundation import front_matter
from mkdocs_foundation.problems import Location, Problem, suggest
from mkdocs_foundation.source_files import decode

from ..problem_codes import ProblemCode

_DUTIES = ("name", "description", "avatar")
_SETTINGS = (*_DUTIES, "slug", "url")
_SHAPE = "`authors:`, below it each id, and below that its name, description and avatar"
_EXAMPLE = "Write it as in the authors file of another language of this site, or as Material's documentation shows."


@dataclass(frozen=True)
class Authors:
    """Those who write on the blog in a language."""

    uri: str
    """Path of the file below the docs folder."""
    names: Mapping[str, str] = field(default_factory=dict)
    """By id."""
    is_usable: bool = True
    """Whether the file says who they are; if not, nothing is to be said of who is missing."""


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
        found = f"authors: {written}" if "authors" in matter.values else "no `authors:`"
        return Authors(uri, is_usable=False), [_problem(uri, matter.line("authors"), found, _SHAPE, _EXAMPLE)]
    for id, entry in written.items():
        path = ("authors", str(id))
        if not isinstance(entry, dict):
            problems.append(_problem(uri, matter.line(*path), f"{id}: {entry}", _SHAPE, _EXAMPLE))
            continue
        for name, value in entry.items():
            if name not in _SETTINGS:
                remedy = suggest(str(name), _SETTINGS, "Correct or remove the line.")
                allowed = ", ".join(_SETTINGS)
                problems.append(_problem(uri, matter.line(*path, str(name)), f"{name}: {value}", allowed, remedy))
            elif not isinstance(value, str) or not value:
                remedy = "Write the text behind the colon, in quotation marks if it looks like a number."
                problems.append(_problem(uri, matter.line(*path, name), f"{name}: {value}", "a text", remedy))
        missing = [name for name in _DUTIES if name not in entry]
        if missing and not any(p.location.path == uri for p in problems):
            found = f"{id} without {' and without '.join(missing)}"
            remedy = f"Add the missing lines below {id}, indented like the others."
            problems.append(_problem(uri, matter.line(*path), found, ", ".join(_DUTIES) + " for each author", remedy))
    names = {str(id): str(e.get("name")) if isinstance(e, dict) else str(id) for id, e in written.items()}
    return Authors(uri, names), problems


def _problem(uri: str, line: int, found: str, allowed: str, remedy: str) -> Problem:
    message = "The blog can't tell who its authors are."
    return Problem(ProblemCode.BLOG_FILE, Location(uri, line), message, found, allowed, remedy)
