"""axe-core finds nothing, in light and dark, on a phone and on a desktop, before and after the result."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.axe import looks, violations

from .pages import (
    CHECKLIST,
    CULTURE,
    EXAMPLE,
    SQUARE,
    STYLES,
    action,
    answer,
    question,
    show_result,
    start_again,
    turn_to,
)
from .windows import Open

ELEMENT = "self-assessment"
"""What is around it is the same as when the page was opened."""


@pytest.mark.parametrize("path", [CULTURE, CHECKLIST, "self-assessments/", "articles/reading-the-situation/"])
def test_as_it_is_opened(open_page: Open, path: str) -> None:
    page = open_page(path)
    for look in looks(page):
        scheme = "slate" if look == "dark" else "default"
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
        assert violations(page) == [], look


@pytest.fixture
def phone(open_page: Open) -> Open:
    """Opens a page as a phone shows it in dark: for pages whose parts are tried in both looks elsewhere."""

    def open_(path: str, tab: Page | None = None) -> Page:
        page = open_page(path, tab)
        next(looks(page))
        return page

    return open_


@pytest.mark.parametrize("path", ["", "archive/2026/09/", "category/ord-og-samtaler/", "author/desk/"])
def test_the_lists_of_the_blog(phone: Open, path: str) -> None:
    assert violations(phone(f"blog/{path}")) == []


def test_a_post_between_two_others(phone: Open) -> None:
    page = phone("blog/archive/2026/09/")
    page.locator(".md-post--excerpt h2 a").first.click()
    expect(page.locator("a[rel=prev], a[rel=next]")).to_have_count(2)
    assert violations(page) == []


def test_gaps_result_and_question(open_page: Open) -> None:
    page = open_page(CHECKLIST)  # a short one: axe takes long, and each part is as in any other
    answer(page, leave_out=(0, 4, 5))
    show_result(page)
    for look in looks(page):
        assert violations(page, ELEMENT) == [], look
    action(page, "continue").click()
    for look in looks(page):
        assert violations(page) == [], look
    turn_to(page, action(page, "erase")).click()
    expect(question(page)).to_be_visible()
    for look in looks(page):
        assert violations(page, ".sa-dialog") == [], look


def test_keeping_sharing_and_comparing(open_page: Open) -> None:
    page = open_page(CHECKLIST)
    for choice in (0, 2):
        answer(page, choice=choice)
        show_result(page)
        page.locator(".sa-keep").wait_for()
        link = page.locator("#sa-keep-link").input_value()
        if choice == 0:
            start_again(page)
    for part in page.locator(":is(.sa-history, .sa-compare) > summary").all():
        part.click()
    expect(page.locator(".sa-pair__drawing").first).to_be_visible()
    for look in looks(page):
        assert violations(page, ELEMENT) == [], look
    page.goto(link)
    expect(page.locator(".sa-shared")).to_be_visible()
    for look in looks(page):
        assert violations(page, ELEMENT) == [], look


@pytest.mark.parametrize("path", [STYLES, SQUARE])
def test_the_other_kinds_as_they_are_opened_and_their_results(open_page: Open, path: str) -> None:
    page = open_page(path)
    for look in looks(page):
        assert violations(page) == [], look
    answer(page, choice=1)
    show_result(page)
    page.locator(".sa-answers summary").click()
    if path == SQUARE:
        expect(page.locator(".sa-square__point")).to_be_visible()
    for look in looks(page):
        assert violations(page, ELEMENT) == [], look


def test_pages_and_radar(open_example: Open) -> None:
    page = open_example(EXAMPLE)
    answer(page, choice=1)
    action(page, "next").click()
    expect(page.get_by_role("heading", name="Answers")).to_be_focused()
    # The theme of the examples as it comes has faults of its own.
    for look in looks(page):
        assert [line for line in violations(page, ELEMENT) if "sa-" in line] == [], look
    show_result(page)
    page.locator(".sa-radar summary").click()
    page.locator(".sa-area summary").first.click()
    expect(page.locator(".sa-radar__area")).to_be_visible()
    for look in looks(page):
        assert [line for line in violations(page, ELEMENT) if "sa-" in line] == [], look


@pytest.mark.parametrize("path", [CULTURE, STYLES, SQUARE])
def test_nothing_is_wider_than_the_page(open_page: Open, path: str) -> None:
    page = open_page(path)
    page.set_viewport_size({"width": 320, "height": 640})
    answer(page, leave_out=(5,))
    show_result(page)
    action(page, "continue").click()
    expect(page.locator(".sa-keep")).to_be_visible()
    start_again(page)
    answer(page, choice=2)
    show_result(page)
    for part in page.locator(":is(.sa-history, .sa-compare) > summary").all():
        part.click()
    if path != STYLES:  # which is compared with the reader's own only, so that there are no names
        page.locator(".sa-compare__side input").first.fill("Afdelingsledermødet" * 2)
    page.locator(".sa-answers summary").click()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    controls = ".sa-option:visible, .sa-button:visible, .sa-keep__field:visible, .sa-fold > summary:visible"
    small = page.locator(controls).evaluate_all(
        "all => all.filter(e => e.getBoundingClientRect().height < 44).map(e => e.textContent)"
    )
    assert small == []
