"""Time from the last answer to the painted result, for a self-assessment of 60 statements.

While the result is shown, one answer is changed repeatedly: each change scores all answers again and repaints the
result. The page measures the time from the click to the end of the frame that shows the change.
"""

from __future__ import annotations

import http.server
import statistics
import tempfile
import threading
from functools import partial
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import sync_playwright

from scripts.browser import find

DIMENSIONS, ITEMS, RUNS = 6, 10, 20
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
# Two frames: the first callback runs before the paint that shows the change, the second after it.
MEASURE = """async (index) => {
  const all = document.querySelectorAll(".sa-item");
  const radio = all[all.length - 1].querySelectorAll("input")[index % 5];
  await new Promise(requestAnimationFrame);
  const start = performance.now();
  radio.click();
  const worked = performance.now() - start;
  await new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)));
  return [worked, performance.now() - start];
}"""


def page() -> str:
    """A self-assessment of 60 statements in six dimensions."""
    lines = ["---", "assessment:", "  id: sixty", "  scale: agreement-5", "---", "# Sixty", ""]
    bands = ["", "### Result {.results}", "", "- **0–50** Low.", "- **50–100** High.", ""]
    for d in range(DIMENSIONS):
        lines += [f"## Dimension {d} {{#d{d}}}", ""]
        lines += [f"- [ ] Statement {d}-{i}. {{#d{d}-i{i}}}" for i in range(ITEMS)]
        lines += bands
    return "\n".join(lines)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Log no requests."""


def main() -> None:
    """Build the page, measure, and print medians."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "docs").mkdir()
        (root / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
        (root / "docs" / "sixty.md").write_text(page(), encoding="utf-8")
        (root / "mkdocs.yml").write_text(
            "site_name: Benchmark\ntheme: {name: material, font: false}\nplugins: [self-assessment]\n"
            "markdown_extensions: [attr_list]\n",
            encoding="utf-8",
        )
        build(load_config(str(root / "mkdocs.yml")))
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(root / "site")))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find(), args=SWITCHES)
            tab = browser.new_page()
            tab.goto(f"http://127.0.0.1:{server.server_port}/sixty/")
            tab.evaluate("document.querySelectorAll('.sa-item').forEach(i => i.querySelectorAll('input')[3].click())")
            tab.locator("button[type=submit]").first.click()
            tab.locator(".sa-result").wait_for()
            figures = [tab.evaluate(MEASURE, n) for n in range(RUNS)]
            browser.close()
        server.shutdown()
    work, paint = ([figure[n] for figure in figures] for n in (0, 1))
    print(f"60 statements, {RUNS} changes of the last answer with the result in view (median, max in ms):")
    print(f"  scoring and building the result: {statistics.median(work):.1f}, {max(work):.1f}")
    print(f"  until after the frame that shows it: {statistics.median(paint):.1f}, {max(paint):.1f}")


if __name__ == "__main__":
    main()
