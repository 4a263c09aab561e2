"""Titles, descriptions, names and settings are text on every page: what is written in them is shown, never run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree, html

from tests.plugin.building import Built, build_site

RUN = "<script>mark()</script>"
IMAGE = '<img src=x onerror="mark()">'
END = "</title></script></head><script>mark()</script>"
ATTRIBUTE = '" onload="mark()" x="'


def check(locale: str) -> str:
    return f"""---
title: 'Check {RUN} {locale}'
description: 'Described {ATTRIBUTE} {RUN}'
topics: [trust]
tags: ['tag {RUN}']
assessment:
  id: check
  scale: '1 No {RUN} | 2 Perhaps {IMAGE} | 3 Yes'
---
# Check {RUN} {locale}

## Dimension {RUN} {{#d}}

- [ ] Statement {RUN} {IMAGE} [link](javascript:mark()). {{#d-one}}
- [ ] {RUN} begins. {{#d-two}}

### Result {{.results}}

- **0–50** Low.
- **50–100** Good.
"""


def article(locale: str) -> str:
    return f"""---
title: 'Article {END} {locale}'
description: 'About {END}'
author: 'Author {ATTRIBUTE}'
subtitle: 'Sub {IMAGE}'
topics: [trust]
tags: ['tag {RUN}', 'other']
---
Text.

## Section {RUN} {{.assessment #sec scale=yes-no}}

Introduction.

### Part {IMAGE} {{#part}}

- [ ] Question {RUN}? {{#part-one}}

#### Result {{.results}}

- **0–100** See [check](check.md).
"""


def files(locale: str, more: bool) -> Iterator[tuple[str, str]]:
    yield f"{locale}/index.md", f"---\ntitle: 'Home {RUN}'\n---\n[a](check.md)\n"
    yield f"{locale}/check.md", check(locale)
    yield f"{locale}/tags.md", f"---\ntitle: 'Tags {IMAGE}'\n---\n<!-- material/tags -->\n"
    yield f"{locale}/topics/trust.md", f"---\ntitle: 'Topic {RUN}'\ndescription: 'Of {RUN}'\n---\n"
    yield f"{locale}/topics/index.md", "# Topics\n"
    yield f"{locale}/blog/index.md", f"---\ntitle: 'Blog {RUN}'\n---\n"
    yield (
        f"{locale}/blog/.authors.yml",
        (
            f"authors:\n  one:\n    name: 'One {RUN}'\n    description: 'Two {IMAGE}'\n    avatar: https://example.org/a.png\n"
        ),
    )
    for number in (1, 2):
        yield (
            f"{locale}/blog/posts/p{number}.md",
            (
                f"---\ntitle: 'Post {RUN} {number}'\ndescription: 'On {ATTRIBUTE}'\ndate: 2026-01-0{number}\n"
                f"authors: [one]\ncategories: ['Cat {RUN}']\nlinks:\n  - 'Link {RUN}': check.md\n---\nShort.\n\n"
                "<!-- more -->\n\nLong.\n"
            ),
        )
    if more:
        yield f"{locale}/articles/article.md", article(locale).replace("(check.md)", "(../check.md)")
        yield f"{locale}/self-assessments/index.md", f"---\ntitle: 'Hub {RUN}'\n---\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    return build_site(
        tmp_path_factory.mktemp("site"),
        dict([*files("da", more=True), *files("sv", more=False)]),
        multilingual={},
        blog={"authors_profiles": True},
        others=("tags",),
        extensions=("attr_list", "toc"),
        settings={
            "site_name": f"Site {RUN} {ATTRIBUTE}",
            "site_description": f"All {ATTRIBUTE}",
            "site_author": f"Who {ATTRIBUTE}",
        },
        strict=False,
    )


def pages(site: Built) -> list[Path]:
    found = sorted(site.folder.rglob("*.html"))
    assert len(found) > 20
    return found


def test_nothing_that_is_written_in_a_setting_runs(site: Built) -> None:
    assert not site.aborted, site.messages
    for path in pages(site):
        tree = html.fromstring(path.read_text("utf-8"))
        for element in tree.iter(etree.Element):
            where = path, html.tostring(element, encoding="unicode")[:300]
            assert not [name for name in map(str, element.attrib) if name.startswith("on")], where
            assert "javascript:mark" not in str(element.get("href")), where
            is_data = "json" in element.get("type", "")
            assert element.tag != "script" or is_data or "mark()" not in (element.text or ""), where
            if is_data:
                json.loads(element.text or "{}")


def test_readers_see_what_is_written(site: Built) -> None:
    assert RUN in site.page("check").findtext(".//title", "")
    (name,) = site.page("").xpath("//meta[@name='description']/@content")[:1]
    assert name == f"All {ATTRIBUTE}"
    (described,) = site.page("check").xpath("//meta[@name='description']/@content")
    assert described == f"Described {ATTRIBUTE} {RUN}"
    (legend, _) = site.page("check").find_class("sa-item__statement")
    assert legend.text_content().strip().startswith(f"1. Statement {RUN}")
    labels = [label.text_content().strip() for label in site.page("check").find_class("sa-option")[:3]]
    assert any(RUN in label for label in labels), labels
    assert END in site.page("articles/article").findtext(".//title", "")
    assert [h.text_content() for h in site.page("articles/article").iter("h1")] == [f"Article {END} da"]
    hub = site.page("self-assessments").text_content()
    assert f"Check {RUN} da" in hub
    feed = etree.parse(str(site.folder / "blog/feed.xml"))
    assert any(RUN in title for title in feed.xpath("//item/title/text()"))
    (place,) = site.page("articles/article").xpath("//script[@type='application/ld+json']/text()")
    assert json.loads(place)
