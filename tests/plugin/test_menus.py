"""Parts of the menu that other pages take over are those that each page would make."""

from __future__ import annotations

import importlib.util
import logging
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from mkdocs_foundation.glue.theme import menus
from mkdocs_foundation.menus.rules import asking
from tests.plugin.building import build_site, rebuild, write

FILES = {
    "index.md": "# Start\n",
    "top.md": "---\nstatus: new\n---\n# Top\n\n## Heading\n",
    "a/index.md": "---\nicon: material/star\n---\n# A\n",
    "a/one.md": "---\nsubtitle: First of all\n---\n# One\n",
    "a/two.md": "# Two\n",
    "a/b/index.md": "# B\n",
    "a/b/three.md": "# Three\n",
    "a/b/four.md": "---\nicon: material/star\nstatus: deprecated\n---\n# Four\n",
    "c/five.md": "# Five\n",
    "c/six.md": "# Six\n",
}
POSTS = {
    "blog/index.md": "# Blog\n",
    **{f"blog/posts/{n}.md": f"---\ndate: 2025-0{n}-01\ncategories: [News]\n---\n# Post {n}\n" for n in range(1, 6)},
}
NAV = [
    "top.md",
    {"Elsewhere": "https://example.org/"},
    {"Mixed": ["a/b/three.md", "c/five.md", {"Deep": ["top.md", "a/one.md", {"Rooted": "/a/b/"}]}]},
    {"Start": "index.md"},
    {"A": ["a/index.md", "a/two.md", {"Page": "/a/two/"}]},
]
THEME = {"name": "material", "font": False}
PLAIN_MENU = """{% macro render(nav_item, path, level, parent) %}
  <li>{{ nav_item.title }}{% if nav_item == page %} {{ page.title }}{% endif %}
  {% for child in nav_item.children or [] %}{{ render(child) }}{% endfor %}</li>
{% endmacro %}
"""


class Taken:
    """How many parts were taken over, after each was compared with what the macro makes."""

    def __init__(self) -> None:
        self.count = 0


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> Taken:
    found, ask = Taken(), menus._Parts.__call__

    def compared(parts: menus._Parts, make: menus.Part, item: Any, *arguments: Any) -> Any:
        made: list[Any] = []

        def noted(*given: Any) -> Any:
            made.append(given)
            return make(*given)

        html = ask(parts, noted, item, *arguments)
        if not made:
            found.count += 1
            parts._making = parts._menu.found[id(item)]  # so that it is made down to its last item
            try:
                assert html == make(item, *arguments), f"{item} is another one on this page"
            finally:
                parts._making = None
        return html

    monkeypatch.setattr(menus._Parts, "__call__", compared)
    return found


@pytest.mark.parametrize(
    ("site", "features"),
    [
        ("folders", []),
        ("folders", ["navigation.prune"]),
        ("folders", ["navigation.tabs", "navigation.prune", "navigation.indexes"]),
        ("menu", ["navigation.indexes", "navigation.sections", "navigation.expand"]),
        ("menu", ["navigation.tabs", "navigation.prune"]),
        ("files", ["navigation.tabs", "navigation.sections", "navigation.indexes", "navigation.path"]),
        ("no address", ["navigation.prune", "navigation.sections", "toc.integrate"]),
    ],
)
def test_parts_are_those_that_each_page_would_make(
    site: str, features: list[str], tmp_path: Path, taken: Taken
) -> None:
    built = build_site(
        tmp_path,
        FILES,
        languages=(),
        site_url="" if site == "no address" else "http://127.0.0.1/below/",
        strict=False,
        use_directory_urls=site != "files",
        others=("incremental",),
        settings={"theme": {**THEME, "features": features}, **({"nav": NAV} if site == "menu" else {})},
    )
    assert not built.aborted
    assert taken.count > len(FILES), "hardly anything was taken over"


def test_those_of_a_blog_and_of_each_language_are(tmp_path: Path, taken: Taken) -> None:
    files = {f"{locale}/{name}": text for locale in ("da", "sv") for name, text in {**FILES, **POSTS}.items()}
    options: dict[str, Any] = {"pagination_per_page": 2}
    built = build_site(tmp_path, files, multilingual={"jobs": 1}, blog=options, settings={"theme": THEME}, strict=False)
    assert not built.aborted, built.messages
    assert taken.count > len(files)


