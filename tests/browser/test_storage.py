"""Stored answers: reload, another language, another tab, another version, damage, no storage; and erasing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.addresses import published

from .pages import (
    CHECKLIST,
    CULTURE,
    action,
    agree,
    answer,
    chosen,
    key,
    model,
    question,
    show_result,
    site_key,
    start_again,
    statements,
    stored,
)
from .results import result
from .windows import Open, opener

BLOCKED = """Object.defineProperty(window, 'localStorage', {
    get() { throw new DOMException('no', 'SecurityError'); },
});"""
FULL = """Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"""


def test_reload_keeps_every_choice(open_page: Open) -> None:
    page = open_page(CULTURE)
    statements(page).nth(2).get_by_role("radio").nth(4).check()
    before = chosen(page)
    record = json.loads(stored(page)[key(page)])
    assert record["format"] == 1
    assert record["answers"] == {next(iter(before)): 5}
    assert record["values"] == {next(iter(before)): [1, 2, 3, 4, 5]}
    page.reload()
    assert chosen(page) == before
    expect(page.locator(".sa-notices")).to_be_empty()


def test_another_language_finds_the_answers(open_page: Open) -> None:
    page = open_page(CULTURE)
    answer(page, leave_out=(7,))
    before = chosen(page)
    open_page(f"sv/{CULTURE}", page)
    assert chosen(page) == before
    expect(page.locator("self-assessment")).to_have_attribute("lang", "sv")


def test_another_tab_follows(open_page: Open) -> None:
    first, second = open_page(CULTURE), open_page(CULTURE)
    statements(first).nth(0).get_by_role("radio").nth(1).check()
    expect(statements(second).nth(0).get_by_role("radio").nth(1)).to_be_checked()


@pytest.mark.parametrize("script", [BLOCKED, FULL], ids=["blocked", "full"])
def test_without_storage_it_works_and_shows_a_notice(tab: Page, open_page: Open, script: str) -> None:
    tab.add_init_script(script)
    page = open_page(CULTURE, tab)
    expect(page.locator(".sa-bar--unsaved .sa-bar__saved")).to_be_visible()
    answer(page)
    show_result(page)
    expect(page.locator(".sa-overall__sentence")).to_be_visible()
    start_again(page)
    action(page, "undo").click()
    assert len(chosen(page)) == 24


def test_damaged_data_is_set_aside(open_page: Open) -> None:
    page = open_page(CULTURE)
    statements(page).first.get_by_role("radio").first.check()
    name = key(page)
    text = "{"
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [name, text])
    page.reload()
    assert chosen(page) == {}
    expect(page.locator(".sa-notices")).not_to_be_empty()
    assert stored(page) == {f"{name}:damaged": text}
    statements(page).first.get_by_role("radio").first.check()
    page.reload()
    assert len(chosen(page)) == 1
    notice = page.locator(".sa-set-aside")
    with page.expect_download() as download:
        notice.get_by_role("button").nth(1).click()
    assert json.loads(download.value.path().read_text(encoding="utf-8")) == {f"{name}:damaged": text}
    notice.get_by_role("button").nth(2).click()
    expect(notice).to_have_count(0)
    assert list(stored(page)) == [name]


def test_another_version_keeps_what_still_fits(open_page: Open) -> None:
    page = open_page(CULTURE)
    first, second, third = [item["id"] for item in model(page)["items"][:3]]
    record = {
        "format": 1,
        "id": model(page)["id"],
        "version": "0ld",
        "values": {first: [1, 2, 3, 4, 5], second: [0, 1], third: [1, 2, 3, 4, 5], "gone": [1, 2]},
        "answers": {first: 4, second: 1, third: 2, "gone": 2},
        "saved": "2026-01-02T03:04:05.000Z",
    }
    older = record | {"version": "0lder", "saved": "2025-01-02T03:04:05.000Z", "answers": {first: 1}}
    for entry in (older, record):
        name = f"{site_key(page)}{record['id']}:{entry['version']}"
        page.evaluate("([name, text]) => localStorage.setItem(name, text)", [name, json.dumps(entry)])
    page.reload()
    assert chosen(page) == {first: "4", third: "2"}
    carried, unfit = page.locator(".sa-notices p").all()
    expect(carried).to_contain_text("2")
    expect(carried).to_contain_text("4")
    expect(unfit).to_contain_text(f"{statements(page).nth(1).get_attribute('data-name')}")
    expect(unfit).not_to_contain_text("gone")
    start_again(page)
    page.reload()
    assert chosen(page) == {}


def test_start_again_and_undo(open_page: Open) -> None:
    page = open_page(CHECKLIST)
    answer(page)
    before = chosen(page)
    action(page, "restart").click()
    assert chosen(page) == {}
    expect(action(page, "undo")).to_be_focused()
    page.keyboard.press("Enter")
    assert chosen(page) == before
    expect(action(page, "restart")).to_be_focused()
    page.reload()
    assert chosen(page) == before


def test_erase_asks_and_removes_everything_of_this_self_assessment(open_page: Open) -> None:
    page = open_page(CULTURE)
    answer(page)
    id = model(page)["id"]
    page.evaluate(
        """own => {
            localStorage.setItem(`${own}:0ld`, "x");
            localStorage.setItem(`${own}:0ld:damaged`, "x");
            localStorage.setItem(`${own}-two:v`, "another");
            localStorage.setItem("self-assessment:/theirs/:culture:v", "another site's");
        }""",
        site_key(page) + id,
    )
    action(page, "erase").click()
    dialog = question(page)
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    assert len(chosen(page)) == 24
    action(page, "erase").click()
    dialog.locator("[value=keep]").click()
    assert len(chosen(page)) == 24
    action(page, "erase").click()
    agree(page)
    assert chosen(page) == {}
    assert stored(page) == {
        f"{site_key(page)}{id}-two:v": "another",
        "self-assessment:/theirs/:culture:v": "another site's",
    }
    expect(action(page, "erase")).to_be_hidden()


def test_two_sites_under_one_origin_keep_apart(
    served: tuple[Path, str], site: str, new_page: Callable[[], Page], errors: list[str]
) -> None:
    folder, origin = served
    (folder / "twin").symlink_to(folder / site.removeprefix(origin).strip("/"), target_is_directory=True)
    with opener(site, new_page, errors) as open_here, opener(f"{origin}/twin/", new_page, errors) as open_there:
        here, there = (open_(published(CHECKLIST)) for open_ in (open_here, open_there))
        result(here, 1)
        here.locator("#__palette_2").evaluate("input => input.click()")
        colours = [page.evaluate("document.body.dataset.mdColorScheme") for page in (here, there)]
        there.reload()
        assert there.evaluate("document.body.dataset.mdColorScheme") == colours[1] != colours[0]
        assert chosen(there) == {}
        result(there, 0)
        expect(there.locator(".sa-history__list li")).to_have_count(1)
        answers = chosen(there)
        here.locator("[data-keep=erase]").click()
        agree(here, "erase-all")
        assert {name.split(":")[1] for name in stored(there)} == {"/twin/"}
        there.reload()
        assert chosen(there) == answers
        show_result(there)
        expect(there.locator(".sa-history__list li")).to_have_count(1)


def test_a_damaged_choice_of_colours_is_none(open_page: Open) -> None:
    """Material's scripts would throw on every page."""
    page = open_page("privacy/")
    name = page.evaluate("__md_scope.pathname + '.__palette'")
    whole = '{"index":2,"color":{"scheme":"slate"}}'
    damaged = ("x", "[]", "{}", "1", '{"index":0.5,"color":{}}', '{"index":0,"color":{"a b":""}}', '{"index":-1}')
    for value in (*damaged, whole):
        page.evaluate("([name, value]) => localStorage.setItem(name, value)", [name, value])
        page.reload()
        assert page.evaluate("document.body.dataset.mdColorScheme") == ("slate" if value == whole else "default")
        assert json.loads(page.evaluate("name => localStorage.getItem(name)", name))["index"] == 2 * (value == whole)
