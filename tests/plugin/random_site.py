"""A small site in which anything is changed at random, for the property test of the plugin `incremental`."""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from mkdocs_foundation.sources import fingerprint, front_matter

LANGUAGES = ("da", "sv")
ARTICLES = ("articles/a", "articles/b", "articles/c", "articles/d", "more/a", "e")
MISTAKE = "docs/da/mistake.md"
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
SECTION = """
## Checks {.assessment #checks scale=yes-partly-no}

- [ ] It is open. {#checks-open}
- [ ] It is kind. {#checks-kind}
"""
AUTHORS = "authors:\n  desk: {name: Desk, description: D, avatar: articles/p.svg}\n"
HOOK = """
from pathlib import Path
from mkdocs_foundation.glue.incremental import Share
class OfHook(Share):
    def language_inputs(self, config, locale):
        return ()
incremental = OfHook()
seen = []
def on_page_markdown(markdown, page, config, files):
    named = Path(config.config_file_path).with_name("named.txt").read_text()
    return markdown + (f"\\n\\nNamed {named}\\n" if page.file.src_uri.endswith("b.md") else "")
def on_page_content(html, page, config, files):
    return html + "<p>hook 0</p>"
def on_page_context(context, page, config, nav):
    seen[:] = nav.pages
    if page.url in ("", "sv/"):
        context["sizes"] = [len(other.content or "") for other in nav.pages[:5]]
    if page.file.name == "b":
        context["about"] = [other.meta.get("description") for other in nav.pages if other.file.name in "acd"]
    return context
def on_post_build(config):
    assert all(page.content is not None for page in seen)
"""
MAIN = """{% extends "base.html" %}
{% block content %}{{ super() }}<i>{{ config.extra.n }}{{ sizes }}{{ about }}</i>
{% if page.previous_page %}<b>{{ page.previous_page.title }}</b>{% endif %}{% endblock %}
"""
INCREMENTAL = {"incremental": {"enabled": True, "inputs": ["snippets/**/*.md", "named.txt"]}}
OPTIONS: dict[str, tuple[Any, ...]] = {
    "self-assessment": (True, False),
    "blog": (True, False),
    "tags": (True, False),
    "meta": (False, True),
    "kit": (True, False),
    "team": (False, True),
    "embed": (False, True),
    "my_results": (False, True),
    "offline": (None, True, False),
    "typography": (True, False),
    "related": ({}, {"articles/**.md": 2}),
    "suggestion": (True, False),
    "status_page": ("state", ""),
    "fallback": ({}, {"sv": "notice"}),
    "fallback_to_default": (True, False),
    "permalink": (False, True),
    "menu": (None, 1, 2),
    "features": (
        "navigation.prune",
        "navigation.tabs",
        "navigation.footer",
        "navigation.prune navigation.indexes navigation.tabs navigation.path",
        "navigation.sections navigation.expand",
    ),
    "use_directory_urls": (True, False),
    "exclude_docs": ("", "*/more/"),
    "n": (0, 1, 2),
}
"""Values of what is chosen in `mkdocs.yml`, the first one at first."""


