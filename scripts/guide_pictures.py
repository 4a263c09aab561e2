"""Make the pictures of the guide for authors from the site as it is, in each language that has a guide.

`make pictures` builds the site and runs this; the pictures are committed in `docs/assets/images/guide/`. They show our
own pages only, in the light scheme, at the width of a phone. A language that is new begins with copies of another one's
pictures, since a link to a file that is missing stops the build.
"""

from __future__ import annotations

import functools
import io
import shutil
import subprocess
import sys
import tempfile
import threading
from base64 import b64encode
from html import escape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import markdown
from PIL import Image, ImageOps
from playwright.sync_api import Locator, Page, ViewportSize, sync_playwright

from scripts import browser
from tests.addresses import LANGUAGES, published

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PICTURES = DOCS / "assets/images/guide"
PHONE: ViewportSize = {"width": 390, "height": 800}
MISTAKE = ("](feedback.md", "](feedbak.md")
"""What is changed in a text for the picture of an answer, so that there is something to correct."""
ARTICLE = "articles/small-steps.md"
ASSESSMENT = "self-assessments/feedback-climate.md"
_STYLE = (
    "body{margin:0;padding:12px;background:#fff;color:#1f2328;font:14px/1.5 sans-serif}"
    "pre,code{font:12.5px/1.5 monospace;background:#f4f5f6;border-radius:4px}"
    "pre{padding:10px;margin:0 0 12px;white-space:pre-wrap}"
    "code{padding:1px 4px}pre code{padding:0}img{width:100%;border-top:1px solid #d0d7de}"
    ".card{border:1px solid #d0d7de;border-radius:6px;padding:4px 14px}"
)


def main() -> None:
    """Make all pictures from a built site, whose folder is the only argument."""
    folder = Path(sys.argv[1])
    PICTURES.mkdir(parents=True, exist_ok=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    site = f"http://127.0.0.1:{server.server_port}/"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser.find(), args=["--no-sandbox"])
        page = chromium.new_page(viewport=PHONE, device_scale_factor=2, color_scheme="light", reduced_motion="reduce")
        page.add_init_script("Object.defineProperty(navigator, 'languages', { value: [] })")  # no line of suggestion
        page.goto(f"{site}translations/")
        page.add_style_tag(content=".js-ml-begin{padding:0 12px}")
        save(page.locator(".js-ml-begin"), "begin")
        for language in (name for name in LANGUAGES if (DOCS / name / "guide").is_dir()):
            pencil(page, site + address(f"{language}/{ARTICLE}"), language)
            statements(page, site + address(f"{language}/{ASSESSMENT}"), language)
            page.set_content(document(f'<div class="card">{markdown.markdown(answer(language))}</div>'))
            save(page.locator("body"), f"answer.{language}")
        chromium.close()
    server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


def address(file: str) -> str:
    """Return the address of the page of a file, from the root of the site."""
    return published(file.removesuffix(".md"), DOCS, LANGUAGES).removeprefix(f"{LANGUAGES[0]}/")


def pencil(page: Page, url: str, language: str) -> None:
    """Take the top of an article, with a ring around the pencil."""
    page.goto(url)
    page.add_style_tag(content=".md-content__button{outline:3px solid #c0392b;outline-offset:4px;border-radius:50%}")
    heading = page.locator("h1").bounding_box()
    assert heading, f"{url} has no heading"
    shot = page.screenshot(
        clip={"x": 0, "y": 0, "width": PHONE["width"], "height": heading["y"] + heading["height"] + 46}
    )
    write(shot, f"pencil.{language}")


def statements(page: Page, url: str, language: str) -> None:
    """Take the Markdown of the first area of a self-assessment, and below it what readers see of it."""
    lines = (DOCS / language / ASSESSMENT).read_text(encoding="utf-8").splitlines()
    first = next(place for place, line in enumerate(lines) if line.startswith("## "))
    shown = [lines[first], "", *[line for line in lines[first:] if line.startswith("- [ ] ")][:2]]
    page.goto(url)
    forms = page.locator("fieldset:visible")
    picture = b64encode(forms.first.screenshot()).decode()
    page.set_content(document(f'<pre>{escape(chr(10).join(shown))}</pre><img src="data:image/png;base64,{picture}">'))
    save(page.locator("body"), f"statements.{language}")


def answer(language: str) -> str:
    """What the answer on a proposal says of a text with a mistake, in Markdown."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(DOCS, folder / "docs")
        shutil.copy(ROOT / "mkdocs.yml", folder)
        text = next(
            path
            for path in sorted((folder / "docs" / language / "articles").glob("*.md"))
            if MISTAKE[0] in path.read_text(encoding="utf-8")
        )
        text.write_text(text.read_text(encoding="utf-8").replace(*MISTAKE, 1), encoding="utf-8")
        run = subprocess.run(
            [sys.executable, "-m", "mkdocs_multilingual.cli", "check", text, "--format", "markdown"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        return run.stdout


def document(body: str) -> str:
    """A page for a picture."""
    return f'<!doctype html><meta charset="utf-8"><style>{_STYLE}</style><body>{body}</body>'


def save(place: Locator, name: str) -> None:
    """Write a picture of an element."""
    write(place.screenshot(), name)


def write(shot: bytes, name: str) -> None:
    """Write a picture, small enough for a phone."""
    with Image.open(io.BytesIO(shot)) as picture:
        framed = ImageOps.expand(picture.convert("RGB"), border=2, fill="#8a8f98")  # apart from the page that shows it
        framed.save(PICTURES / f"{name}.webp", quality=70, method=6)


if __name__ == "__main__":
    main()
