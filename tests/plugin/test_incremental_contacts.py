"""The points of contact of `incremental` with MkDocs and Jinja: a test for each, which fails when that one changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mkdocs_foundation.caching import page_reads
from mkdocs_foundation.templates.compiled import CompiledTemplates
from mkdocs_incremental.glue import event_filters, languages, markdown, pages, templates

TEMPLATE = "{{ page.title }}: {{ page.content }}"


class Plugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Notes the events that it gets, in their order."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def on_nav(self, nav: Any, *, config: MkDocsConfig, files: Files) -> None:
        """When all pages are there."""
        self.seen.append("nav")

    def on_page_markdown(self, text: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The text of a page."""
        self.seen.append("page_markdown")
        return f"{text}\n\nOf the plugin."

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> None:
        """A finished page."""
        self.seen.append("post_page")

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """The end."""
        self.seen.append("post_build")


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    """A site of two pages whose theme is one template."""
    texts = {
        "mkdocs.yml": "site_name: T\nplugins: []\ntheme: {name: null, custom_dir: theme}\n",
        "theme/main.html": TEMPLATE,
        "docs/index.md": "# Home\n\n[A](a.md#part)\n",
        "docs/a.md": "# A\n\n## Part\n",
    }
    for path, text in texts.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return load_config(str(tmp_path / "mkdocs.yml"))


def add(config: MkDocsConfig, event: str, method: Callable[..., Any]) -> None:
    config.plugins.events[event].append(method)  # type: ignore[literal-required]


def written(config: MkDocsConfig) -> list[str]:
    site = Path(config.site_dir)
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())


class Taking:
    """A cache that takes every page again, and tells what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._is_reading = True

    def is_reading_again(self, page: Page) -> bool:
        return self._is_reading

    def has_read_again(self, page: Page) -> None:
        self.asked.append("set")
        self._is_reading = False

    def content(self, page: Page) -> str:
        return "<p>Kept.</p>"

    def read_source(self, page: Page) -> bool:
        self._is_reading = True
        pages.give(page, {"title": "Kept title", "markdown": "Kept.", "content": pages.LATER, "toc": []})
        self.asked.append("read_source")
        return True

    def remember_source(self, page: Page) -> None:
        raise AssertionError

    def render(self, page: Page, files: Files) -> bool:
        self.asked.append("render")
        return True

    def rendering(self, page: Page, files: Files) -> Files:
        raise AssertionError

    def rendered(self, page: Page) -> None:
        raise AssertionError


def test_the_class_of_a_page(config: MkDocsConfig) -> None:
    """MkDocs reads and renders by methods of the page, and sets its text as an attribute."""
    cache = Taking()

    def take(nav: Any, **_: Any) -> None:
        for page in nav.pages:
            pages.kept(page, cache)
            assert isinstance(page, Page)

    add(config, "nav", take)
    with page_reads.apart() as reads:
        build(config)
    assert reads.settings == reads.texts == {"index.md", "a.md"}
    assert cache.asked == ["read_source", "render", "set"] * 2
    assert (Path(config.site_dir) / "a/index.html").read_text("utf-8") == "Kept title: <p>Kept.</p>"


def test_the_attributes_of_a_page(config: MkDocsConfig) -> None:
    """A page of an unknown attribute isn't kept: where MkDocs has a new one, no page would be."""
    found: set[str] = set()
    at_first: set[str] = set()

    def look(html: str, *, page: Page, **_: Any) -> None:
        found.update(vars(page))

    def begin(text: str, *, page: Page, **_: Any) -> None:
        at_first.update(vars(page))

    add(config, "page_markdown", begin)
    add(config, "page_content", look)
    build(config)
    assert found - at_first - pages.KNOWN == set()
    assert set(pages.ATTRIBUTES) - {"title"} <= found  # a title of the menu or the settings


def test_the_lists_of_events(config: MkDocsConfig) -> None:
    """MkDocs goes through the list of an event each time; a page that is taken again passes the filter's own."""
    plugin, under_way, seen = Plugin(), SimpleNamespace(is_taken=False), list[str]()
    config.plugins["plugin"] = plugin

    def look(_: Any, page: Page, **__: Any) -> None:
        under_way.is_taken = page.file.src_uri == "a.md"

    event_filters.of_pages(
        config,
        {"page_markdown": look, "page_context": look},
        {"post_page": lambda output, page, **_: seen.append(page.file.src_uri)},
        lambda: under_way.is_taken,
    )
    event_filters.of_site(config, {}, {}, lambda: under_way.is_taken, lambda: False)
    build(config)
    under_way.is_taken = False
    assert plugin.seen == ["nav", "page_markdown", "post_page"]
    assert seen == ["index.md", "a.md"]
    assert "Of the plugin." in (Path(config.site_dir) / "index.html").read_text("utf-8")
    assert "Of the plugin." not in (Path(config.site_dir) / "a/index.html").read_text("utf-8")


