"""The scripts as they are published: how many a page asks for, and that they are not in the browser's way."""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from .conftest import BASE_PATH
from .pages import SQUARE, answer, show_result
from .windows import Open

AT_FIRST = {"returning", "self-assessment"}


def test_a_page_loads_two_scripts_and_more_with_the_first_answer(tab: Page, open_page: Open) -> None:
    requested: list[str] = []
    tab.on(
        "request", lambda r: requested.append(r.url) if re.search(r"/assets/self-assessment/.*\.js$", r.url) else None
    )
    page = open_page(f"sv/{SQUARE}", tab)
    assert names(requested) == AT_FIRST
    # What the result takes is there before it is asked for: of all kinds only the page's own.
    with tab.expect_request_finished(lambda request: "/two-factor." in request.url):
        answer(page)
    assert names(requested) == {*AT_FIRST, "late-result", "two-factor"}
    show_result(page)
    expect(page.locator(".sa-square__point")).to_be_visible()
    expect(page.locator(".sa-keep")).to_be_visible()
    # With the fold of what can be saved, which the test has opened.
    assert names(requested) - {"written"} == {*AT_FIRST, "late-result", "two-factor"}


def names(requested: list[str]) -> set[str]:
    return {url.rpartition("/")[2].partition(".")[0] for url in requested}


def test_no_name_hides_one_of_the_browsers_own(tab: Page, site: str, served: tuple[Path, str]) -> None:
    """A module that means the browser's `print` or `history` would get another module's."""
    scripts = (served[0] / BASE_PATH.strip("/") / "assets/self-assessment").rglob("*.js")
    declared = re.compile(r"^(?:export )?(?:async )?(?:function\*?|class|const|let) ([\w$]+)", re.MULTILINE)
    names = [name for path in scripts for name in declared.findall(path.read_text("utf-8"))]
    assert "scoreAssessment" in names
    hidden = "names => names.filter(name => name in window && !(name in Object.prototype))"
    assert tab.evaluate(hidden, names) == []
