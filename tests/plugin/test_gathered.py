"""What Markdown's extensions gather or insert on a self-assessment's page: notes, abbreviations, contents."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import html

from tests.plugin.building import Built, build_site

CHECK = """---
title: Check
assessment: {id: check, scale: yes-no}
---
# Check

[TOC]

Intro with SLA and KPI.

Term
:   Its definition with KPI.

!!! note "Mind"

    A note.[^2]

## D {#d}

About.

[^2]: Second, in a dimension.
    With a second line.

- [ ] We keep the SLA.[^1] {#a}
- [ ] We know the [guide][g]. {#b}

## All {.results}

- **0–50** Low.[^1] KPI
- **50–100** High.[^long]

## Closing

Bye.

[g]: index.md
[^1]: Count *calls*.
[^long]:
    Long one.

    Two paragraphs.

*[KPI]: Key performance indicator
"""
ARTICLE = """# Art

Text SLA.[^x] See [g].

## Sec {.assessment #sec scale=yes-no}

Intro KPI[^y] and ![a](x.png){ width="3" } [guide][g].

[^y]: Y note.

- [ ] One SLA?[^z] {#one}

### R {.results}

- **0–100** Good [g].[^x]

## After

After.[^y]

[g]: check.md
[^x]: X note.
[^z]: Z note with [g].
*[KPI]: Key
"""
FILES: dict[str, str | bytes] = {"index.md": "# H\n", "check.md": CHECK, "art.md": ARTICLE, "x.png": b"x"}
EXTENSIONS = ("attr_list", "toc", "admonition", "footnotes", "abbr", "def_list")


def site(root: Path, files: dict[str, str | bytes]) -> Built:
    snippets = root / "snippets"
    snippets.mkdir(parents=True)
    (snippets / "abbreviations.md").write_text("*[SLA]: Service level agreement\n")
    extensions = [
        *EXTENSIONS,
        {"pymdownx.snippets": {"base_path": [str(snippets)], "auto_append": ["abbreviations.md"]}},
    ]
    return build_site(root, files, languages=(), settings={"markdown_extensions": extensions})


def test_notes_and_abbreviations_are_where_the_extensions_put_them(tmp_path: Path) -> None:
    built = site(tmp_path, FILES)
    assert built.messages == []
    notes = {"check": 3, "art": 3, "self-assessments/sec": 3}
    for address, count in notes.items():
        (text,) = built.page(address).find_class("md-content__inner")
        ids = set(text.xpath(".//@id"))
        assert [href for href in text.xpath(".//@href") if href.startswith("#") and href[1:] not in ids] == [], address
        assert len(text.xpath(".//div[@class='footnote']//li")) == count, address
        for data in text.xpath(".//script"):
            data.drop_tree()
        assert re.findall(r"\[\^|\*\[|\[g\]|\[TOC\]|\{ width", html.tostring(text, encoding="unicode")) == [], address
        titles = set(text.xpath(".//abbr/@title"))
        assert titles >= {"Service level agreement"}, address
    assert built.page("check").xpath("//div[@class='toc']//a/@href")[:1] == ["#check"]
    (description,) = built.page("self-assessments/sec").xpath("//meta[@name='description']/@content")
    assert description == "Intro KPI and a guide."
