"""`.categories.yml` of a language: the names of the blog's categories by an id that is the same in every language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from mkdocs_foundation import front_matter
from mkdocs_foundation.problems import Location, Problem, nearest
from mkdocs_foundation.source_files import decode

from ..problem_codes import ProblemCode


@dataclass(frozen=True)
class Categories:
    """The categories of a language."""

    uri: str
    """Path of the file below the docs folder."""
    names: Mapping[str, str] = field(default_factory=dict)
    """By id."""
    lines: Mapping[str, int] = field(default_factory=dict)
    """Line of each id."""
    is_usable: bool = True
    """Whether the file could be read; if not, unknown categories are not reported."""


@lru_cache(maxsize=64)  # read by the checks and for the pages of the blog
def read(content: str | bytes, uri: str) -> tuple[Categories, list[Problem]]:
    """The categories of a file."""
    text, problems = decode(content, uri)
    if text is None:
        return Categories(uri, is_usable=False), problems
    matter, problems = front_matter.read_file(text, uri)
    problems = [replace(problem, code=ProblemCode.BLOG_FILE) for problem in problems]
    names: dict[str, str] = {}
    for id, name in matter.values.items():
        if not isinstance(name, str) or not name.strip():
            found, remedy = f"{id}: {name}", "Write the name behind the colon, in quotation marks if it is a number."
        elif name in names.values():
            other = next(known for known, text in names.items() if text == name)
            found, remedy = f"{name} for {other} and for {id}", "Give one of the two another name, or remove it."
        else:
            names[str(id)] = name
            continue
        problems.append(
            Problem(
                ProblemCode.BLOG_FILE,
                Location(uri, matter.line(str(id))),
                "A category needs a name of its own.",
                found,
                "lines of `id: name`, each name once",
                remedy,
            )
        )
    return Categories(uri, names, {id: matter.line(id) for id in names}, not problems), problems


def compare(files: Mapping[str, Categories], without: Mapping[str, str], shown: Callable[[str], str]) -> list[Problem]:
    """Problems where a language doesn't have the ids of the first; `without` are paths of missing files.

    `shown` turns a path into the form that messages show.
    """
    usable = {locale: categories for locale, categories in files.items() if categories.is_usable}
    if not usable:
        return []
    source, *others = usable.values()
    problems = [
        _missing(
            Location(source.uri, 1),
            f"no file {shown(uri)}",
            f"Make the file, with a line for each id of {shown(source.uri)}.",
        )
        for uri in without.values()
    ]
    for categories in others:
        lacking = [id for id in source.names if id not in categories.names]
        for id in (id for id in categories.names if id not in source.names):
            near = nearest(id, lacking)
            if near:
                lacking.remove(near)
            location = Location(categories.uri, categories.lines[id])
            remedy = (
                f'Write "{near}" as the id.' if near else f"Add the id to {shown(source.uri)} and every other language."
            )
            problems.append(_missing(location, f"{id}, which {shown(source.uri)} doesn't have", remedy))
        for id in lacking:
            found = f"no {id}, which {shown(source.uri)} has in line {source.lines[id]} ({source.names[id]})"
            problems.append(_missing(Location(categories.uri, 1), found, f'Add a line "{id}: " with the name.'))
    return problems


def _missing(location: Location, found: str, remedy: str) -> Problem:
    return Problem(
        ProblemCode.CATEGORY_COUNTERPART,
        location,
        "A category has no counterpart, so that its page can't link to the other languages.",
        found,
        "the same ids in every language",
        remedy,
    )
