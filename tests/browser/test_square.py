"""Two factors: the point in its square."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from .pages import SQUARE, action, choose, model, show_result
from .results import unfold_more
from .windows import Open


def at(page: Page, **scores: int) -> dict[str, int]:
    """Answers that give these scores (0, 25, 50, 75 or 100), by dimension."""
    return {
        item["id"]: 5 - step if item["reverse"] else 1 + step
        for item in model(page)["items"]
        for step in [scores[item["dimensions"][0]] // 25]
    }


def test_the_point_is_in_its_field(open_page: Open) -> None:
    page = open_page(f"en/{SQUARE}")
    choose(page, at(page, competence=75, commitment=75))
    show_result(page)
    for competence, commitment in ((25, 75), (25, 25), (75, 25), (50, 50)):
        choose(page, at(page, competence=competence, commitment=commitment))
        the_point_is_in_its_field(page, competence, commitment)


def the_point_is_in_its_field(page: Page, competence: int, commitment: int) -> None:
    square = model(page)["square"]
    sides = {"x": "high" if competence >= 50 else "low", "y": "high" if commitment >= 50 else "low"}
    own = next(q for q in square["quadrants"] if (q["x"], q["y"]) == (sides["x"], sides["y"]))
    expect(page.locator(".sa-overall__sentence")).to_contain_text(f"“{own['title']}”")
    text = page.locator(f'[data-quadrant="{own["id"]}"] .sa-band__text').text_content() or ""
    assert text.strip() in (page.locator(".sa-overall__band").text_content() or "")
    image = page.get_by_role("img", name=re.compile("square with four fields"))
    label = image.get_attribute("aria-label") or ""
    assert all(q["title"] in label for q in square["quadrants"])
    assert f"The point is in “{own['title']}”" in label
    # Marked by its frame and by a word, not only by a colour.
    expect(page.locator(".sa-square__name", has_text="The answers")).to_contain_text(own["title"])
    expect(page.locator(".sa-square__field--own")).to_have_count(1)
    point = page.locator(".sa-square__point").bounding_box()
    field = page.locator(".sa-square__field--own").bounding_box()
    assert point
    assert field
    x, y = point["x"] + point["width"] / 2, point["y"] + point["height"] / 2
    assert field["x"] - 3 <= x <= field["x"] + field["width"] + 3
    assert field["y"] - 3 <= y <= field["y"] + field["height"] + 3
    expect(page.locator(".sa-next__reason").first).to_have_text(f"Square: {own['title']}")


def test_near_a_border_both_sides_are_named(open_page: Open) -> None:
    page = open_page(f"en/{SQUARE}")
    choose(page, at(page, competence=75, commitment=75))
    show_result(page)
    for competence, commitment, neighbours in (
        (50, 25, ["low-low"]),
        (25, 50, ["low-low"]),
        (50, 50, ["low-high", "high-low"]),
        (75, 25, []),
    ):
        choose(page, at(page, competence=competence, commitment=commitment))
        both_sides_are_named(page, neighbours)


def both_sides_are_named(page: Page, neighbours: list[str]) -> None:
    quadrants = {f"{q['x']}-{q['y']}": q for q in model(page)["square"]["quadrants"]}
    beyond = [q for name, q in quadrants.items() if name in neighbours]
    folds = page.locator(".sa-overall__band details")
    expect(folds).to_have_count(len(beyond))
    near = page.locator(".sa-overall__near")
    expect(near).to_have_count(1 if beyond else 0)
    for fold, quadrant in zip(folds.all(), beyond, strict=True):
        expect(near).to_contain_text(f"“{quadrant['title']}”")
        expect(fold.locator("p").first).to_be_hidden()
        fold.get_by_text(f"Read about “{quadrant['title']}” too").click()
        expect(fold.locator("p").first).to_be_visible()
        text = page.locator(f'[data-quadrant="{quadrant["id"]}"] .sa-band__text').text_content() or ""
        assert text.strip() in (fold.text_content() or "")


def test_what_is_near_is_printed_and_copied_too(open_page: Open) -> None:
    page = open_page(SQUARE)
    page.evaluate("() => { navigator.clipboard.writeText = async text => { window.copied = text } }")
    choose(page, at(page, competence=50, commitment=50))
    show_result(page)
    printed = page.locator(".sa-squares__near h4")
    expect(printed).to_have_count(2)
    expect(printed.first).to_be_hidden()
    unfold_more(page)
    page.locator("[data-keep=copy-text]").click()
    page.wait_for_function("window.copied")
    for sentence in (".sa-overall__sentence", ".sa-overall__near"):
        assert (page.locator(sentence).text_content() or "-") in page.evaluate("copied")
    page.emulate_media(media="print")
    expect(page.locator(".sa-overall__near")).to_be_visible()
    expect(printed.first).to_be_visible()
    page.emulate_media(media="screen")
    choose(page, at(page, competence=75, commitment=75))
    expect(printed).to_have_count(0)


def test_no_point_without_both_scores(open_page: Open) -> None:
    page = open_page(f"en/{SQUARE}")
    answers = at(page, competence=50, commitment=50)
    choose(page, {id: value for id, value in answers.items() if id.startswith("competence")})
    show_result(page)
    action(page, "continue").click()
    expect(page.locator(".sa-overall__sentence")).to_contain_text("takes a result on both axes")
    expect(page.locator(".sa-overall__band")).to_be_empty()
    expect(page.locator(".sa-square__frame .sa-square__field")).to_have_count(4)
    expect(page.locator(".sa-square__point")).to_have_count(0)
