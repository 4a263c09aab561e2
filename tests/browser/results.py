"""Actions of a reader with results: history, comparison, export and import."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from .pages import answer, choose, chosen, model, show_result, site_key, start_again, stored

DAY = "2026-03-0{}T10:00:00Z"


def result(page: Page, choice: int = 3, *, given: dict[str, int | str] | None = None) -> None:
    """Choose the same answer for all statements except those given, and show the result."""
    if chosen(page):
        start_again(page)
    answer(page, choice=choice)
    choose(page, given or {})
    show_result(page)
    expect(page.locator(".sa-keep")).to_be_visible()


def styles(page: Page, *counts: int) -> dict[str, int | str]:
    """Choices in the page's situations with these numbers of each style, in the styles' order."""
    chosen_styles = [style for style, count in enumerate(counts) for _ in range(count)]
    return {item["id"]: style for item, style in zip(model(page)["items"], chosen_styles, strict=True)}


def name(page: Page) -> str:
    """Storage key of the page's results."""
    return f"{site_key(page)}{model(page)['id']}:history"


def history(page: Page) -> dict[str, Any]:
    """Stored history of the page's results."""
    kept: dict[str, Any] = json.loads(stored(page).get(name(page), '{"entries":[]}'))
    return kept


def put(page: Page, key: str, text: str) -> None:
    """Write a text into the browser's storage, as if a page had stored it."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])


def unfold(page: Page, part: str) -> None:
    """Open the history or the comparison, which is fetched then."""
    page.locator(f".sa-{part} > summary").click()
    if part == "compare":
        expect(page.locator(":is(.sa-compare__content, .sa-compare__status):not(:empty)").first).to_be_attached()


def unfold_more(page: Page) -> None:
    """Open what there is beside the link and the image."""
    page.locator(".sa-more").evaluate("fold => { fold.open = true }")


def download(page: Page, kind: str) -> str:
    """Contents of a file that the page offers for download."""
    unfold_more(page)
    with page.expect_download() as waiting:
        page.locator(f"[data-keep={kind}]").click()
    return Path(waiting.value.path()).read_bytes().decode()


def upload(page: Page, text: str) -> None:
    """Choose a file with this text."""
    page.locator(".sa-compare [type=file]").set_input_files(
        {"name": "a.json", "mimeType": "application/json", "buffer": text.encode()}
    )
