"""One section at a time, follow-ups, must-haves and targets, on an example that has them all."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from .pages import EXAMPLE, STYLES, action, choose, chosen, model, show_result, statements, turn_to
from .results import download, unfold_more
from .windows import Open

BEST = {"promise-kept": 2, "answer-fast": 2, "answer-late": 0, "thanks-said": 2, "thanks-had": 2}


def test_one_page_at_a_time(open_example: Open) -> None:
    page = open_example(EXAMPLE)
    expect(page.locator(".sa-introduction")).to_be_visible()
    expect(page.get_by_text("1 of 3")).to_be_visible()
    expect(page.locator("#sa-item-promise-kept")).to_be_visible()
    expect(page.locator("#sa-item-answer-fast")).to_be_hidden()
    expect(page.locator("button[type=submit]")).to_be_hidden()
    expect(action(page, "back")).to_be_hidden()
    action(page, "next").click()
    expect(page.get_by_role("heading", name="Answers")).to_be_focused()
    expect(page.get_by_role("heading", name="Answers")).to_have_accessible_description("2 of 3")
    expect(page.locator(".sa-introduction")).to_be_hidden()
    expect(page.get_by_text("2 of 3")).to_be_visible()
    action(page, "next").click()
    expect(page.get_by_role("heading", name="Thanks")).to_be_focused()
    expect(action(page, "next")).to_be_hidden()
    expect(page.locator("button[type=submit]")).to_be_visible()
    action(page, "back").click()
    expect(page.get_by_role("heading", name="Answers")).to_be_focused()


def test_the_browsers_back_and_links_to_headings(open_example: Open) -> None:
    page = open_example(EXAMPLE)
    action(page, "next").click()
    action(page, "next").click()
    page.go_back()
    expect(page.locator("#sa-item-answer-fast")).to_be_visible()
    page.reload()
    expect(page.locator("#sa-item-answer-fast")).to_be_visible()
    page.go_back()
    expect(page.locator("#sa-item-promise-kept")).to_be_visible()
    page.go_forward()
    expect(page.get_by_role("heading", name="Answers")).to_be_focused()
    page.locator(".md-nav--secondary").get_by_role("link", name="Thanks").click()
    expect(page.locator("#sa-item-thanks-said")).to_be_visible()
    expect(page.locator("#sa-item-answer-fast")).to_be_hidden()


def test_enter_goes_on_and_the_summary_leads_back(open_example: Open) -> None:
    page = open_example(EXAMPLE)
    page.locator("#sa-item-promise-kept input").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Answers")).to_be_focused()
    choose(page, {"thanks-said": 2})
    show_result(page)
    expect(page.locator(".sa-gaps")).to_be_focused()
    expect(page.locator(".sa-gaps__list a")).to_have_count(4)
    page.locator(".sa-gaps__list a").nth(1).click()
    expect(page.locator("#sa-item-answer-fast input").first).to_be_focused()
    expect(page.locator("#sa-item-thanks-said")).to_be_hidden()
    # Missing answers stay visible, and the result can be requested from here.
    choose(page, {"answer-fast": 2, "answer-late": 0})
    expect(page.locator(".sa-gaps__list a")).to_have_count(2)
    choose(page, {"promise-kept": 2, "thanks-had": 2})
    expect(page.locator(".sa-gaps")).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator(".sa-result__title")).to_be_focused()


def test_a_later_visit_goes_on_where_answers_are_missing(open_example: Open) -> None:
    page = open_example(EXAMPLE)
    choose(page, {"promise-kept": 2})
    expect(page.locator(".sa-resumed")).to_be_hidden()
    page = open_example(EXAMPLE)
    expect(page.locator(".sa-resumed")).to_contain_text("You carry on at the first one without an answer.")
    expect(page.locator("#sa-item-answer-fast")).to_be_visible()
    expect(action(page, "result")).to_be_hidden()
    action(page, "next").click()
    expect(page.locator(".sa-resumed")).to_be_hidden()
    page.go_back()
    expect(page.get_by_role("heading", name="Answers")).to_be_focused()
    page.reload()
    action(page, "afresh").click()
    assert chosen(page) == {}
    expect(action(page, "undo")).to_be_focused()
    expect(page.locator("#sa-item-promise-kept")).to_be_visible()
    page.keyboard.press("Enter")
    assert chosen(page) == {"promise-kept": "2"}
    expect(page.get_by_role("heading", name="Answers")).to_be_focused()
    choose(page, BEST)
    page = open_example(EXAMPLE)
    expect(page.locator(".sa-resumed")).to_contain_text("You have answered every statement.")
    action(page, "result").click()
    expect(page.locator(".sa-result__title")).to_be_focused()


def test_the_result_is_the_last_page(open_example: Open) -> None:
    page = open_example(EXAMPLE)
    choose(page, BEST)
    turn_to(page, page.locator("#sa-item-thanks-said"))
    show_result(page)
    expect(page.locator(".sa-result__title")).to_be_focused()
    expect(page.locator(".sa-form")).to_be_hidden()
    page.go_back()
    expect(page.locator("#sa-item-thanks-said")).to_be_visible()
    expect(page.locator(".sa-result")).to_be_hidden()
    page.go_forward()
    expect(page.locator(".sa-result__title")).to_be_visible()
    action(page, "answers").click()
    expect(page.get_by_role("heading", name="Thanks")).to_be_focused()
    action(page, "restart").click()
    action(page, "undo").click()
    expect(page.get_by_role("heading", name="Thanks")).to_be_focused()
    assert len(chosen(page)) == 5
    show_result(page)
    expect(page.locator(".sa-result__title")).to_be_focused()


def test_the_theme_has_no_next_link_beside_the_pages_of_a_form(open_page: Open) -> None:
    page = open_page(f"en/{STYLES}")
    current = page.locator(".md-nav--secondary [aria-current=step]")
    expect(current).to_have_text(re.compile("The first return"))
    # A "next" link of the theme would lead to another page.
    expect(page.locator(".md-footer [rel=next]")).to_have_count(0)
    action(page, "next").click()
    expect(current).to_have_text(re.compile("The summer rota"))
    choose(page, {item["id"]: 0 for item in model(page)["items"]})
    show_result(page)
    expect(current).to_have_count(0)


def test_print_and_a_page_without_javascript_have_everything(open_example: Open, plain: Page, examples: str) -> None:
    page = open_example(EXAMPLE)
    action(page, "next").click()
    page.emulate_media(media="print")
    for fieldset in statements(page).all():
        expect(fieldset).to_be_visible()
    expect(page.get_by_text("Only if you answered “Partly / No” to number 1")).to_be_visible()
    plain.goto(examples + EXAMPLE)
    for fieldset in statements(plain).all():
        expect(fieldset).to_be_visible()
    expect(plain.locator(".sa-bar")).to_be_hidden()
    answers = plain.locator(".sa-key__part", has_text="Answers")
    expect(answers.locator(".sa-band__range strong")).to_have_text(
        ["Quick enough", "Too slow", "First step", "Questions"]
    )
    expect(answers).to_contain_text("A low figure is good here.")
    expect(answers.locator("[data-questions=answers] li")).to_have_count(2)
    expect(plain.locator("[data-for=team]")).to_have_attribute("data-label", "As a team:")


def test_follow_ups_come_and_go(open_example: Open) -> None:
    page = open_example(EXAMPLE)
    why, again = page.locator("#sa-item-promise-why"), page.locator("#sa-item-promise-again")
    expect(why).to_be_hidden()
    expect(page.locator(".sa-bar__count")).to_have_text("0 of 5 answered")
    choose(page, {"promise-kept": 1})
    expect(why).to_be_visible()
    expect(again).to_be_hidden()
    expect(page.locator(".sa-announcement")).to_have_text("One more to answer: 2. We know what went wrong.")
    expect(page.locator(".sa-bar__count")).to_have_text("1 of 6 answered")
    choose(page, {"promise-kept": 0, "promise-why": 0})
    expect(again).to_be_visible()
    expect(page.locator(".sa-announcement")).to_have_text("")
    choose(page, {"promise-kept": 2})
    expect(why).to_be_hidden()
    expect(page.locator(".sa-bar__count")).to_have_text("1 of 5 answered")
    # The answer keeps its place: it is there again when the statement is.
    page.reload()
    choose(page, {"promise-kept": 1})
    assert chosen(page)["promise-why"] == "0"


def test_a_follow_up_that_is_not_asked_is_no_gap_and_counts_nowhere(open_example: Open) -> None:
    page = open_example(EXAMPLE)
    choose(page, BEST | {"promise-kept": 1, "promise-why": 0})
    choose(page, {"promise-kept": 2})
    show_result(page)
    expect(page.locator(".sa-overall__number")).to_have_text("100")
    expect(page.locator(".sa-complete__missing li")).to_have_count(0)
    expect(page.locator(".sa-must")).to_be_hidden()
    page.locator(".sa-answers summary").click()
    expect(page.locator(".sa-answers__item")).to_have_count(5)


def test_must_haves_targets_and_reasons(open_example: Open) -> None:
    page = open_example(EXAMPLE)
    choose(page, BEST | {"promise-kept": 1, "promise-why": 1, "answer-late": 2})
    show_result(page)
    expect(page.locator(".sa-must__text")).to_have_text(re.compile("^1 statement has to be in place"))
    expect(page.locator(".sa-must__list li")).to_have_text(["1. We keep what we promise. Answer: Partly."])
    # Promises: 1 + 1 of 0 to 4 is 50, and 70 is the target. Answers: 2·2 + 0 of 0 to 6 is 67, and 40 is the target.
    notes = page.locator(".sa-bars__note")
    # Of answers a low score is good.
    expect(notes).to_have_text(["Too slowtarget 40, 27 to go", "target 70, 20 to go"])
    tones = page.locator(".sa-bars__row").evaluate_all("all => all.map(row => row.dataset.tone)")
    assert tones == ["1", "5", None]
    expect(page.locator(".sa-areas .sa-bars__mark")).to_have_count(2)
    expect(page.locator(".sa-figures tbody tr").last).to_contain_text("50 (target 70, 20 to go)")
    page.locator(".sa-answers summary").click()
    answers = page.locator(".sa-answers__item")
    expect(answers.nth(0)).to_contain_text("“Partly” counts 50 of 100. It has to be in place")
    expect(answers.nth(2)).to_contain_text("It counts as 2 statements.")
    expect(answers.nth(3)).to_contain_text("“Yes” counts 0 of 100. The statement is scored in reverse")


def test_a_must_have_comes_first_in_what_to_read(open_example: Open) -> None:
    page = open_example(EXAMPLE)
    choose(page, BEST | {"promise-kept": 0, "promise-why": 0, "promise-again": 0})
    show_result(page)
    expect(page.locator(".sa-next__reason")).to_have_text("Something has to be put in place: Promises")
    expect(page.locator(".sa-next a")).to_have_text("about promises")
    expect(page.locator(".sa-next__page")).to_have_text("Other")
    # Promises are ahead of the rest, and not praised while one of them has to be put in place.
    rest = {"thanks-said": 0, "thanks-had": 0, "answer-late": 2}
    choose(page, {"promise-why": 1, "promise-again": 1} | rest)
    expect(page.locator(".sa-area").last).to_contain_text("Promises")
    expect(page.locator(".sa-takeaway:visible h3")).to_have_text(["First step", "Read next"])


def test_the_verdict_and_the_first_step(open_example: Open) -> None:
    page = open_example(EXAMPLE)
    choose(page, BEST | {"answer-late": 2, "thanks-said": 0, "thanks-had": 1})
    show_result(page)
    # Promises are kept, of answers too many are late, and there is little thanks: 2 + 4 + 0 + 1 of 0 to 12.
    expect(page.locator(".sa-overall__name")).to_have_text("On its way")
    expect(page.locator(".sa-overall__number")).to_have_text("58")
    expect(page.locator(".sa-scale__names li")).to_have_text(["Something to build on", "On its way"])
    expect(page.locator(".sa-scale__names [aria-current]")).to_have_text("On its way")
    expect(page.locator(".sa-scale__ends span")).to_have_text(["0", "100 (best)"])
    expect(page.locator(".sa-takeaway").first).to_contain_text("Promises")
    # A high score in answers is not a good one.
    expect(page.locator(".sa-area").nth(1)).to_contain_text("Too slow")
    choose(page, {"promise-kept": 1, "promise-why": 0, "answer-fast": 0})
    # A text for a team is not for a reader alone.
    expect(page.locator(".sa-overall__band")).to_contain_text("Ask a colleague.")
    expect(page.locator(".sa-overall__band")).not_to_contain_text("disagree")
    step = page.locator(".sa-takeaway", has_text="First step")
    expect(step).to_contain_text("answer one letter before you open the next")
    days = download(page, "calendar").replace("\r\n ", "")
    assert days.count("BEGIN:VEVENT\r\n") == days.count("DTSTART;VALUE=DATE:") == 2
    assert "SUMMARY:First step: Answers\r\nDESCRIPTION:On Monday\\, answer one letter before" in days
    assert "SUMMARY:Time to look again: Everything\r\n" in days


def test_the_radar_opens_on_request(open_example: Open) -> None:
    page = open_example(EXAMPLE)
    choose(page, BEST)
    show_result(page)
    radar = page.locator(".sa-radar")
    expect(radar.locator("svg")).to_be_hidden()
    radar.locator("summary").click()
    expect(radar.locator(".sa-radar__frame")).to_have_attribute(
        "aria-label", re.compile(r"Promises: 100 \(target 70 reached\); Answers: 100 \(Too slow, .*\); Thanks: 100")
    )
    expect(radar.locator(".sa-radar__name")).to_have_text(["Promises 100", "Answers 100", "Thanks 100"])


def test_others_hear_of_each_result(open_example: Open) -> None:
    page = open_example(EXAMPLE)
    page.evaluate(
        """() => document.querySelector("self-assessment").addEventListener("self-assessment:result", ({ detail }) => {
            window.heard = [detail.model.id, detail.answers["thanks-said"], detail.scores.overall.value,
                typeof detail.words.t, typeof detail.store.save];
        })"""
    )
    choose(page, BEST)
    show_result(page)
    assert page.evaluate("heard") == ["everything", 2, 100, "function", "function"]


def test_print_the_result_alone(open_example: Open) -> None:
    page = open_example(EXAMPLE)
    page.evaluate("window.print = () => { window.printed = document.documentElement.className }")
    choose(page, BEST)
    show_result(page)
    unfold_more(page)
    action(page, "print").click()
    assert "sa-result-alone" in page.evaluate("printed")
    page.emulate_media(media="print")
    expect(page.locator(".sa-form")).to_be_hidden()
    expect(page.locator(".sa-key")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".sa-overall__sentence")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(page.locator(".sa-form")).to_be_visible()


def test_a_shared_result_is_shown_at_once(open_example: Open) -> None:
    page = open_example(EXAMPLE)
    choose(page, BEST)
    show_result(page)
    expect(page.locator("#sa-keep-link")).to_have_value(re.compile("#r="))
    link = page.locator("#sa-keep-link").input_value()
    page.evaluate("localStorage.clear()")
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator(".sa-overall__number")).to_have_text("100")
    expect(page.locator(".sa-overall__number")).to_be_visible()
    expect(page.locator(".sa-form")).to_be_hidden()
