"""Scenarios: the order of actions, the style profile, and the reasons after the result."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import Page, expect

from .pages import (
    EFFECTS,
    FOCUSED,
    STYLES,
    action,
    agree,
    choose,
    model,
    show_result,
    statements,
    stored,
    turn_to,
)
from .windows import Open

READER = "self-assessment:/servicekompas/:reader"
BLOCKED = """Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('no', 'SecurityError'); },
});"""


def order(page: Page) -> list[list[str]]:
    """The values of the actions of each situation, from top to bottom."""
    found: list[list[str]] = statements(page).evaluate_all(
        "all => all.map(item => [...item.querySelectorAll('input')].map(radio => radio.value))"
    )
    return found


def letters(page: Page) -> str:
    """The letters of the actions of the first situation, from top to bottom."""
    return "".join(statements(page).first.locator(".sa-option__letter").all_text_contents())


def as_asked(page: Page, **other: int) -> dict[str, int]:
    """The style that each situation asks for, but for those given."""
    return {item["id"]: item["fittingStyle"] for item in model(page)["items"]} | other


def test_a_situation_asks_with_its_title_after_the_story(open_page: Open) -> None:
    page = open_page(f"en/{STYLES}")
    expect(statements(page)).to_have_count(12)
    first = statements(page).first
    title = model(page)["items"][0]["title"]
    expect(first.locator("legend")).to_have_text(re.compile(rf"^\s*1\.\s+{re.escape(title)}: what do you do\?\s*$"))
    expect(first.get_by_role("radio")).to_have_count(4)
    assert first.locator("xpath=preceding-sibling::p").count() > 0
    expect(page.locator(".sa-option__letter").first).to_be_hidden()


def test_the_order_is_the_readers_own_and_stays(open_page: Open) -> None:
    page = open_page(STYLES)
    before = order(page)
    assert stored(page) == {}
    statements(page).first.get_by_role("radio").first.check()
    assert READER in stored(page)
    page.reload()
    assert order(page) == before
    open_page(f"en/{STYLES}", page)
    assert order(page) == before
    page.evaluate(
        "key => localStorage.setItem(key, String((Number(localStorage.getItem(key)) + 1) % 4294967296))", READER
    )
    page.reload()
    assert order(page) != before


def test_print_has_the_order_of_the_page(open_page: Open) -> None:
    page = open_page(STYLES)
    page.evaluate("key => localStorage.setItem(key, '7')", READER)
    page.reload()
    own = order(page)
    radio = statements(page).first.get_by_role("radio").nth(2)
    radio.check()
    radio.focus()
    chosen = radio.get_attribute("value")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert letters(page) == "ABCD"
    assert page.evaluate(f"{FOCUSED}.value") == chosen
    page.emulate_media(media="print")
    expect(page.locator(".sa-option__letter").first).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert order(page) == own
    expect(statements(page).first.locator("input:checked")).to_have_attribute("value", chosen or "")


def test_without_storage_there_is_an_order_for_the_visit(tab: Page, open_page: Open) -> None:
    tab.add_init_script(BLOCKED)
    page = open_page(STYLES, tab)
    assert sorted(order(page)[0]) == ["0", "1", "2", "3"]


def test_erase_forgets_the_reader_too(open_page: Open) -> None:
    page = open_page(STYLES)
    statements(page).first.get_by_role("radio").first.check()
    turn_to(page, action(page, "erase")).click()
    agree(page)
    assert stored(page) == {}


def test_all_as_asked(open_page: Open) -> None:
    page = open_page(f"en/{STYLES}")
    choose(page, as_asked(page))
    show_result(page)
    expect(page.locator(".sa-result__title")).to_be_focused()
    expect(page.locator(".sa-overall__sentence")).to_contain_text("No primary style")
    for figure in ("flexibility", "effectiveness"):
        expect(page.locator(f"[data-figure={figure}] .sa-bars__figure")).to_have_text("100 of 100")
        expect(page.locator(f"[data-figure={figure}] .js-detail-text")).not_to_be_empty()
    rows = page.get_by_role("table", name=re.compile("asked for")).locator("tbody tr").all()
    assert [row.get_by_role("cell").all_text_contents()[n] for n, row in enumerate(rows)] == ["3"] * 4
    expect(page.locator(".sa-styles__direction")).to_contain_text("In 12 of 12")
    expect(page.locator(".sa-profile")).to_be_hidden()


def test_one_style_throughout(open_page: Open) -> None:
    page = open_page(f"en/{STYLES}")
    choose(page, dict.fromkeys(as_asked(page), 0))
    show_result(page)
    styles = [style["title"] for style in model(page)["styles"]]
    sentence = page.locator(".sa-overall__sentence")
    expect(sentence).to_have_text(f"Primary style: “{styles[0]}”, chosen in 12 of 12 situations. No other was chosen.")
    text = page.locator('[data-style="instruct"] .sa-band__text').text_content() or ""
    assert text.strip() in (page.locator(".sa-overall__band").text_content() or "")
    expect(page.locator("[data-figure=flexibility] .sa-bars__figure")).to_have_text("0 of 100")
    expect(page.locator(".sa-styles__chart .sa-bars__note")).to_have_text(["primary"])
    label = page.locator(".sa-styles__chart").get_attribute("aria-label") or ""
    assert f"{styles[0]}: 12 of 12 (primary)" in label
    expect(page.locator(".sa-style-half--over")).to_have_text("more directing: 9")
    expect(page.locator(".sa-styles__direction")).to_contain_text("In 9 the choice gave more")
    expect(page.locator(".sa-next__reason").first).to_have_text(f"Primary style: {styles[0]}")


def test_all_worst_is_0(open_page: Open) -> None:
    page = open_page(STYLES)
    worst = {item["id"]: min(item["actions"], key=lambda a: a["effect"])["style"] for item in model(page)["items"]}
    choose(page, worst)
    show_result(page)
    section = page.locator("[data-figure=effectiveness]")
    expect(section.locator(".sa-bars__figure")).to_have_text("0 af 100")
    expect(section.locator(".sa-detail__how")).to_have_text(re.compile(r"giver −18 point\..* mellem −18 og \+24\."))


def test_effects_of_the_authors_own(open_example: Open) -> None:
    page = open_example(EFFECTS)
    effectiveness = page.locator("[data-figure=effectiveness]")
    history = page.locator(".sa-history__list > li")
    choose(page, {"alike": 0})
    show_result(page)
    action(page, "continue").click()
    expect(effectiveness.locator(".sa-detail__how")).to_contain_text("there is no effectiveness to measure")
    for empty in (".sa-bars__figure", ".js-detail-bar", ".js-detail-text"):
        expect(effectiveness.locator(empty)).to_be_empty()
    expect(history).to_have_count(1)
    expect(page.locator(".sa-next__reason").last).to_have_text("Flexibility: 0")
    choose(page, {"different": 1})
    expect(effectiveness.locator(".sa-bars__figure")).to_have_text("0 of 100")
    expect(effectiveness.locator(".sa-detail__how")).to_contain_text("+2 points. In these situations the sum can lie")
    expect(effectiveness.locator(".sa-detail__how")).to_contain_text("between +2 and +3")
    choose(page, {"different": 0})
    expect(effectiveness.locator(".sa-bars__figure")).to_have_text("100 of 100")
    expect(effectiveness.locator(".js-detail-text")).to_have_text("You saw what was asked for.")


def test_what_to_read_next_depends_on_the_answers(open_page: Open) -> None:
    page = open_page(STYLES)
    seen = set()
    for style in range(4):
        choose(page, dict.fromkeys(as_asked(page), style))
        show_result(page)
        seen.add(page.locator(".sa-next a").inner_text())
    assert len(seen) == 4


def test_too_few_answers_give_no_profile(open_page: Open) -> None:
    page = open_page(f"en/{STYLES}")
    answers: dict[str, Any] = dict(list(as_asked(page).items())[:9])
    choose(page, answers)
    show_result(page)
    expect(page.locator(".sa-gaps__title")).to_have_text("3 situations have no answer")
    page.locator(".sa-gaps__list a").first.click()
    expect(page.locator(f"#{model(page)['items'][9]['id']}")).to_be_focused()
    action(page, "continue").click()
    expect(page.locator(".sa-overall__sentence")).to_contain_text("9 of 12 situations are answered, and at least 10")
    expect(page.locator(".sa-styles")).to_be_hidden()
    expect(page.locator(".sa-complete__missing a")).to_have_count(3)


def test_reasons_come_with_the_result_and_not_before(open_page: Open) -> None:
    page = open_page(f"en/{STYLES}")
    expect(page.locator(".sa-key")).to_be_hidden()
    first = model(page)["items"][0]
    styles = [style["title"] for style in model(page)["styles"]]
    other = (first["fittingStyle"] + 1) % 4
    choose(page, as_asked(page, **{first["id"]: other}))
    show_result(page)
    page.locator(".sa-answers summary").click()
    entry = page.locator(".sa-answers__item").first
    expect(entry).to_contain_text(f"The situation asks for: {styles[first['fittingStyle']]}.")
    actions = entry.locator(".sa-answers__actions > li")
    expect(actions).to_have_count(4)
    expect(actions.first).to_contain_text("Chosen style")
    expect(actions.first).to_contain_text(styles[other])
    expect(entry.get_by_text("Chosen style")).to_have_count(1)
    for value in range(4):
        reason = page.locator(f'[data-reason="{first["id"]}:{value}"] .sa-band__text').text_content() or ""
        assert reason.strip()
        assert reason.strip() in (entry.text_content() or "")


def test_no_word_of_a_result_is_left_to_be_filled_in(open_page: Open) -> None:
    page = open_page(STYLES)
    choose(page, as_asked(page, **{model(page)["items"][0]["id"]: 3}))
    show_result(page)
    page.locator(".sa-answers summary").click()
    expect(page.locator(".sa-answers__item")).to_have_count(12)
    assert "{" not in (page.locator(".sa-result").text_content() or "")


def test_by_keyboard_alone(open_page: Open) -> None:
    page = open_page(STYLES)
    page.locator(".js-dimension h2").first.evaluate("heading => { heading.tabIndex = -1; heading.focus() }")
    for situation in model(page)["items"]:
        page.keyboard.press("Tab")
        expect(page.locator(f"#sa-item-{situation['id']} input").first).to_be_focused()
        for key in ("Space", "ArrowDown", "Enter"):
            page.keyboard.press(key)
    expect(page.locator(".sa-result__title")).to_be_focused()
    expect(page.locator(".sa-overall__sentence")).not_to_be_empty()
    page.locator(".sa-answers summary").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".sa-answers__item")).to_have_count(12)
    page.keyboard.press("Tab")
    expect(page.locator(".sa-answers__name a").first).to_be_focused()
    page.keyboard.press("Enter")
    # The story first: without it there is nothing to choose between.
    expect(page.locator(f"#{model(page)['items'][0]['id']}")).to_be_focused()
    page.keyboard.press("Tab")
    expect(statements(page).first.locator("input:checked")).to_be_focused()


def test_what_a_screen_reader_hears(open_page: Open) -> None:
    page = open_page(f"en/{STYLES}")
    expect(statements(page).first).to_match_aria_snapshot(
        """
        - 'group "1. The first return: what do you do?"':
          - text: "/The first return: what do you do/"
          - radio /^I /
          - text: /I /
          - radio /^I /
          - text: /I /
          - radio /^I /
          - text: /I /
          - radio /^I /
          - text: /I /
        """
    )
    choose(page, dict.fromkeys(as_asked(page), 1))
    show_result(page)
    expect(page.locator(".sa-result")).to_match_aria_snapshot(
        """
        - region "Your result":
          - heading "Your result" [level=2]
          - heading "Coach" [level=3]
          - paragraph: /Primary style. “Coach”/
          - heading "Strongest" [level=3]
          - paragraph: Effectiveness
          - heading "Read next" [level=3]
          - paragraph:
            - link "Coaching when it has become difficult"
          - paragraph: "Primary style: Coach"
          - heading "The styles" [level=3]
          - img /Bars for how often each style was chosen. Instruct. 0 of 12; Coach. 12 of 12 .primary.; Support/
          - group: Flexibility 0 of 100
          - group: /Effectiveness \\d+ of 100/
          - 'table "The style that the situation asked for (down), and the one chosen (across)"':
            - rowgroup:
              - row "Chosen style":
                - cell
                - columnheader "Chosen style"
              - row "Asked for Instruct Coach Support Delegate":
                - columnheader "Asked for"
                - columnheader "Instruct"
                - columnheader "Coach"
                - columnheader "Support"
                - columnheader "Delegate"
            - rowgroup:
              - row "Instruct 0 3 0 0":
                - rowheader "Instruct"
                - cell "0"
                - cell "3"
                - cell "0"
                - cell "0"
          - group:
            - text: /Keep and share/
          - group: Method and limits
        """
    )
