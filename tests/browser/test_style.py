"""The style page looks as before, and the site's pages have no layout shifts and are readable.

The pictures in `style/` are the style page in greyscale at half its size. After an intended change of the look, update
them with `UPDATE_STYLE=1 .venv/bin/pytest tests/browser/test_style.py`, and look at them before committing.
"""

from __future__ import annotations

import io
import json
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import Page, Route, expect

from tests.addresses import published
from tests.axe import looks, violations

from .pages import CULTURE, answer
from .windows import DESKTOP, Open, Window

REFERENCES = Path(__file__).parent / "style"
BOXES = REFERENCES / "boxes.json"
"""By picture and part of the style page: where it begins and how high it is, in pixels of the picture."""
FONT = "DejaVu Sans"
"""On nearly every Linux; with the machine's own fonts each machine would need pictures of its own."""
LOOKS: list[Literal["light", "dark", "print", "forced"]] = ["light", "dark", "print", "forced"]
WIDTHS = (360, 1280)

MEASURE = """name => {
    const pen = document.createElement("canvas").getContext("2d");
    const width = family => { pen.font = `40px ${family}`; return pen.measureText("Wmi lød").width };
    return ["serif", "monospace"].every(other => width(`"${name}", ${other}`) === width(`"${name}"`)
        && width(`"${name}", ${other}`) !== width(`"no such font", ${other}`));
}"""
PARTS = """() => Object.fromEntries([...document.querySelectorAll("[data-part]")].map(part => {
    const top = document.querySelector(".md-content__inner").getBoundingClientRect().top;
    const box = part.getBoundingClientRect();
    return [part.dataset.part, [Math.round((box.top - top) / 2), Math.round(box.height / 2)]];
}))"""
LATE = re.compile(r"/(?!returning\.)[^/?]*\.(?:js|svg|png|jpe?g|webp|avif|gif)(?:\?|$)")
"""What a page is shown without while it is on its way; the script that decides what is shown first is waited for."""
PAINTED = """new Promise(done => new PerformanceObserver(() => requestAnimationFrame(() => requestAnimationFrame(done)))
    .observe({ type: "paint", buffered: true }))"""
FRAMES = """async () => {
    for (let i = 0; i < 5; i++) await new Promise(requestAnimationFrame);
    return document.readyState === "complete";
}"""
"""Some frames later: whether every script of the page has run, which a slow machine may need long for."""
SHIFTS = """async () => {
    const shifts = [];
    new PerformanceObserver(list => {
        for (const entry of list.getEntries())
            shifts.push([entry.value, entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 80))]);
    }).observe({ type: "layout-shift", buffered: true });
    await document.fonts.ready;
    scrollTo(0, document.body.scrollHeight);
    for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame);
    return shifts;
}"""


@pytest.fixture(scope="module")
def style_page(windows: Callable[..., Window], site: str) -> Iterator[Page]:
    """The style page in one font."""
    window = windows(locale="en-GB")
    page = window.page()
    page.goto(f"{site}style.html")
    if not page.evaluate(MEASURE, FONT):
        window.reset()
        message = f"{FONT} is not installed (Debian: fonts-dejavu-core), so nothing can be compared."
        if os.environ.get("CI"):
            pytest.fail(message)
        pytest.skip(message)
    page.add_style_tag(
        content=f'*, ::before, ::after {{ font-family: "{FONT}" !important; transition: none !important }}'
    )
    yield page
    window.reset()


@pytest.fixture(params=[(look, width) for look in LOOKS for width in WIDTHS], ids=lambda p: f"{p[0]}-{p[1]}")
def styled(request: pytest.FixtureRequest, style_page: Page) -> tuple[str, Page]:
    """The style page in each look and width; its name and the page."""
    look, width = request.param
    style_page.set_viewport_size({"width": width, "height": 800})
    style_page.emulate_media(
        media="print" if look == "print" else "screen",
        color_scheme="dark" if look == "dark" else "light",
        forced_colors="active" if look == "forced" else "none",
    )
    style_page.evaluate("scrollTo(0, 0)")
    return f"{look}-{width}", style_page


