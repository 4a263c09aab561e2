"""Hubs, the ends of pages and former addresses in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.addresses import published
from tests.plugin.building import build_site
from tests.plugin.test_addresses import FILES as MOVED
from tests.plugin.test_addresses import LANGUAGES

from .conftest import _opener
from .test_accessibility import page as page_of_each_size
from .test_accessibility import violations

page = page_of_each_size
OLD = "viden/tro/#part"
NEW = "viden/sm%C3%A5-skridt/"


@pytest.fixture(scope="module")
def moved(served: tuple[Path, str]) -> str:
    """Address of a small site whose pages have moved."""
    folder, origin = served
    url = f"{origin}/moved/site/"
    (folder / "moved").mkdir()
    assert build_site(folder / "moved", MOVED, languages=LANGUAGES, multilingual={}, site_url=url).messages == []
    return url


def test_a_former_address_leads_to_the_same_place_on_the_page(
    moved: str, context: BrowserContext, errors: list[str]
) -> None:
    page = _opener(moved, context, errors)(OLD)
    expect(page).to_have_url(f"{moved}{NEW}#part")
    expect(page.locator("#part")).to_be_in_viewport()
    page.go_back()
    assert page.url == "about:blank"  # the former address is no stop on the way back
    assert errors == []


def test_without_scripts_it_leads_to_the_page(moved: str, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(moved + OLD)
    expect(page).to_have_url(f"{moved}{NEW}")
    context.close()


@pytest.mark.parametrize("path", ["topics/", "topics/culture/", "articles/bad-service-is-culture/"])
def test_hubs_and_the_ends_of_pages_can_be_used_by_everyone(page: Page, site: str, path: str) -> None:
    page.goto(site + published(path))
    expect(page.locator(".ml-list, .ml-after").first).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
