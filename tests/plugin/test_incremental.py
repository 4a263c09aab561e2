"""The plugin `incremental`: after any edits a build is, byte for byte, that of an empty cache."""

from __future__ import annotations

import filecmp
import logging
import random
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
import yaml
from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.config_options import Hooks

from mkdocs_foundation.glue.incremental import Share
from mkdocs_incremental import influences
from mkdocs_incremental.influences import is_known_extension as known
from mkdocs_incremental.plugin import unknown_plugins

LANGUAGES = ("da", "sv")
ASSESSMENT = """---
title: Test {n}
assessment: {{id: test, scale: agreement-5}}
topics: [culture]
---
# Test {n}

## Part {{#part}}

- [ ] One. {{#one}}
- [ ] Two. {{#two}}

## Result {{.results}}

- **0–50** Low {n}, see [a](../articles/a.md).
- **50–100** High.
"""
HOOK = """
from mkdocs_foundation.glue.incremental import Share
incremental = Share()
def on_page_content(html, page, config, files):
    return html + "<p>hook 1</p>"
def on_page_context(context, page, config, nav):
    config.extra["seen"] = nav
    if page.url in ("", "sv/"):
        context["sizes"] = [len(other.content or "") for other in nav.pages[:5]]
    return context
def on_post_build(config):
    assert all(page.content is not None for page in config.extra["seen"].pages)
"""
MAIN = """{% extends "base.html" %}
{% block content %}{{ super() }}<i>{{ config.extra.n }}{{ sizes }}</i>
{% if page.previous_page %}<b>{{ page.previous_page.title }}</b>{% endif %}{% endblock %}
"""