def test_those_beside_materials_blog_are(tmp_path: Path, taken: Taken) -> None:
    blog = {"blog": {"pagination_per_page": 2}}
    others = (blog, "incremental")
    built = build_site(tmp_path, {**FILES, **POSTS}, languages=(), others=others, settings={"theme": THEME})
    assert not built.aborted, built.messages
    assert taken.count > len(FILES)


def pages_of(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in (root / "site").rglob("*.html")}


def trees(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, **values: Any) -> Iterator[dict[str, bytes]]:
    """The files of a site as it is built, and built without taking over."""
    for name in ("with", "without"):
        if name == "without":
            monkeypatch.setattr(menus, "install", lambda env, config, compiled=None: None)
        root = tmp_path / name
        for path, text in values.get("templates", {}).items():
            (root / path).parent.mkdir(parents=True)
            (root / path).write_text(text, encoding="utf-8")
        theme = {**THEME, "custom_dir": "overrides"} if "templates" in values else THEME
        build_site(
            root, FILES, languages=(), others=("incremental",), hook=values.get("hook", ""), settings={"theme": theme}
        )
        pages = pages_of(root)
        assert len(pages) > len(FILES)
        yield pages


HOOKS = {
    "the page alone": """
from mkdocs_foundation.glue.incremental import Share
incremental = Share()
def on_page_context(context, page, **_):
    page.title = f"Seen {page.title}"
""",
    "a page beside it": """
def on_page_context(context, page, nav, **_):
    nav.pages[-1].meta["status"] = "new" if page.file.src_uri == "a/two.md" else "deprecated"
""",
    "the menu": """
def on_post_page(output, page, config):
    section = page.parent and page.parent.parent
    if section:
        section.children.reverse()
""",
    "the settings": """
def on_page_context(context, page, config, **_):
    config.extra["status"] = {"new": page.title}
""",
    "the filter": """
from jinja2 import pass_context
def on_env(env, **_):
    given = env.filters["url"]
    env.filters["url"] = pass_context(lambda context, value: f"{given(context, value)}?{context.get('page')}")
""",
}


@pytest.mark.parametrize("changed", HOOKS)
def test_what_a_hook_changes_between_pages_is_seen(
    changed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, plain = trees(tmp_path, monkeypatch, hook=HOOKS[changed])
    assert ours == plain


NAV_ITEM = "overrides/partials/nav-item.html"
ICON = "overrides/.icons/material/star.svg"


@pytest.mark.parametrize(
    ("template", "text"),
    [
        (NAV_ITEM, PLAIN_MENU.replace("{{ nav_item.title }}", "{{ nav_item.title }} of {{ page.title }}")),
        (NAV_ITEM, PLAIN_MENU.replace("{{ nav_item.title }}", "{{ nav_item.parent.active }}")),
        (NAV_ITEM, PLAIN_MENU.replace("{{ nav_item.title }}", "{{ 'a/one/' | url }}")),
        (NAV_ITEM, f"{PLAIN_MENU}\n\n"),
        (ICON, "<svg>{{ page.title }}</svg>"),
    ],
)
def test_a_template_of_the_site_shows_what_it_showed(
    template: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, plain = trees(tmp_path, monkeypatch, templates={template: text})
    assert ours == plain


def test_another_title_is_seen_on_pages_that_took_its_part_over(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "mkdocs")  # quiet builds keep nothing
    build_site(tmp_path, FILES, languages=(), others=("incremental",), settings={"theme": THEME})
    write(tmp_path, {"c/six.md": "# Six and a half\n"})
    rebuild(tmp_path)
    incremental = pages_of(tmp_path)
    shutil.rmtree(tmp_path / ".cache")
    rebuild(tmp_path)
    assert incremental == pages_of(tmp_path)
    assert all(b"Six and a half" in page for page in incremental.values())


def test_the_themes_templates_are_known() -> None:
    spec = importlib.util.find_spec("material")
    assert spec
    assert spec.origin
    for name in menus.TEMPLATES:
        source = (Path(spec.origin).parent / "templates" / name).read_text(encoding="utf-8")
        assert asking(source, Environment(), "f"), f"{name} of Material has changed: menus/macros.py"


def test_this_sites_template_is_known() -> None:
    source = (Path(__file__).parents[2] / "overrides/partials/nav-item.html").read_text(encoding="utf-8")
    assert asking(source, Environment(), "f")
