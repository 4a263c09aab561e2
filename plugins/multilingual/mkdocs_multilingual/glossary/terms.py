"""The terms of a glossary page, and the forms in which texts use them.

A glossary is one page a language. A heading with an id is a term, the first paragraph below it what the term means.
The settings at the top say which terms are marked in texts, and in which forms:

    terms:
      readiness: [parathed, parathedens]

A term without forms of its own is not marked: an everyday word would be marked in every text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, suggest
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.pages import SourcePage, SourcePages
from mkdocs_foundation.values import dataclass

from ..problem_codes import ProblemCode
from ..saying import say

_HEADING = pattern(r"^#{2,6}\s+(?P<title>.+?)\s*\{[^{}]*#(?P<id>[\w-]+)[^{}]*\}\s*$")
_LINK = pattern(r"!?\[([^\]]*)\]\([^)]*\)")
_SIGNS = pattern(r"\*\*|__|[*_`]")


@dataclass(frozen=True)
class Term:
    """One term in one language."""

    id: str
    """Id, the same in every language."""
    meaning: str
    """Meaning as plain text."""
    forms: tuple[str, ...]
    """Forms in which texts use it; case is ignored."""


@dataclass(frozen=True)
class Glossary:
    """The terms of one language that are marked in texts."""

    terms: Mapping[str, Term] = field(default_factory=dict)
    """Terms by form, in lower case."""


def read(library: SourcePages, site: Site, key: str) -> tuple[dict[str, Glossary], list[Problem]]:
    """The glossary of each language that has one, by locale; `key` is its path within each language, may be empty."""
    found: dict[str, Glossary] = {}
    problems: list[Problem] = []
    for locale in site.languages:
        page = library.page(locale, key) if key else None
        if page is not None:
            found[locale], wrong = _read_page(page)
            problems += wrong
    return found, problems


def _read_page(page: SourcePage) -> tuple[Glossary, list[Problem]]:
    meanings = _meanings(page.body)
    written = page.matter.values.get("terms") or {}
    problems: list[Problem] = []

    def problem(message: Message, found: Message, allowed: Message, remedy: Message, *path: str) -> None:
        where = Location(page.uri, page.matter.line("terms", *path))
        problems.append(Problem(ProblemCode.GLOSSARY_TERM, where, message, found, allowed, remedy))

    if not isinstance(written, dict):
        allowed = say("a line `id: [form, form]` for each term")
        problem(
            say("The terms can't be read."),
            verbatim(written),
            allowed,
            say("Indent a line for each term under `terms:`."),
        )
        return Glossary(), problems
    terms: dict[str, Term] = {}
    for id, forms in written.items():
        if id not in meanings:
            remedy = suggest(f"{id}", meanings, say("Give the heading of the term this id, or correct the id here."))
            allowed = say("the id of a heading of this page: {names}", names=listed(meanings))
            problem(say("A term has no heading in the glossary."), verbatim(id), allowed, remedy, f"{id}")
            continue
        if not isinstance(forms, list) or not all(isinstance(form, str) and form.strip() for form in forms):
            allowed = say("forms between square brackets, such as [parathed, parathedens]")
            problem(
                say("The forms of a term can't be read."),
                verbatim(forms),
                allowed,
                say("Write them so."),
                f"{id}",
            )
            continue
        term = Term(f"{id}", meanings[id], tuple(" ".join(form.split()) for form in forms))
        for form in term.forms:
            other = terms.setdefault(form.lower(), term)
            if other is not term:
                remedy = say("Leave it with one of the two: {other} or {term}.", other=other.id, term=term.id)
                problem(
                    say("Two terms have the same form."),
                    verbatim(form),
                    say("each form with one term"),
                    remedy,
                    f"{id}",
                )
    return Glossary(terms), problems


def _meanings(body: str) -> dict[str, str]:
    """What each term means, by the id of its heading."""
    paragraphs: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in body.split("\n"):
        if heading := _HEADING.match(line):
            current = paragraphs[heading["id"]] = []
        elif line.startswith("#") or (current and not line.strip()):
            current = None
        elif current is not None and line.strip():
            current.append(line.strip())
    return {id: _SIGNS.sub("", _LINK.sub(r"\1", " ".join(lines))) for id, lines in paragraphs.items()}
