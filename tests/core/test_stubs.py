"""Texts to begin a page with, made of what the site has already."""

from __future__ import annotations

from mkdocs_foundation.site import Language, Site
from mkdocs_foundation.sources import pages
from mkdocs_multilingual import stubs

SITE = Site({"da": Language("da"), "sv": Language("sv")})
ONE = """---
title: En
date: 2026-01-02
topics: [a, b]
draft: true
---
# En

!!! note "Kort"

    Tekst.

## Et sted {#place .wide}

## Kun her {#only}

## Mere {#more}
"""
TWO = ONE.replace("draft", "description").replace("{#only}", "").replace("Et sted", "Et andet")
LIBRARY, _ = pages.read(
    [("da/articles/one.md", ONE), ("da/articles/two.md", TWO), ("da/articles/index.md", "# Artikler\n")], SITE
)


def test_a_page_begins_with_what_all_pages_of_its_folder_have() -> None:
    own = LIBRARY.in_language("da")
    assert stubs.folders(own) == ["articles"]
    text = stubs.of_folder(stubs.siblings(own, "articles"), "da")
    assert text.startswith('---\ntitle: …\ndate: YYYY-MM-DD\ntopics: […]\n---\n# …\n\n!!! note "Kort"\n\n    - ')
    assert [line for line in text.split("\n") if line.startswith("##")] == ["## … {#place .wide}", "## Mere {#more}"]
    begun = "---\ntitle: x\nown:\n  id: a\n---\n# Begun\n"
    assert "topics: […]\nown:\n  id: a\n---\n# Begun\n" in stubs.of_folder(stubs.siblings(own, "articles"), "da", begun)


def test_a_translation_begins_with_its_original_and_where_that_is_long_with_its_headings() -> None:
    page = LIBRARY.pages["da", "articles/one.md"]
    whole = stubs.of_original(page, ONE, 10_000)
    short = stubs.of_original(page, ONE, 100)
    assert ["Tekst." in text for text in (whole, short)] == [True, False]
    assert ["copy:" in text for text in (whole, short)] == [True, False]
    read = pages.read([("sv/articles/one.md", short)], SITE)[0].pages["sv", "articles/one.md"]
    assert read.matter.values["translation"]["source"] == "da"
    assert [line for line in read.body.split("\n") if line.startswith("#")] == [
        line for line in ONE.split("\n") if line.startswith("#")
    ]
