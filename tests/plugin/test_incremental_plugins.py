"""The plugin `incremental` beside plugins of others: stand-ins that act as those do that were tried."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from mkdocs_incremental.glue.unknown import of_plugins
from tests.plugin.own_process import files

STAND_INS = '''
"""As mkdocs-minify-plugin, mkdocs-macros-plugin, git-revision-date-localized, privacy and offline of Material."""
import hashlib, re, runpy, subprocess
from pathlib import Path
from mkdocs.config import base, config_options
from mkdocs.plugins import BasePlugin

class Minify(BasePlugin):
    """Finished pages and templates in one line, and a script with a digest in its name."""

    def on_pre_build(self, config):
        self.text = (Path(config.docs_dir) / "x.js").read_text()
        self.name = f"x.{hashlib.md5(self.text.encode()).hexdigest()[:6]}.js"
        config.extra_javascript = [self.name]

    def on_post_template(self, output_content, template_name, config):
        return output_content.replace("\\n", "")

    def on_post_page(self, output, page, config):
        return output.replace("\\n", "")

    def on_post_build(self, config):
        (Path(config.site_dir) / self.name).write_text(self.text.replace(" ", ""))

class Macros(BasePlugin):
    """What a module beside mkdocs.yml makes of each page's text."""

    def on_page_markdown(self, markdown, page, config, files):
        module = runpy.run_path(str(Path(config.config_file_path).with_name("main.py")))
        return markdown.replace("{{ hi }}", module["hi"]())

class Revision(BasePlugin):
    """The date of the last commit of each page."""

    def on_page_markdown(self, markdown, page, config, files):
        command = ["git", "log", "-1", "--format=%s", "--", page.file.abs_src_path]
        page.meta["revision"] = subprocess.run(command, cwd=config.docs_dir, capture_output=True, text=True).stdout
        return markdown

class Privacy(BasePlugin):
    """Links of each page, with a collection of all of them that is written at the end."""

    def on_config(self, config):
        self.found = {}

    def on_page_content(self, html, page, config, files):
        self.found[page.file.src_uri] = re.findall('href="(http[^"]*)"', html)
        return html.replace("<a ", '<a target="_blank" ')

    def on_env(self, env, config, files):
        env.globals["found"] = sorted(link for links in self.found.values() for link in links)

class Offline(BasePlugin):
    """Other addresses, and a file beside another one at the end; `enabled` is an option of its own."""

    class config_class(base.Config):
        enabled = config_options.Type(bool, default=True)

    def on_config(self, config):
        if self.config.enabled:
            config.use_directory_urls = False

    def on_post_build(self, config):
        if self.config.enabled:
            text = (Path(config.site_dir) / "x.txt").read_text()
            (Path(config.site_dir) / "x.copy").write_text(text)
'''
NAMES = {name: name.capitalize() for name in ("minify", "macros", "revision", "privacy", "offline")}
TEMPLATE = (
    "{{ page.title }}\n{{ page.content }}\n{{ page.meta.revision }}\n{{ config.extra_javascript }}\n{{ found }}\n"
)


class Site:
    """A site with some of the stand-ins."""

    def __init__(self, root: Path, plugins: list[Any], safe: list[str], inputs: list[str]) -> None:
        self.root, self.plugins, self.own = root, plugins, {"safe": safe, "inputs": inputs}
        texts = {
            "stand_ins.py": STAND_INS,
            "mkdocs_stand_ins-1.dist-info/entry_points.txt": "[mkdocs.plugins]\n"
            + "".join(f"{name} = stand_ins:{of}\n" for name, of in NAMES.items()),
            "mkdocs_stand_ins-1.dist-info/METADATA": "Metadata-Version: 2.1\nName: mkdocs-stand-ins\nVersion: 1\n",
            "main.py": "def hi():\n    return 'hi 0'\n",
            "theme/main.html": TEMPLATE,
            "docs/x.js": "a = 0",
            "docs/x.txt": "text 0",
            "docs/index.md": "# Home\n\n[A](a.md)\n",
            "docs/a.md": "# A\n\nText 0.\n",
            "docs/b.md": "# B\n\n{{ hi }} [x](https://example.org/0)\n",
        }
        for path, text in texts.items():
            self.write(path, text)
        self.git("init", "-q")
        self.commit("first")

    def write(self, path: str, text: str) -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def git(self, *arguments: str) -> None:
        who = ["-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"]
        subprocess.run(["git", *who, *arguments], cwd=self.root, check=True, capture_output=True)

    def commit(self, name: str) -> None:
        self.git("add", "docs")
        self.git("commit", "-qm", name, "--allow-empty")

    def build(self, *, kept: bool = True) -> str:
        """Build strictly, in a process of its own, with what is kept or without; what `incremental` says."""
        theme = {"name": None, "custom_dir": "theme"}
        own = [{"incremental": {"enabled": kept, **self.own}}]
        config = {"site_name": "T", "theme": theme, "plugins": [*self.plugins, *own]}
        config_file = "kept.yml" if kept else "clean.yml"
        self.write(config_file, yaml.safe_dump(config))
        target = "site" if kept else "clean"
        run = subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", config_file, "--site-dir", target],
            cwd=self.root,
            env=os.environ | {"PYTHONPATH": str(self.root), "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stderr
        return " ".join(re.findall(r"incremental: (.*)", run.stderr))

    def edited(self, *paths: str) -> str:
        """The same after edits of files, compared with a build without what is kept."""
        for path in paths:
            text = (self.root / path).read_text(encoding="utf-8")
            self.write(path, text.replace("0", "1", 1))
            self.commit(f"edit of {path}")
        told = self.build()
        self.build(kept=False)
        assert files(self.root / "site") == files(self.root / "clean"), (paths, told)
        return told


def taken(count: int, made: int) -> str:
    return f"{count} pages are those of the last build, {made} were made."


ALL = "All pages are made again, since it isn't known what they depend on in {}."
NOTHING = "Nothing has changed: the site is that of the last build."


def test_plugins_that_are_known_or_named_as_safe(tmp_path: Path) -> None:
    """What they write at the end is that of the last build too; a module that one reads is named in `inputs`."""
    site = Site(tmp_path, ["minify", {"offline": {}}, "macros"], ["macros"], ["main.py"])
    site.build()
    assert site.edited() == NOTHING
    assert site.edited("docs/a.md") == taken(2, 1)
    assert site.edited("docs/x.js") == taken(0, 3)
    assert site.edited("main.py") == taken(0, 3)
    site.plugins[1]["offline"]["enabled"] = False
    assert site.edited("docs/x.txt") == taken(0, 3)


def test_plugins_that_switch_it_off(tmp_path: Path) -> None:
    """Commits, pages of which something is collected, and files that nobody has named."""
    site = Site(tmp_path, ["revision", "privacy", "macros"], [], [])
    assert site.build() == ALL.format("revision, privacy, macros")
    assert site.edited("docs/a.md", "docs/b.md", "main.py") == ALL.format("revision, privacy, macros")


def test_a_plugin_that_is_switched_off_by_its_own_option_has_no_influence() -> None:
    class Plugin:
        def __init__(self, *, enabled: bool) -> None:
            self.config = {"enabled": enabled}

        def on_env(self) -> None: ...

    off, on = Plugin(enabled=False), Plugin(enabled=True)
    assert of_plugins({"material/social": off, "material/privacy": on, "other": off}) == [
        "material/privacy",
        "other",
    ]
