"""Export of a result, as a file, a table or a text; and erasing."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from urllib.parse import urlsplit

import fastjsonschema
import pytest
from playwright.sync_api import Page, expect

from tests.axe import violations

from .conftest import ROOT
from .pages import (
    CHECKLIST,
    CULTURE,
    EXAMPLE,
    SQUARE,
    STYLES,
    agree,
    choose,
    chosen,
    model,
    pick,
    question,
    show_result,
    site_key,
    stored,
)
from .results import download, put, result, styles, unfold, unfold_more
from .test_storage import BLOCKED
from .windows import Open

SCHEMA = "plugins/self_assessment/mkdocs_self_assessment/assets/exchange/result-1.schema.json"


def test_the_file_is_as_its_published_schema_says(open_page: Open, site: str) -> None:
    page = open_page(CHECKLIST)
    result(page, 0)
    pick(page, 0, -1)
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


def table_of(page: Page, separator: str) -> list[list[str]]:
    """The table that the page gives, read as a spreadsheet with this separator reads it."""
    text = download(page, "csv")
    assert text.startswith("\ufeff")
    assert "\n" not in text.replace("\r\n", "")
    rows = list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=separator))
    assert {len(row) for row in rows} == {7}
    return rows


@pytest.mark.parametrize(("lang", "separator"), [("", ";"), ("en/", ",")])
def test_the_table_opens_in_a_spreadsheet_of_its_language(open_page: Open, lang: str, separator: str) -> None:
    page = open_page(lang + CHECKLIST)
    result(page, 0)
    pick(page, 0, -1)
    dimensions, items = model(page)["dimensions"], model(page)["items"]
    _, *rows = table_of(page, separator)
    scores, answers = rows[: len(dimensions) + 1], rows[len(dimensions) + 1 :]
    assert [row[1] for row in scores] == [model(page)["id"], *(d["id"] for d in dimensions)]
    shown = page.locator(".sa-overall__number").text_content()
    assert scores[0][6] == shown
    assert all(row[6].isdigit() and not any(row[3:6]) for row in scores)
    assert [row[1] for row in answers] == [item["id"] for item in items]
    assert all(row[2] and row[3] and row[4] and not row[6] for row in answers)
    assert answers[0][5] == ""
    assert answers[1][5].isdigit()
    assert {row[0] for row in scores} & {row[0] for row in answers} == set()


def test_the_table_of_a_style_profile_has_its_styles(open_page: Open) -> None:
    page = open_page(f"en/{STYLES}")
    result(page, given=styles(page, 6, 3, 3, 0))
    head, *rows = table_of(page, ",")
    assert head == ["Type", "Id", "Text", "Style", "Answer", "Points", "Result (0–100)"]
    figures = {row[1]: row[5:] for row in rows if row[0] == "Result"}
    assert figures.pop("effectiveness")[0].lstrip("-").isdigit()
    assert figures == {
        "flexibility": ["12", "67"],
        "instruct": ["6", "50"],
        "coach": ["3", "25"],
        "support": ["3", "25"],
        "delegate": ["0", "0"],
    }
    answers = rows[6:]
    assert [row[3] for row in answers] == ["Instruct"] * 6 + ["Coach"] * 3 + ["Support"] * 3
    assert all(row[4] and row[5] in {"-2", "-1", "1", "2"} for row in answers)


def copied(page: Page) -> list[str]:
    """The paragraphs of the result as text."""
    page.evaluate("() => { navigator.clipboard.writeText = async text => { window.copied = text } }")
    unfold_more(page)
    page.locator("[data-keep=copy-text]").click()
    page.wait_for_function("window.copied")
    text: str = page.evaluate("copied")
    return text.split("\n\n")


def test_the_names_of_results_are_in_the_text_and_the_table(open_example: Open) -> None:
    page = open_example(EXAMPLE)
    choose(page, {"promise-kept": 2, "answer-fast": 2, "answer-late": 0, "thanks-said": 0, "thanks-had": 0})
    show_result(page)
    figures = next(part for part in copied(page) if "Answers:" in part)
    assert [line.partition(" · ")[2] for line in figures.split("\n")] == ["On its way", "", "Too slow", ""]
    assert [row[4] for row in table_of(page, ",")[1:5]] == ["On its way", "", "Too slow", ""]


def test_the_text_of_a_style_profile(open_page: Open) -> None:
    page = open_page(f"en/{STYLES}")
    result(page, given=styles(page, 6, 3, 3, 0))
    head, sentence, meaning, figures, scale, limits = copied(page)
    assert head.startswith(model(page)["title"] + "\n")
    assert sentence == (
        "Primary style: “Instruct”, chosen in 6 of 12 situations."
        " Joint secondary styles: “Coach” and “Support” (3 each)."
    )
    assert meaning in (page.locator('.sa-key [data-style="instruct"]').text_content() or "")
    assert figures.splitlines()[2:] == ["Instruct: 6 of 12", "Coach: 3 of 12", "Support: 3 of 12", "Delegate: 0 of 12"]
    assert "0 to 100" in scale
    assert "not a validated test" in limits
    assert "cannot be used to compare people" in limits


def test_the_text_of_two_factors_names_the_square_and_what_it_means(open_page: Open) -> None:
    page = open_page(f"en/{SQUARE}")
    result(page, 4)
    own = page.locator(".sa-overall__band").text_content() or ""
    _, sentence, meaning, figures, _, limits = copied(page)
    assert any(f"“{q['title']}”" in sentence for q in model(page)["square"]["quadrants"])
    assert meaning == own.strip()
    assert len(figures.splitlines()) == 2
    assert "not a validated test" in limits


ORDER = [
    ".sa-overall__sentence", ".sa-scale", ".sa-overall__band", ".sa-next", ".sa-areas",
    "[data-keep=copy-link]", "#sa-keep-link", "[data-keep=png]", "[data-action=print]", "[data-keep=json]",
    "[data-keep=csv]", "[data-keep=erase]", ".sa-since", ".sa-answers", ".sa-history", ".sa-compare", ".sa-radar",
    ".sa-method",
]  # fmt: skip


def test_the_parts_of_a_result_are_in_the_order_of_their_value(open_page: Open) -> None:
    page = open_page(CULTURE)
    result(page, 1)
    result(page, 2)
    unfold_more(page)
    for part in ORDER:
        expect(page.locator(part)).to_be_visible()
    places = page.evaluate("parts => parts.map(p => document.querySelector(p).getBoundingClientRect().top)", ORDER)
    assert places == sorted(places)
    # Actions on the result are together.
    assert page.locator(".sa-buttons:has([data-action=print]) [data-keep]").count() == 5


def test_erasing_takes_the_history_too(open_page: Open) -> None:
    other = open_page(CHECKLIST)
    result(other, 0)
    page = open_page(CULTURE)
    result(page, 1)
    result(page, 2)
    put(page, site_key(page) + "reader", "1")
    put(page, "theirs", "1")
    page.locator("[data-keep=erase]").click()
    agree(page)
    left = stored(page)
    assert {key.split(":")[2] for key in left} == {model(other)["id"], "reader"}
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
    put(page, site_key(page) + "reader", "1")
    page.locator("[data-keep=erase]").click()
    agree(page)
    assert stored(page) == {}


STUCK = "Storage.prototype.removeItem = () => { throw new DOMException('no', 'NoModificationAllowedError') };"


@pytest.mark.parametrize("script", [BLOCKED, STUCK], ids=["blocked", "stuck"])
def test_what_could_not_be_erased_is_not_called_erased(
    tab: Page, open_page: Open, errors: list[str], script: str
) -> None:
    tab.add_init_script(script)
    page = open_page(f"en/{CULTURE}", tab)
    message = page.locator("[data-message=not-erased]")
    for value in ("erase", "erase-all"):
        result(page, 1)
        expect(message, value).to_be_hidden()
        page.locator("[data-keep=erase]").click()
        question(page).locator(f"[value={value}]").click()
        expect(message, value).to_be_focused()
        expect(message, value).to_contain_text("did not let it erase")
        expect(page.locator("[data-message=erased]"), value).to_be_hidden()
        assert chosen(page) == {}, value
    # Material's own scripts fail in such a browser; ours must not.
    errors[:] = [error for error in errors if "assets/self-assessment/" in error]


def mine(page: Page) -> dict[str, str]:
    """The rows of the page of all results: texts by the address that they lead to."""
    rows = page.locator(".sa-mine__row").all()
    return {row.locator("h2 a").evaluate("link => link.pathname"): row.inner_text() for row in rows}


def test_all_results_are_on_one_page_and_can_be_taken_to_another_browser(open_page: Open) -> None:
    page = open_page(CULTURE)
    result(page, 1)
    result(page, 3)
    whole = urlsplit(page.url).path
    open_page(CHECKLIST, page)
    begun_at = urlsplit(page.url).path
    pick(page, 0, 0)
    open_page("", page)
    begun = page.locator(".js-continue")
    expect(begun.locator("a").first).to_be_visible()
    assert begun.locator("a").first.evaluate("link => link.pathname") == begun_at
    begun.locator("a").last.click()
    expect(page.locator(".sa-mine__row")).to_have_count(2)
    rows = mine(page)
    assert set(rows) == {whole, begun_at}
    assert "(+" in rows[whole]
    compared = page.locator(".js-mine-compare:visible")
    compared.locator("summary").click()
    expect(compared.locator(".sa-pair__drawing").first).to_be_visible()
    expect(compared.locator(".sa-pair__drawing text")).to_have_count(2 * compared.locator(".sa-pair__drawing").count())
    compared.locator("select").first.select_option(index=1)
    expect(compared.locator(".sa-pair")).to_have_count(0)
    compared.locator("select").last.select_option(index=0)
    expect(compared.locator("tbody td:last-child").first).to_contain_text("−")
    kept = stored(page)
    with page.expect_download() as waiting:
        page.locator("[data-mine=export]").click()
    file = Path(waiting.value.path())
    content = json.loads(file.read_text("utf-8"))
    schema = page.evaluate("async address => (await fetch(address)).json()", content["$schema"])
    fastjsonschema.validate(schema, content)

    page.locator("[data-mine=erase]").click()
    page.locator(".js-mine-dialog [value=erase]").click()
    expect(page.locator(".js-mine-message")).to_be_focused()
    assert (stored(page), mine(page)) == ({}, {})

    page.locator("[data-mine=file]").set_input_files(file)
    expect(page.locator(".sa-mine__row")).to_have_count(2)
    assert mine(page) == rows
    assert violations(page, "my-results") == []
    # What can't be read, or is of another site, is named.
    id, whole = next(iter(content["selfAssessments"].items()))
    content["selfAssessments"] |= {id: {**whole, "history": 1}, "elsewhere": 1}
    page.locator("[data-mine=file]").set_input_files(
        {"name": "a.json", "mimeType": "application/json", "buffer": json.dumps(content).encode()}
    )
    message = page.locator(".js-mine-message")
    expect(message).to_contain_text("elsewhere")
    expect(message).to_contain_text(page.locator(".js-mine-link").first.inner_text())
    assert {key: "reader" in key or json.loads(text) for key, text in stored(page).items()} == {
        key: "reader" in key or json.loads(text) for key, text in kept.items()
    }
    page.locator(".js-mine-open:visible").click()
    expect(page.locator(".sa-result")).to_be_visible()


def test_a_saved_result_is_opened_from_the_start_and_on_the_page_of_all(open_page: Open) -> None:
    page = open_page(CULTURE)
    result(page, 3)
    file = download(page, "json")
    page.evaluate("localStorage.clear()")
    open_page(CULTURE, page)
    for text, shown in (("{}", ".sa-refused"), (file, ".sa-result__title")):
        page.locator(".js-open").set_input_files(
            {"name": "a.json", "mimeType": "application/json", "buffer": text.encode()}
        )
        expect(page.locator(shown)).to_be_focused()
    page.evaluate("localStorage.clear()")
    open_page("my-results/", page)
    for text, count in (("{}", 0), (file, 1)):
        page.locator("[data-mine=file]").set_input_files(
            {"name": "a.json", "mimeType": "application/json", "buffer": text.encode()}
        )
        expect(page.locator(".js-mine-message")).to_be_focused()
        expect(page.locator(".sa-mine__row")).to_have_count(count)
