"""On a phone: one statement at a time, which moves on by itself after a touch."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.addresses import published

from .pages import CULTURE
from .windows import Open, Window, opener

PHONE = {"width": 360, "height": 640}
AFTER = 1000
"""Milliseconds after which a statement has moved on, if it does."""


@pytest.fixture
def window(windows: Callable[..., Window]) -> Iterator[Window]:
    """A phone whose reader wants motion."""
    window = windows(viewport=PHONE, has_touch=True, reduced_motion="no-preference")
    yield window
    window.reset()


@pytest.fixture
def phone(site: str, window: Window, errors: list[str]) -> Iterator[Open]:
    """Like `open_page`, on a phone; the page's clock stands still until a test moves it."""

    def page() -> Page:
        page = window.page()
        page.clock.install()
        return page

    with opener(site, page, errors) as open_:
        yield lambda path: open_(published(path))


def shown(page: Page) -> str:
    """The number of the statement that is shown, which is the only one."""
    expect(page.locator(".sa-item:visible")).to_have_count(1)
    return page.locator(".sa-item:visible .sa-item__number").inner_text()


def touch(page: Page) -> None:
    page.locator(".sa-item:visible .sa-option").nth(1).tap()
    page.clock.run_for(AFTER)


def test_after_a_touch_comes_the_next_undo_takes_the_answer_back_and_back_leads_to_it(phone: Open) -> None:
    page = phone(CULTURE)
    left = page.locator(".js-bar-left")
    before = left.inner_text()
    assert (shown(page), bool(before)) == ("1.", True)
    expect(page.locator("[data-action=back]")).to_be_hidden()
    undo = page.locator(".sa-bar [role=status]").get_by_role("button")
    label = page.locator(".sa-item:visible .sa-option").nth(1).inner_text()
    touch(page)
    expect(undo).to_contain_text(f"1. {label}")
    undo.tap()
    assert shown(page) == "1."
    expect(page.locator("input:checked")).to_have_count(0)
    touch(page)
    assert shown(page) == "2."
    page.locator("[data-action=back]").tap()
    assert shown(page) == "1."
    expect(undo).to_be_hidden()
    expect(page.locator(".sa-item:visible input:checked")).to_have_count(1)
    page.locator("[data-action=next]").tap()
    for _ in range(page.locator(".sa-item").count() - 1):
        touch(page)
    expect(page.locator("[data-action=next]")).to_be_hidden()
    expect(left).to_be_empty()
    page.locator("[type=submit]").tap()
    page.clock.run_for(AFTER)
    expect(page.locator(".js-result")).to_be_visible()
    page.go_back()
    assert shown(page) == f"{page.locator('.sa-item').count()}."


def test_by_keyboard_and_where_it_is_switched_off_it_waits(phone: Open) -> None:
    page = phone(CULTURE)
    page.locator(".sa-item:visible input").first.focus()
    page.keyboard.press("ArrowDown")
    page.clock.run_for(AFTER)
    assert shown(page) == "1."
    page.locator("[data-display=by-itself]").tap()
    touch(page)
    assert shown(page) == "1."
    page.reload()
    expect(page.locator("[data-display=by-itself]")).to_have_attribute("aria-checked", "false")
    page.emulate_media(reduced_motion="reduce")
    page.reload()
    expect(page.locator("[data-display=by-itself]")).to_be_hidden()


def test_all_as_a_list_is_remembered_and_a_wide_window_shows_more(phone: Open) -> None:
    page = phone(CULTURE)
    count = page.locator(".sa-item").count()
    page.locator("[data-display=list]").tap()
    expect(page.locator(".sa-item:visible")).to_have_count(count)
    expect(page.locator("[data-display=single]")).to_be_focused()
    page.reload()
    expect(page.locator(".sa-item:visible")).to_have_count(count)
    page.locator("[data-display=single]").tap()
    assert shown(page) == "1."
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(page.locator(".sa-item:visible").nth(1)).to_be_visible()


@pytest.mark.parametrize("height", [640, 768])
def test_nothing_that_takes_focus_is_behind_the_bar(phone: Open, height: int) -> None:
    page = phone(CULTURE)
    page.set_viewport_size({"width": 360 if height == 640 else 1366, "height": height})
    page.locator(".sa-item:visible input").first.focus()
    covered = """() => {
        const focused = document.activeElement;
        const box = focused.getBoundingClientRect();
        const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        const seen = focused === document.body || focused.contains(top) || top?.contains(focused);
        return seen ? "" : focused.outerHTML.slice(0, 80);
    }"""
    for key in ("Tab", "Shift+Tab"):
        for _ in range(12):
            page.keyboard.press(key)
            assert page.evaluate(covered) == ""
