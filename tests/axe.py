"""axe-core in a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

STILL = "*, ::before, ::after { transition: none !important; animation: none !important }"
"""Fades that have begun are jumped to their end: axe would report a colour in mid-fade."""
RUN = """async ([part, options]) => {
    const { violations } = await axe.run(part ?? document, { ...options, resultTypes: ["violations"], preload: false });
    return violations.flatMap(({ id, nodes }) => nodes.map(node => `${id}: ${node.html} ${node.failureSummary}`));
}"""
"""`preload` is for rules that are off, and for sound."""


def violations(page: Page, part: str | None = None, *, only: list[str] | None = None, but: str = "") -> list[str]:
    """What axe finds, one line each: on the page or in a part of it, with all rules, with some, or but for one."""
    page.add_style_tag(content=STILL)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    options = {"rules": {but: {"enabled": False}}} if but else {"runOnly": only} if only else {}
    found: list[str] = page.evaluate(RUN, [part, options])
    return found


def looks(page: Page) -> Iterator[Literal["dark", "light"]]:
    """Show the page on a phone in dark colours, then on a desktop in light ones."""
    looks: list[tuple[int, Literal["dark", "light"]]] = [(360, "dark"), (1280, "light")]
    for width, scheme in looks:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        yield scheme