def test_a_first_language_that_is_left(config: MkDocsConfig) -> None:
    """MkDocs builds nothing of files that are removed at `on_nav`; what is done for all languages is done."""
    asked: list[str] = []
    undo: list[Callable[[], None]] = []

    add(config, "env", lambda env, **_: asked.append("env"))
    add(config, "post_build", lambda **_: asked.append("first language"))
    add(config, "post_build", event_priority(-200)(lambda **_: asked.append("all languages")))
    event_filters.of_site(config, {}, {}, lambda: False, lambda: bool(undo))
    add(config, "nav", lambda nav, config, files: undo.append(languages.leave_out(config, files)))
    config.theme.static_templates.add("main.html")
    build(config)
    undo[0]()
    assert asked == ["all languages"]
    assert list(Path(config.site_dir).rglob("*.html")) == []
    assert "main.html" in config.theme.static_templates


@pytest.mark.parametrize("is_taken", [True, False])
def test_the_class_of_templates(config: MkDocsConfig, tmp_path: Path, is_taken: bool) -> None:
    """A page that is taken again isn't put into its template: MkDocs gets nothing, and `on_post_page` the page."""
    cache: Any = SimpleNamespace(is_taken=is_taken)
    add(config, "env", lambda env, **_: templates.prepare(env, cache, CompiledTemplates(tmp_path / "code")))
    outputs: list[str] = []

    def note(output: str, **_: Any) -> str:
        outputs.append(output)
        return "finished"

    add(config, "post_page", note)
    build(config)
    assert [output[:4] for output in outputs] == (["", ""] if is_taken else ["Home", "A: <"])
    assert (Path(config.site_dir) / "index.html").read_text("utf-8") == "finished"


def test_the_cache_of_compiled_templates(config: MkDocsConfig, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Jinja asks it before it compiles, and gives it what has been compiled, in the environment that MkDocs makes."""
    cache: Any = SimpleNamespace(is_taken=False)
    for _ in range(2):
        kept = CompiledTemplates(tmp_path / "code")
        env = config.theme.get_env()
        templates.prepare(env, cache, kept)
        assert env.get_template("main.html").render(page={"title": "A"}) == "A: "
        kept.save()
        monkeypatch.setattr(jinja2.Environment, "compile", None)


def test_what_rendering_sets(config: MkDocsConfig) -> None:
    """The attributes that are kept with the HTML of a page's Markdown are all that `Page.render` sets."""
    files = Files([File(name, config.docs_dir, config.site_dir, True) for name in ("index.md", "a.md")])
    page = Page(None, files.src_uris["index.md"], config)
    page.read_source(config)
    before = dict(vars(page))
    lookups: Any = markdown.Lookups(files)
    page.render(config, lookups)
    changed = {name for name, value in vars(page).items() if name not in before or before[name] is not value}
    assert changed == {"content", "toc", "_title_from_render", "present_anchor_ids", "links_to_anchors"}
    assert lookups.is_complete
    assert lookups.targets == {"a.md": ("a.md", "a/", 0)}


def test_a_build_without_files_and_templates(config: MkDocsConfig, caplog: pytest.LogCaptureFixture) -> None:
    """MkDocs writes nothing, leaves hidden files where they are, and passes through the events of a build."""
    site = Path(config.site_dir)
    (site / ".hidden").mkdir(parents=True)
    (site / ".hidden/file").write_text("text", encoding="utf-8")
    (site / "old.html").write_text("text", encoding="utf-8")
    plugin = Plugin()
    config.plugins["plugin"] = plugin
    config.theme.static_templates.clear()
    config.extra_templates.clear()
    config.nav = None
    add(config, "files", lambda *_, **__: Files([]))
    build(config)
    assert written(config) == [".hidden/file"]
    assert plugin.seen == ["nav", "post_build"]
    assert [record for record in caplog.records if record.levelname != "INFO"] == []
