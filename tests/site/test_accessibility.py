"""axe-core finds nothing on one page of each kind of this site, whatever is written on it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.axe import violations
from tests.built import BuiltPage, BuiltSite

BESIDE = ("kit", "team")
"""Names of the pages that each self-assessment has below it."""


def one_of_each_kind(site: BuiltSite) -> list[BuiltPage]:
    """The longest page of each folder of the source language, of its self-assessments and of what each of these has
    below it; the first of each list."""
    pages = [page for page in site.pages if page.language == site.languages[0] and "/page/" not in page.address]
    found: dict[str, BuiltPage] = {}
    for page in pages:
        path = Path(page.address)
        kind = "self-assessment" if page.assessment else path.name if path.name in BESIDE else str(path.parent)
        longest = found.get(kind)
        if longest is None or page.path.stat().st_size > longest.path.stat().st_size:
            found[kind] = page
    return list(found.values())


def test_axe_finds_nothing(site: BuiltSite, origin: str, chromium: Browser) -> None:
    context = chromium.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    pages = one_of_each_kind(site)
    assert len(pages) >= 3
    found = []
    for shown in pages:
        page.goto(origin + shown.address)
        found += [f"{shown.address}: {line}" for line in violations(page)]
    context.close()
    assert not found, "\n".join(found)
