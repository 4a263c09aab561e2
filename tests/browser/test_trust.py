"""What a reader has answered survives lost requests, and themes that change pages and addresses."""

from __future__ import annotations

import re

from playwright.sync_api import Page, Route, expect

from .pages import CONDITIONS, EXAMPLE, answer, chosen, key, show_result, stored, turn_to
from .results import result, unfold_more, upload
from .windows import Open


def test_a_lost_request_is_said_and_tried_again(tab: Page, open_instant: Open) -> None:
    for_result, for_comparison = re.compile(r"/late-result\.\w+\.js$"), re.compile(r"/view\.\w+\.js$")
    for_button = re.compile(r"/(first-step|written)\.\w+\.js$")
    for script in (for_result, for_comparison, for_button):
        tab.route(script, lambda route: route.abort())
    page = open_instant(EXAMPLE, tab)
    answer(page, choice=1)
    turn_to(page, page.locator("button[type=submit]")).click()
    note = page.locator(".js-not-loaded")
    expect(note).to_be_focused()
    expect(page.locator(".sa-result")).to_be_hidden()
    tab.unroute(for_result)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator(".sa-result__title")).to_be_focused()
    expect(page.locator(".sa-keep")).to_be_visible()
    expect(note).to_have_count(0)
    page.locator(".sa-compare summary").click()
    status = page.locator(".js-compare-status")
    expect(status).not_to_be_empty()
    lost = status.inner_text()
    upload(page, "{}")
    tab.unroute(for_comparison)
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.locator(".js-compare-content p")).to_be_visible()
    expect(status).not_to_have_text(lost)
    expect(status).not_to_be_empty()  # it says why it can't read what was chosen meanwhile
    for place, button in ((".js-step", "calendar"), (".js-more", "json")):
        unfold_more(page)
        page.locator(f"[data-keep={button}]").click()
        expect(page.locator(f"{place} [role=status]"), "said beside its button").not_to_be_empty()
        page.evaluate("dispatchEvent(new Event('online'))")
        expect(page.locator(f"{place} [role=status]")).to_be_empty()
    assert {name.rpartition(":")[2] for name in stored(page)} == {key(page).rpartition(":")[2], "history"}


def test_a_page_that_the_theme_puts_in_place_works(tab: Page, open_instant: Open, instant_examples: str) -> None:
    """With `navigation.instant`, which swaps the content and runs its scripts again."""

    def here(route: Route) -> None:
        text = route.fetch().text()
        route.fulfill(body=re.sub("http://127.0.0.1/instant/", instant_examples, text), content_type="application/xml")

    tab.route("**/sitemap.xml", here)
    with tab.expect_response("**/sitemap.xml"):
        page = open_instant("other/", tab)
    page.evaluate("window.same = true")
    for visit in (1, 2):
        _follow(page, f"{instant_examples}{CONDITIONS}{'#result' if visit == 2 else ''}")
        if visit == 1:
            result(page, 1)
        else:
            assert len(chosen(page)) == 4
            expect(page.locator(".sa-result__title")).to_be_focused()
            expect(page.locator(".sa-keep")).to_be_visible()
        expect(page).to_have_title(re.compile("Examples$"))
        _follow(page, f"{instant_examples}other/")
        expect(page.locator("self-assessment")).to_have_count(0)
    _follow(page, f"{instant_examples}{EXAMPLE}")
    assert chosen(page) == {}
    assert page.evaluate("window.same")


def _follow(page: Page, address: str) -> None:
    """Click a link to a page; Material replaces the content once it has the list of the site's pages."""
    page.evaluate(
        """address => {
            const link = document.createElement("a");
            link.href = address;
            link.textContent = "go";
            link.id = "go";
            document.querySelector("article").prepend(link);
        }""",
        address,
    )
    page.locator("#go").click()
    # The theme may have written a heading into the address already.
    expect(page).to_have_url(re.compile(rf"^{re.escape(address)}(#.*)?$"))
    expect(page.locator("#go")).to_have_count(0)


def test_the_result_of_a_link_stays_in_the_address(open_instant: Open) -> None:
    """While `navigation.tracking` writes the heading that is read into it."""
    page = open_instant(CONDITIONS)
    result(page, 1)
    link = page.locator("#sa-keep-link").input_value()
    open_instant("other/", page)
    page.goto(link)
    expect(page.locator(".sa-shared")).to_be_visible()
    page.evaluate("history.replaceState({}, '', '#heading')")
    page.reload()
    expect(page.locator(".sa-shared")).to_be_visible()
    page.locator(".sa-shared button").first.click()
    expect(page.locator(".sa-shared")).to_have_count(0)
    assert page.evaluate("location.hash") == ""


def test_what_could_not_be_saved_survives_what_a_theme_does_to_the_element(open_instant: Open) -> None:
    page = open_instant(CONDITIONS)
    page.evaluate("void (Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); })")
    answer(page, choice=1)
    before = chosen(page)
    assert len(before) == 4
    page.evaluate("dispatchEvent(new StorageEvent('storage', { key: null }))")
    assert chosen(page) == before
    page.evaluate("document.querySelector('article').prepend(document.querySelector('self-assessment'))")
    assert chosen(page) == before
    # With `navigation.instant`, Material replaces the page at the first step back, even within it.
    page.evaluate(
        """async () => {
            const text = await (await fetch(location.href)).text();
            const fresh = new DOMParser().parseFromString(text, "text/html").querySelector("self-assessment");
            document.querySelector("self-assessment").replaceWith(fresh);
        }"""
    )
    assert chosen(page) == before
    expect(page.locator(".sa-bar--unsaved")).to_be_visible()
    show_result(page)
