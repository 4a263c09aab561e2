"""What a statement may have beside its text, and results in points, as readers meet them."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .pages import TRAITS, choose, show_result
from .windows import Open

ANSWERS: dict[str, float | str] = {"meet": 1, "plan": 1, "mail": 2}


def test_decimals_points_and_compound_follow_ups_up_to_a_shared_link(open_example: Open) -> None:
    page = open_example(TRAITS)
    follow_up = page.locator("[data-item=keys]")
    expect(follow_up).to_be_hidden()
    choose(page, ANSWERS)
    expect(follow_up).to_be_visible()
    choose(page, {"keys": "-1.5"})
    show_result(page)
    outgoing = page.locator(".sa-area", has_text="Outgoing")
    expect(outgoing).to_contain_text("1.5 points")
    expect(outgoing).to_contain_text("Go on.")
    # 1 + 0.5 + 2 - 1.5 = 2 on a scale from -1.5 to 5: 100 * 3.5 / 6.5 = 53.8
    expect(page.locator(".js-overall-number")).to_have_text("54")
    shared = open_example(TRAITS + page.locator("#sa-keep-link").input_value().partition(TRAITS)[2])
    expect(shared.locator(".js-overall-number")).to_have_text("54")


def test_an_explanation_describes_its_statement_and_sub_headings_group(examples: str, plain: Page) -> None:
    plain.goto(examples + TRAITS)
    described = plain.locator("[data-item=meet]").get_attribute("aria-describedby")
    expect(plain.locator(f"#{described}")).to_have_text("Colleagues and customers alike.")
    expect(plain.locator(".sa-lead h3")).to_have_text(["At work", "At home"])
    assert plain.locator(".sa-key .sa-band__range").all_inner_texts()[:2] == ["0 points", "0.5 to 1.5 points"]
    answers = plain.locator("[data-item=keys] .sa-option__label")
    assert [text.split() for text in answers.all_inner_texts()] == [["−1.5", "Hardly"], ["0"], ["1.5", "Very"]]
    expect(plain.locator("[data-item=keys] .sa-item__condition")).to_have_text(
        "When the answer to number 3 is “Often” and "
        "(the answer to number 1 is “Yes” or the answer to number 2 is “Yes”)"
    )
