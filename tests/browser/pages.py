"""The self-assessments of the fixture site and the examples, and actions of a reader on their pages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect

CULTURE = "self-assessments/service-culture/"
"""24 statements in six dimensions of four, on a scale from 1 to 5."""
CHECKLIST = "self-assessments/situation-variables/"
"""12 statements in three groups, answered with yes, partly, no or not relevant."""
STYLES = "self-assessments/leadership-style/"
"""12 situations with four actions each."""
SQUARE = "self-assessments/task-readiness/"
"""Two factors of five statements each, on a scale from 1 to 5."""
EXAMPLE = "everything/"
"""Of the examples: three pages; a must-have with two follow-ups, targets, a minimum of its own."""
LEVELS = "maturity/"
"""Of the examples: three areas in levels, one of them with texts by distance."""
EFFECTS = "effects/"
"""Of the examples: a situation in which both actions count the same, and one in which they differ by one."""
CONDITIONS = "conditions/"
"""Of the examples: four statements on yes, partly, no; result texts with conditions."""
TRAITS = "traits/"
"""Of the examples: statements in a list of mixed dimensions, with explanations, sub-headings, decimals and points."""
FOCUSED = "document.activeElement"


def statements(page: Page) -> Locator:
    """The fieldsets, one for each statement."""
    return page.locator(".sa-item")


def radios(page: Page) -> Locator:
    """The radio buttons of answers, without those of Material."""
    return page.locator(".sa-form input")


def answer(page: Page, *, leave_out: tuple[int, ...] = (), choice: int = 3) -> None:
    """Choose the same answer (counted from 0, left to right) for all statements except some, in one step."""
    statements(page).evaluate_all(
        """(all, [leaveOut, choice]) => all
            .filter((_, index) => !leaveOut.includes(index))
            .forEach(statement => statement.querySelectorAll("input")[choice].click())""",
        [list(leave_out), choice],
    )


def pick(page: Page, statement: int, choice: int) -> None:
    """Choose an answer of a statement, turning pages if needed; both are counted from 0."""
    statements(page).nth(statement).locator("input").nth(choice).evaluate("radio => radio.click()")


def choose(page: Page, values: Mapping[str, float | str]) -> None:
    """Choose these answers by item, in one step."""
    page.evaluate(
        """values => Object.entries(values).forEach(([id, value]) =>
            document.querySelector(`.sa-form [data-item="${id}"] input[value="${value}"]`).click())""",
        values,
    )


def question(page: Page) -> Locator:
    """The dialog that confirms erasing; Material's search is a dialog too."""
    return page.locator(".sa-dialog")


def turn_to(page: Page, target: Locator) -> Locator:
    """Turn pages until an element is visible: backwards from the result, forwards from other pages."""
    if page.url.endswith("#result"):  # after a reload it is fetched first
        page.locator(".sa-result:not([hidden])").wait_for()
    if not target.is_visible() and action(page, "answers").is_visible():
        action(page, "answers").click()
    forward = action(page, "next")
    while not target.is_visible():
        expect(target.or_(forward).filter(visible=True).first).to_be_visible()  # a page may still be starting
        if not target.is_visible():
            forward.click()
    return target


def agree(page: Page, choice: str = "erase") -> None:
    """Choose a button of the dialog, and wait: the browser reports a closed dialog a moment later."""
    question(page).locator(f"[value={choice}]").click()
    expect(page.locator("[data-message=erased]")).to_be_focused()


def show_result(page: Page) -> None:
    """Press the button for the result, and open what keeps and shares it."""
    turn_to(page, page.locator("button[type=submit]")).click()
    # What the result takes is fetched; where answers are missing, they are named instead.
    page.locator(".sa-result:not([hidden]), .sa-gaps:not([hidden])").first.wait_for()
    page.locator(".sa-more").evaluate("fold => { fold.open = true }")


def start_again(page: Page) -> None:
    """Press the button that clears the answers."""
    turn_to(page, action(page, "restart")).click()


def action(page: Page, name: str) -> Locator:
    """A button by the name of its action."""
    return page.locator(f"[data-action={name}]")


def chosen(page: Page) -> dict[str, str]:
    """The answers that the page shows, by item."""
    found: dict[str, str] = page.eval_on_selector_all(
        ".sa-form input:checked",
        "radios => Object.fromEntries(radios.map(r => [r.closest('[data-item]').dataset.item, r.value]))",
    )
    return found


def model(page: Page) -> dict[str, Any]:
    """The model of the self-assessment, from the page's data."""
    data: dict[str, Any] = json.loads(page.eval_on_selector(".js-data", "template => template.content.textContent"))
    return data


def stored(page: Page) -> dict[str, str]:
    """Stored values of self-assessments in this browser, by key."""
    entries: dict[str, str] = page.evaluate(
        "Object.fromEntries(Object.entries(localStorage).filter(([key]) => key.startsWith('self-assessment:')))"
    )
    return entries


def key(page: Page) -> str:
    """Storage key of this page's answers."""
    data = model(page)
    return f"{site_key(page)}{data['id']}:{data['version']}"


def site_key(page: Page) -> str:
    """What the storage keys of the page's site begin with: its base path is in them."""
    return f"self-assessment:/{page.url.split('/')[3]}/:"
