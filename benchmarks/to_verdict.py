"""What a reader on a phone does from the start of a self-assessment to its verdict: taps, pixels scrolled, and the
work of the phone's processor.

Plays a built site as a reader would: swipes a statement into view until its last answer is above whatever covers the
foot of the window, touches an answer, goes on to the next statement that is in sight or touches *Next*, and at last
shows the result and swipes until its text is read. It knows nothing of how the form is divided, so that two forms can
be compared.
"""

from __future__ import annotations

import argparse
import math
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import CDPSession, Locator, Page

from benchmarks.browsing import phone, served, throttled

WIDTH, HEIGHT = 390, 844
PAGE = "en/self-assessments/service-culture/"
SETTLED = 700
"""Milliseconds from a touch until the page has done what it does by itself."""
MARGIN = 12
LONGEST, STEPS, SLOP, HOLD = 500, 20, 15, 150
"""Pixels of one swipe, its steps, the pixels before a browser takes it for one, and milliseconds of holding it."""
UNANSWERED = ".sa-item:not(:has(:checked))"
OPEN = f"{UNANSWERED}:visible"
ROOM = """() => {
  const seen = selector => [...document.querySelectorAll(selector)].map(e => e.getBoundingClientRect());
  const bar = seen(".js-bar").filter(({height}) => height).map(({top}) => top);
  const header = seen(".md-header").map(({bottom}) => bottom);
  return [Math.max(0, ...header), Math.min(innerHeight, ...bar)];
}"""
"""The part of the window that nothing covers, from and to."""


@dataclass
class Played:
    """What one visit took: touches, pixels by swiping and by the page itself, and seconds of work."""

    taps: int = 0
    swiped: int = 0
    moved: int = 0
    script: float = 0
    task: float = 0
    longest: float = 0
    """Milliseconds of the longest task while the reader answers and the result appears, not while the page loads."""


class Reader:
    """Plays one page, from its start to the verdict."""

    def __init__(self, page: Page, session: CDPSession) -> None:
        """`page` shows the start of a self-assessment."""
        self.page = page
        self.session = session
        self.played = Played()

    def play(self) -> Played:
        """Answer everything and read the verdict."""
        start = self.page.evaluate("performance.now()")
        while True:
            if self.page.locator(OPEN).count():
                item = self.page.locator(OPEN).first
                self._bring(item)
                left = self.page.locator(UNANSWERED).count()
                self._tap(item.locator(".sa-option").nth(3))
                if self.page.locator(UNANSWERED).count() == left:
                    raise SystemExit("an answer that was touched was not given: something covers it")
            elif (button := self.page.locator("[data-action=next]:visible")).count():
                self._bring(button)
                self._tap(button)
            else:
                break
        button = self.page.locator("[type=submit]:visible").first
        self._bring(button)
        self._tap(button)
        self._bring(self.page.locator(".js-overall-band"))
        metrics = {m["name"]: m["value"] for m in self.session.send("Performance.getMetrics")["metrics"]}
        tasks = self.page.evaluate("longTasks")
        self.played.script, self.played.task = metrics["ScriptDuration"], metrics["TaskDuration"]
        self.played.longest = max((length for at, length in tasks if at >= start), default=0)
        return self.played

    def _bring(self, target: Locator) -> None:
        """Swipe until all of it is in view; of what is higher than the window, until its end is."""
        top, bottom = self.page.evaluate(ROOM)
        box = target.bounding_box()
        assert box is not None
        inside = target.evaluate("element => Boolean(element.closest('.js-bar'))")
        below = box["y"] + box["height"] + MARGIN - bottom
        above = top + MARGIN - box["y"]
        distance = 0 if inside else math.ceil(max(0, below) or -max(0, above))
        if not distance:
            return
        before = self._place()
        while distance:
            step = max(-LONGEST, min(LONGEST, distance))
            self._swipe(step)
            distance -= step
        self.played.swiped += abs(self._place() - before)

    def _swipe(self, distance: int) -> None:
        """Move a finger, upwards for a positive distance, and hold it before it is lifted, so that nothing runs on."""
        distance += round(math.copysign(SLOP, distance))
        start = HEIGHT // 2 + distance // 2
        steps = [start - round(distance * step / STEPS) for step in range(1, STEPS + 1)]
        self._touch("touchStart", start)
        for y in steps:
            self._touch("touchMove", y)
        self.page.wait_for_timeout(HOLD)
        self._touch("touchMove", steps[-1])
        self._touch("touchEnd")
        self.page.wait_for_timeout(HOLD)

    def _touch(self, kind: str, *places: int) -> None:
        points = [{"x": WIDTH - 8, "y": y} for y in places]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def _tap(self, target: Locator) -> None:
        box = target.bounding_box()
        assert box is not None
        before = self._place()
        self.page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        self.page.wait_for_timeout(SETTLED)
        self.played.taps += 1
        self.played.moved += abs(self._place() - before)

    def _place(self) -> int:
        return int(self.page.evaluate("Math.round(scrollY)"))


def main() -> None:
    """Play a built site, and print the least of each as a row of a table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n", 1)[0])
    parser.add_argument("site", type=Path, help="folder of the built site")
    parser.add_argument("--page", default=PAGE, help="address of the self-assessment below it (%(default)s)")
    parser.add_argument("--slower", type=float, default=4, help="how many times slower the processor is (%(default)s)")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    visits = []
    with served(options.site) as origin:
        for _ in range(options.runs):
            with phone(WIDTH, HEIGHT) as context:
                page = context.new_page()
                session = throttled(page, options.slower)
                session.send("Performance.enable")
                page.goto(origin + options.page, wait_until="networkidle")
                visits.append(Reader(page, session).play())
    names = ("taps", "swiped", "moved", "script", "task", "longest")
    # Whatever else the machine does can only add to the work.
    taps, swiped, moved, script, task, longest = (min(getattr(visit, name) for visit in visits) for name in names)
    print(f"{options.page} at {WIDTH} × {HEIGHT}, processor {options.slower:g} times slower, {options.runs} visits:")
    print("| taps | px swiped | px by the page itself | s of script | s of all work | longest task, ms |")
    print("|---|---|---|---|---|---|")
    print(f"| {taps:.0f} | {swiped:,.0f} | {moved:,.0f} | {script:.2f} | {task:.2f} | {longest:.0f} |")


if __name__ == "__main__":
    main()
