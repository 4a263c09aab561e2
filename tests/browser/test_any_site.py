"""On sites of other people: a self-assessment is answered to a result, and found again after a reload."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from mkdocs_foundation.locales import direction
from tests.plugin.building import build_site

from .pages import answer, chosen, show_result
from .windows import opener

TEN = ("en", "ar", "he", "zh", "ja", "pt-BR", "zh-TW", "da", "fa", "pl")
WALKED = ("en", "ar", "zh-TW")
"""Of those, what a browser can tell apart: from the right, and with a region. Words are compared in catalogues."""
TEXT = """---
title: Trust
description: Four statements.
assessment:
  id: trust
  scale: agreement-5
---
# Trust

## One {#one}

- [ ] First. {#first}
- [ ] Second. {#second}

## Two {#two}

- [ ] Third. {#third}
- [ ] Fourth. {#fourth reverse}

## Result {.results}

- **0–50** Low.
- **50–100** High.
"""


@dataclass(frozen=True)
class Setup:
    """A site as its owner has set it up."""

    languages: tuple[str, ...] = ("en", "ar")
    structure: str = "folder"
    base: str = ""
    features: tuple[str, ...] = ()
    directories: bool = True
    multilingual: bool = True


SETUPS = {
    "ten languages below a path": Setup(TEN, base="a/b/"),
    "suffixes, with pages that the theme swaps": Setup(structure="suffix", features=("navigation.instant",)),
    "files as addresses, of one version, with a fragment that follows": Setup(
        base="docs/1.2/", features=("navigation.instant", "navigation.tracking", "toc.follow"), directories=False
    ),
    "one language without static-i18n": Setup(languages=(), multilingual=False),
}


def contents(setup: Setup) -> dict[str, str]:
    """The same two pages in every language."""
    home = "# Home\n\n[To the self-assessment](trust.md)\n"
    if not setup.languages:
        return {"index.md": home, "trust.md": TEXT}
    if setup.structure == "suffix":
        default = setup.languages[0]
        ends = {locale: "" if locale == default else f".{locale}" for locale in setup.languages}
        return {f"{name}{ends[x]}.md": text for x in ends for name, text in (("index", home), ("trust", TEXT))}
    return {f"{x}/{name}": text for x in setup.languages for name, text in (("index.md", home), ("trust.md", TEXT))}


@pytest.mark.parametrize("setup", SETUPS.values(), ids=SETUPS)
def test_it_is_answered_and_found_again(
    setup: Setup,
    served: tuple[Path, str],
    new_page: Callable[[], Page],
    errors: list[str],
    request: pytest.FixtureRequest,
) -> None:
    folder, origin = served
    name = f"any-{list(SETUPS).index(request.node.callspec.id)}"
    address = f"{origin}/{name}/{setup.base}"
    other: dict[str, Any] = {"multilingual": {}} if setup.multilingual else {}
    built = build_site(
        folder / "sources" / name,
        contents(setup),
        languages=setup.languages,
        structure=setup.structure,
        site_url=address,
        use_directory_urls=setup.directories,
        settings={
            "theme": {"name": "material", "font": False, "features": list(setup.features)},
            "site_dir": str(folder / name / setup.base),
        },
        strict=False,
        **other,
    )
    # static-i18n warns that its own menu of languages and instant navigation contradict each other.
    assert [line for line in built.messages if "mkdocs_static_i18n" not in line] == []
    with opener(address, new_page, errors) as open_:
        page = open_("index.html")
        for locale in setup.languages or ("en",):
            prefix = "" if locale in ("en", setup.languages[:1]) else f"{locale}/"
            if locale not in WALKED:
                text = (folder / name / setup.base / prefix / "trust/index.html").read_text(encoding="utf-8")
                element = html.fromstring(text).find(".//self-assessment")
                assert (element.get("lang"), element.get("dir")) == (locale, direction(locale))
                continue
            page.goto(f"{address}{prefix}index.html")
            page.get_by_role("link", name="To the self-assessment").click()
            expect(page.locator(".sa-item").first).to_be_visible()
            expect(page.locator("self-assessment")).to_have_css("direction", direction(locale))
            answer(page, choice=3)
            show_result(page)
            expect(page.locator(".sa-keep")).to_be_visible()
            given = chosen(page)
            assert len(given) == 4
            page.reload()
            expect(page.locator(".sa-form input:checked")).to_have_count(4)
            assert chosen(page) == given, locale
            show_result(page)
            expect(page.locator(".sa-keep")).to_be_visible()
            page.evaluate("localStorage.clear()")
