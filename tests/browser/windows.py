"""Browser windows that tests use one after the other: a new one for each test takes most of a test's time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, Protocol

from playwright.sync_api import Browser, BrowserContext, Error, Page, Request

NO_LANGUAGES = "Object.defineProperty(navigator, 'languages', { value: [], configurable: true })"
"""A reader to whom no other language is suggested, unless a page's own script says otherwise."""
DESKTOP = {"width": 1280, "height": 800}


class Open(Protocol):
    """Opens a page by its path, and returns it."""

    def __call__(self, path: str, tab: Page | None = None) -> Page:
        """Open it in a tab of its own, or in one that shows another page: a new tab takes as long as two pages."""


class Window:
    """A profile with one page that is kept; between two tests its storage is emptied and its settings are restored.

    A test that gives a page init scripts, routes or listeners takes a `tab`, which is closed afterwards. What can't be
    restored in a profile needs a window of its own, as the clock has.
    """

    def __init__(self, chromium: Browser, blank: str, **options: Any) -> None:
        """`blank` is the address of an empty page at the origin of all sites; `options` are those of a context."""
        self._chromium = chromium
        self._blank = blank
        self._options: dict[str, Any] = {
            "viewport": DESKTOP,
            "reduced_motion": "reduce",
            "service_workers": "block",
        } | options
        self._context: BrowserContext | None = None
        self._kept: Page | None = None
        self._used = False

    def page(self) -> Page:
        """The page that is kept; a new one if this test has it already."""
        if self._context is None or self._kept is None:
            self._context = self._chromium.new_context(**self._options)
            self._context.add_init_script(NO_LANGUAGES)
            self._kept = self._context.new_page()
        page = self._context.new_page() if self._used else self._kept
        self._used = True
        return page

    def tab(self) -> Page:
        """A page that is closed at the end of the test, which may do with it what can't be undone."""
        if not self._used:
            self.page()
        return self.page()

    def reset(self) -> None:
        """Restore what a test has changed; a window that can't be restored is replaced by a new one."""
        used, self._used = self._used, False
        if not used or self._context is None or self._kept is None:
            return
        try:
            for page in self._context.pages:
                if page is not self._kept:
                    page.close()
            self._kept.goto(self._blank)
            self._kept.evaluate("localStorage.clear(); sessionStorage.clear()")
            self._kept.set_viewport_size(self._options["viewport"])
            self._kept.emulate_media(
                media="null",
                color_scheme=self._options.get("color_scheme", "null"),
                reduced_motion=self._options["reduced_motion"],
                forced_colors="null",
            )
            self._kept.unroute_all()
            self._kept.mouse.move(0, 0)
            self._context.clear_permissions()
        except Error:
            with suppress(Error):
                self._context.close()
            self._context = None


@contextmanager
def opener(base: str, new_page: Callable[[], Page], errors: list[str]) -> Iterator[Open]:
    """A function that opens pages below an address; afterwards, no script has failed and no other host was asked."""
    watched: list[Page] = []

    def fail(error: Error) -> None:
        errors.append(error.stack or str(error))

    def ask(request: Request) -> None:
        if not request.url.startswith((base, "data:", "blob:")):
            errors.append(request.url)

    def open_(path: str, tab: Page | None = None) -> Page:
        page = tab or new_page()
        if page not in watched:
            page.on("pageerror", fail)
            page.on("request", ask)
            watched.append(page)
        elif page.url.partition("#")[0] == (base + path).partition("#")[0]:
            page.goto("about:blank")  # otherwise only the fragment would change
        page.goto(base + path)
        return page

    yield open_
    for page in watched:
        page.remove_listener("pageerror", fail)
        page.remove_listener("request", ask)
    assert errors == []
