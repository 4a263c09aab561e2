"""What is exported comes back as the same questionnaire."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest

from mkdocs_self_assessment.cli import main
from mkdocs_self_assessment.exporting import paper, word_form
from mkdocs_self_assessment.parsing import parse

PAGE = """---
title: Trust
assessment:
  id: trust
  scale: agreement-5
---
# Do we *trust* one another?

Answer for yourself.

## Talk {#talk}

About talking.

- [ ] We say it, aloud; always | often. {#aloud weight=2}

    Think of "last" week.

- [ ] Mistakes are used against us. {#blame reverse}

## Ask {#ask scale="−1 1 of us | 0 | 1,5 All"}

- [ ] Who asks? {#who not-relevant}
- [ ] =SUM(1) is asked with `code`. {#code scale=yes-no}
- [ ] Who answers? {#answers scale="0 Nobody | 1 Everybody" must}

## Results {.results}

- **0–50 · Held back** Begin.

    Alone. {.solo}

- **50–100 · Said** Keep on.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "trust.md").write_text(PAGE, encoding="utf-8")
    settings = "site_name: S\nplugins: [self-assessment]\ntheme: {name: material, language: en}\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_round_trip(site: Path, ending: str, capsys: pytest.CaptureFixture[str]) -> None:
    config = ["--config", str(site / "mkdocs.yml")]
    file, back = site / f"out.{ending}", site / "docs" / "back.md"
    assert main(["export", "trust", "--to", str(file), *config]) == 0
    told = capsys.readouterr().out
    assert "statement answers: It must be in place" in told
    assert main(["import", str(file), "--to", str(back), "--id", "trust", *config]) == 0
    (before,), (after,) = (
        parse(p.read_text("utf-8"), "a.md")[0].questionnaires for p in (site / "docs/trust.md", back)
    )
    assert after.version == before.version
    assert [(d.id, d.title) for d in after.dimensions] == [(d.id, d.title) for d in before.dimensions]
    assert [(i.text, i.explanation) for i in after.items][:3] == [(i.text, i.explanation) for i in before.items][:3]
    scales = [[q.scale_of(i).labels for i in q.items] for q in (before, after)]  # type: ignore[union-attr]
    assert scales[0] == scales[1]
    assert [after.offers_not_relevant(i) for i in after.items] == [before.offers_not_relevant(i) for i in before.items]
    if ending == "json":
        assert (after.introduction, after.dimensions[0].introduction) == ("Answer for yourself.", "About talking.")
        assert [(b.name, b.markdown) for b in after.bands] == [("Held back", "Begin.\n\nAlone."), ("Said", "Keep on.")]
        assert json.loads(file.read_text("utf-8"))["pages"][0]["name"] == "talk"


def test_an_unknown_id_and_a_kind_without_statements_are_one_message(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    config = ["--config", str(site / "mkdocs.yml")]
    assert main(["export", "trust", *config]) == 0
    assert capsys.readouterr().out.startswith("\ufeffID,Area,Statement")
    assert main(["export", "trusst", *config]) == 2
    assert 'Did you mean "trust"?' in capsys.readouterr().err
    levels = "1. **A** Aa.\n2. **B** Bb.\n3. **C** Cc.\n"
    page = f"---\nassessment: {{id: levels, kind: maturity}}\n---\n# L\n\n## A {{#a}}\n\n{levels}"
    (site / "docs" / "levels.md").write_text(page, encoding="utf-8")
    assert main(["export", "levels", *config]) == 2
    assert "kind maturity" in capsys.readouterr().err


BUILT = """<!doctype html><html lang="en"><head><title>Trust - Site</title>
<link rel="canonical" href="https://example.org/en/trust/"></head><body><nav><h1>Menu</h1></nav><article>
<h1 id="t">Do we trust?<a class="headerlink" href="#t">¶</a></h1>
<self-assessment lang="en" dir="ltr"><script src="../../assets/self-assessment/returning.1.js" data-id="trust"></script>
<div class="js-introduction"><p>Answer <a href="../other/">alone</a>.</p><noscript><p>No.</p></noscript>
<img src="../../a.png" alt="A"></div>
<form class="js-form"><p class="sa-paper"><span>Date</span></p><section><h2>Talk</h2><p>About it.</p>
<fieldset><legend>1. We say it.</legend><p>Aloud.</p><div class="sa-options sa-options--row">
<label><input type="radio"><span>No</span></label> <label><input type="radio"><span>Yes</span></label></div></fieldset>
<fieldset><legend>2. We ask.</legend><div class="sa-options sa-options--row">
<label><input type="radio"><span>No</span></label> <label><input type="radio"><span>Yes</span></label></div></fieldset>
<fieldset><legend>3. Which?</legend><div class="sa-options">
<div><label><input type="radio"><span>1. First</span></label><div><p>Level one.</p></div></div>
<div><label><input type="radio"><span>2. Second</span></label></div></div></fieldset></section>
<button>Next</button></form><div class="sa-result" hidden><h2>Result</h2></div>
<div class="sa-key"><h2>Key</h2><ol><li>Look up.</li><li>Add.</li></ol><ul><li>Free.</li></ul>
<table><caption>Points</caption><tr><th>S</th><th>No</th></tr><tr><td>1,
2</td><td>0</td></tr></table></div>
<template><script class="sa-data">{"late":"../../assets/self-assessment/words.1.json"}</script></template>
</self-assessment>
<script type="module" src="../../assets/self-assessment/main.1.js"></script></article></body></html>"""


@pytest.fixture
def built(site: Path) -> Path:
    """A site with a built page."""
    files = {
        "en/trust/index.html": BUILT,
        "assets/self-assessment/returning.1.js": "returned('</p>');",
        "assets/self-assessment/main.1.js": 'import("./late.1.js");',
        "assets/self-assessment/late.1.js": "export const late = 1;",
        "assets/self-assessment/words.1.json": '{"word": "</script>"}',
        "a.png": "png",
    }
    for path, text in files.items():
        (site / "site" / path).parent.mkdir(parents=True, exist_ok=True)
        (site / "site" / path).write_text(text, encoding="utf-8")
    return site


def test_one_file_has_what_the_page_needs_and_leads_to_the_site(built: Path) -> None:
    file = built / "trust.html"
    assert main(["export", "trust", "--to", str(file), "--config", str(built / "mkdocs.yml")]) == 0
    html = file.read_text("utf-8")
    assert not {"Menu", "¶"} & set(re.findall(r"\w+|¶", html))
    for part in (
        'href="https://example.org/en/other/"',
        'src="data:image/png;base64,',
        "returned('<\\/p>');",
        '{"late":"assets/self-assessment/words.1.json"}',
    ):
        assert part in html
    assert html.count("</script>") == html.count("<script")  # nothing in a script ends it
    assert "late=1" in html.replace(" ", "")
    assert not re.search(r'<(?:script|link|img)[^>]* (?:src|href)="(?!data:|https://example\.org)', html)


def test_the_form_for_paper_is_a_word_document(built: Path) -> None:
    docx = pytest.importorskip("docx")
    file = built / "trust.docx"
    assert main(["export", "trust", "--to", str(file), "--config", str(built / "mkdocs.yml")]) == 0
    document = docx.Document(str(file))
    texts = [p.text for p in document.paragraphs if p.text.strip()]
    assert texts == [
        "Do we trust?", "Answer alone.", f"Date: {'_' * 24}", "Talk", "About it.", "3. Which?",
        "☐ 1. First\nLevel one.", "☐ 2. Second", "Key", "1. Look up.", "2. Add.", "Free.", "Points",
    ]  # fmt: skip
    rows = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    assert rows == [
        [["", "No", "Yes"], ["1. We say it.\nAloud.", "☐", "☐"], ["2. We ask.", "☐", "☐"]],
        [["S", "No"], ["1, 2", "0"]],
    ]


def test_the_form_runs_as_its_language_does() -> None:
    docx = pytest.importorskip("docx")
    blocks = [paper.Table((("س",), ("ص",)))]
    marks = []
    for lang in ("ar", "da"):
        made = docx.Document(io.BytesIO(word_form.document(blocks, "T", lang)))
        normal, table = made.styles["Normal"].element.xml, made.tables[0]._tbl.xml
        marks.append(("<w:bidi/>" in normal, "<w:rtl/>" in normal, "<w:bidiVisual/>" in table))
    assert marks == [(True, True, True), (False, False, False)]


def test_without_the_built_page_it_says_what_to_do(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "trust", "--format", "html", "--config", str(site / "mkdocs.yml")]) == 2
    assert "mkdocs build" in capsys.readouterr().err
