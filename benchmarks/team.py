"""How long each step takes on the page of a team with 500 answer sheets of 60 statements, and how much memory it has.

Pasting, sorting (a sheet is moved to another group) and undoing are measured from the touch to the end of the layout,
in which everything is drawn; also pasting two megabytes of noise.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from benchmarks.browsing import SWITCHES, served
from benchmarks.result_paint import sixty
from mkdocs_self_assessment.published import PACKAGE
from scripts.browser import find

SHEETS, RUNS = 500, 7
MAKE = """async ([count, more]) => {
  const { encodeAnswers } = await import("/source/codec/codec.js");
  const { originOf, newSheet } = await import("/source/team/code.js");
  const { model } = JSON.parse(document.querySelector("team-mirror .js-data").content.textContent);
  const round = document.querySelector(".js-team-invitations input").value.split("#t=")[1].slice(0, 3);
  const random = values => values[Math.floor(values.length * Math.random())];
  return Array.from({ length: count }, (_, n) => {
    const answers = Object.fromEntries(model.items.map(({ id, values }) => [id, random(values)]));
    const origin = originOf({ round, group: 1 + (n % 2), sheet: newSheet() });
    return `#r=${encodeAnswers(model, answers)}&t=${origin} ${more}`;
  }).join("\\n");
}"""
TIMED = """([selector, name]) => {
  const element = document.querySelector(selector);
  if (name === "change") element.value = element.value === "1" ? "2" : "1";
  const start = performance.now();
  if (name === "submit") element.requestSubmit();
  else if (name === "change") element.dispatchEvent(new Event("change", { bubbles: true }));
  else element.click();
  document.body.getBoundingClientRect();
  return performance.now() - start;
}"""


def main() -> None:
    """Build the page, measure, and print medians and maxima."""
    with tempfile.TemporaryDirectory() as folder:
        root = sixty(Path(folder), team=True)
        shutil.copytree(PACKAGE / "assets", root / "site" / "source")
        with served(root / "site") as origin, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=find(), args=SWITCHES)
            tab = browser.new_page()
            tab.goto(f"{origin}sixty/team/")
            tab.locator("[name=groups]").nth(1).check()
            tab.locator(".js-team-begin button").click()
            tab.locator(".js-team-invitations input").first.wait_for()
            steps: dict[str, list[float]] = {
                name: [] for name in ("500 pasted into none", "one more pasted", "one moved", "undone", "noise")
            }
            for _ in range(RUNS):
                tab.evaluate("document.querySelector('.js-team-sheets').open = false")
                many, one = (tab.evaluate(MAKE, [count, "noise"]) for count in (SHEETS, 1))
                add, undo = [".js-team-add", "submit"], ["[data-team=undo]", "click"]
                for name, text in (
                    ("500 pasted into none", many),
                    ("one more pasted", one),
                    ("noise", "7K3M-" * 390_000),
                ):
                    tab.locator("#team-paste").evaluate("(field, text) => { field.value = text }", text)
                    steps[name].append(tab.evaluate(TIMED, add))
                    tab.evaluate("document.querySelector('.js-team-sheets').open = true")
                    tab.locator(".js-team-list li").first.wait_for()
                steps["one moved"].append(tab.evaluate(TIMED, [".js-team-list select", "change"]))
                steps["undone"].append(tab.evaluate(TIMED, undo))
                for _ in range(2):
                    tab.locator("[data-team=undo]").click()
            memory = tab.evaluate("performance.memory.usedJSHeapSize") / 1e6
            browser.close()
    print(f"{SHEETS} sheets of 60 statements, all of them listed, {RUNS} times (median, max in ms):")
    for name, figures in steps.items():
        print(f"  {name}: {statistics.median(figures):.0f}, {max(figures):.0f}")
    print(f"  memory of scripts: {memory:.0f} MB")


if __name__ == "__main__":
    main()
