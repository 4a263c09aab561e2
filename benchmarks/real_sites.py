"""What the plugins change on sites of other people: each site is built without them and with them, and compared.

    .venv/bin/python -m benchmarks.real_sites FOLDER

`FOLDER` holds checkouts of sites with Material for MkDocs, whose plugins are installed beside ours. Each is built as it
is, then with `multilingual` and `self-assessment` in their default form at the end of its plugins. The table has the
number of pages by kind of difference, and the CPU time relative to that without.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

from lxml import etree, html
from lxml.html import HtmlElement

OURS = ["multilingual", "self-assessment"]
BUILD = """
import json, sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.utils import yaml_load

path, target, ours = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
with open(path, encoding="utf-8") as file:
    plugins = yaml_load(file).get("plugins", ["search"])
names = plugins if isinstance(plugins, list) else [{name: options} for name, options in plugins.items()]
config = load_config(path, site_dir=target, plugins=[*names, *ours])
config.plugins.on_startup(command="build", dirty=False)
build(config)
"""
"""A build of one site in a process of its own: its plugins and hooks may change whatever they like."""


def _address(xpath: str) -> Callable[[HtmlElement], object]:
    return lambda page: sorted(unquote(str(value)) for value in page.xpath(xpath))


KINDS: dict[str, Callable[[HtmlElement], object]] = {
    "title": lambda page: page.findtext(".//title"),
    "lang": lambda page: page.get("lang"),
    "canonical": _address('//link[@rel="canonical"]/@href'),
    "alternates": _address('//link[starts-with(@rel, "alternate")][@hreflang]/@href'),
    "text": lambda page: " ".join(" ".join(page.xpath("//article//text()[not(ancestor::script)]")).split()),
}
"""What is compared on each page."""


def main(folder: Path) -> None:
    """Print a line for each site in a folder."""
    heads = ("site", "pages", "lost", "added", *KINDS, "sitemap", "CPU")
    print("| " + " | ".join(heads) + " |\n|" + "---|" * len(heads))
    for settings in sorted(folder.glob("*/mkdocs.y*ml")):
        with tempfile.TemporaryDirectory() as target:
            print("| " + " | ".join(_line(settings, Path(target))) + " |", flush=True)


def _line(settings: Path, target: Path) -> list[str]:
    name = settings.parent.name
    without = build(settings, target / "without", [])
    if without is None:
        return [name, "doesn't build without the plugins"]
    with_ours = build(settings, target / "with", OURS)
    if with_ours is None:
        return [name, "doesn't build with the plugins: see above"]
    before, after = pages(target / "without"), pages(target / "with")
    differences = Counter(
        kind for path in before.keys() & after.keys() for kind in KINDS if before[path][kind] != after[path][kind]
    )
    counts = [str(len(before)), str(len(before.keys() - after.keys())), str(len(after.keys() - before.keys()))]
    in_sitemap = len(sitemap(target / "without") ^ sitemap(target / "with"))
    return [name, *counts, *(str(differences[kind]) for kind in KINDS), str(in_sitemap), f"{with_ours / without:.2f}"]


def build(settings: Path, target: Path, ours: list[str]) -> float | None:
    """Build a site; its CPU time in seconds, `None` if it fails, in which case the log is printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(
        [sys.executable, "-c", BUILD, settings.name, str(target.resolve()), json.dumps(ours)],
        cwd=settings.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if run.returncode:
        print(run.stderr[-3000:], file=sys.stderr)
        return None
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def pages(site: Path) -> dict[str, dict[str, object]]:
    """What is compared of each page, by its path."""
    found: dict[str, dict[str, object]] = {}
    for path in sorted(site.rglob("*.html")):
        content = path.read_bytes()
        if content.strip():
            page = html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))
            found[path.relative_to(site).as_posix()] = {kind: read(page) for kind, read in KINDS.items()}
    return found


def sitemap(site: Path) -> set[str]:
    """The addresses in the site's sitemap; none without one."""
    path = site / "sitemap.xml"
    if not path.is_file():
        return set()
    return {unquote(loc.text or "") for loc in etree.parse(path).iter("{*}loc")}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
