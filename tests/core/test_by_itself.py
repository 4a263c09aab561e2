"""The page of a self-assessment by itself, made of its page in a built site."""

from __future__ import annotations

from pathlib import Path

from mkdocs_self_assessment.exporting import by_itself
from mkdocs_self_assessment.exporting.by_itself import Shared

PAGE = """<!doctype html><html lang="da"><head><title>Tillid – Stedet</title>
<link rel="canonical" href="https://example.org/tillid/"></head><body>
<h1>Tillid<a class="headerlink" href="#tillid">¶</a></h1>
<self-assessment class="sa" lang="sv"><script type="application/json" data-id="trust">{}</script>
<p>Spørgsmål</p></self-assessment>
<self-assessment lang="en"><script type="application/json" data-id="other">{}</script></self-assessment>
<script type="module" src="../assets/theme.js"></script>
<script type="module" src="../assets/self-assessment/self-assessment.js"></script>
</body></html>"""


def test_pages_are_found_and_have_the_first_self_assessment_alone(tmp_path: Path) -> None:
    """Pages without one, with one that isn't closed, or without an id aren't made of anything; nor are frames."""
    for name, html in {
        "tillid/index.html": PAGE,
        "tillid/embed.html": PAGE,
        "open/index.html": PAGE.replace("</self-assessment>", ""),
        "none/index.html": "<html><body>self-assessment</body></html>",
        "tag/index.html": PAGE.replace("self-assessment", "self-assessments"),
        "id/index.html": PAGE.replace("data-id", "data-ids"),
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(html, encoding="utf-8")
    (page,) = by_itself.found_in(tmp_path)
    assert (page.id, page.lang, page.path) == ("trust", "sv", "tillid/index.html")
    assert by_itself.framed_path(page.path) == "tillid/embed.html"
    made = by_itself.framed(page, Shared("p {}", "size()"))
    element = PAGE[PAGE.index("<self-assessment") : PAGE.index("</self-assessment>")] + "</self-assessment>"
    assert f"<h1>Tillid</h1>\n{element}<script" in made
    assert made.startswith('<!doctype html>\n<html class="sa" lang="sv">')
    assert made.count("<script type=") == 2
    assert "assets/self-assessment/self-assessment.js" in made
    assert "<style>p {}</style>" in made
    assert "<script>size()</script>" in made