def test_the_style_page_looks_as_it_did(styled: tuple[str, Page]) -> None:
    """Part by part, so that one that has grown doesn't make all below it differ."""
    name, page = styled
    boxes: dict[str, list[int]] = page.evaluate(PARTS)
    picture = Image.open(io.BytesIO(page.locator(".md-content__inner").screenshot(animations="disabled")))
    grey = picture.convert("L").resize((picture.width // 2, picture.height // 2), Image.Resampling.BOX)
    path = REFERENCES / f"{name}.png"
    known = json.loads(BOXES.read_text("utf-8")) if BOXES.exists() else {}
    if os.environ.get("UPDATE_STYLE"):
        grey.quantize(16).save(path, optimize=True)
        BOXES.write_text(json.dumps(known | {name: boxes}, indent=1, sort_keys=True) + "\n", "utf-8")
        return
    reference = Image.open(path).convert("L")
    assert list(boxes) == sorted(boxes, key=lambda part: boxes[part][0])
    assert set(boxes) == set(known[name]), "parts"
    for part, (top, height) in boxes.items():
        was_top, was_height = known[name][part]
        assert abs(height - was_height) <= max(4, was_height * 0.03), f"{part} is {height} high, was {was_height}"
        now = grey.crop((0, top, grey.width, top + height)).resize((reference.width, was_height))
        before = reference.crop((0, was_top, reference.width, was_top + was_height))
        assert differing(now, before) < 0.01, f"{part} differs: see {path.name} from line {was_top}"


def differing(one: Image.Image, other: Image.Image) -> float:
    """Fraction of a picture that differs visibly: blurred first, so that edges of letters don't count."""
    blur = ImageFilter.GaussianBlur(2.5)
    histogram = ImageChops.difference(one.filter(blur), other.filter(blur)).histogram()
    return sum(histogram[28:]) / max(1, one.width * one.height)


def test_a_difference_that_one_sees_counts_and_one_of_rendering_does_not() -> None:
    plain = Image.new("L", (300, 200), 250)
    moved, button = plain.copy(), plain.copy()
    for x in range(20, 280, 9):  # strokes of letters
        plain.paste(60, (x, 50, x + 1, 62))
        moved.paste(60, (x + 1, 50, x + 2, 62))
    assert differing(plain, moved) == 0
    button.paste(60, (20, 100, 80, 130))
    assert differing(plain, button) > 0.01


def test_pictures_are_small() -> None:
    assert {p.name: p.stat().st_size for p in REFERENCES.glob("*.png") if p.stat().st_size > 75_000} == {}
    assert len(list(REFERENCES.glob("*.png"))) == len(LOOKS) * len(WIDTHS)


@pytest.mark.parametrize("path", ["style.html", "", "sv/blog/", "nb/topics/"])
def test_everything_can_be_read(open_page: Open, path: str) -> None:
    page = open_page(path)
    for look in looks(page):
        page.set_viewport_size(DESKTOP)
        assert violations(page, only=["color-contrast", "link-in-text-block", "target-size"]) == [], look


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", ["", "blog/", "topics/", CULTURE, "self-assessments/", "style.html"])
def test_nothing_moves_by_itself(new_page: Callable[[], Page], site: str, path: str, width: int) -> None:
    page = new_page()
    page.set_viewport_size({"width": width, "height": 740})
    page.emulate_media(reduced_motion="no-preference")
    # A page that arrives in pieces is where things move: what a script asks for comes some frames after it has run.
    held: list[Route] = []
    has_run = False
    # What stands in for a font, and how wide it is, depends on the machine.
    page.route("**/*.woff2", lambda route: route.abort())
    page.route(LATE, lambda route: route.continue_() if has_run else held.append(route))
    # A self-assessment is opened again where the reader stopped, and at its result.
    for fragment in ("", "", "#result") if path == CULTURE else ("",):
        page.goto("about:blank")
        held, has_run = [], False
        page.goto(site + published(path) + fragment, wait_until="commit")
        page.evaluate(PAINTED)
        assert held
        while held or not page.evaluate(FRAMES):
            arriving, held[:] = list(held), []
            for route in arriving:
                route.continue_()
            page.evaluate(FRAMES)
        has_run = True
        for route in held:
            route.continue_()
        page.wait_for_load_state("networkidle")
        if fragment:
            expect(page.locator(".sa-result__title")).to_be_focused()
            expect(page.locator(".js-keep")).to_be_visible()
        shifts = page.evaluate(SHIFTS)
        # As the measure is given, in hundredths: a button that moves by a pixel on a busy machine is 0.0005.
        assert round(sum(value for value, _ in shifts), 2) == 0, (fragment, shifts)
        if path == CULTURE and not fragment:
            answer(page, leave_out=tuple(range(9, 24)))


def test_what_is_touched_is_large_enough(touched_page: Page, site: str) -> None:
    """44 px, where a thumb has to hit."""
    page = touched_page
    for path, touched in {
        CULTURE: ".sa-option, .sa-button, .md-header button, .md-header summary, .md-header label",
        "": ".md-button, #start-here + ul > li, .sk-topic, .sk-posts li",
        "style.html": ".md-pagination__link",
    }.items():
        page.goto(site + published(path))
        sizes = page.locator(touched).evaluate_all(
            """all => all.filter(e => e.checkVisibility({ visibilityProperty: true })).map(e => [
                e.className, e.getBoundingClientRect().width, e.getBoundingClientRect().height])"""
        )
        assert sizes
        assert [size for size in sizes if size[1] < 43.5 or size[2] < 43.5] == []


def test_everything_begins_at_one_edge(open_page: Open) -> None:
    """The title and the text of a page of each kind, at each width, and the name of the site where there is no menu."""
    left = """() => ["h1", ".md-content p", ".sk-brand"].map(name => {
        const range = document.createRange();
        const shown = [...document.querySelectorAll(name)].find(e => e.checkVisibility() && e.textContent.trim());
        range.selectNodeContents(shown);
        return Math.round(range.getBoundingClientRect().left);
    })"""
    found: dict[int, set[int]] = {}
    page = open_page("")
    for path in (
        "",
        "articles/",
        "articles/mistrust-spiral/",
        "blog/",
        "self-assessments/",
        CULTURE,
        "topics/culture/",
    ):
        open_page(path, page)
        for width in (360, 768, 1280, 1920):
            page.set_viewport_size({"width": width, "height": 800})
            title, text, name = page.evaluate(left)
            found.setdefault(width, set()).update([title, text, name] if width > 1219 else [title, text])
    assert {width: len(edges) for width, edges in found.items()} == dict.fromkeys(found, 1), found
