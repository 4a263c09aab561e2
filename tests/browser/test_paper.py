"""Without JavaScript, and on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.addresses import published

from .pages import CHECKLIST, CULTURE, SQUARE, STYLES, action, answer, choose, model, radios, show_result, statements
from .results import unfold_more
from .windows import Open

PAGES = re.compile(rb"/Type\s*/Page[^s]")
LONGEST = "en/"
"""The language of the fixture site whose forms, keys and results take the most paper."""


@pytest.fixture
def culture(plain: Page, site: str) -> Page:
    """A self-assessment in a browser without JavaScript."""
    plain.goto(site + published(CULTURE))
    return plain


def test_without_javascript_all_is_readable_and_usable(culture: Page) -> None:
    expect(statements(culture)).to_have_count(24)
    expect(culture.locator("noscript p")).to_be_visible()
    expect(culture.locator(".sa-key")).to_be_visible()
    numbers = culture.locator(".sa-key__working a").all_text_contents()
    assert sorted(numbers, key=int) == [str(n) for n in range(1, 25)]
    expect(culture.locator(".sa-controls")).to_be_hidden()
    expect(culture.locator(".sa-bar")).to_be_hidden()
    radio = radios(culture).first
    radio.check()
    expect(radio).to_be_checked()


def test_without_javascript_enter_sends_nothing(culture: Page) -> None:
    address = culture.url
    visits: list[str] = []
    culture.on("request", lambda request: visits.append(request.url) if request.is_navigation_request() else None)
    radios(culture).first.check()
    culture.keyboard.press("Enter")
    expect(radios(culture).first).to_be_checked()
    assert culture.url == address
    assert visits == []


def test_key_shows_the_points_of_reversed_statements(culture: Page) -> None:
    rows = culture.locator(".sa-key tbody tr:has(td)").evaluate_all(
        "rows => rows.map(row => [...row.querySelectorAll('td')].map(cell => cell.textContent))"
    )
    assert ["1", "2", "3", "4", "5"] in rows
    assert ["5", "4", "3", "2", "1"] in rows
    assert ["1–4", "4", "20", "", ""] in rows
    assert ["1–24", "24", "120", "", ""] in rows


@pytest.mark.parametrize(("path", "most"), [(CULTURE, 4), (CHECKLIST, 3), (STYLES, 8), (SQUARE, 3)])
def test_the_scoring_key_is_one_page_and_the_last(open_page: Open, path: str, most: int) -> None:
    page = open_page(LONGEST + path)
    whole = len(PAGES.findall(page.pdf(prefer_css_page_size=True)))
    assert 2 <= whole <= most
    page.add_style_tag(content="@media print { .sa-key__working { break-before: page } }")
    on_a_page_of_its_own = len(PAGES.findall(page.pdf(prefer_css_page_size=True)))
    page.add_style_tag(content="@media print { .sa-key__working { display: none } }")
    assert on_a_page_of_its_own == len(PAGES.findall(page.pdf(prefer_css_page_size=True))) + 1
    page.emulate_media(media="print")
    sizes = page.locator(".sa-key *").evaluate_all("all => all.map(e => parseFloat(getComputedStyle(e).fontSize))")
    assert min(sizes) > 10.6  # 8pt


def test_print_is_a_form_without_the_site_around_it(open_page: Open) -> None:
    page = open_page(CULTURE)
    statements(page).first.get_by_role("radio").first.check()
    expect(page.locator(".sa-key")).to_be_hidden()
    page.emulate_media(media="print")
    for hidden in (".md-header", ".md-footer", ".md-sidebar", ".sa-bar", ".sa-controls", ".sa-result"):
        for element in page.locator(hidden).all():
            expect(element).to_be_hidden()
    for visible in (".sa-paper", ".sa-key", ".sa-item", "h1"):
        expect(page.locator(visible).first).to_be_visible()
    expect(page.locator(".sa-key")).to_have_css("break-before", "page")
    expect(page.locator(".sa-item").first).to_have_css("break-inside", "avoid")
    ticked, empty = (radios(page).nth(i) for i in (0, 1))
    widths = [float(r.evaluate("r => parseFloat(getComputedStyle(r).borderTopWidth)")) for r in (ticked, empty)]
    assert widths[0] > 4 * widths[1] > 0


def test_a_shown_result_is_printed_before_the_key(open_page: Open) -> None:
    page = open_page(CULTURE)
    answer(page)
    show_result(page)
    page.emulate_media(media="print")
    expect(page.locator(".sa-result")).to_be_visible()
    for button in page.locator(".sa-result .sa-button").all():
        expect(button).to_be_hidden()
    result, key = (page.locator(selector).bounding_box() for selector in (".sa-result", ".sa-key"))
    assert result
    assert key
    assert result["y"] < key["y"]


@pytest.mark.parametrize("path", [CULTURE, CHECKLIST, STYLES, SQUARE])
def test_the_result_alone_is_one_sheet(open_page: Open, path: str) -> None:
    page = open_page(LONGEST + path)
    page.evaluate("window.print = () => {}")
    answer(page, choice=1 if path != SQUARE else 2)  # in the middle, near two other squares
    if path == STYLES:  # two styles side by side have the longest text
        choose(page, {item["id"]: 2 * (n % 2) for n, item in enumerate(model(page)["items"])})
    show_result(page)
    if path == SQUARE:
        expect(page.locator(".sa-result .sa-square__point")).to_be_visible()
        expect(page.locator(".sa-overall__near")).to_be_visible()
    unfold_more(page)
    action(page, "print").click()
    assert len(PAGES.findall(page.pdf(prefer_css_page_size=True))) == 1


def _number(points: str) -> int:
    return int(points.replace("−", "-"))


def test_a_shared_result_is_marked_in_print(open_page: Open) -> None:
    page = open_page(f"en/{STYLES}")
    answer(page)
    show_result(page)
    link = page.locator("#sa-keep-link")
    expect(link).to_have_value(re.compile("#r="))
    shared = open_page(f"en/{STYLES}#" + link.input_value().partition("#")[2], page)
    shared.evaluate("window.print = () => {}")
    unfold_more(shared)
    action(shared, "print").click()
    assert len(PAGES.findall(shared.pdf(prefer_css_page_size=True))) == 1
    action(shared, "print").click()  # printing is reported to the page, which is then restored
    for alone in (True, False):  # the page's own button, then the browser's command
        if not alone:
            shared.evaluate("dispatchEvent(new Event('afterprint'))")
        shared.emulate_media(media="print")
        expect(shared.get_by_role("heading", name="Shared with you")).to_be_visible()
        expect(shared.locator(".sa-shared p").first).to_be_hidden()
        expect(shared.locator(".sa-shared button").first).to_be_hidden()
        shared.emulate_media(media="screen")


def test_key_of_situations(plain: Page, site: str) -> None:
    page = plain
    page.goto(site + published(f"en/{STYLES}"))
    rows = page.locator(".sa-key__situations tbody tr")
    expect(rows).to_have_count(13)
    # Each letter once in each row, under its style; and the letter is at the same action in the form.
    for index in range(12):
        *cells, least, most = rows.nth(index).get_by_role("cell").all_text_contents()
        assert sorted(cell.strip()[0] for cell in cells) == ["A", "B", "C", "D"]
        assert all(re.fullmatch(r"[A-D] \([+−][12]\)", cell.strip()) for cell in cells)
        points = [cell.strip()[3:-1] for cell in cells]
        assert most == max(points, key=_number) == "+2"
        assert least == min(points, key=_number)
        for style, cell in enumerate(cells):
            option = statements(page).nth(index).locator(".sa-option", has=page.locator(f'[value="{style}"]'))
            expect(option.locator(".sa-option__letter")).to_have_text(cell.strip()[0])
    # Six situations ask for a style at the end and can cost 2, six for one in the middle and cost 1 at most.
    assert rows.last.get_by_role("cell").all_text_contents()[-2:] == ["−18", "+24"]
    expect(page.locator(".sa-key__steps")).to_contain_text("(42 if you answered every situation)")
    expect(page.locator(".sa-key [data-style]")).to_have_count(4)
    expect(page.locator(".sa-key [data-reason]")).to_have_count(48)


def test_key_of_two_factors(plain: Page, site: str) -> None:
    page = plain
    page.goto(site + published(f"en/{SQUARE}"))
    ranges = page.locator(".sa-quadrant .sa-band__range").all_text_contents()
    assert len(set(ranges)) == 4
    assert all("50%" in text for text in ranges)
    expect(page.locator(".sa-key")).to_contain_text("put a cross where they meet")
    expect(page.locator(".sa-key__square rect")).to_have_count(4)
    sides = page.locator(".sa-key__square rect").evaluate_all("all => all.map(e => e.getBBox()).map(b => b.width)")
    assert max(sides) - min(sides) < 1  # the border is at 50
