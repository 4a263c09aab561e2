"""What readers of several languages meet: a suggested language, never a forced one, and addresses that aren't found."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.addresses import LANGUAGES, published

ARTICLES = {lang: published(f"{lang}/articles/") for lang in LANGUAGES}
KEY = "multilingual:/servicekompas/:language-suggestion"
WITHOUT_STORAGE = (
    "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })"
)


@contextmanager
def visit(
    chromium: Browser,
    address: str,
    languages: list[str],
    *,
    script: str = "",
    javascript: bool = True,
    width: int = 1280,
) -> Iterator[Page]:
    """A page as a reader sees it whose browser prefers these languages; no script may fail."""
    context = chromium.new_context(
        viewport={"width": width, "height": 800}, reduced_motion="reduce", java_script_enabled=javascript
    )
    context.add_init_script(f"Object.defineProperty(navigator, 'languages', {{ value: {languages} }}); {script}")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address)
    yield page
    context.close()
    assert errors == []


def line(page: Page) -> Locator:
    return page.locator(".ml-suggestion")


@pytest.mark.parametrize(
    ("here", "languages", "suggested"),
    [
        ("da", ["sv-SE", "da"], "sv"),
        ("da", ["da-DK", "sv"], None),
        ("sv", ["no"], "nb"),
        ("sv", ["nn-NO"], "nb"),
        ("nb", ["no"], None),
        ("da", ["fi", "en-US"], "en"),
        ("da", ["fi"], None),
        ("en", ["fi", "en-GB", "sv"], None),
    ],
)
def test_the_language_that_the_browser_prefers_is_suggested(
    chromium: Browser, site: str, here: str, languages: list[str], suggested: str | None
) -> None:
    with visit(chromium, site + ARTICLES[here], languages) as page:
        if suggested is None:
            page.wait_for_load_state("networkidle")
            expect(line(page)).to_have_count(0)
        else:
            expect(line(page)).to_have_attribute("lang", suggested)
            expect(line(page).locator("a")).to_have_attribute("hreflang", suggested)
        assert page.url == site + ARTICLES[here]


def test_the_link_leads_to_the_translation_and_keeps_the_fragment(chromium: Browser, site: str) -> None:
    with visit(chromium, f"{site}{ARTICLES['da']}#x=1", ["sv"]) as page:
        line(page).locator("a").click()
        page.wait_for_url(f"{site}{ARTICLES['sv']}#x=1")
        expect(line(page)).to_have_count(0)
        page.goto(site + ARTICLES["nb"])
        page.wait_for_load_state("networkidle")
        expect(line(page)).to_have_count(0)


@pytest.mark.parametrize("way", ["button", "Escape"])
def test_it_is_dismissed_for_good_and_reading_goes_on_where_it_was(chromium: Browser, site: str, way: str) -> None:
    with visit(chromium, site + ARTICLES["da"], ["sv"]) as page:
        line(page).locator("button").focus()
        page.keyboard.press("Enter" if way == "button" else "Escape")
        expect(line(page)).to_have_count(0)
        assert page.evaluate(f"localStorage.getItem('{KEY}')") == "answered"
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('header') !== null")
        page.reload()
        page.wait_for_load_state("networkidle")
        expect(line(page)).to_have_count(0)


def test_who_chooses_a_language_is_not_asked_again(chromium: Browser, site: str) -> None:
    with visit(chromium, site + ARTICLES["da"], ["sv"]) as page:
        expect(line(page)).to_be_visible()
        page.locator(".sk-languages summary").click()
        page.locator(".sk-languages a[hreflang=en]").click()
        page.wait_for_url(site + ARTICLES["en"])
        page.wait_for_load_state("networkidle")
        expect(line(page)).to_have_count(0)


def test_it_works_where_the_browser_keeps_pages_from_its_storage(chromium: Browser, site: str) -> None:
    with visit(chromium, site + ARTICLES["da"], ["sv"], script=WITHOUT_STORAGE) as page:
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


def test_it_comes_first_by_keyboard_after_the_way_to_the_content(chromium: Browser, site: str) -> None:
    with visit(chromium, site + ARTICLES["da"], ["sv"]) as page:
        expect(line(page)).to_be_visible()
        for _ in range(3):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.closest('.ml-suggestion') !== null"):
                break
        assert page.evaluate("document.activeElement.hreflang") == "sv"


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_moves_and_nothing_stays_hidden(chromium: Browser, site: str, width: int) -> None:
    with visit(chromium, site + ARTICLES["da"], [], width=width) as page:
        before = page.locator("h1").bounding_box()
    with visit(chromium, site + ARTICLES["da"], ["sv"], width=width) as page:
        expect(line(page)).to_be_visible()
        assert page.locator("h1").bounding_box() == before
        page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
        footer, bar = page.locator("footer").bounding_box(), line(page).bounding_box()
        assert footer
        assert bar
        assert footer["y"] + footer["height"] <= bar["y"] + 1
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(chromium: Browser, site: str, scheme: str) -> None:
    with visit(chromium, site + ARTICLES["da"], ["sv"]) as page:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
        expect(line(page)).to_be_visible()
        found = Axe().run(page, context=".ml-suggestion").response["violations"]
        assert [violation["id"] for violation in found] == []
        expect(page.get_by_role("complementary", name="Språk")).to_be_visible()


@pytest.mark.parametrize(
    ("path", "first"),
    [("nothing/here", "da"), ("sv/nothing/", "sv"), ("nb/nothing", "nb"), ("en/a/b/c.html", "en"), ("svensk/", "da")],
)
def test_the_language_of_the_address_comes_first(chromium: Browser, site: str, path: str, first: str) -> None:
    with visit(chromium, site + path, ["fi"]) as page:
        sections = page.locator(".ml-not-found section")
        expect(sections).to_have_count(4)
        expect(page.locator(".ml-not-found")).to_have_attribute("data-first", first)
        expect(sections.first).to_have_attribute("lang", first)
        assert page.title().startswith(str(sections.first.locator("h2").text_content()))
        assert page.locator("title").get_attribute("lang") == first
        sections.first.locator("a").first.click()
        page.wait_for_url(site + ("" if first == "da" else f"{first}/"))


def test_without_javascript_all_languages_are_shown(chromium: Browser, site: str) -> None:
    with visit(chromium, f"{site}sv/nothing/", ["sv"], javascript=False) as page:
        assert [s.get_attribute("lang") for s in page.locator(".ml-not-found section").all()] == [
            "da",
            "sv",
            "nb",
            "en",
        ]
        assert page.locator(".ml-not-found h2").first.is_visible()


def test_no_address_asks_for_what_is_not_there(chromium: Browser, site: str) -> None:
    """Material's script would ask for a sitemap beside each translation."""
    for path in (ARTICLES["sv"], "sv/nothing/at/all/"):
        with visit(chromium, "about:blank", []) as page:
            missing: list[str] = []
            page.on("response", lambda r, m=missing: m.append(r.url) if r.status >= 400 else None)  # type: ignore[misc]
            page.goto(site + path, wait_until="networkidle")
            assert missing == ([] if path in ARTICLES.values() else [site + path])


@pytest.mark.parametrize("address", [ARTICLES[LANGUAGES[-1]], published("style.html")])
def test_no_sitemap_is_asked_for_and_others_find_translations(chromium: Browser, site: str, address: str) -> None:
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + address, wait_until="networkidle")
    assert [url for url in asked if "sitemap" in url] == []
    there = page.locator("link[rel=alternate][hreflang]").count()
    assert there == (0 if address.endswith(".html") else len(LANGUAGES) + 1)
    page.close()
