"""Tags written in two ways, which would be two tags: `Nye medarbejdere` and `nye  medarbejdere`."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import verbatim
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.pages import SourcePage, SourcePages

from .problem_codes import ProblemCode
from .saying import say

_HYPHEN = pattern(r"(?<=[^\W_])[-_](?=[^\W_])")


def tags_of(page: SourcePage) -> list[str]:
    """The tags in a page's settings, as they are written."""
    written = page.matter.values.get("tags")
    entries = written if isinstance(written, list) else [written] if written else []
    return [str(entry) for entry in entries if isinstance(entry, (str, int, float))]


def check(library: SourcePages, site: Site) -> list[Problem]:
    """The rarer spelling of each tag of a language, at each page that uses it."""
    problems: list[Problem] = []
    for locale in site.languages:
        spellings: dict[str, Counter[str]] = defaultdict(Counter)
        pages = library.in_language(locale)
        for page in pages:
            for tag in tags_of(page):
                spellings[normal_form(tag)][tag] += 1
        for page in pages:
            for tag in tags_of(page):
                found = spellings[normal_form(tag)]
                usual = max(found, key=lambda spelling: (found[spelling], spelling == spelling.strip(), spelling))
                if tag != usual:
                    problems.append(_problem(page, tag, usual, site))
    return problems


def is_same(one: str, other: str) -> bool:
    """Whether two tags are spellings of the same tag."""
    return normal_form(one) == normal_form(other)


def normal_form(name: str) -> str:
    """The form that all spellings of a name share: without capitals, hyphens between words and further whitespace.

    Signs stay, as they are all that distinguishes `C++` from `C#`.
    """
    return " ".join(_HYPHEN.sub(" ", unicodedata.normalize("NFC", name).casefold()).split())


def slugify(text: str, separator: str) -> str:
    """A tag as a part of an address, for the option `tags_slugify` of Material's plugin `tags`.

    Material's own leaves all signs out, so that `C++` and `C#` have one anchor. For a tag without signs it is the same.
    """
    return re.sub(r"\s", separator, unicodedata.normalize("NFC", text).strip().lower())


def _problem(page: SourcePage, tag: str, usual: str, site: Site) -> Problem:
    return Problem(
        ProblemCode.TAG_SPELLING,
        Location(page.uri, page.matter.line("tags")),
        say("The tag is spelled in two ways, so that its pages would be in two lists."),
        verbatim(f'"{tag}"'),
        say('"{usual}", as on most pages in {file}', usual=usual, file=site.shown(site.folder(page.locale))),
        say('Write "{usual}" here, or "{tag}" everywhere else.', usual=usual, tag=tag),
    )
