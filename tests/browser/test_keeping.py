"""Earlier results, comparison, files, and erasing."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from .conftest import ROOT, Open
from .pages import (
    CHECKLIST,
    CULTURE,
    action,
    agree,
    answer,
    chosen,
    model,
    pick,
    show_result,
    start_again,
    statements,
    stored,
)

SCHEMA = "plugins/mkdocs_self_assessment/assets/exchange/result-1.schema.json"
DAY = "2026-03-0{}T10:00:00Z"


def result(page: Page, choice: int, **options: Any) -> None:
    """Answer everything anew and show the result."""
    if chosen(page):
        start_again(page)
    answer(page, choice=choice, **options)
    show_result(page)
    expect(page.locator(".sa-keep")).to_be_visible()


def name(page: Page) -> str:
    """Under which it is kept."""
    return f"self-assessment:{model(page)['id']}:history"


def history(page: Page) -> dict[str, Any]:
    """What is kept of earlier results."""
    kept: dict[str, Any] = json.loads(
        stored(page).get(f"self-assessment:{model(page)['id']}:history", '{"entries":[]}')
    )
    return kept


def unfold(page: Page, part: str) -> None:
    """Open the history or the comparison."""
    page.locator(f".sa-{part} > summary").click()


def download(page: Page, kind: str) -> str:
    """A file that the page gives, as text."""
    with page.expect_download() as waiting:
        page.locator(f"[data-keep={kind}]").click()
    return Path(waiting.value.path()).read_bytes().decode()


def upload(page: Page, text: str) -> None:
    """Choose a file with this text."""
    page.locator(".sa-compare [type=file]").set_input_files(
        {"name": "a.json", "mimeType": "application/json", "buffer": text.encode()}
    )


def test_each_sitting_is_one_entry(open_page: Open) -> None:
    page = open_page(CULTURE)
    result(page, 1)
    assert len(history(page)["entries"]) == 1
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
    expect(page.locator(".sa-history__trend svg[role=img]")).to_have_count(7)
    expect(page.locator(".sa-keep__since")).to_be_visible()


def test_too_few_answers_are_no_result_to_keep(open_page: Open) -> None:
    page = open_page(CULTURE)
    statements(page).first.get_by_role("radio").first.check()
    show_result(page)
    action(page, "continue").click()
    expect(page.locator(".sa-keep")).to_be_visible()
    assert history(page)["entries"] == []
    expect(page.locator(".sa-history")).to_be_hidden()


def test_change_over_time(context: BrowserContext, open_page: Open) -> None:
    context.clock.set_fixed_time(DAY.format(1))
    page = open_page(CULTURE)
    result(page, 1)
    context.clock.set_fixed_time(DAY.format(2))
    result(page, 3)
    first, second = history(page)["entries"]
    before, after = (int(entry["overall"] + 0.5) for entry in (first, second))  # as in the browser: .5 goes up
    assert (first["saved"], second["saved"]) == ("2026-03-01T10:00:00.000Z", "2026-03-02T10:00:00.000Z")
    unfold(page, "history")
    row = page.locator(".sa-history__trend tbody tr").first
    cells = row.locator("td").all_text_contents()
    assert [int(c) for c in cells[:2]] == [before, after]
    assert int(cells[2].replace("\u2212", "-")) == after - before
    assert f"{cells[0]}, {cells[1]}" in (row.locator("svg").get_attribute("aria-label") or "")


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
    assert len(stored(page)) == 1
    # Changing nothing, the result that was deleted stays away.
    show_result(page)
    assert len(stored(page)) == 1


def test_another_version_is_told_and_not_compared(open_page: Open) -> None:
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
    entry = {"version": "0ld", "saved": "2025-01-02T03:04:05.000Z", "answers": {"gone": 3}, "overall": 41.5}
    kept["versions"]["0ld"] = items
    kept["entries"].append(entry)
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [name(page), json.dumps(kept)])
    page.reload()
    show_result(page)
    unfold(page, "history")
    told = page.locator(".sa-history__list li").last
    expect(told).to_contain_text("42")
    expect(told.locator("p")).to_have_text(
        "Fra en tidligere udgave af selvvurderingen, så det kan ikke sammenlignes med den nuværende. 1 spørgsmål er"
        " kommet til. 2 spørgsmål er taget ud. 1 spørgsmål har fået andre svarmuligheder."
        " 1 spørgsmål tæller på en anden måde."
    )
    expect(page.locator(".sa-history__trend table")).to_have_count(0)
    expect(page.locator(".sa-compare option")).to_have_count(2)  # the result on the page, on both sides


@pytest.mark.parametrize(
    "damage",
    [
        lambda kept: "{",
        lambda kept: "[]",
        lambda kept: json.dumps(kept | {"format": 2}),
        lambda kept: json.dumps(kept | {"id": "another"}),
        lambda kept: json.dumps(kept | {"versions": {}}),
        lambda kept: json.dumps(kept | {"entries": [kept["entries"][0] | {"saved": "yesterday"}]}),
        lambda kept: json.dumps(kept | {"entries": [kept["entries"][0] | {"overall": 101}]}),
        lambda kept: json.dumps(kept | {"entries": [kept["entries"][0] | {"answers": {"unknown": 1}}]}),
        lambda kept: json.dumps(
            kept | {"entries": [kept["entries"][0] | {"answers": dict.fromkeys(kept["entries"][0]["answers"], 6)}]}
        ),
        lambda kept: json.dumps(kept | {"entries": kept["entries"] * 51}),
        lambda kept: json.dumps(
            kept | {"versions": {v: {"a": {"values": [1], "scoring": ""}} for v in kept["versions"]}}
        ),
    ],
)
def test_a_damaged_history_is_set_aside(open_page: Open, damage) -> None:  # type: ignore[no-untyped-def]
    page = open_page(CULTURE)
    result(page, 1)
    text = damage(history(page))
    page.evaluate("([name, text]) => localStorage.setItem(name, text)", [name(page), text])
    page.reload()
    show_result(page)
    expect(page.locator(".sa-keep")).to_be_visible()
    assert len(history(page)["entries"]) == 1
    assert stored(page)[f"{name(page)}:damaged"] == text


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
    assert chosen(page) != before[1]
    action(page, "take-back").click()
    assert chosen(page) == before[1]


@pytest.mark.parametrize(
    "damage",
    [
        lambda file: "",
        lambda file: "[1]",
        lambda file: " " * 70000,
        lambda file: json.dumps(file | {"format": 2}),
        lambda file: json.dumps(file | {"id": "another"}),
        lambda file: json.dumps(file | {"version": "another"}),
        lambda file: json.dumps(file | {"more": 1}),
        lambda file: json.dumps(file | {"saved": "2026-13-01"}),
        lambda file: json.dumps(file | {"answers": [1]}),
        lambda file: json.dumps(file | {"answers": file["answers"] | {"unknown": 1}}),
        lambda file: json.dumps(file | {"answers": dict.fromkeys(file["answers"], 6)}),
        lambda file: json.dumps(file | {"answers": dict.fromkeys(file["answers"], 1.5)}),
        lambda file: json.dumps(file | {"answers": dict.fromkeys(file["answers"], "1")}),
        lambda file: json.dumps(file | {"answers": dict.fromkeys(file["answers"], "not-relevant")}),
        lambda file: json.dumps(file).replace('"answers": {', '"answers": {"__proto__": 1, '),
    ],
)
def test_a_wrong_file_gives_one_sentence_and_changes_nothing(open_page: Open, damage) -> None:  # type: ignore[no-untyped-def]
    page = open_page(CULTURE)
    result(page, 1)
    text = damage(json.loads(download(page, "json")))
    before = stored(page), chosen(page)
    unfold(page, "compare")
    upload(page, text)
    expect(page.locator(".sa-compare__status")).not_to_be_empty()
    expect(page.locator(".sa-compare option")).to_have_count(2)
    assert (stored(page), chosen(page)) == before


def test_the_file_is_as_its_published_schema_says(open_page: Open, site: str) -> None:
    page = open_page(CHECKLIST)
    result(page, 0)
    statements(page).first.locator("[value=not-relevant]").check()
    file = json.loads(download(page, "json"))
    published = page.evaluate("async address => (await fetch(address)).json()", file["$schema"])
    assert published == json.loads((ROOT / SCHEMA).read_text(encoding="utf-8"))
    assert file["$schema"].startswith(site)
    assert set(file) == set(published["properties"])
    assert set(published["required"]) <= set(file)
    assert published["additionalProperties"] is False
    assert "not-relevant" in file["answers"].values()
    assert all(score is None or 0 <= score <= 100 for score in file["scores"].values())
    assert next(iter(file["scores"])) == file["id"]


def test_the_table_opens_in_a_spreadsheet(open_page: Open) -> None:
    page = open_page(CHECKLIST)
    result(page, 0)
    statements(page).first.locator("[value=not-relevant]").check()
    text = download(page, "csv")
    assert text.startswith("\ufeff")
    assert "\n" not in text.replace("\r\n", "")
    head, *rows = csv.reader(io.StringIO(text[1:], newline=""))
    assert len(head) == 5
    assert [row[0] for row in rows] == [item["id"] for item in model(page)["items"]]
    assert all(len(row) == 5 and row[1] and row[2] and row[3] for row in rows)
    assert rows[0][4] == ""
    assert rows[1][4].isdigit()


@pytest.mark.parametrize(
    ("value", "cell"),
    [("a", "a"), ("=1+1", "'=1+1"), ("+a", "'+a"), ("-a", "'-a"), ("@a", "'@a"), (" =a", "' =a"), ("\t=a", "'\t=a"),
     (-2, "-2"), ('a "b"', '"a ""b"""'), ("a, b", '"a, b"'), ("a\nb", '"a\nb"'), ("=a,b", '"\'=a,b"')],
)  # fmt: skip
def test_a_cell_is_never_a_formula(open_source: Open, value: str | int, cell: str) -> None:
    script = "async value => (await import(location)).csvOf([[value]])"
    assert open_source("exchange/exchange.js").evaluate(script, value) == f"\ufeff{cell}\r\n"


