"""Earlier results: what is stored, what has changed since, and results of other versions."""

from __future__ import annotations

import json

from playwright.sync_api import Page, expect

from .pages import CULTURE, SQUARE, STYLES, action, model, pick, show_result, start_again, statements, stored
from .results import DAY, history, name, put, result, styles, unfold
from .test_square import at
from .windows import Open


def since(page: Page) -> list[str]:
    """The text about the change since the last result."""
    expect(page.locator(".sa-since")).to_be_visible()
    return page.locator(".sa-since p, .sa-since li").all_text_contents()


def raised(page: Page, **areas: int) -> dict[str, int | str]:
    """Answers so many steps above the middle of the scale, for all of an area's statements."""
    return {
        item["id"]: 3 + (-step if item["reverse"] else step)
        for item in model(page)["items"]
        for step in [areas.get(item["dimensions"][0].replace("-", "_"), 0)]
    }


def test_each_sitting_is_one_entry(open_page: Open) -> None:
    page = open_page(CULTURE)
    result(page, 1)
    assert len(history(page)["entries"]) == 1
    expect(page.locator(".sa-since")).to_be_hidden()
    pick(page, 0, 4)
    changed = statements(page).first.get_attribute("data-item")
    page.wait_for_function(
        "([name, item]) => JSON.parse(localStorage.getItem(name)).entries[0].answers[item] === 5",
        arg=[name(page), changed],
    )
    assert len(history(page)["entries"]) == 1
    page.reload()
    show_result(page)
    expect(page.locator(".sa-keep")).to_be_visible()
    assert len(history(page)["entries"]) == 1  # the same result, seen again
    result(page, 2)
    assert len(history(page)["entries"]) == 2
    unfold(page, "history")
    expect(page.locator(".sa-history__list li")).to_have_count(2)
    expect(page.locator(".sa-history__trend").get_by_role("img")).to_have_count(7)
    expect(page.locator(".sa-since")).to_be_visible()


def test_too_few_answers_are_no_result_to_keep_or_to_compare_with_the_last(open_page: Open) -> None:
    page = open_page(CULTURE)
    pick(page, 0, 0)
    show_result(page)
    action(page, "continue").click()
    expect(page.locator(".sa-keep")).to_be_visible()
    assert history(page)["entries"] == []
    expect(page.locator(".sa-history")).to_be_hidden()
    result(page, 1)
    start_again(page)
    pick(page, 0, 0)
    show_result(page)
    action(page, "continue").click()
    expect(page.locator(".sa-history")).to_be_visible()
    expect(page.locator(".sa-since")).to_be_hidden()


def test_change_over_time(dated: Page, open_page: Open) -> None:
    dated.clock.set_fixed_time(DAY.format(1))
    page = open_page(CULTURE, dated)
    result(page, 1)
    dated.clock.set_fixed_time(DAY.format(2))
    result(page, 3)
    first, second = history(page)["entries"]
    before, after = (int(entry["overall"] + 0.5) for entry in (first, second))  # as in the browser: .5 goes up
    assert (first["saved"], second["saved"]) == ("2026-03-01T10:00:00.000Z", "2026-03-02T10:00:00.000Z")
    unfold(page, "history")
    row = page.locator(".sa-history__trend tbody tr").first
    cells = row.locator("td").all_text_contents()
    assert [int(c) for c in cells[:2]] == [before, after]
    assert int(cells[2].replace("\u2212", "-")) == after - before
    label = page.locator(".sa-history__trend").get_by_role("img").first.get_attribute("aria-label") or ""
    assert f"{before} (1. marts 2026), {after} (2. marts 2026)" in label
    expect(page.locator(".sa-areas .js-last")).to_have_count(6)
    expect(page.locator(".js-bars-legend")).to_contain_text("1. marts 2026")


