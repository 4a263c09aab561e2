"""What a reader does with results: keep them, look back, take them along."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from .pages import answer, choose, chosen, model, show_result, start_again, stored

DAY = "2026-03-0{}T10:00:00Z"


def result(page: Page, choice: int = 3, *, given: dict[str, int | str] | None = None) -> None:
    """Answer everything anew, alike but for what is given, and show the result."""
    if chosen(page):
        start_again(page)
    answer(page, choice=choice)
    choose(page, given or {})
    show_result(page)
    expect(page.locator(".sa-keep")).to_be_visible()


def styles(page: Page, *counts: int) -> dict[str, int | str]:
    """Choices in the situations of the page that add up to these counts of the styles, in their order."""
    chosen_styles = [style for style, count in enumerate(counts) for _ in range(count)]
    return {item["id"]: style for item, style in zip(model(page)["items"], chosen_styles, strict=True)}


def name(page: Page) -> str:
    """Under which the results are kept."""
    return f"self-assessment:{model(page)['id']}:history"


def history(page: Page) -> dict[str, Any]:
    """What is kept of earlier results."""
    kept: dict[str, Any] = json.loads(stored(page).get(name(page), '{"entries":[]}'))
    return kept


def put(page: Page, key: str, text: str) -> None:
    """Lay a text into the browser's storage, as if it had been kept."""
    page.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])


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
