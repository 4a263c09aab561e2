"""What explains a text beside it: a term of the glossary on hover, keyboard focus and touch; a footnote in place."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.windows import Open

ARTICLE = "articles/situational-leadership/"
TERM = ".ml-term[href$='#readiness']"


def meaning(page: Page) -> str:
    described = page.locator(TERM).get_attribute("aria-describedby")
    return (page.locator(f"#{described}").text_content() or "").strip()


def test_pointing_shows_the_meaning_until_the_pointer_has_left_both(open_page: Open) -> None:
    page = open_page(ARTICLE)
    shown = page.locator(".ml-meaning")
    page.locator(TERM).hover()
    expect(shown).to_have_text(meaning(page))
    shown.hover()
    expect(shown).to_be_visible()
    page.locator("h1").hover()
    expect(shown).to_have_count(0)


def test_the_keyboard_shows_it_and_escape_dismisses_it(open_page: Open) -> None:
    page = open_page(ARTICLE)
    term = page.locator(TERM)
    term.focus()
    expect(page.locator(".ml-meaning")).to_have_text(meaning(page))
    page.keyboard.press("Escape")
    expect(page.locator(".ml-meaning")).to_have_count(0)
    expect(term).to_be_focused()
    expect(term).to_have_accessible_description(meaning(page))
    # Themes that replace the content of a page run its module only once.
    page.evaluate("(article => article.replaceWith(article.cloneNode(true)))(document.querySelector('article'))")
    term.focus()
    expect(page.locator(".ml-meaning")).to_have_text(meaning(page))


def test_it_stays_within_a_narrow_window(open_page: Open) -> None:
    page = open_page(ARTICLE)
    page.set_viewport_size({"width": 320, "height": 640})
    for term in page.locator(".ml-term").all():
        term.focus()
        box = page.locator(".ml-meaning").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320


def test_a_first_touch_shows_and_a_second_follows_the_link(touched_page: Page, open_page: Open) -> None:
    page = open_page(ARTICLE, touched_page)
    page.locator(TERM).tap()
    expect(page.locator(".ml-meaning")).to_have_text(meaning(page))
    expect(page).to_have_url(re.compile(r"/situationsbestemt-ledelse/$"))
    page.locator(TERM).tap()
    page.wait_for_url("**/#readiness")
    expect(page.locator("#readiness")).to_be_visible()


def test_a_footnote_opens_where_its_number_is(open_page: Open) -> None:
    page = open_page(f"en/{ARTICLE}")
    number = page.locator("a.footnote-ref")
    number.scroll_into_view_if_needed()
    # A note closes when its page scrolls: the browser reports that a frame later.
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    number.press("Enter")
    note = page.locator(".sk-footnote")
    expect(note).to_contain_text("The words are those of everyday speech")
    expect(note).to_be_focused()
    at, box = number.bounding_box(), note.bounding_box()
    assert at
    assert box
    assert 0 <= min(abs(box["y"] - at["y"] - at["height"]), abs(box["y"] + box["height"] - at["y"])) < 20
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(number).to_be_focused()
    assert "#" not in page.url