def test_since_last_time_names_the_areas_that_moved_most(dated: Page, open_page: Open) -> None:
    dated.clock.set_fixed_time(DAY.format(1))
    page = open_page(f"en/{CULTURE}", dated)
    result(page, given=raised(page))
    dated.clock.set_fixed_time(DAY.format(2))
    result(page, given=raised(page, trust=2, room=-1, learning=-1))
    assert since(page) == [
        "The overall result is 50, as it was on 1 March 2026.",
        "Up the most: Trust (+50)",
        "Down the most: Learning that becomes everyday practice and Room to act (−25)",
    ]
    dated.clock.set_fixed_time(DAY.format(3))
    result(page, given=raised(page, leaders=1, shared_picture=1, talk=1, trust=2, learning=1, room=1))
    # Five areas at 75 and one at 100; two of them came from 25.
    assert since(page) == [
        "Since 2 March 2026, the overall result has gone from 50 to 79 (+29).",
        "Up the most: Learning that becomes everyday practice and Room to act (+50)",
    ]
    # From the third result on there is a line to look at.
    expect(page.locator(".sa-history")).to_have_attribute("open", "")
    dated.clock.set_fixed_time(DAY.format(4))
    result(page, given=raised(page, leaders=2, shared_picture=2, talk=2, trust=2, learning=2, room=1))
    assert since(page)[1:] == ["Up the most: 4 areas (+25)"]


def test_since_last_time_of_a_style_profile(dated: Page, open_page: Open) -> None:
    dated.clock.set_fixed_time(DAY.format(1))
    page = open_page(f"en/{STYLES}", dated)
    result(page, given=styles(page, 12, 0, 0, 0))
    dated.clock.set_fixed_time(DAY.format(2))
    result(page, given=styles(page, 6, 3, 3, 0))
    sentence, flexibility, effectiveness, *counts = since(page)
    assert sentence == "Compared with 1 March 2026:"
    # F = 2 * 12 * 3 / 4 - (3 + 0 + 0 + 3) = 12 of at most 18.
    assert flexibility == "Flexibility: from 0 to 67 (+67)"
    assert effectiveness.startswith("Effectiveness: ")
    assert counts == [
        "Instruct: from 12 of 12 to 6 of 12 (−6)",
        "Coach: from 0 of 12 to 3 of 12 (+3)",
        "Support: from 0 of 12 to 3 of 12 (+3)",
        "Delegate: still 0 of 12",
    ]
    unfold(page, "history")
    entries = page.locator(".sa-history__list > li")
    expect(entries).to_have_count(2)
    expect(entries.first.locator(".sa-history__headline")).to_have_text("Primary style: Instruct")
    line = page.locator(".sa-history__trend").get_by_role("img", name="Instruct")
    expect(line).to_have_accessible_name("Instruct over time: 12 of 12 (1 March 2026), 6 of 12 (2 March 2026).")
    expect(page.locator(".sa-styles .js-last")).to_have_count(7)  # six bars, and what the mark is


def test_since_last_time_of_two_factors(dated: Page, open_page: Open) -> None:
    dated.clock.set_fixed_time(DAY.format(1))
    page = open_page(f"en/{SQUARE}", dated)
    result(page, given={**at(page, competence=25, commitment=75)})
    dated.clock.set_fixed_time(DAY.format(2))
    result(page, given={**at(page, competence=75, commitment=75)})
    titles = {(q["x"], q["y"]): q["title"] for q in model(page)["square"]["quadrants"]}
    before, now = titles["low", "high"], titles["high", "high"]
    assert since(page) == [
        f"Since 1 March 2026, your answers have moved from “{before}” to “{now}”.",
        "Competence: from 25 to 75 (+50)",
        "Commitment: still 75",
    ]
    dated.clock.set_fixed_time(DAY.format(3))
    result(page, given={**at(page, competence=100, commitment=75)})
    assert since(page)[0] == f"Your answers are still in “{now}”, as on 2 March 2026."
    entry = page.locator(".sa-history__list > li").last
    expect(entry.locator(".sa-history__headline")).to_have_text(f"Square: {before}")
    expect(page.locator(".sa-history__trend").get_by_role("img")).to_have_count(2)


