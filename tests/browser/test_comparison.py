"""Comparison of two results; results from a link or file; and style profiles, which aren't compared."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import expect

from .pages import CULTURE, STYLES, action, answer, chosen, pick, show_result, start_again, statements, stored
from .results import download, result, styles, unfold, upload
from .windows import Open


def test_comparison_with_an_earlier_result(open_page: Open) -> None:
    page = open_page(CULTURE)
    result(page, 2)
    start_again(page)
    answer(page, choice=2)
    pick(page, 9, 0)
    pick(page, 5, 3)
    show_result(page)
    unfold(page, "compare")
    items = page.locator(".sa-pair__items li")
    expect(items).to_have_count(2)
    statement = (statements(page).nth(9).locator("legend").text_content() or "").strip().removeprefix("10.").strip()
    expect(items.first).to_contain_text(statement)
    expect(page.locator(".sa-compare__people")).to_be_hidden()
    table = page.locator(".sa-compare table")
    expect(table.locator("tbody tr")).to_have_count(7)
    for cells in (row.locator("td").all_text_contents() for row in table.locator("tbody tr").all()):
        before, after, difference = (int(c.replace("\u2212", "-")) for c in cells)
        assert difference == after - before
    names = page.locator(".sa-compare__side input")
    names.first.fill("<b>Ledelsen</b>")
    expect(table.locator("th[scope=col]").nth(1)).to_have_text("<b>Ledelsen</b>")
    assert not any("Ledelsen" in text for text in stored(page).values())


def test_comparison_with_a_link_and_a_file(open_page: Open) -> None:
    page = open_page(CULTURE)
    result(page, 1)
    link = page.locator("#sa-keep-link").input_value()
    file = download(page, "json")
    result(page, 3)
    before = stored(page), chosen(page)
    unfold(page, "compare")
    status = page.locator(".sa-compare__status")
    page.locator("#sa-compare-link").fill(f"  {link.replace('/self-assessments', '/en/self-assessments')} ")
    page.keyboard.press("Enter")
    expect(status).to_contain_text("1")
    expect(page.locator(".sa-compare__people")).to_be_visible()
    upload(page, file)
    expect(status).to_contain_text("2")
    # The link's and the file's answers are the same.
    expect(page.locator(".sa-pair__items")).to_have_count(0)
    assert (stored(page), chosen(page)) == before
    page.locator(".sa-compare [data-keep=use]").click()
    page.locator(".sa-keep__question [value=use]").click()
    expect(action(page, "take-back")).to_be_focused()  # the browser reports a closed dialog a moment later
    assert chosen(page) != before[1]
    action(page, "take-back").click()
    assert chosen(page) == before[1]


def test_a_style_profile_is_compared_with_the_readers_own_only(open_page: Open) -> None:
    page = open_page(f"en/{STYLES}")
    result(page, given=styles(page, 6, 3, 3, 0))
    unfold(page, "compare")
    expect(page.locator(".sa-compare")).to_contain_text("never people with each other")
    expect(page.locator(".sa-compare__pair")).to_be_hidden()
    expect(page.locator(".sa-compare__content")).to_have_text("So far there is only this one result.")
    file, link = download(page, "json"), page.locator("#sa-keep-link").input_value()
    result(page, given=styles(page, 0, 0, 6, 6))
    # The reader's own result has no name.
    options = page.locator(".sa-compare__side select").first.locator("option")
    expect(options).to_have_count(2)
    expect(page.locator(".sa-compare table tbody tr").last.locator("td")).to_have_text(["0 of 12", "6 of 12", "+6"])
    expect(page.locator(".sa-compare__side input")).to_have_count(0)
    own, kept = chosen(page), stored(page)

    # A result from a link or file is shown as shared, without a comparison.
    upload(page, file)
    expect(page.locator(".sa-shared")).to_be_visible()
    expect(page.locator(".sa-overall__sentence")).to_contain_text("Instruct")
    for own_only in (".sa-compare", ".sa-since", ".sa-history"):
        expect(page.locator(own_only)).to_be_hidden()
    page.locator(".sa-shared button").first.click()
    assert (chosen(page), stored(page)) == (own, kept)
    show_result(page)
    expect(options).to_have_count(2)
    page.locator("#sa-compare-link").fill(link)
    page.keyboard.press("Enter")
    expect(page.locator(".sa-shared")).to_be_visible()
    expect(page.locator(".sa-compare")).to_be_hidden()


def wrong(file: dict[str, Any]) -> dict[str, str]:
    """Invalid variants of a file with a result, by the mistake in it."""
    answers = file["answers"]

    def with_(**changes: Any) -> str:
        return json.dumps(file | changes)

    return {
        "empty": "",
        "a list": "[1]",
        "too large": " " * 70000,
        "another format": with_(format=2),
        "another's": with_(id="another"),
        "another version": with_(version="another"),
        "more than there is": with_(more=1),
        "answers in a list": with_(answers=[1]),
        "unknown item": with_(answers=answers | {"unknown": 1}),
        "not on the scale": with_(answers=dict.fromkeys(answers, 6)),
        "between two": with_(answers=dict.fromkeys(answers, 1.5)),
        "text": with_(answers=dict.fromkeys(answers, "1")),
        "prototype": json.dumps(file).replace('"answers": {', '"answers": {"__proto__": 1, '),
    }


def test_a_wrong_file_gives_one_sentence_and_changes_nothing(open_page: Open) -> None:
    page = open_page(CULTURE)
    result(page, 1)
    file = json.loads(download(page, "json"))
    before = stored(page), chosen(page)
    unfold(page, "compare")
    status = page.locator(".sa-compare__status")
    for how, text in wrong(file).items():
        status.evaluate("status => { status.textContent = '' }")
        upload(page, text)
        expect(status, how).not_to_be_empty()
        expect(page.locator(".sa-compare option"), how).to_have_count(2)
        assert (stored(page), chosen(page)) == before, how
