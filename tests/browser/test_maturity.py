"""Levels: choosing them, the staircases, and what a reader can do with such a result."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

from tests.axe import violations

from .pages import LEVELS, choose, chosen, show_result
from .results import download, unfold
from .windows import Open

GIVEN: dict[str, int | str] = {"customers": 2, "customers--target": 3, "mistakes": 1, "leading": 1}


def answered(open_example: Open, given: dict[str, int | str] = GIVEN) -> Page:
    page = open_example(LEVELS)
    choose(page, given)
    show_result(page)
    expect(page.locator(".sa-keep")).to_be_visible()
    return page


def test_each_area_asks_for_today_and_may_be_asked_for_a_year(open_example: Open) -> None:
    page = open_example(LEVELS)
    groups = page.get_by_role("group")
    expect(groups.filter(has_text="which description fits today?")).to_have_count(3)
    expect(groups.filter(has_text="where do you want to be in a year?")).to_have_count(3)
    expect(page.locator(".sa-bar__count")).to_have_text("0 of 3 answered")
    level = page.get_by_role("radio", name="2. Collected").first
    expect(level).to_have_accessible_description("It is written down.")
    # All of a level can be clicked, its description too.
    page.get_by_text("It is written down.").click(force=True)
    expect(level).to_be_checked()
    expect(page.locator(".sa-bar__count")).to_have_text("1 of 3 answered")


def test_the_lowest_areas_are_named_together_and_the_mean_is_a_mean(open_example: Open) -> None:
    page = answered(open_example)
    expect(page.locator(".sa-overall__sentence")).to_have_text(
        "The lowest areas are “Mistakes” and “Leading”, all at level 1. The average over 3 areas is 1.3."
    )
    expect(page.locator(".sa-overall__band")).to_have_text("Begin with the lowest.")
    expect(page.locator(".sa-overall__number")).to_be_hidden()


def test_the_figures_are_in_a_table_and_the_staircases_in_words(open_example: Open) -> None:
    page = answered(open_example)
    rows = page.locator(".sa-levels tbody tr")
    assert [row.locator("th, td").all_text_contents() for row in rows.all()] == [
        ["Mistakes", "1 of 3", "–", "–"],
        ["Leading", "1 of 4", "–", "–"],
        ["Customers", "2 of 4", "3 of 4", "+1"],
    ]
    stairs = page.get_by_role("img", name="One staircase for each area.")
    expect(stairs).to_have_accessible_name(
        "One staircase for each area. Mistakes: 1 of 3 (Put right); Leading: 1 of 4 (When it burns);"
        " Customers: 2 of 4, aiming for 3 (Collected)."
    )
    expect(stairs.locator(".sa-stairs__step")).to_have_count(3 + 4 + 4)
    expect(stairs.locator(".sa-stairs__step--today")).to_have_count(1 + 1 + 2)
    expect(stairs.locator(".sa-stairs__step--target")).to_have_count(1)


def test_the_next_level_is_the_next_step(open_example: Open) -> None:
    page = answered(open_example)
    customers = page.locator(".sa-levels__fold", has_text="Customers")
    expect(customers).to_contain_text("Choose one to act on.")
    expect(customers.locator(".sa-levels__next")).to_contain_text("The next step, level 3: In use")
    expect(customers.locator(".sa-levels__next")).to_contain_text("It changes what we do.")
    # Copies have no ids, which must stay unique.
    ids = page.eval_on_selector_all("[id]", "all => all.map(one => one.id)")
    assert len(ids) == len(set(ids))


def test_a_lower_target_is_explained_and_the_top_has_no_next_step(open_example: Open) -> None:
    page = answered(
        open_example, {"customers": 4, "customers--target": 2, "mistakes": 2, "mistakes--target": 3, "leading": 3}
    )
    customers = page.locator(".sa-levels__fold", has_text="Customers")
    expect(customers).to_contain_text("In a year you want to be at a lower level than today.")
    expect(customers).to_contain_text("This is the highest level described here.")
    expect(page.locator(".sa-levels__fold", has_text="Mistakes")).to_contain_text("Take one thing at a time.")
    expect(page.locator(".sa-levels tbody tr", has_text="Customers")).to_contain_text("−2")


def test_too_few_levels_are_no_result(open_example: Open) -> None:
    page = open_example(LEVELS)
    choose(page, {"customers": 2, "mistakes--target": 3})
    show_result(page)
    page.locator("[data-action=continue]").click()
    expect(page.locator(".sa-overall__sentence")).to_have_text(
        "There are too few answers for a result: 1 of 3 areas are answered, and at least 2 are needed."
    )
    expect(page.locator(".sa-levels")).to_be_hidden()


def test_a_target_can_be_taken_back_and_answers_come_again(open_example: Open) -> None:
    page = open_example(LEVELS)
    choose(page, GIVEN)
    assert chosen(page) | {} == {**{k: str(v) for k, v in GIVEN.items()}, "mistakes--target": "", "leading--target": ""}
    page.reload()
    assert chosen(page)["customers--target"] == "3"
    page.get_by_role("radio", name="Not decided").first.check()
    page.reload()
    assert chosen(page)["customers--target"] == ""
    assert chosen(page)["customers"] == "2"


def test_a_result_is_shared_by_link_with_its_targets(open_example: Open) -> None:
    page = answered(open_example)
    link = page.locator("#sa-keep-link").input_value()
    open_example(LEVELS + link.partition("#")[1] + link.partition("#")[2], page)
    expect(page.locator(".sa-shared")).to_be_visible()
    expect(page.locator(".sa-levels tbody tr", has_text="Customers")).to_contain_text("3 of 4")


def test_files_hold_levels(open_example: Open) -> None:
    page = answered(open_example)
    file = json.loads(download(page, "json"))
    assert file["answers"] == GIVEN
    assert set(file["scores"]) == {"levels", "customers", "mistakes", "leading"}
    table = download(page, "csv")
    assert "Result,levels,Average,,,1.3,33" in table
    assert "Answer,customers,1. Customers,Customers,2. Collected,2," in table
    assert "Answer,customers--target,1. Customers (In a year),Customers,3. In use,3," in table
    unfold(page, "compare")
    page.locator(".sa-compare [type=file]").set_input_files(
        {
            "name": "a.json",
            "mimeType": "application/json",
            "buffer": json.dumps(file | {"answers": {**GIVEN, "leading": 3}}).encode(),
        }
    )
    rows = page.locator(".sa-compare__content tr")
    expect(rows.filter(has_text="Average")).to_contain_text("+0.7")
    expect(rows.filter(has_text="Leading")).to_contain_text("+2")


def test_what_has_changed_since_last_time(dated: Page, open_example: Open) -> None:
    dated.clock.set_fixed_time("2026-03-01T10:00:00Z")
    page = open_example(LEVELS, dated)
    choose(page, GIVEN)
    show_result(page)
    expect(page.locator(".sa-keep")).to_be_visible()
    dated.clock.set_fixed_time("2026-03-09T10:00:00Z")
    page.reload()
    choose(page, {"leading": 3})
    show_result(page)
    expect(page.locator(".sa-since__sentence")).to_have_text(
        "Since 1 March 2026, the average has gone from 1.3 to 2.0."
    )
    expect(page.locator(".sa-since__list li")).to_have_text(["Leading: from 1 of 4 to 3 of 4 (+2)"])
    unfold(page, "history")
    expect(page.locator(".sa-history__headline").last).to_have_text("Lowest: Mistakes and Leading")


def test_it_is_accessible_at_any_width(open_example: Open) -> None:
    page = answered(open_example)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        expect(page.locator(".sa-stairs__step").first).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
        # Each drawing is as high as its place, whatever the theme says of pictures.
        heights = page.locator(".sa-stairs__drawing > svg").evaluate_all("all => all.map(one => one.clientHeight)")
        assert heights == [48, 48, 48], width
        # How links differ from text is up to the theme.
        assert violations(page, "self-assessment", but="link-in-text-block") == [], width


def test_in_print_there_is_a_circle_for_today_and_one_for_the_year(open_example: Open) -> None:
    page = open_example(LEVELS)
    page.emulate_media(media="print")
    expect(page.locator(".sa-level input").first).to_be_visible()
    expect(page.locator(".sa-item--target input").nth(1)).to_be_visible()
    expect(page.get_by_text("Not decided").first).to_be_hidden()
    expect(page.locator(".sa-level__short").first).to_have_text("In a year")
    expect(page.get_by_text("Find the lowest number for today.")).to_be_visible()
