"""The editor in the browser: Sveltia CMS, published with the site from the folder of its package."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from mkdocs_foundation.glue import edit_links
from mkdocs_foundation.reports.message import Message, listed, shown
from mkdocs_foundation.templates.titles import plain, words

from .. import stubs
from ..blog import authors, categories
from ..blog.checks import BlogFiles
from ..editor import settings
from ..editor.settings import Folder
from ..editorial.rules import Rules
from ..saying import say
from ..topics import membership
from . import desk
from .state import Build

FOLDER = "admin"
"""Folder of the editor in the built site."""
_ENTRY = "npm/index.js"
_BELOW = "sveltia-cms"
_PUBLISHED = ("LICENSE.txt", "npm/")
"""What the page loads of the package: the build for bundlers has its fonts with it, the other takes them from a CDN.

A bundler also makes scripts of the words in JSON, which a browser refuses to import: that is done here.
"""
_SCRIPTS = Path(__file__).parents[1] / "editor"


def check(option: str, config: MkDocsConfig) -> None:
    """Raise `PluginError` if the package isn't there; `option` is its folder, relative to `mkdocs.yml`, or empty."""
    if option and not (_package(option, config) / _ENTRY).is_file():
        raise PluginError(
            shown(
                say(
                    "multilingual: `editor: {folder}` isn't the folder of the npm package @sveltia/cms. Run "
                    "`npm install --ignore-scripts @sveltia/cms` beside mkdocs.yml, and write `editor: "
                    "node_modules/@sveltia/cms`; or remove `editor` from the options of multilingual, for a site "
                    "without an editor.",
                    folder=option,
                )
            )
        )


def _package(option: str, config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent / option


def files(option: str, rules: Rules, blog: BlogFiles | None, build: Build) -> list[File]:
    """The files of the editor; none where the site doesn't say at which place its repository is.

    `option` is the folder of the npm package, relative to `mkdocs.yml`.
    """
    config = build.config
    package = _package(option, config)
    place = edit_links.of_site(config).place()
    if place is None:
        return []
    folders = list(_folders(rules, blog, build))
    words_of_editor = {path.stem: path.read_text("utf-8") for path in sorted((package / "locales").glob("*.json"))}
    scripts = {f"{_BELOW}/locales/{locale}.js": f"export default {text}" for locale, text in words_of_editor.items()}
    import_map = json.dumps({"imports": {f"./{name}on": f"./{name}" for name in scripts}})
    page = build.renderer.render(
        "editor.html",
        locale=build.locale,
        title=plain(config.site_name),
        import_map=import_map,
        digest=b64encode(sha256(import_map.encode()).digest()).decode(),
        connects_to=settings.connects_to(place),
    )
    written = {
        "index.html": page,
        "config.yml": settings.settings(place, build.site, folders, config.site_url or ""),
        **{path.name: path.read_text("utf-8") for path in sorted(_SCRIPTS.glob("*.js"))},
        **scripts,
    }
    return [
        *(File.generated(config, f"{FOLDER}/{name}", content=content) for name, content in written.items()),
        *(
            File.generated(config, f"{FOLDER}/{_BELOW}/{name}", abs_src_path=str(package / name))
            for name in sorted(path.relative_to(package).as_posix() for path in package.rglob("*.*"))
            if name.startswith(_PUBLISHED) and not name.endswith(".map")
        ),
    ]


def without_place() -> Message:
    """What is said of a site that has no editor since its repository's place isn't known."""
    return say("There is no editor in the browser: `edit_uri` is not set to an address on GitHub or GitLab.")


def _folders(rules: Rules, blog: BlogFiles | None, build: Build) -> Iterator[Folder]:
    source = build.site.source_locale
    pages = build.library.in_language(source)
    begun = desk.begun_by_plugins(build)
    for path in sorted({page.key.rpartition("/")[0] for page in pages}):
        beside = stubs.siblings(pages, path)
        text = stubs.of_folder(beside, source, begun.get(path, "")) if beside else ""
        yield Folder(path, _title(path, build), text, list(_hints(path, rules, blog, build)))


def _title(path: str, build: Build) -> str:
    """What the overview of a folder is called, or that of the next one above; the site, for the pages at its top."""
    above = path
    while above:
        if page := build.library.page(build.site.source_locale, f"{above}/index.md"):
            below = path.removeprefix(above).strip("/")
            return f"{words(page.title)} / {below}" if below else words(page.title)
        above = above.rpartition("/")[0]
    return path or plain(build.config.site_name)


def _hints(path: str, rules: Rules, blog: BlogFiles | None, build: Build) -> Iterator[Message]:
    """What the site asks of the settings, and the values that it has for them, in the source language."""
    key = f"{path}/a.md" if path else "a.md"
    asked = rules.of(key)
    if asked.required:
        yield say("Needed: {names}.", names=listed(asked.required))
    if asked.description:
        yield say("Length of `description`: {span} characters.", span=asked.description.text())
    allowed = {"topics": sorted(membership.known(build.library.keys))}
    if blog and path == blog.rules.place.posts:
        place, site, source = blog.rules.place, build.site, build.site.source_locale
        if file := blog.of(site, source, place.authors_file):
            allowed["authors"] = list(authors.read(file[1], file[0])[0].people)
        if file := blog.of(site, source, place.categories_file):
            allowed["categories"] = list(categories.read(file[1], file[0])[0].names.values())
    for name, values in allowed.items():
        if values:
            yield say("`{name}` may be: {names}.", name=name, names=listed(values))
