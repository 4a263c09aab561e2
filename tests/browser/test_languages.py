"""What readers of several languages meet: a suggested language, never a forced one, and addresses that aren't found."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, Page, Request, Response, expect

from tests.addresses import LANGUAGES, published
from tests.axe import looks, violations
from tests.sites import FIXTURE_FILES

from .windows import Open

ARTICLES = {lang: published(f"{lang}/articles/") for lang in LANGUAGES}
KEY = "multilingual:/servicekompas/:language-suggestion"
WITHOUT_STORAGE = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })"
)


Visit = Callable[..., Page]


@pytest.fixture
def visit(tab: Page, open_page: Open) -> Visit:
    """Opens a page as a reader sees it whose browser prefers these languages."""

    def open_(path: str, languages: list[str], script: str = "") -> Page:
        tab.add_init_script(f"Object.defineProperty(navigator, 'languages', {{ value: {languages} }}); {script}")
        return open_page(path, tab)

    return open_


def line(page: Page) -> Locator:
    return page.locator(".ml-suggestion")


@pytest.mark.parametrize(
    ("here", "languages", "suggested"),
    [("sv", ["fi", "nn-NO"], "nb"), ("en", ["fi", "en-GB", "sv"], None)],
)
def test_the_language_that_the_browser_prefers_is_suggested(
    visit: Visit, site: str, here: str, languages: list[str], suggested: str | None
) -> None:
    page = visit(f"{here}/articles/", languages)
    if suggested is None:
        page.wait_for_load_state("networkidle")
        expect(line(page)).to_have_count(0)
    else:
        expect(line(page)).to_have_attribute("lang", suggested)
        expect(line(page).locator("a")).to_have_attribute("hreflang", suggested)
    assert page.url == site + ARTICLES[here]


def test_the_link_leads_to_the_translation_and_keeps_the_fragment(visit: Visit, site: str) -> None:
    page = visit("da/articles/#x=1", ["sv"])
    line(page).locator("a").click()
    page.wait_for_url(f"{site}{ARTICLES['sv']}#x=1")
    expect(line(page)).to_have_count(0)
    page.goto(site + ARTICLES["nb"])
    page.wait_for_load_state("networkidle")
    expect(line(page)).to_have_count(0)


@pytest.mark.parametrize("way", ["button", "Escape"])
def test_it_is_dismissed_for_good_and_reading_goes_on_where_it_was(visit: Visit, way: str) -> None:
    page = visit("da/articles/", ["sv"])
    line(page).locator("button").focus()
    page.keyboard.press("Enter" if way == "button" else "Escape")
    expect(line(page)).to_have_count(0)
    assert page.evaluate(f"localStorage.getItem('{KEY}')") == "answered"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('header') !== null")
    page.reload()
    page.wait_for_load_state("networkidle")
    expect(line(page)).to_have_count(0)


def test_who_chooses_a_language_is_not_asked_again(visit: Visit, site: str) -> None:
    page = visit("da/articles/", ["sv"])
    expect(line(page)).to_be_visible()
    page.locator(".sk-languages summary").click()
    page.locator(".sk-languages a[hreflang=en]").click()
    page.wait_for_url(site + ARTICLES["en"])
    page.wait_for_load_state("networkidle")
    expect(line(page)).to_have_count(0)


def test_it_works_where_the_browser_keeps_pages_from_its_storage(visit: Visit, site: str) -> None:
    page = visit("da/articles/", ["sv"], WITHOUT_STORAGE)
    expect(line(page)).to_be_visible()
    # Another page in place of this one, as themes with instant navigation do it.
    page.evaluate(
        """async address => {
            const text = await (await fetch(address)).text();
            const fresh = new DOMParser().parseFromString(text, "text/html");
            history.pushState(null, "", address);
            const content = "[data-md-component=container]";
            document.querySelector(content).replaceWith(fresh.querySelector(content));
        }""",
        site + published("da/self-assessments/"),
    )
    expect(line(page)).to_have_count(1)
    there = site + published("sv/self-assessments/")
    assert line(page).locator("a").evaluate("link => decodeURI(link.href)") == there
    line(page).locator("button").click()
    expect(line(page)).to_have_count(0)


def test_it_comes_first_by_keyboard_after_the_way_to_the_content(visit: Visit) -> None:
    page = visit("da/articles/", ["sv"])
    expect(line(page)).to_be_visible()
    for _ in range(3):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('.ml-suggestion') !== null"):
            break
    assert page.evaluate("document.activeElement.hreflang") == "sv"


def test_nothing_moves_and_nothing_stays_hidden(visit: Visit, open_page: Open) -> None:
    without = open_page("da/articles/")
    page = visit("da/articles/", ["sv"])
    expect(line(page)).to_be_visible()
    for width in (360, 1280):
        for one in (without, page):
            one.set_viewport_size({"width": width, "height": 800})
            one.evaluate("scrollTo(0, 0)")
        assert page.locator("h1").bounding_box() == without.locator("h1").bounding_box(), width
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        footer, bar = page.locator("footer").bounding_box(), line(page).bounding_box()
        assert footer
        assert bar
        assert footer["y"] + footer["height"] <= bar["y"] + 1, width
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


def test_it_is_accessible(visit: Visit) -> None:
    page = visit("da/articles/", ["sv"])
    expect(line(page)).to_be_visible()
    for look in looks(page):
        assert violations(page, ".ml-suggestion") == [], look
    expect(page.get_by_role("complementary", name="Språk")).to_be_visible()


def test_what_is_not_found_is_said_in_the_language_of_the_address(open_page: Open, site: str) -> None:
    page = None
    for path, lang in {"nothing/here": "da", "sv/nothing/": "sv", "en/a/b/c.html?d=1": "en", "svensk/": "da"}.items():
        page = open_page(path, page)
        expect(page.locator("html"), path).to_have_attribute("lang", lang)
        assert page.url == site + path
        assert page.title().startswith(f"{page.locator('h1').inner_text()} - "), path
        expect(page.locator(".ml-not-found section:visible"), path).to_have_count(1)
        home = site + ("" if lang == "da" else f"{lang}/")
        for link in (page.locator("header a"), page.locator(".ml-not-found section > ul a")):
            assert link.first.evaluate("link => link.href") == home, path


def test_an_address_that_is_not_found_leads_to_near_pages_and_a_search(open_page: Open) -> None:
    page = open_page("sv/self-assessments/service-cluture.html")
    near = page.locator("[data-near] a")
    expect(near.first).to_have_attribute("href", re.compile(quote(published("sv/self-assessments/service-culture/"))))
    field = page.get_by_role("textbox", name="Sök på webbplatsen")
    expect(field).to_have_value("service cluture")
    assert violations(page) == []
    page.get_by_role("search").get_by_role("button", name="Sök").click()
    expect(page.get_by_role("dialog").get_by_role("combobox").first).to_have_value("service cluture")
    expect(page.locator(".ml-search__hit").first).to_be_visible()


def test_without_javascript_all_languages_are_shown(plain: Page, site: str) -> None:
    plain.goto(f"{site}sv/nothing/")
    sections = plain.locator(".ml-not-found section").all()
    assert [section.get_attribute("lang") for section in sections] == ["da", "sv", "nb", "en"]
    assert plain.locator(".ml-not-found h1").is_visible()
    assert plain.locator(".ml-not-found h2").last.is_visible()
    assert not plain.get_by_role("search").is_visible()


def test_no_address_asks_for_what_is_not_there(tab: Page, site: str) -> None:
    """Material's script would ask for a sitemap beside each translation."""
    missing: list[str] = []

    def note(response: Response) -> None:
        if response.status >= 400:
            missing.append(response.url)

    tab.on("response", note)
    for path in (ARTICLES["sv"], "sv/nothing/at/all/"):
        missing.clear()
        tab.goto(site + path, wait_until="networkidle")
        assert missing == ([] if path in ARTICLES.values() else [site + path])


