"""axe-core finds nothing, in light and dark, on a phone and on a desktop, before and after the result."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.addresses import published

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
from .windows import Window


@pytest.fixture(params=[(360, "dark"), (1280, "light")], ids=lambda p: f"{p[0]}-{p[1]}")
def page(windows: Callable[..., Window], request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of each width, in each scheme, without motion: axe would report a colour in mid-fade."""
    width, scheme = request.param
    window = windows(viewport={"width": width, "height": 800}, color_scheme=scheme)
    yield window.page()
    window.reset()


PHONE = pytest.mark.parametrize("page", [(360, "dark")], indirect=True, ids=["360-dark"])
"""For pages whose parts are tried at both widths elsewhere."""


def violations(page: Page) -> list[str]:
    """What axe finds, one line each."""
    # Fades that have begun are jumped to their end, whatever the operating system says of motion.
    page.add_style_tag(content="*, ::before, ::after { transition: none !important; animation: none !important }")
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {node['html']} {node['failureSummary']}" for v in found for node in v["nodes"]]


@pytest.mark.parametrize(
    "path", [CULTURE, CHECKLIST, STYLES, SQUARE, "self-assessments/", "articles/reading-the-situation/"]
)
def test_as_it_is_opened(page: Page, site: str, path: str) -> None:
    page.goto(site + published(path))
    assert violations(page) == []


@PHONE
@pytest.mark.parametrize("path", ["", "page/2/", "archive/2026/09/", "category/ord-og-samtaler/", "author/desk/"])
def test_the_lists_of_the_blog(page: Page, site: str, path: str) -> None:
    page.goto(f"{site}blog/{path}")
    assert violations(page) == []


@PHONE
def test_a_post_between_two_others(page: Page, site: str) -> None:
    page.goto(f"{site}blog/archive/2026/09/")
    page.locator(".md-post--excerpt h2 a").first.click()
    expect(page.locator("a[rel=prev], a[rel=next]")).to_have_count(2)
    assert violations(page) == []


def test_gaps_result_and_question(page: Page, site: str) -> None:
    page.goto(site + published(CULTURE))
    answer(page, leave_out=(0, 4, 5))
    show_result(page)
    assert violations(page) == []
    action(page, "continue").click()
    assert violations(page) == []
    turn_to(page, action(page, "erase")).click()
    expect(question(page)).to_be_visible()
    assert violations(page) == []


def test_keeping_sharing_and_comparing(page: Page, site: str) -> None:
    page.goto(site + published(CULTURE))
    for choice in (1, 3):
        answer(page, choice=choice)
        show_result(page)
        page.locator(".sa-keep").wait_for()
        link = page.locator("#sa-keep-link").input_value()
        if choice == 1:
            start_again(page)
    for part in page.locator(":is(.sa-history, .sa-compare) > summary").all():
        part.click()
    expect(page.locator(".sa-pair__row").first).to_be_visible()
    assert violations(page) == []
    page.goto(link)
    expect(page.locator(".sa-shared")).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("path", [STYLES, SQUARE])
def test_results_of_the_other_kinds(page: Page, site: str, path: str) -> None:
    page.goto(site + published(path))
    answer(page, choice=1)
    show_result(page)
    page.locator(".sa-answers summary").click()
    if path == SQUARE:
        expect(page.locator(".sa-square__point")).to_be_visible()
    assert violations(page) == []


def test_pages_and_radar(page: Page, examples: str) -> None:
    page.goto(examples + EXAMPLE)
    answer(page, choice=1)
    action(page, "next").click()
    expect(page.get_by_role("heading", name="Answers")).to_be_focused()
    # The theme of the examples as it comes has faults of its own.
    ours = [line for line in violations(page) if "sa-" in line]
    show_result(page)
    page.locator(".sa-radar summary").click()
    expect(page.locator(".sa-radar__area")).to_be_visible()
    ours += [line for line in violations(page) if "sa-" in line]
    assert ours == []


@pytest.mark.parametrize("path", [CULTURE, STYLES, SQUARE])
def test_nothing_is_wider_than_the_page(page: Page, site: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(site + published(path))
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