class Site:
    """A small site whose files can be changed at random."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.random, self.number = root, random.Random(seed), 0
        self.write("docs/data.yml", "a: 1")
        self.write("hook.py", HOOK)
        self.write("overrides/main.html", MAIN)
        for locale in LANGUAGES:
            self.write(f"docs/{locale}/index.md", f"# Home {locale}\n\nText. [A](articles/a.md#part)\n")
            self.write(f"docs/{locale}/topics/culture.md", "---\ntitle: Culture\n---\nA topic.\n")
            self.write(f"docs/{locale}/self-assessments/test.md", ASSESSMENT.format(n=0))
            self.write(f"docs/{locale}/kit.md", "# Kit of (kit=title)\n\n[A](articles/a.md)\n\n(kit=forms)\n")
            self.write(f"docs/{locale}/blog/index.md", "# Blog\n")
            self.write(f"docs/{locale}/glossary.md", "# Words\n\n## Trust\n\nWhat it is.\n")
            for name in "abc":
                self.page(locale, name)
            self.post(locale)
        self.settings(0)

    def write(self, path: str, text: str) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def page(self, locale: str, name: str) -> None:
        self.number += 1
        head = f"---\ntopics: [culture]\ndescription: About {name}.\n---\n# Page {name}\n\n## Part\n\n"
        self.write(f"docs/{locale}/articles/{name}.md", f"{head}Trust {self.number}. [Home](../index.md)\n")

    def post(self, locale: str) -> None:
        self.number += 1
        head = "---\ndate: 2025-03-04\n---\n# Post\n\n"
        self.write(f"docs/{locale}/blog/posts/post.md", f"{head}Begin {self.number}.\n\n<!-- more -->\n\nEnd.\n")

    def settings(self, n: int) -> None:
        languages = [{"locale": x, "name": x, "default": x == "da"} for x in LANGUAGES]
        config = {
            "site_name": "Test",
            "site_url": "http://127.0.0.1/",
            "theme": {"name": "material", "font": False, "custom_dir": "overrides", "features": ["navigation.prune"]},
            "hooks": ["hook.py"],
            "extra": {"n": n},
            "markdown_extensions": ["attr_list", "admonition"],
            "plugins": [
                "tags",
                {"i18n": {"docs_structure": "folder", "reconfigure_search": False, "languages": languages}},
                {"self-assessment": {"kit": "kit.md"}},
                {"multilingual": {"typography": True, "suggestion": True, "status_page": "state"}},
                "multilingual-blog",
                {"incremental": {"enabled": True}},
            ],
        }
        self.write("mkdocs.yml", yaml.safe_dump(config, sort_keys=False))

    def change(self) -> str:
        """Make one change; its name."""
        locale, name, n = self.random.choice(LANGUAGES), self.random.choice("abcd"), self.random.randrange(3)
        changes: dict[str, Callable[[], None]] = {
            "nothing": lambda: None,
            "body": lambda: self.page(locale, name),
            "title": lambda: self._edit(f"docs/{locale}/articles/a.md", "# Page", "# Page of"),
            "title by text": lambda: self._edit(f"docs/{locale}/articles/b.md", "# Page b\n", "b\n=\n"),
            "removal": lambda: self._remove(f"docs/{locale}/articles/{self.random.choice('bc')}.md"),
            "rename": lambda: self._rename(locale),
            "post": lambda: self.post(locale),
            "assessment": lambda: self.write(f"docs/{locale}/self-assessments/test.md", ASSESSMENT.format(n=n)),
            "kit": lambda: self._edit(f"docs/{locale}/kit.md", "(kit=forms)", "(kit=points)\n\n(kit=forms)"),
            "glossary": lambda: self._edit(f"docs/{locale}/glossary.md", "What", "Whatever"),
            "settings": lambda: self.settings(n),
            "hook": lambda: self._edit("hook.py", "hook 1", f"hook {n}"),
            "template": lambda: self.write("overrides/main.html", MAIN.replace("<b>", f"<b id=n{n}>")),
            "tags": lambda: self._edit(f"docs/{locale}/articles/a.md", "topics:", f"tags: [t{n}]\ntopics:"),
            "warning": lambda: self._edit(f"docs/{locale}/articles/a.md", "## Part", "## Part\n\n[gone](gone.md)\n"),
            "damage": self._damage,
        }
        chosen = self.random.choice(sorted(changes))
        changes[chosen]()
        return f"{chosen} {locale} {name}"

    def _edit(self, path: str, old: str, new: str) -> None:
        target = self.root / path
        if target.exists():
            self.write(path, target.read_text(encoding="utf-8").replace(old, new, 1))

    def _remove(self, path: str) -> None:
        (self.root / path).unlink(missing_ok=True)

    def _rename(self, locale: str) -> None:
        old, new = (self.root / f"docs/{locale}/articles/{name}.md" for name in "cd")
        if old.exists():
            old.replace(new)

    def _damage(self) -> None:
        for path in self.root.glob(".cache/incremental/*.store"):
            content = bytearray(path.read_bytes())
            content[self.random.randrange(len(content))] ^= 255
            path.write_bytes(content)

    def build(self, *, kept: bool = True) -> list[str]:
        """Build, with what is kept or without anything; the warnings."""
        Hooks._load_hook.cache_clear()  # a hook that has been edited is another one, as in another process
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.root / ("site" if kept else "clean")))
        config.plugins["incremental"].config.enabled = kept
        records, logger = _Records(), logging.getLogger("mkdocs")
        logger.addHandler(records)
        logger.setLevel(logging.INFO)
        try:
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        finally:
            logger.removeHandler(records)
            logger.setLevel(logging.NOTSET)
        self.told = records.told
        counts = [re.findall(r"\d+", text) for text in records.told if " pages are those of the last build" in text]
        self.taken, self.made = [int(count[0]) for count in counts], [int(count[1]) for count in counts]
        return [text for text in records.texts if str(self.root) not in text]


class _Records(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.texts: list[str] = []
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        (self.texts if record.levelno > logging.INFO else self.told).append(record.getMessage())


def differences(one: Path, other: Path, below: str = "") -> Iterator[str]:
    """Files that differ, or that only one of two folders has."""
    compared = filecmp.dircmp(one / below, other / below)
    yield from (f"{below}/{name}" for name in (*compared.left_only, *compared.right_only))
    _, wrong, missing = filecmp.cmpfiles(one / below, other / below, compared.common_files, shallow=False)
    yield from (f"{below}/{name}" for name in (*wrong, *missing))
    for name in compared.common_dirs:
        yield from differences(one, other, f"{below}/{name}" if below else name)


STEPS, SEED = 5, 4
"""Many more steps, with many seeds, were tried while the plugin was written; a step takes a second."""


def test_any_edits_give_what_an_empty_cache_gives(tmp_path: Path) -> None:
    """Random edits, removals, renames, settings, templates and damage, and a build that ends half-way.

    At first only a body is edited: one page is made, which shows that MkDocs still does what the plugin relies on.
    """
    site = Site(tmp_path, SEED)
    (tmp_path / "empty").mkdir()
    site.build()
    assert site.taken == [0, 0]
    site.page("sv", "a")
    site.build()
    assert site.made == [1, 2]  # the page, and the front page, which shows how long it is; the state of translations
    assert min(site.taken) > 7
    before = list(differences(tmp_path / "site", tmp_path / "empty"))
    site.build()
    assert any(line.endswith("Nothing has changed: the site is that of the last build.") for line in site.told[-4:])
    assert list(differences(tmp_path / "site", tmp_path / "empty")) == before
    (tmp_path / "site/index.html").write_text("changed", encoding="utf-8")
    site.build()
    assert len(site.taken) == len(LANGUAGES)
    for step in range(STEPS):
        done = [site.change() for _ in range(site.random.choice((1, 1, 2)))]
        if step == STEPS // 2:
            with pytest.MonkeyPatch.context() as patch:
                _end_at(patch, site.random.randrange(8))
                with suppress(KeyboardInterrupt):
                    site.build()
        told = site.build()
        assert site.build(kept=False) == told, done
        assert list(differences(tmp_path / "site", tmp_path / "clean")) == [], done


def test_an_unknown_influence_makes_all_pages_again(tmp_path: Path) -> None:
    """Plugins and hooks by their events, extensions by their name; a site can name them as safe."""

    class Known:
        incremental = Share()

        def on_page_content(self) -> None: ...

    class Quiet:
        def on_nav(self) -> None: ...

    class Unknown:
        def on_env(self) -> None: ...

    plugins = {"material/search": Unknown(), "known": Known(), "quiet": Quiet(), "hook.py": Unknown()}
    assert unknown_plugins(plugins) == ["hook.py"]
    found = [name for name in ("toc", "pymdownx.superfences", "pymdownx.snippets", "custom") if not known(name, False)]
    assert found == ["pymdownx.snippets", "custom"]
    assert known("pymdownx.snippets", has_inputs=True)
    assert influences.unknown(["hook.py", "x", "x"], ["hook.py"]) == ["x"]


def _end_at(patch: pytest.MonkeyPatch, number: int) -> None:
    """End the build, as a signal does, when so many files are written."""
    left, write = iter(range(number)), utils.write_file

    def ended(content: bytes, path: str) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt
        write(content, path)

    patch.setattr(utils, "write_file", ended)
