"""Advice on terms that a text writes in another way than the glossary: as one word, with a hyphen or without."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from mkdocs_foundation.kept import kept
from mkdocs_foundation.message import verbatim
from mkdocs_foundation.pages import SourcePages
from mkdocs_foundation.problems import Location, Problem
from mkdocs_foundation.site import Site

from ..problem_codes import ProblemCode
from ..saying import say
from .terms import Glossary

SHORTEST = 6
"""Letters of a term from which on its parts are no other words that happen to follow each other."""
_WORDS = 3
"""Words of a term at most, of those that are compared."""
_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_PARTS = re.compile(r"[\s‐‑-]+")
_GONE = re.compile(r"`[^`]*`|\]\([^()]*\)|<[^<>]*>|\{[^{}]*\}|https?://\S+")


def check(library: SourcePages, site: Site, glossaries: Mapping[str, Glossary], key: str) -> Iterator[Problem]:
    """The advice on the pages of each language that has a glossary, `key`."""
    for locale, glossary in glossaries.items():
        forms = tuple(sorted(form for form in glossary.terms if len(_PARTS.sub("", form)) >= SHORTEST))
        for page in library.in_language(locale) if forms else ():
            if page.key != key:
                for number, written, form in _found(page.body, forms):
                    yield Problem(
                        ProblemCode.TERM_SPELLING,
                        Location(page.uri, number),
                        say("The glossary spells the term in another way."),
                        verbatim(written),
                        say("{form}, as in {file}", form=form, file=site.shown(site.uri(locale, key))),
                        say("Write the term as the glossary does, or add this form to it."),
                    )


@kept()
def _found(body: str, forms: tuple[str, ...]) -> tuple[tuple[int, str, str], ...]:
    """Line, spelling and form of each term that is spelt otherwise; `forms` are in small letters."""
    known = {_PARTS.sub("", form): form for form in forms}
    written = {" ".join(form.split()) for form in forms}
    found = []
    for number, line in enumerate(body.split("\n"), start=1):
        words = list(_WORD.finditer(_GONE.sub(lambda gone: " " * len(gone[0]), line)))
        for at, first in enumerate(words):
            for last in words[at : at + _WORDS]:
                text = line[first.start() : last.end()]
                if not re.fullmatch(r"[^\W\d_]+(?:[ ‐‑-][^\W\d_]+)*", text):
                    break  # a sign between the words
                plain = text.lower()
                form = known.get(_PARTS.sub("", plain))
                if form and re.sub("[‐‑]", "-", plain) not in written and _is_misspelt(plain, form):
                    found.append((number, text, form))
    return tuple(found)


def _is_misspelt(written: str, form: str) -> bool:
    """Whether two spellings are those of one word: `hand over` is a verb, and `service-culture` may be an adjective."""
    if "-" in form:
        return True
    return " " not in written and (" " not in form or written.isalpha())
