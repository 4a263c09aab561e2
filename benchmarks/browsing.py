"""A built site served over HTTP, and a phone that shows it, for benchmarks in a real Chromium."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page, sync_playwright

from scripts.browser import find

SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
_WATCH = """
window.longTasks = [];
window.shifts = [];
window.scripts = [];
new PerformanceObserver(list => list.getEntries().forEach(({startTime, duration}) =>
  longTasks.push([startTime, duration]))).observe({type: "longtask", buffered: true});
new PerformanceObserver(list => list.getEntries().forEach(({startTime, value, hadRecentInput, sources}) =>
  shifts.push([startTime, value, hadRecentInput, sources.map(({node}) => node?.className || node?.nodeName).join()]))
).observe({type: "layout-shift", buffered: true});
new PerformanceObserver(list => list.getEntries().forEach(frame => frame.scripts.forEach(
  ({startTime, duration, sourceURL}) => scripts.push([startTime, duration, sourceURL])))
).observe({type: "long-animation-frame", buffered: true});
"""
"""Long tasks as `[start, duration]`, layout shifts as `[start, value, after an input, what moved]`, and scripts of long
frames as `[start, duration, address]`; times in ms."""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Log no requests."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served while the context lasts; it ends with a slash."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@contextmanager
def phone(width: int, height: int) -> Iterator[BrowserContext]:
    """An empty profile of a phone, whose pages note long tasks and layout shifts."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=SWITCHES)
        size: Any = {"width": width, "height": height}
        context = browser.new_context(viewport=size, has_touch=True, is_mobile=True, reduced_motion="no-preference")
        context.add_init_script(_WATCH)
        yield context
        browser.close()


def throttled(page: Page, rate: float) -> CDPSession:
    """The developer tools' session of a page whose processor is so many times slower."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": rate})
    return session
