"""How fast a result is there, and how calmly.

Without a site, for a self-assessment of 60 statements: while the result is shown, one answer is changed repeatedly.
Each change scores all answers again and repaints the result; the page measures the time from the click to the end of
the frame that shows the change.

With the folder of a built site, for some of its self-assessments on a phone with a slow processor: the longest tasks
after the touch that shows the result, and after a reload of the result, and how far what is seen moves meanwhile. After
a reload the theme's scripts run too, so what the plugin's take is a column of its own.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import BrowserContext, sync_playwright

from benchmarks.browsing import SWITCHES, phone, served, throttled
from scripts.browser import find

DIMENSIONS, ITEMS, RUNS = 6, 10, 20
WIDTH, HEIGHT = 360, 740
PAGES = tuple(
    f"en/self-assessments/{name}/" for name in ("service-culture", "expertise-as-a-brake", "leadership-style")
)
ANSWER = """() => document.querySelectorAll(".sa-item").forEach((item, index) => {
  const radios = item.querySelectorAll("input");
  radios[(7 * index) % radios.length].click();
})"""
QUIET = 2000
"""Milliseconds after which a page has done what it does by itself."""
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


def sixty(root: Path, **options: bool) -> Path:
    """Build the site with the page of 60 statements in a folder; `options` are those of the plugin."""
    (root / "docs").mkdir()
    (root / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    (root / "docs" / "sixty.md").write_text(page(), encoding="utf-8")
    settings = {
        "site_name": "Benchmark",
        "theme": {"name": "material", "font": False},
        "plugins": [{"self-assessment": options}],
        "markdown_extensions": ["attr_list"],
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")
    build(load_config(str(root / "mkdocs.yml")))
    return root


def change_answers() -> None:
    """Build the page of 60 statements, measure, and print medians."""
    with tempfile.TemporaryDirectory() as folder:
        root = sixty(Path(folder))
        with served(root / "site") as origin, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find(), args=SWITCHES)
            tab = browser.new_page()
            tab.goto(f"{origin}sixty/")
            tab.evaluate("document.querySelectorAll('.sa-item').forEach(i => i.querySelectorAll('input')[3].click())")
            tab.locator("button[type=submit]").first.click()
            tab.locator(".sa-result").wait_for()
            figures = [tab.evaluate(MEASURE, n) for n in range(RUNS)]
            browser.close()
    work, paint = ([figure[n] for figure in figures] for n in (0, 1))
    print(f"60 statements, {RUNS} changes of the last answer with the result in view (median, max in ms):")
    print(f"  scoring and building the result: {statistics.median(work):.1f}, {max(work):.1f}")
    print(f"  until after the frame that shows it: {statistics.median(paint):.1f}, {max(paint):.1f}")


def appear(site: Path, pages: tuple[str, ...], rate: float, runs: int) -> None:
    """Show the results of self-assessments and load them again; print a row of a table for each.

    Whatever else the machine does can only make a task longer, so the shortest of some visits is the truest.
    """
    print(
        f"{WIDTH} × {HEIGHT}, processor {rate:g} times slower; of {runs} visits the shortest tasks, the largest CLS\n"
    )
    print("| page | longest task when shown, ms | CLS then | longest task after a reload, ms | of ours | CLS then |")
    print("|---|---|---|---|---|---|")
    with served(site) as origin:
        for path in pages:
            visits = []
            for _ in range(runs):
                with phone(WIDTH, HEIGHT) as context:
                    visits.append(_visit(context, origin + path, rate))
            (shown, _, moved), (loaded, ours, then) = (
                list(zip(*part, strict=True)) for part in zip(*visits, strict=True)
            )
            middle = [f"{min(lengths):.0f}" for lengths in (shown, loaded, ours)]
            print(f"| {path} | {middle[0]} | {max(moved):.3f} | {middle[1]} | {middle[2]} | {max(then):.3f} |")


def _visit(context: BrowserContext, address: str, rate: float) -> list[tuple[float, float, float]]:
    """Milliseconds of the longest task and of the plugin's longest script, and the shift of layout: when the result is
    shown, and after a reload.

    Only a shift that no touch of the last half second explains counts, as browsers count it.
    """
    tab = context.new_page()
    tab.goto(address, wait_until="networkidle")
    tab.evaluate(ANSWER)
    tab.reload(wait_until="networkidle")
    button = tab.locator("[type=submit]:visible, [data-action=result]:visible").first
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    assert box is not None
    throttled(tab, rate)
    found = []
    for is_shown in (True, False):
        start = 0.0
        if is_shown:
            start = tab.evaluate("performance.now()")
            tab.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        else:
            tab.reload()
        tab.locator(".js-result").wait_for()
        tab.wait_for_load_state("networkidle")
        tab.wait_for_timeout(QUIET)
        tasks, scripts, shifts = tab.evaluate("[longTasks, scripts, shifts]")
        task = max((length for at, length in tasks if at >= start), default=0)
        ours = max((length for at, length, url in scripts if at >= start and "/self-assessment/" in url), default=0)
        found.append((task, ours, sum(value for at, value, touched, _ in shifts if at >= start and not touched)))
    return found


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", 1)[0])
    parser.add_argument("site", type=Path, nargs="?", help="folder of a built site")
    parser.add_argument("--pages", nargs="+", default=PAGES, help="addresses below it (%(default)s)")
    parser.add_argument("--slower", type=float, default=4, help="how many times slower the processor is (%(default)s)")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    if options.site:
        appear(options.site, tuple(options.pages), options.slower, options.runs)
    else:
        change_answers()


if __name__ == "__main__":
    main()
