"""Where this site's pages are: tests name a page by its file, since each language may give it a slug."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from mkdocs_multilingual.site import Language, Site

from mkdocs_foundation.front_matter import FrontMatter
from mkdocs_multilingual import library
from mkdocs_multilingual.addresses import book, slugs
from mkdocs_multilingual.addresses.book import AddressBook
from mkdocs_self_assessment.reading.parsing import parse

DOCS = Path(__file__).parents[1] / "docs"
LANGUAGES = ("da", "sv", "nb", "en")


@cache
def _book() -> AddressBook:
    site = Site({language: Language(language, language) for language in LANGUAGES}, blog="blog")
    sources = {path.relative_to(DOCS).as_posix(): path.read_text("utf-8") for path in DOCS.rglob("*.md")}
    made, _ = book.read(library.read(sources.items(), site)[0], site)
    entries = list(made.entries.values())
    for uri, text in sources.items():
        for section in parse(text, uri)[0].questionnaires:
            if not section.whole_page and (locale := site.locale_of(uri)):
                key = f"self-assessments/{section.id}.md"
                matter = FrontMatter(dict(section.page_settings))
                entries.append(slugs.of(f"{locale}/{key}", locale, key, matter)[0])
    return book.make(entries, site)


def published(path: str) -> str:
    """The address of a page, given the one that it would have without slugs: `sv/articles/trust/#part`."""
    address, rest = re.fullmatch(r"([^#?]*)(.*)", path, re.DOTALL).groups()  # type: ignore[union-attr]
    language = next((lang for lang in LANGUAGES if address.startswith(f"{lang}/")), LANGUAGES[0])
    within = address.removeprefix(f"{language}/").rstrip("/")
    for key in (f"{within}.md", f"{within}/index.md"):
        for text in dict.fromkeys((language, LANGUAGES[0])):  # its own, or the one that stands in
            if (text, key) in _book().entries:
                return _book().site_path(language, _book().path(language, text, key)) + "/" + rest
    return path
