"""A blog of one language beside Material's own blog of the same files: what differs is what the documentation names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from lxml import html

from mkdocs_multilingual.glue.assets import script_uri
from tests.plugin.building import Built, rebuild, write

SETTINGS: dict[str, object] = {
    "blog_toc": True,
    "post_date_format": "d MMMM y",  # `long` is British here, where the locale names no country
    "archive_date_format": "LLLL yyyy",
    "archive_url_date_format": "yyyy/MM",
    "authors_profiles": True,
    "categories_toc": False,
    "pagination_per_page": 2,
    "pagination_keep_content": True,  # else the further pages have a title of their own, which Material's haven't
    "post_excerpt_max_categories": 1,
}
IMAGE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1H0z"/></svg>\n'
RICH = """---
date:
  created: 2024-03-05 10:30:00
  updated: 2024-04-01
authors: [anna, bo]
categories: [Ways & means, Notes]
links:
  - guide/page.md
  - A part: guide/page.md#part
  - Further:
      - Elsewhere: https://example.org/x?a=1&b=2
      - The picture: assets/picture.svg
---
# A *rich* post & more

First [a page](../../guide/page.md#part), [a part](#below), [another post](plain.md#more), [home](../../index.md),
[elsewhere](https://example.org/?a=1&b=2), <me@example.org> and [mail](mailto:me@example.org?subject=a&b).[^1]

![A picture](../../assets/picture.svg){ width="20" }
![Beside](beside.svg)

## Below the first

!!! note "A box"

    With `<b>code</b>` and a [link](./plain.md).

```python
print("<!-- more -->")  # (1)
```

| A | B |
| - | - |
| 1 | 2 |

### Still deeper

- one
- two

<!-- more -->

## The rest

More [of it](#below).

[^1]: A note with a [link](plain.md).
"""
DOCS: dict[str, str] = {
    "index.md": "# Home\n\n[Blog](blog/index.md)\n",
    "guide/page.md": "# A page\n\n## A part {#part}\n\n[A post](../blog/posts/rich.md#below-the-first)\n",
    "assets/picture.svg": IMAGE,
    "blog/index.md": "# News\n\nA word of *welcome*.\n",
    "blog/.authors.yml": (
        "authors:\n"
        "  anna:\n    name: Anna\n    description: Editor\n    avatar: assets/picture.svg\n"
        "  bo:\n    name: Bo\n    description: Guest\n    avatar: https://example.org/bo.png\n"
        "    url: https://example.org/bo\n    slug: bo-b\n"
    ),
    "blog/category/notes.md": "---\ndescription: All notes\n---\n# Notes and so on\n\nWhat this is about.\n",
    "blog/posts/beside.svg": IMAGE,
    "blog/posts/rich.md": RICH,
    "blog/posts/plain.md": (
        "---\ndate: 2024-03-02\nauthors: [anna]\ncategories: [Notes]\npin: true\n---\n"
        "# Plain\n\nOne paragraph.\n\n## More {#more}\n\nAnd no separator.\n"
    ),
    "blog/posts/deep/titled.md": (
        "---\ntitle: Titled above\ndate: 2023-12-24\nslug: with-a-slug\nreadtime: 7\ncategories:\n  - Notes\n---\n"
        "No heading in the text, but a [page](../../../guide/page.md).\n\n<!-- more -->\n\nRest.\n"
    ),
    "blog/posts/draft.md": "---\ndate: 2024-02-02\ndraft: true\n---\n# Unfinished\n",
    "blog/posts/long.md": "---\ndate: 2024-03-01\n---\n# Long\n\n" + "word " * 700 + "\n\n<!-- more -->\n\n# Twice\n",
}


OVERRIDES = {
    "partials/post.html": (
        "<article>{{ post.config.date.created | date }} {{ post.config.date.updated }} {{ post.config.date.none }} "
        "{{ post.config.date['created'] }} {{ post.config.readtime }} {{ post.config.pin }} {{ post.config.draft }} "
        "{{ post.config.slug }} {{ post.config.authors | list }} {{ post.config.categories | list }} "
        "{{ post.url | url }} {{ post.meta.title }} {{ post.file.src_uri }} {{ post.more }} "
        "{{ post.authors | map(attribute='name') | list }} {{ post.authors | map(attribute='url') | list }} "
        "{{ post.categories | map(attribute='title') | list }} {{ post.toc }} {{ post.content }}</article>"
    ),
    "blog.html": (
        "{% extends 'main.html' %}{% block content %}{{ page.content }} "
        "{{ page.name if page.url == page.pages[0].url }} "
        "{{ page.posts | map(attribute='title') | list }} {{ page.posts | map(attribute='url') | list }} "
        "{{ page.pages | map(attribute='url') | list }} {{ page.views | map(attribute='url') | sort | list }} "
        "{{ page.views | map(attribute='name') | sort | list }} {{ page.parent.title }} {{ page.meta.template }} "
        "{% for post in posts %}{% include 'partials/post.html' %}{% endfor %}"
        "{% if pagination %}{% include 'partials/pagination.html' %}{% endif %}{% endblock %}"
    ),
    "partials/content.html": (
        "{{ page.content }} {% if page.config %}{{ page.config.date.items() | list }} {{ page.config.readtime }} "
        "{{ page.authors | map(attribute='slug') | list }} {{ page.authors | map(attribute='avatar') | list }} "
        "{{ page.authors | map(attribute='description') | list }} {{ page.categories | map(attribute='url') | list }} "
        "{% for link in page.config.links or [] %}{{ link.title }} {{ link.url }} {{ link.meta }} {{ link.is_link }} "
        "{{ link.children }}{% endfor %} {{ page.meta.hide }} {{ page.parent.url }} {{ page.canonical_url }} "
        "{{ page.edit_url }}{% endif %}"
    ),
}
"""Templates that read everything that Material's documentation and its own templates name."""


def at_root(docs: Mapping[str, str]) -> dict[str, str]:
    """The same blog as all of a site."""
    return {
        name.removeprefix("blog/"): text.replace("../../", "../").replace("../blog/", "../")
        for name, text in docs.items()
        if name != "index.md"
    }


def build(
    root: Path,
    plugin: str,
    *,
    directories: bool = True,
    options: Mapping[str, object] = SETTINGS,
    permalink: bool = False,
    overrides: Mapping[str, str] | None = None,
) -> Built:
    write(root, at_root(DOCS) if options.get("blog_dir") == "." else DOCS)
    (root / "overrides").mkdir()
    for name, text in (overrides or {}).items():
        path = root / "overrides" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    config = {
        "site_name": "Test",
        "site_url": "https://example.org/base/",
        "edit_uri": "https://example.org/edit/",
        "theme": {"name": "material", "custom_dir": "overrides", "font": False, "features": ["navigation.indexes"]},
        "use_directory_urls": directories,
        "plugins": [{plugin: dict(options)}],
        "markdown_extensions": [
            *("admonition", "attr_list", "footnotes", "tables", "pymdownx.highlight", "pymdownx.superfences"),
            {"toc": {"permalink": permalink}},
        ],
    }
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return rebuild(root)


def comparable(path: Path) -> str:
    """A page without what differs by intention: what comes before and after it, and the feeds."""
    text = path.read_text(encoding="utf-8")
    text = re.sub(r'<link [^>]*rel="(?:prev|next|alternate)"[^>]*>', "", text)
    text = re.sub(r'<script [^>]*src="[^"]*/relations\.\w+\.js"></script>', "", text)
    # Material counts in the footnotes how often it has converted the post.
    text = re.sub(r'<a class="footnote-backref" href="[^"]*#fnref\d+:[^>]*>.*?</a>', "", text)
    text = re.sub(r"fnref\d+:", "fnref:", text)
    page = html.fromstring(text)
    return re.sub(r"\s*\n\s*", "\n", html.tostring(page, encoding="unicode"))


@pytest.mark.parametrize(
    ("folder", "directories", "permalink"), [("blog", True, True), ("blog", False, False), (".", True, False)]
)
def test_the_pages_are_the_same(tmp_path: Path, folder: str, directories: bool, permalink: bool) -> None:
    options = {**SETTINGS, "blog_dir": folder}
    overrides = {} if folder == "blog" else OVERRIDES
    theirs, own = (
        build(
            tmp_path / name,
            name,
            directories=directories,
            options=options,
            permalink=permalink,
            overrides=overrides,
        )
        for name in ("blog", "multilingual-blog")
    )
    assert theirs.messages == own.messages == []
    paths = {
        built.folder: {path.relative_to(built.folder).as_posix() for path in built.folder.rglob("*.*")}
        for built in (theirs, own)
    }
    feeds = {(Path(folder) / name).as_posix() for name in ("feed.xml", "feed.json")}
    script = script_uri("relations")  # so that Material's asks for no sitemap beside a feed
    assert paths[own.folder] == paths[theirs.folder] | feeds | {script}
    pages = sorted(path for path in paths[theirs.folder] if path.endswith(".html"))
    assert len(pages) > 15
    for path in pages:
        assert comparable(own.folder / path) == comparable(theirs.folder / path), path
