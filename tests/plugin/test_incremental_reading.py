"""The plugin `incremental`: templates and hooks at random that show other pages, on a site of few pages.

The variable SEEDS of the environment, such as `1:100`, tries many sites; a step takes a tenth of a second of CPU.
"""

from __future__ import annotations

import logging
import os
import posixpath
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.config_options import Hooks

STEPS = 6
SEEDS = range(*map(int, os.environ.get("SEEDS", "1:5").split(":")))
NAMES = ("index.md", "a.md", "b.md", "s/index.md", "s/c.md", "s/t/d.md", "z.md")
PARTS = (
    "{% for item in nav %}{{ item.title }}{% for child in item.children %}({{ child.title }}){% endfor %}{% endfor %}",
    "{{ page.next_page.title }}",
    "{% if page.next_page %}{{ page.next_page.next_page.title }}{% endif %}",
    "{{ page.parent.title }}{% for item in page.ancestors %}{{ item.title }}{% endfor %}",
    "{% for other in nav.pages %}{{ other.content | length }}{% endfor %}",
    "{% for other in nav.pages if other.meta.tags %}{{ other.meta.tags }}{{ other.url }}{% endfor %}",
    "{% if page.next_page %}{% for item in page.next_page.toc %}{{ item.title }}{% endfor %}{% endif %}",
    "{{ page.next_page.content }}",
    "{% for other in nav.pages if other.title == page.title %}{{ other.url }}{% endfor %}",
    "{% for other in nav.pages | sort(attribute='title') %}{{ other.url }}{% endfor %}",
    "{{ nav.homepage.title }}{{ config.extra.n }}",
    "{{ shown }}",
    "{% for file in pages %}{{ file.page.title }}{{ file.page.meta.tags }}{% endfor %}",
)
HOOKS: dict[str, tuple[str, ...]] = {
    "nav(nav, config, files)": ("nav.items.reverse()", "config.extra['count'] = len(nav.pages)"),
    "page_markdown(markdown, page, config, files)": (
        "return f'{markdown} {page.title}'",
        "return markdown + str(A.page.title if A and A.page else '')",
        "return markdown + str(B.page.markdown if B and B.page and page.file.src_uri == 'z.md' else '')",
        "page.meta['title'] = f'Meta {len(markdown)}'",
    ),
    "page_content(html, page, config, files)": (
        "return html + str(len(B.page.content or '') if B and B.page else '')",
        "return html + str([item.title for item in A.page.toc] if A and A.page else '')",
        "page.title = f'{page.title}!'",
    ),
    "env(env, config, files)": (
        "env.globals['pages'] = files.documentation_pages()",
        "env.globals['shown'] = [file.page.title for file in files.documentation_pages()]",
        "if A and B: B.page.title = f'B of {A.page.title}'",
        "if A and B: B.page.content += str(A.page.title)",
    ),
    "page_context(context, page, config, nav)": (
        "context['shown'] = [other.title for other in nav.pages[:3]]",
        "context['shown'] = nav.pages[-1].content",
        "context['shown'] = [other.url for other in nav.pages if other == page.next_page]",
    ),
    "post_page(output, page, config)": ("return output + (page.next_page.title if page.next_page else '')",),
}
"""What hooks do by their event; `A` and `B` are files."""


class Site:
    """A site whose theme is one template."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self.random = root, random.Random(seed)
        self.config: dict[str, Any] = {"site_name": "T", "hooks": ["hook.py"], "plugins": ["incremental"], "extra": {}}
        self.config["theme"] = {"name": None, "custom_dir": "theme"}
        for name in NAMES:
            self.page(name)
        self.hook()
        self.template()

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def page(self, name: str) -> None:
        n = self.random.randrange(3)
        settings = self.random.choice(("", "", f"---\ntitle: Meta {n}\n---\n", f"---\ntags: [t{n}]\n---\n"))
        heading = self.random.choice(
            (f"# Title {n}\n\n", f"# `Title` *{n}*\n\n", "", f"Title {n}\n===\n\n", "## Sub\n\n")
        )
        link = posixpath.relpath(self.random.choice(NAMES), posixpath.dirname(name) or ".")
        gone = self.random.choice(("", "", "", "\n[gone](gone.md)\n"))
        self.write(f"docs/{name}", f"{settings}{heading}Text {n}. [x]({link}#part)\n\n## Part {n}\n{gone}")

    def hook(self) -> None:
        lines = ["from mkdocs_foundation.glue.incremental import Share", "incremental = Share()"]
        for event, bodies in HOOKS.items():
            if self.random.randrange(2):
                lines.append(f"def on_{event}:")
                if "files" in event:
                    lines.append("    A, B = files.get_file_from_path('a.md'), files.get_file_from_path('b.md')")
                lines.append(f"    {self.random.choice(bodies)}")
        self.write("hook.py", "\n".join(lines))

    def template(self) -> None:
        parts = self.random.sample(PARTS, self.random.choice((1, 2, 4)))
        self.write("theme/main.html", "\n".join(("{{ page.title }}{{ page.content }}", *parts)))

    def menu(self) -> None:
        there = [name for name in NAMES if (self.root / "docs" / name).exists()]
        named = [{"Other": name} if self.random.randrange(2) else name for name in there]
        self.config["nav"] = self.random.choice((None, there[::-1], [*named[:2], {"Section": named[2:]}]))

    def change(self) -> str:
        """Make one change; its name."""
        name = self.random.choice(NAMES)
        changes: dict[str, Callable[[], Any]] = {
            **{f"page {n} {name}": lambda: self.page(name) for n in range(8)},
            f"removal {name}": lambda: (self.root / "docs" / name).unlink(missing_ok=True),
            "hook": self.hook,
            "template": self.template,
            "menu": self.menu,
            "n": lambda: self.config["extra"].update(n=self.random.randrange(3)),
        }
        chosen = self.random.choice(sorted(changes))
        changes[chosen]()
        if not (self.root / "docs/index.md").exists():
            self.page("index.md")
        return chosen

    def build(self, caplog: pytest.LogCaptureFixture, *, kept: bool) -> tuple[dict[str, bytes], list[str]]:
        """The files of the site, and what was logged about it."""
        Hooks._load_hook.cache_clear()  # as in another process
        self.write("mkdocs.yml", yaml.safe_dump(self.config))
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.root / ("site" if kept else "clean")))
        config.plugins["incremental"].config.enabled = kept
        caplog.clear()
        error = ""
        try:
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
        except Exception as raised:  # a hook or a template at random can be wrong: in both builds
            error = repr(raised)
        own = ("incremental: ", "Documentation built", "Cleaning", "Building")
        said = [record.getMessage() for record in caplog.records if not record.getMessage().startswith(own)]
        site = Path(config.site_dir)
        paths = [] if error else [path for path in site.rglob("*") if path.is_file() and path.suffix != ".gz"]
        return {str(path.relative_to(site)): path.read_bytes() for path in paths}, [error, *sorted(said)]


@pytest.mark.parametrize("seed", SEEDS)
def test_what_shows_other_pages_is_that_of_an_empty_cache(
    seed: int, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    caplog.set_level(logging.INFO, "mkdocs")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    site = Site(tmp_path, seed)
    for _ in range(STEPS):
        site.build(caplog, kept=True)
        done = [site.change() for _ in range(site.random.choice((1, 1, 2)))]
        assert site.build(caplog, kept=True) == site.build(caplog, kept=False), done
