"""`.categories.yml` of a language: the names of the blog's categories by an id that is the same in every language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from functools import lru_cache

from mkdocs_foundation.reports.message import Message, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, nearest
from mkdocs_foundation.sources import front_matter
from mkdocs_foundation.sources.source_files import decode
from mkdocs_foundation.values import dataclass

from ..problem_codes import ProblemCode
from ..saying import say


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
            found = verbatim(f"{id}: {name}")
            remedy = say("Write the name behind the colon, in quotation marks if it is a number.")
        elif name in names.values():
            other = next(known for known, text in names.items() if text == name)
            found = say("{name} for {other} and for {id}", name=name, other=other, id=f"{id}")
            remedy = say("Give one of the two another name, or remove it.")
        else:
            names[str(id)] = name
            continue
        problems.append(
            Problem(
                ProblemCode.BLOG_FILE,
                Location(uri, matter.line(str(id))),
                say("A category needs a name of its own."),
                found,
                say("lines of `id: name`, each name once"),
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
            say("no file {uri}", uri=shown(uri)),
            say("Make the file, with a line for each id of {source}.", source=shown(source.uri)),
        )
        for uri in without.values()
    ]
    for categories in others:
        lacking = [id for id in source.names if id not in categories.names]
        for id in (id for id in categories.names if id not in source.names):
            is_renamed = len(lacking) == 1 and len(categories.names) == len(source.names)
            near = lacking[0] if is_renamed else nearest(id, lacking)
            if near:
                lacking.remove(near)
            location = Location(categories.uri, categories.lines[id])
            remedy = (
                say('Write "{near}" as the id.', near=near)
                if near
                else say("Add the id to {source} and every other language.", source=shown(source.uri))
            )
            problems.append(
                _missing(location, say("{id}, which {source} doesn't have", id=id, source=shown(source.uri)), remedy)
            )
        for id in lacking:
            found = say(
                "no {id}, which {source} has in line {line} ({name})",
                id=id,
                source=shown(source.uri),
                line=source.lines[id],
                name=source.names[id],
            )
            problems.append(
                _missing(Location(categories.uri, 1), found, say('Add a line "{id}: " with the name.', id=id))
            )
    return problems


def _missing(location: Location, found: Message, remedy: Message) -> Problem:
    return Problem(
        ProblemCode.CATEGORY_COUNTERPART,
        location,
        say("A category has no counterpart, so that its page can't link to the other languages."),
        found,
        say("the same ids in every language"),
        remedy,
    )