def test_single_entries_can_be_deleted(open_page: Open) -> None:
    page = open_page(CULTURE)
    result(page, 1)
    result(page, 3)
    unfold(page, "history")
    page.locator(".sa-history__list button").first.click()
    expect(page.locator(".sa-history__list li")).to_have_count(1)
    expect(page.locator(".sa-history > summary")).to_be_focused()
    page.locator(".sa-history__list button").first.click()
    expect(page.locator(".sa-history")).to_be_hidden()
    expect(page.locator(".sa-since")).to_be_hidden()
    assert len(stored(page)) == 1
    # Changing nothing, the result that was deleted stays away.
    show_result(page)
    assert len(stored(page)) == 1


def test_another_version_is_reported_and_not_compared(open_page: Open) -> None:
    page = open_page(CULTURE)
    result(page, 1)
    kept = history(page)
    [version] = kept["versions"]
    items = dict(kept["versions"][version])
    first, second, third = list(items)[:3]
    del items[first]
    items["gone"] = items["gone-too"] = items[second]
    items[second] = {**items[second], "values": [0, 1]}
    items[third] = {**items[third], "scoring": "other +1"}
    entry = {"version": "0ld", "saved": "2025-01-02T03:04:05.000Z", "answers": {"gone": 3}, "overall": 50}
    kept["versions"]["0ld"] = items
    kept["entries"].insert(0, entry)
    put(page, name(page), json.dumps(kept))
    page.reload()
    show_result(page)
    unfold(page, "history")
    shown_entry = page.locator(".sa-history__list li").last
    expect(shown_entry).to_contain_text("50")
    expect(shown_entry.locator("p")).to_have_text(
        "Fra en tidligere udgave af selvvurderingen, så det kan ikke sammenlignes med den nuværende. 1 spørgsmål er"
        " kommet til. 2 spørgsmål er taget ud. 1 spørgsmål har fået andre svarmuligheder."
        " 1 spørgsmål tæller på en anden måde."
    )
    expect(page.locator(".sa-history__trend table")).to_have_count(0)
    expect(page.locator(".sa-since")).to_be_hidden()
    unfold(page, "compare")
    expect(page.locator(".sa-compare option")).to_have_count(2)  # the result on the page, on both sides
    put(page, name(page), json.dumps(kept | {"entries": [entry]}))
    open_page("my-results/", page)
    expect(page.locator(".sa-mine__row"), "there, though it has no verdict").to_contain_text("50")
    expect(page.locator(".js-mine-open")).to_be_visible()


def test_a_damaged_history_is_set_aside_and_brought_back(open_page: Open) -> None:
    page = open_page(CULTURE)
    result(page, 1)
    kept = history(page)
    [entry] = kept["entries"]
    odd = {**entry, "answers": dict.fromkeys(entry["answers"], 6)}
    text = json.dumps(kept | {"entries": [odd, {**entry, "saved": "9999-01-01T00:00:00.000Z"}]})
    put(page, name(page), text)
    earlier = json.dumps(kept | {"entries": [{**entry, "saved": "2001-01-01T00:00:00.000Z"}]})
    put(page, f"{name(page)}:damaged", earlier)
    page.reload()
    show_result(page)
    notice = page.locator(".sa-set-aside")
    expect(notice).to_be_visible()
    assert [one["saved"][:4] for one in history(page)["entries"]] == ["9999"]
    assert stored(page)[f"{name(page)}:damaged:2"] == text
    notice.get_by_role("button").first.click()
    expect(page.locator(".js-notice-restored")).to_be_focused()
    expect(page.locator(".js-notice-restored")).to_contain_text("1")
    assert [one["saved"][:4] for one in history(page)["entries"]] == ["2001", "9999"]
    assert f"{name(page)}:damaged" not in stored(page)
