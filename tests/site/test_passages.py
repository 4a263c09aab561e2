"""The texts are the site's own: none repeats a passage of the brief that they were written from."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from mkdocs_foundation.site import Language, Site
from mkdocs_foundation.sources import pages as source_pages
from mkdocs_multilingual.editorial import across, prose
from tests.site.conftest import LANGUAGES, ROOT

LENGTH = 8
BRIEF = Path(__file__).parent / "brief.txt"
"""Hashes of every passage of the brief; `digest` says how each is made."""


def digest(passage: str) -> str:
    """Short hash of a passage."""
    return hashlib.sha256(passage.encode()).hexdigest()[:10]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_passage_is_the_briefs(language: str) -> None:
    brief = set(BRIEF.read_text("ascii").split())
    assert len(brief) > 800
    docs = ROOT / "docs"
    sources = ((path.relative_to(docs).as_posix(), path.read_bytes()) for path in docs.rglob("*.md"))
    pages = source_pages.read(sources, Site({lang: Language(lang, lang) for lang in LANGUAGES}))[0]
    found = [
        f"docs/{page.uri}:{number}: copied, say it in words of your own: {passage}"
        for page in pages.in_language(language)
        for number, line in prose.lines(page, names=False)
        for part in line.split("·")
        for passage in across.passages(part, LENGTH)
        if digest(passage) in brief
    ]
    assert not found, "\n".join(found)