def test_no_sitemap_is_asked_for_and_others_find_translations(tab: Page, site: str) -> None:
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    tab.on("request", note)
    for address, there in {ARTICLES[LANGUAGES[-1]]: len(LANGUAGES) + 1, "style.html": 0}.items():
        tab.goto(site + address, wait_until="networkidle")
        assert [url for url in asked if "sitemap" in url] == [], address
        assert tab.locator("link[rel=alternate][hreflang]").count() == there, address


def test_who_writes_has_the_state_of_a_page_and_new_files_at_its_foot(visit: Visit, site: str) -> None:
    page = visit("translations/", ["da"])
    page.locator(".js-ml-foot").click()
    expect(page.locator(".js-ml-foot")).to_have_attribute("aria-pressed", "true")
    page.goto(site + ARTICLES["sv"])
    foot = page.locator(".md-content .ml-foot")
    expect(foot.locator("tbody code")).to_have_text("articles/index.md")
    edited = foot.locator("tbody a[href^='https://github.com/']")
    assert edited.first.get_attribute("href") == f"{FIXTURE_FILES}/edit/main/docs/sv/articles/index.md"
    begun = foot.locator("a[href*='filename=docs/sv/articles/']").get_attribute("href") or ""
    assert begun.startswith(f"{FIXTURE_FILES}/new/main?")
    assert re.search(r"%0Adate%3A%20\d{4}-\d\d-\d\d%0A", begun)
    page.goto(site + "translations/")
    page.locator(".js-ml-foot").click()
    page.goto(site + ARTICLES["sv"], wait_until="networkidle")
    expect(foot).to_have_count(0)
