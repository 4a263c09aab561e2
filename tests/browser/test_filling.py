"""Filling in a form: by mouse, by keyboard alone, with missing answers; and its result."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, Route, expect

from .pages import (
    CHECKLIST,
    CULTURE,
    FOCUSED,
    SQUARE,
    action,
    answer,
    chosen,
    model,
    pick,
    radios,
    show_result,
    statements,
    turn_to,
)
from .windows import Open


def test_nothing_is_preselected(open_page: Open) -> None:
    page = open_page(CULTURE)
    assert chosen(page) == {}
    expect(page.locator(".sa-result")).to_be_hidden()
    expect(action(page, "restart")).to_be_hidden()
    expect(action(page, "erase")).to_be_hidden()


def test_what_is_chosen_before_the_script_has_started_is_kept(tab: Page, open_page: Open) -> None:
    def choose_first(route: Route) -> None:
        tab.locator(".sa-option").first.click()
        route.continue_()

    tab.route("**/self-assessment/self-assessment.*.js", choose_first, times=1)
    page = open_page(SQUARE, tab)
    assert len(chosen(page)) == 1
    page.reload()
    expect(page.locator(".sa-form input:checked")).to_have_count(1)


def test_by_mouse(open_page: Open) -> None:
    page = open_page(CULTURE)
    address = page.url
    for statement in statements(page).all():
        turn_to(page, statement).locator(".sa-option").nth(4).click()
    expect(page.locator(".sa-bar__count")).to_contain_text("24")
    show_result(page)
    expect(page.locator(".sa-result__title")).to_be_focused()
    # Six of 24 statements are reversed and weigh as the others: 18 at 5, 6 at 1, over 24 to 120.
    reversed_ = sum(item["reverse"] for item in model(page)["items"])
    expected = round(100 * ((24 - reversed_) * 5 + reversed_ - 24) / 96)
    expect(page.locator(".sa-overall__sentence")).to_contain_text(f"{expected} ")
    assert page.url == f"{address}#result"


def test_by_keyboard_alone(open_page: Open) -> None:
    page = open_page(CHECKLIST)
    statements(page).first.get_by_role("radio").first.focus()
    count = statements(page).count()
    for _ in range(count):
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
    assert len(chosen(page)) == count
    assert set(chosen(page).values()) == {"1"}
    expect(page.locator("button[type=submit]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".sa-result__title")).to_be_focused()
    expect(page.locator(".sa-overall__number")).to_have_text("50")


def test_enter_in_a_radio_asks_for_the_result_and_stays(open_page: Open) -> None:
    page = open_page(CHECKLIST)
    address = page.url
    radios(page).first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".sa-gaps")).to_be_focused()
    assert page.url == address


def test_gaps_are_asked_for(open_page: Open) -> None:
    page = open_page(CULTURE)
    answer(page, leave_out=(1, 20))
    show_result(page)
    summary = page.locator(".sa-gaps")
    expect(summary).to_be_focused()
    expect(page.locator(".sa-result")).to_be_hidden()
    expect(summary.get_by_role("link")).to_have_count(2)
    expect(page.locator(".sa-item__gap")).to_have_count(2)

    summary.get_by_role("link").last.click()
    expect(statements(page).nth(20).get_by_role("radio").first).to_be_focused()
    statements(page).nth(20).get_by_role("radio").first.check()
    expect(summary.get_by_role("link")).to_have_count(1)
    expect(page.locator(".sa-item__gap")).to_have_count(1)
    expect(statements(page).nth(20)).not_to_have_attribute("aria-describedby", re.compile("."))

    action(page, "continue").click()
    expect(page.locator(".sa-result__title")).to_be_focused()
    expect(page.locator(".sa-overall__sentence")).to_contain_text("23")
    expect(page.locator(".sa-complete__missing a")).to_have_count(1)


def test_too_few_answers_give_no_number(open_page: Open) -> None:
    page = open_page(CULTURE)
    show_result(page)
    action(page, "continue").click()
    expect(page.locator(".sa-overall__number")).to_be_hidden()
    expect(page.locator(".sa-overall__sentence")).not_to_be_empty()
    expect(page.locator(".sa-overall__band")).to_be_empty()
    assert page.locator(".sa-bars__value").count() == 0


def test_result_in_its_order(open_page: Open) -> None:
    page = open_page(CULTURE)
    answer(page, choice=2)
    for index in range(4):  # the first dimension to the top, the second to the bottom
        for dimension, best in ((0, True), (1, False)):
            fieldset = statements(page).nth(dimension * 4 + index)
            item = next(i for i in model(page)["items"] if i["id"] == fieldset.get_attribute("data-item"))
            pick(page, dimension * 4 + index, 4 if best != item["reverse"] else 0)
    show_result(page)
    titles = [d["title"] for d in model(page)["dimensions"]]
    page.locator(".sa-method summary").click()
    rows = page.locator(".sa-figures tbody tr")
    expect(rows.first).to_contain_text(titles[0])
    expect(rows.first.get_by_role("cell").first).to_have_text("100")
    expect(rows.last).to_contain_text(titles[1])
    expect(page.locator(".sa-takeaway").first).to_contain_text(titles[0])
    areas = page.locator(".sa-area")
    assert areas.last.locator(".sa-bars__value").get_attribute("width") == "100%"
    expect(areas.first.locator("summary")).to_contain_text(titles[1])
    expect(page.locator(".sa-next")).to_contain_text(titles[1])
    expect(page.locator(".sa-next a")).to_have_count(1)
    # The text of the lowest band, taken from the scoring key on the page.
    second = model(page)["dimensions"][1]["id"]
    text = page.locator(f'[data-band="{second}:0"] .sa-band__text').text_content() or ""
    assert text.strip() in (areas.first.text_content() or "")
    expect(areas.last.locator("p").last).to_be_hidden()
    areas.last.locator("summary").click()
    expect(areas.last.locator("p").last).to_be_visible()


def test_an_answer_in_another_tab_updates_the_result_without_moving_focus(open_page: Open) -> None:
    page, other = open_page(CHECKLIST), open_page(CHECKLIST)
    answer(page, choice=2)
    show_result(page)
    before = page.locator(".sa-overall__number").text_content()
    statements(other).first.get_by_role("radio").first.check()
    expect(page.locator(".sa-overall__number")).not_to_have_text(before or "")
    expect(page.locator(".sa-result__title")).to_be_focused()


def test_not_relevant_leaves_the_denominator(open_page: Open) -> None:
    page = open_page(CHECKLIST)
    answer(page, choice=1)
    for index in range(4):
        statements(page).nth(index).locator("[value=not-relevant]").check()
    show_result(page)
    expect(page.locator(".sa-overall__number")).to_have_text("50")
    expect(page.locator(".sa-figures tbody tr").last.locator("td").last).to_contain_text("0")
    expect(page.locator(".sa-complete__text")).to_contain_text("4")


@pytest.mark.parametrize("path", [SQUARE, CHECKLIST])
def test_focus_is_never_covered(open_page: Open, path: str) -> None:
    page = open_page(path)
    page.set_viewport_size({"width": 640, "height": 640})
    radios = page.locator(".sa-item input:first-child")
    for key in ("Tab", "Shift+Tab"):
        (radios.first if key == "Tab" else page.locator("button[type=submit]")).focus()
        for _ in range(statements(page).count() - 1):
            page.keyboard.press(key)
            assert page.evaluate(
                f"""() => {{
                    const box = {FOCUSED}.getBoundingClientRect();
                    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                    return top === {FOCUSED};
                }}"""
            ), page.evaluate(f"{FOCUSED}.name")


def test_shortcuts_rest_while_a_control_has_focus(open_page: Open) -> None:
    page = open_page(CULTURE)
    address = page.url
    # As early as a page's own script can listen on the document; the site itself listens there too, but later.
    page.evaluate("document.addEventListener('keydown', event => (window.heard = event.key), true)")
    radios(page).first.focus()
    for letter in ("f", "s", "/", "p", ",", "n", ".", "N"):
        page.keyboard.press(letter)
        assert page.url == address, letter
        assert page.evaluate("window.heard") is None
        assert page.evaluate(f"{FOCUSED}.type") == "radio", letter
    page.evaluate(f"{FOCUSED}.blur()")
    page.keyboard.press("x")
    assert page.evaluate("window.heard") == "x"
