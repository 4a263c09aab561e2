"""Result texts with conditions: which one is shown, and that each is explained without JavaScript."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from .pages import CONDITIONS, choose, show_result
from .windows import Open

NO, PARTLY, YES = 0, 1, 2


def whole(page: Page) -> str:
    return (page.locator(".sa-overall__band").text_content() or "").strip()


def test_the_text_follows_from_the_answers(open_example: Open) -> None:
    page = open_example(CONDITIONS)
    answers: dict[str, int | str] = {"frame-goal": YES, "frame-time": YES, "can": NO, "wants": NO}
    choose(page, answers)
    show_result(page)
    assert whole(page) == "Show it, and ask."
    for changed, text in (
        ({"wants": YES}, "Show it."),
        ({"can": YES}, "Let go."),
        ({"wants": PARTLY}, "Ask."),
        ({"frame-goal": NO, "frame-time": NO}, "Show it."),
    ):
        choose(page, changed)
        assert whole(page) == text


def test_each_dimension_has_its_own_and_its_link_is_offered(open_example: Open) -> None:
    page = open_example(CONDITIONS)
    choose(page, {"frame-goal": YES, "frame-time": NO, "can": YES, "wants": YES})
    show_result(page)
    expect(page.locator(".sa-area", has_text="Frame")).to_contain_text("Make time.")
    expect(page.locator(".sa-next a")).to_have_text(["about more"])
    choose(page, {"frame-time": YES})
    expect(page.locator(".sa-area", has_text="Frame")).to_contain_text("Talk about the frame.")


def test_without_javascript_each_text_has_its_condition_in_words(examples: str, plain: Page) -> None:
    plain.goto(examples + CONDITIONS)
    ranges = plain.locator(".sa-key .sa-band__range").all_inner_texts()
    assert ranges[-4:] == [
        "When the answer to number 3 is “No” and the answer to number 4 is “No”",
        "When the answer to number 3 is “No” or “Frame” is below 50%",
        "When the answer to number 4 is “Partly” or “No”",
        "Otherwise",
    ]