def test_erasing_takes_the_history_too(open_page: Open) -> None:
    other = open_page(CHECKLIST)
    result(other, 0)
    page = open_page(CULTURE)
    result(page, 1)
    result(page, 2)
    page.evaluate("localStorage.setItem('self-assessment:reader', '1'); localStorage.setItem('theirs', '1')")
    page.locator("[data-keep=erase]").click()
    agree(page)
    left = stored(page)
    assert {key.split(":")[1] for key in left} == {model(other)["id"], "reader"}
    expect(page.locator(".sa-result")).to_be_hidden()
    result(page, 1)
    unfold(page, "history")
    expect(page.locator(".sa-history__list li")).to_have_count(1)

    page.locator("[data-keep=erase]").click()
    agree(page, "erase-all")
    assert stored(page) == {}
    assert page.evaluate("localStorage.getItem('theirs')") == "1"
    expect(other.locator(".sa-result")).to_be_hidden()
    assert chosen(other) == {}


def test_what_belongs_to_no_single_one_goes_with_the_last(open_page: Open) -> None:
    page = open_page(CULTURE)
    result(page, 1)
    page.evaluate("localStorage.setItem('self-assessment:reader', '1')")
    page.locator("[data-keep=erase]").click()
    agree(page)
    assert stored(page) == {}