class RandomSite:
    """A site of two languages with every kind of page."""

    def __init__(self, root: Path, seed: int, **given: bool) -> None:
        """Write it below a folder.

        `search`: with the search; `side_by_side`: two languages at once; `is_versioned`: in a repository.
        """
        self.root, self.random, self._number = root, random.Random(seed), 0
        self._chosen: dict[str, Any] = {name: values[0] for name, values in OPTIONS.items()}
        self._given = {"search": False, "side_by_side": False, "is_versioned": False} | given
        files = {"docs/style.css": "p {}", "docs/data.yml": "a: 1", "hook.py": HOOK, "overrides/main.html": MAIN}
        for path, text in {**files, "named.txt": "0", "snippets/part.md": "Part 0.", "words/da.toml": ""}.items():
            self.write(path, text)
        self.write("own/sv.toml", "")
        for locale in LANGUAGES:
            self.write(f"docs/{locale}/index.md", f"# Home {locale}\n\nText. [A](articles/a.md#part)\n")
            self.write(f"docs/{locale}/topics/culture.md", "---\ntitle: Culture\n---\nA topic.\n")
            self.write(f"docs/{locale}/self-assessments/test.md", ASSESSMENT.format(n=0))
            self.write(f"docs/{locale}/kit.md", "# Kit of (kit=title)\n\n[A](articles/a.md)\n\n(kit=forms)\n")
            self.write(f"docs/{locale}/blog/index.md", "# Blog\n")
            self.write(f"docs/{locale}/blog/.authors.yml", AUTHORS)
            self.write(f"docs/{locale}/glossary.md", "# Words\n\n## Trust\n\nWhat it is.\n")
            self.write(f"docs/{locale}/articles/p.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
            for path in ARTICLES[:3]:
                self.article(locale, path)
            self.post(locale, "one")
        self.settings()
        if self._given["is_versioned"]:
            self.write(".gitignore", "/site*\n/clean*\n.cache\n")
            self._git("init", "-q")
            self._commit()

    def write(self, path: str, text: str) -> None:
        """Write a file of the site."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")

    def article(self, locale: str, path: str) -> None:
        """Write an article with another text."""
        self._number += 1
        up = "../" * path.count("/")
        head = f"---\ntopics: [culture]\ndescription: About {path}.\n---\n# Page {path}\n\n## Part\n\n"
        self.write(
            f"docs/{locale}/{path}.md", f'{head}Trust {self._number}. [Home]({up}index.md)\n\n--8<-- "part.md"\n'
        )

    def post(self, locale: str, name: str) -> None:
        """Write a post with another text."""
        self._number += 1
        head = f"---\ndate: 2025-03-04\nauthors: [desk]\ncategories: [News]\n---\n# Post {name}\n\n"
        text = f"{head}Begin {self._number}.\n\n<!-- more -->\n\nEnd.\n"
        self.write(f"docs/{locale}/blog/posts/{name}.md", text)

    def settings(self) -> None:
        """Write `mkdocs.yml` with what is chosen."""
        is_on, jobs = self._chosen, 2 if self._given["side_by_side"] else 1
        languages = [{"locale": x, "name": x, "default": x == "da"} for x in LANGUAGES]
        named = ("typography", "related", "suggestion", "status_page", "fallback", "offline")
        multilingual = {name: is_on[name] for name in named if is_on[name] is not None}
        assessment = {name: is_on[name] for name in ("team", "embed", "my_results")} | {"strings": "own"}
        structure = {"docs_structure": "folder", "fallback_to_default": is_on["fallback_to_default"]}
        plugins: list[Any] = [
            *(name for name in ("tags", "meta") if is_on[name]),
            {"i18n": {**structure, "reconfigure_search": False, "languages": languages}},
            {"self-assessment": assessment | ({"kit": "kit.md"} if is_on["kit"] else {})},
            {"multilingual": multilingual | {"strings": "words", "search": self._given["search"], "jobs": jobs}},
            "multilingual-blog",
            INCREMENTAL,
        ]
        left_out = {"multilingual-blog": "blog", "self-assessment": "self-assessment"}
        plugins = [p for p in plugins if is_on.get(left_out.get(p if isinstance(p, str) else next(iter(p)), ""), True)]
        menus: list[Any] = [None, ["index.md", {"All": ["articles/a.md", "articles/b.md", "blog/index.md"]}]]
        menus.append([{"First": "articles/b.md"}, {"All": [{"Other": "articles/a.md"}]}, "index.md"])
        config = {
            "site_name": "Test",
            "site_url": "http://127.0.0.1/",
            "use_directory_urls": is_on["use_directory_urls"],
            "exclude_docs": is_on["exclude_docs"],
            "theme": {
                "name": "material",
                "font": False,
                "custom_dir": "overrides",
                "features": is_on["features"].split(),
            },
            "hooks": ["hook.py"],
            "extra": {"n": is_on["n"]},
            "extra_css": ["style.css"],
            "markdown_extensions": [
                *("attr_list", "admonition", {"toc": {"permalink": is_on["permalink"]}}),
                {"pymdownx.snippets": {"base_path": ["snippets"]}},
            ],
            "plugins": plugins,
            "nav": menus[is_on["menu"] or 0],
        }
        self.write("mkdocs.yml", yaml.safe_dump(config, sort_keys=False))

    def change(self) -> str:
        """Make one change; its name."""
        self._remove(MISTAKE)
        chosen = self.random.choice(sorted(self.changes()))
        return f"{chosen}: {self.changes()[chosen]() or ''}"

    def changes(self) -> dict[str, Callable[[], Any]]:
        """What can be changed, by name."""
        pick = self.random.choice
        return {
            **{f"body {n}": lambda: self._of_article(self.article) for n in (1, 2, 3)},
            "nothing": lambda: None,
            "same length": lambda: self._in_article("Trust ", "Trest "),
            "title": lambda: self._in_article("# Page", "# Page of"),
            "title in settings": lambda: self._in_article("topics:", f"title: Title {self._next()}\ntopics:"),
            "title by text": lambda: self._in_article("# Page", "Page\n=\n\n#### Page"),
            "description": lambda: self._in_article("About", "All about"),
            "icon": lambda: self._in_article("topics:", f"icon: material/cow\nstatus: s{self._next()}\ntopics:"),
            "hidden": lambda: self._in_article("topics:", "hide: [navigation]\ntopics:"),
            "address": lambda: self._in_article("topics:", f"slug: at-{self._next()}\ntopics:"),
            "tags": lambda: self._in_article("topics:", f"tags: [t{self._next()}]\ntopics:"),
            "warning": lambda: self._in_article("## Part", "## Part\n\n[gone](gone.md)\n"),
            "anchor": lambda: self._in_article("## Part", "## Part {#another}"),
            "link": lambda: self._in_article("[Home](", "[B](b.md#part) [Home]("),
            "term": lambda: self._in_article("Trust", "Trust, Trust and trust"),
            "section": lambda: self._in_article("## Part", f"{SECTION}\n## Part"),
            "windows": lambda: self._of_article(lambda locale, path: self._windows(f"docs/{locale}/{path}.md")),
            "removal": lambda: self._of_article(lambda locale, path: self._remove(f"docs/{locale}/{path}.md")),
            "rename": lambda: self._of_article(lambda locale, path: self._rename(locale, path)),
            "post": lambda: self.post(pick(LANGUAGES), pick(("one", "two"))),
            "removed post": lambda: self._remove(f"docs/{pick(LANGUAGES)}/blog/posts/{pick(('one', 'two'))}.md"),
            "post's settings": lambda: self._in_post("date: 2025", f"{pick(('draft: true', 'pin: true'))}\ndate: 2024"),
            "title of a post": lambda: self._in_post("# Post", "# Another post"),
            "category": lambda: self._in_post("[News]", f"[News {self._next()}]"),
            "author": lambda: self._in_all("blog/.authors.yml", "name: Desk", f"name: Desk {self._next()}"),
            "assessment": lambda: self._in_all("self-assessments/test.md", "Low", "Very low"),
            "words of an assessment": lambda: self._in("self-assessments/test.md", "One.", f"One {self._next()}."),
            "new assessment": lambda: self._all("self-assessments/test.md", ASSESSMENT.format(n=self._next())),
            "no assessment": lambda: self._all("self-assessments/test.md", "# Test\n\nNone.\n"),
            "mistake": lambda: self.write(MISTAKE, "---\nassessment: {id: wrong}\n---\n# Wrong\n"),
            "kit": lambda: self._in("kit.md", "(kit=forms)", "(kit=points)\n\n(kit=forms)"),
            "glossary": lambda: self._in("glossary.md", "What", "Whatever"),
            "term of the glossary": lambda: self._in("glossary.md", "## Trust", "## Home"),
            "topic": lambda: self._in("topics/culture.md", "Culture", "Cultures"),
            "words": lambda: self.write("words/da.toml", f'[topics]\narticles = "Articles {self._next()}"\n'),
            "words of assessments": lambda: self.write("own/sv.toml", f'[page]\npaper = "Paper {self._next()}."\n'),
            "named file": lambda: self.write("named.txt", str(self._next())),
            "snippet": lambda: self.write("snippets/part.md", f"Part {self._next()}.\n"),
            "picture": lambda: self._in("articles/p.svg", "svg xmlns", f'svg id="n{self._next()}" xmlns'),
            "style": lambda: self.write("docs/style.css", f"p {{ top: {self._next()} }}"),
            "settings of a folder": lambda: self._all("articles/.meta.yml", f"author: A{self._next()}\n"),
            "hook": lambda: self._edit("hook.py", "hook ", f"hook {self._next()}"),
            "template": lambda: self.write("overrides/main.html", MAIN.replace("<b>", f"<b id=n{self._next()}>")),
            "another template": lambda: self.write("overrides/partials/copyright.html", f"<p>{self._next()}</p>"),
            "commit": self._commit,
            "damage": self._damage,
            "no cache": lambda: [path.unlink() for path in list(self.root.glob(".cache/incremental/*.store"))[:1]],
            "file of the site": lambda: self._remove("site/index.html"),
            "record": lambda: self.translate(self.random.choice(ARTICLES), ""),
            "copy": lambda: self.translate(self.random.choice(ARTICLES), "copy"),
            "changed page of the site": lambda: self.write("site/sv/articles/a/index.html", "x"),
            "folder of the site": lambda: shutil.rmtree(self.root / "site/assets", ignore_errors=True),
            "foreign file": lambda: self.write("site/foreign.txt", "x"),
            **{f"setting {n}": self._choose for n in range(8)},
        }

    def translate(self, path: str, copied: str) -> None:
        """Record that a page is a translation of the source's text as it is now, or a copy of it."""
        source = self.root / f"docs/da/{path}.md"
        text = source.read_bytes().decode().replace("\r\n", "\n") if source.exists() else ""
        if text.count("---\n") > 1:
            _, head, body = text.split("---\n", 2)
            hashed = fingerprint.fingerprint(*front_matter.split(text, "")[:2])
            record = f'translation:\n  source: da\n  hash: "{hashed}"\n'
            record += f'  copy: "{fingerprint.of_text(body)}"\n' if copied else ""
            self.write(f"docs/sv/{path}.md", f"---\n{head}{record}---\n{body}{'' if copied else 'Text.'}")

    def _choose(self) -> str:
        name = self.random.choice(sorted(OPTIONS))
        self._chosen[name] = self.random.choice(OPTIONS[name])
        self.settings()
        return f"{name} {self._chosen[name]}"

    def _next(self) -> int:
        return self.random.randrange(3)

    def _of_article(self, change: Callable[[str, str], Any]) -> str:
        locale, path = self.random.choice(LANGUAGES), self.random.choice(ARTICLES)
        change(locale, path)
        return f"{locale} {path}"

    def _in_article(self, old: str, new: str) -> str:
        return self._of_article(lambda locale, path: self._edit(f"docs/{locale}/{path}.md", old, new))

    def _in_post(self, old: str, new: str) -> None:
        self._edit(f"docs/{self.random.choice(LANGUAGES)}/blog/posts/one.md", old, new)

    def _in(self, path: str, old: str, new: str) -> None:
        self._edit(f"docs/{self.random.choice(LANGUAGES)}/{path}", old, new)

    def _in_all(self, path: str, old: str, new: str) -> None:
        for locale in LANGUAGES:
            self._edit(f"docs/{locale}/{path}", old, new)

    def _all(self, path: str, text: str) -> None:
        for locale in LANGUAGES:
            self.write(f"docs/{locale}/{path}", text)

    def _edit(self, path: str, old: str, new: str) -> None:
        target = self.root / path
        if target.exists():
            self.write(path, target.read_text(encoding="utf-8").replace(old, new, 1))

    def _windows(self, path: str) -> None:
        target = self.root / path
        if target.exists():
            target.write_bytes(target.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))

    def _remove(self, path: str) -> None:
        (self.root / path).unlink(missing_ok=True)

    def _rename(self, locale: str, path: str) -> None:
        old, new = (self.root / f"docs/{locale}/{name}.md" for name in (path, self.random.choice(ARTICLES)))
        if old.exists() and not path.endswith("articles/a"):
            new.parent.mkdir(parents=True, exist_ok=True)
            old.replace(new)

    def _damage(self) -> None:
        for path in self.root.glob(".cache/incremental/*.store"):
            content = bytearray(path.read_bytes())
            content[self.random.randrange(len(content))] ^= 255
            path.write_bytes(content)

    def _commit(self) -> None:
        if self._given["is_versioned"]:
            self._git("add", "--all")
            self._git("-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "-qm", "x", "--allow-empty")

    def _git(self, *arguments: str) -> None:
        subprocess.run(
            ["git", "-c", "commit.gpgsign=false", *arguments], cwd=self.root, check=True, capture_output=True
        )
