"""Addresses of a site's pages by their source files, since a page may have a slug in each language."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from mkdocs_foundation.site import Language, Site
from mkdocs_foundation.sources import pages as source_pages
from mkdocs_foundation.sources.front_matter import FrontMatter
from mkdocs_multilingual.addresses import address_book, slugs
from mkdocs_multilingual.addresses.address_book import AddressBook
from mkdocs_multilingual.addresses.blog_place import BlogPlace
from mkdocs_self_assessment.parsing import parse
from tests.sites import FIXTURE

LANGUAGES = ("da", "sv", "nb", "en")
"""Locales of the fixture site, the source language first."""


@cache
def _address_book(docs: Path, languages: tuple[str, ...]) -> AddressBook:
    site = Site({language: Language(language, language) for language in languages})
    sources = {path.relative_to(docs).as_posix(): path.read_text("utf-8") for path in docs.rglob("*.md")}
    made, _ = address_book.read(source_pages.read(sources.items(), site)[0], site, BlogPlace())
    entries = list(made.entries.values())
    for uri, text in sources.items():
        for section in parse(text, uri)[0].questionnaires:
            if not section.whole_page and (locale := site.locale_of(uri)):
                key = f"self-assessments/{section.id}.md"
                matter = FrontMatter(dict(section.page_settings))
                entries.append(slugs.of(f"{locale}/{key}", locale, key, matter)[0])
    return address_book.make(entries, site)


def published(path: str, docs: Path = FIXTURE, languages: tuple[str, ...] = LANGUAGES) -> str:
    """Return the address of a page, given the one without slugs, such as `sv/articles/trust/#part`."""
    address, rest = re.fullmatch(r"([^#?]*)(.*)", path, re.DOTALL).groups()  # type: ignore[union-attr]
    language = next((lang for lang in languages if address.startswith(f"{lang}/")), languages[0])
    within = address.removeprefix(f"{language}/").rstrip("/")
    addresses = _address_book(docs, languages)
    for key in (f"{within}.md", f"{within}/index.md"):
        for text in dict.fromkeys((language, languages[0])):  # its own text, or the fallback
            if (text, key) in addresses.entries:
                return addresses.site_path(language, addresses.path(language, text, key)) + "/" + rest
    return path
