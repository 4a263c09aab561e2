"""What a reader has opened works without a network: the service worker, and the page for what isn't kept.

The worker is a file at the top of the site, since it sees addresses below its own only. With the option switched off,
a worker takes its place that removes the other and what it has kept: without a file there, browsers would keep the old.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from hashlib import sha256
from html import escape
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils import get_relative_url, write_file

from mkdocs_foundation.caching import built_files
from mkdocs_foundation.glue import assets
from mkdocs_foundation.site import Site
from mkdocs_foundation.templates.titles import plain

from ..page_html import at_content_end
from .assets import script_uri
from .not_found import with_content
from .pages import base_path
from .state import Build

COMPONENT = "offline"
"""Component of the script that pages load."""
WORKER = "offline-worker.js"
"""Path of the worker in the built site."""
PAGE = "offline.html"
"""Path, in each language's part of the built site, of the page that is shown in place of one that isn't kept."""
_WORKERS = Path(__file__).parents[1] / "worker"
_REMOVING = """\
// Removes the service worker that was here before, and what it has kept.
const { pathname } = new URL("./", location.href);
addEventListener("install", () => self.skipWaiting());
addEventListener("activate", (event) => {
  const remove = () => Promise.all(["pages", "files"].map((name) => caches.delete(`${name} of ${pathname}`)));
  // Twice: the worker before may just have been keeping a page.
  const later = () => new Promise((resolve) => setTimeout(resolve, 1000));
  event.waitUntil(remove().then(later).then(remove).then(() => self.registration.unregister()));
});
"""


def with_script(output: str, url: str) -> str:
    """A finished page that lets the worker keep it; `url` is its address."""
    return _opened(output, get_relative_url(script_uri(COMPONENT), url))


def write_page(output: str, build: Build) -> None:
    """Write the page of the current locale, given the theme's page for addresses that aren't found."""
    base = base_path(build.site_url)
    text = build.renderer.render("offline.html")
    title = f"{build.renderer.t('offline.title')} - {plain(build.config.site_name)}"
    page = with_content(output, text, title) or _bare(text, title, build.locale)
    path = Path(build.config.site_dir, build.site.address_prefix(build.locale), PAGE)
    write_file(_opened(page, f"{base}{script_uri(COMPONENT)}").encode("utf-8"), str(path))


def _opened(page: str, script: str) -> str:
    """A page whose end tells the worker that it has been opened; `script` is the address of what tells it."""
    return at_content_end(page, f'<script type="module" src="{script}"></script><ml-opened></ml-opened>')


def _bare(text: str, title: str, locale: str) -> str:
    """A page of its own, for a theme without Material's place for content."""
    return (
        f'<!doctype html>\n<html lang="{locale.replace("_", "-")}"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title></head>\n'
        f"<body><main>{text}</main></body></html>\n"
    )


def write_worker(config: MkDocsConfig, site: Site, is_on: bool) -> None:
    """Write the worker, when everything else has been written; or the one that removes it."""
    folder = Path(config.site_dir)
    if not is_on:
        write_file(_REMOVING.encode("utf-8"), str(folder / WORKER))
        return
    prefixes = sorted((site.address_prefix(locale) for locale in site.languages), key=len, reverse=True)
    pages = [(prefix, f"{prefix}{PAGE}") for prefix in prefixes if (folder / f"{prefix}{PAGE}").is_file()]
    facts = json.dumps({"version": _version(folder), "pages": pages}, separators=(",", ":"))
    scripts = assets.scripts(assets.texts(_WORKERS, "*.js"), "worker.js", "multilingual")
    write_file(f"const BUILD={facts};\n{scripts['worker.js']}".encode(), str(folder / WORKER))


def _version(folder: Path) -> str:
    """A digest that changes with any page, and with any file that is named by its content."""

    def contents() -> Iterator[bytes]:
        for path in built_files.paths(folder):
            if path.endswith(".html"):
                yield path.encode() + built_files.content(folder, path)
            elif re.search(r"\.[0-9a-f]{8,}\.[^/]*\Z", path):
                yield path.encode()

    digest = sha256()
    for content in contents():
        digest.update(content)
    return digest.hexdigest()[:16]
