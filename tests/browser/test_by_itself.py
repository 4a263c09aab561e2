"""A self-assessment without its site: as one file from the disk, and in a frame of another page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from mkdocs_self_assessment.exporting import by_itself
from mkdocs_self_assessment.exporting.by_itself import BuiltAssessment

from .pages import answer, show_result

HOST = """<!doctype html><title>Intranet</title>
<iframe id="frame" style="height: 100px; width: 700px" src="{src}"></iframe>
<script>addEventListener("message", ({{ data, source }}) => {{
  const frame = document.getElementById("frame");
  if (source !== frame.contentWindow || data?.type !== "self-assessment-size") return;
  frame.style.height = `${{data.height}}px`;
}});</script>"""


@pytest.fixture
def built(site: str, served: tuple[Path, str]) -> tuple[Path, BuiltAssessment]:
    """Folder of the fixture site, and the page of a self-assessment with answers on a scale."""
    folder = served[0] / "servicekompas"
    return folder, next(page for page in by_itself.found_in(folder) if "sa-options--row" in page.html)


def test_one_file_gives_a_result_and_asks_nobody(
    built: tuple[Path, BuiltAssessment], tab: Page, tmp_path: Path
) -> None:
    file = tmp_path / "by-itself.html"
    file.write_text(by_itself.as_file(built[1], built[0]), encoding="utf-8")
    asked: list[str] = []
    failed: list[str] = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.on("pageerror", lambda error: failed.append(str(error)))
    tab.goto(file.as_uri())
    answer(tab, choice=0)
    show_result(tab)
    expect(tab.locator(".sa-result")).to_be_visible()
    assert [url for url in asked if not url.startswith(("blob:", "data:"))] == [file.as_uri()]
    assert failed == []


def test_a_frame_is_as_high_as_its_self_assessment(
    built: tuple[Path, BuiltAssessment], served: tuple[Path, str], tab: Page
) -> None:
    folder, origin = served
    src = f"/servicekompas/{by_itself.framed_path(built[1].path)}"
    (folder / "intranet.html").write_text(HOST.format(src=src), encoding="utf-8")
    tab.goto(f"{origin}/intranet.html")
    frame = tab.frame_locator("#frame")
    expect(frame.locator("self-assessment")).to_be_visible()
    tab.wait_for_function(
        """() => {
          const frame = document.getElementById("frame");
          const page = frame.contentDocument.documentElement;
          return frame.clientHeight > 200 && Math.abs(frame.clientHeight - page.getBoundingClientRect().height) < 2;
        }"""
    )
