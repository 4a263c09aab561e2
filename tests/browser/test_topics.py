"""Hubs, the ends of pages and former addresses in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.axe import looks, violations
from tests.plugin.building import build_site
from tests.plugin.test_addresses import FILES as MOVED
from tests.plugin.test_addresses import LANGUAGES

from .windows import Open, opener

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


def test_a_former_address_leads_to_the_same_place_on_the_page(moved: str, tab: Page, errors: list[str]) -> None:
    with opener(moved, lambda: tab, errors) as open_moved:
        page = open_moved(OLD)
        expect(page).to_have_url(f"{moved}{NEW}#part")
        expect(page.locator("#part")).to_be_in_viewport()
        page.go_back()
        assert page.url == "about:blank"  # the former address is no stop on the way back


def test_without_scripts_it_leads_to_the_page(moved: str, plain: Page) -> None:
    plain.goto(moved + OLD)
    expect(plain).to_have_url(f"{moved}{NEW}")


@pytest.mark.parametrize("path", ["topics/", "topics/culture/", "articles/bad-service-is-culture/"])
def test_hubs_and_the_ends_of_pages_can_be_used_by_everyone(open_page: Open, path: str) -> None:
    page = open_page(path)
    next(looks(page))
    expect(page.locator(".ml-list, .ml-after").first).to_be_visible()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
