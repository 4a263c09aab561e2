"""The result as a state of the page: its address, what is folded away, and the ways back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from .pages import CHECKLIST, EXAMPLE, FOCUSED, TRAITS, action, answer, show_result
from .windows import Open


def contents(page: Page) -> Locator:
    """The links of the theme's table of contents that are shown."""
    return page.locator(".md-sidebar--secondary li:visible > a")


def test_it_has_an_address(open_page: Open) -> None:
    page = open_page(CHECKLIST)
    address, headings = page.url, contents(page).all_text_contents()
    answer(page)
    show_result(page)
    title = page.locator(".sa-result__title")
    for arrive in (lambda: None, page.reload, lambda: [page.go_back(), page.go_forward()]):
        arrive()
        expect(title).to_be_focused()
        expect(page.locator(".sa-form")).to_be_hidden()
        assert page.url == f"{address}#result"
    assert title.evaluate("title => title.getBoundingClientRect().top < 120")
    expect(contents(page).first).to_have_text(title.inner_text())
    assert not set(contents(page).all_text_contents()) & set(headings)

    contents(page).nth(1).click()
    page.locator(".sk-languages summary").click()
    page.locator(".sk-languages a[hreflang=sv]").click()
    expect(page.locator("self-assessment")).to_have_attribute("lang", "sv")
    expect(page.locator(".sa-result")).to_be_visible()
    page.go_back()
    page.go_back()
    expect(page.locator(".sa-result")).to_be_visible()

    action(page, "answers").click()
    assert page.evaluate(f"{FOCUSED}.closest('form') !== null")
    assert page.url == address
    assert contents(page).all_text_contents() == headings
    page.go_back()
    page.locator(".sa-answers summary").click()
    page.locator(".sa-answers a").nth(3).click()
    expect(page.locator(".sa-item").nth(3).locator("input:checked")).to_be_focused()
    assert page.url == address


def test_a_link_out_of_it_does_not_lose_it(open_page: Open) -> None:
    page = open_page(CHECKLIST)
    answer(page, choice=2)
    show_result(page)
    # A section has a page of its own: what is read next is in its article.
    article = page.locator(".sa-facts__article a").inner_text()
    expect(page.locator(".sa-next__page")).to_have_text(article)
    page.locator(".md-skip").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#result$"))
    expect(page.locator(".sa-result")).to_be_visible()


def test_without_answers_there_is_none(open_page: Open) -> None:
    page = open_page(f"{CHECKLIST}#result")
    expect(page).to_have_url(re.compile("[^#]/$"))
    expect(page.locator(".sa-form")).to_be_visible()
    answer(page)
    show_result(page)
    # A page that the browser has kept finds out what was erased on another.
    page.evaluate("localStorage.clear(); dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.locator(".sa-form")).to_be_visible()
    assert "#" not in page.url


def test_an_authors_heading_of_that_name_keeps_its_own(open_example: Open) -> None:
    page = open_example(TRAITS)
    answer(page, choice=1)
    page.evaluate("location.hash = 'result'")
    expect(page.locator(".sa-form")).to_be_visible()
    page.locator("button[type=submit]").click()
    page.reload()
    expect(page.locator(".sa-result__title")).to_be_focused()
    # Below the result and in the table of contents of both.
    expect(contents(page).last).to_have_text("Result")
    contents(page).last.click()
    expect(page).to_have_url(re.compile("#sa-result-title$"))
    for _ in range(2):
        page.go_back()
    expect(page).to_have_url(re.compile("#result$"))
    expect(page.locator(".sa-form")).to_be_visible()


@pytest.mark.parametrize("features", ["open_example", "open_instant"])
def test_a_theme_that_writes_the_fragment_does_not_take_it(features: str, request: pytest.FixtureRequest) -> None:
    open_: Open = request.getfixturevalue(features)
    page = open_(EXAMPLE)
    answer(page, choice=1)
    show_result(page)
    page.mouse.wheel(0, 600)
    page.evaluate("history.replaceState({}, '', '#thanks')")
    expect(page).to_have_url(re.compile("#result$"))
    page.reload()
    expect(page.locator(".sa-result__title")).to_be_focused()
    page.go_back()
    expect(page.locator(".sa-form")).to_be_visible()
    page.go_forward()
    expect(page.locator(".sa-form")).to_be_hidden()
    expect(page.locator(".sa-result")).to_be_visible()
