"""What a machine and a site need to be built and published, and what of it is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import entry_points
from importlib.util import find_spec
from typing import Any
from urllib.parse import urlsplit

from mkdocs_foundation.reports.message import Message, listed
from mkdocs_foundation.sources.site_config import SiteConfig
from mkdocs_foundation.values import dataclass

from ..saying import say
from ..translations.git import git

_LOCAL = ("", "localhost", "127.0.0.1", "0.0.0.0", "::1")
_RECIPES = (".github/workflows/*.y*ml", ".gitlab-ci.yml", ".circleci/config.yml", "netlify.toml", ".readthedocs.y*ml")
"""Files by which a site is published on a push."""


@dataclass(frozen=True)
class Finding:
    """One thing that is needed."""

    what: Message
    """What it is."""
    do: Message | None = None
    """What to do; `None` where it is there."""
    is_needed: bool = True
    """Whether something fails without it; if not, it is only better to have."""


def of_machine(config: SiteConfig) -> Iterator[Finding]:
    """What a build and a preview need on this machine."""
    again = say("Install it, as the site's own guide says; the name of the package may be another one.")
    yield _found("mkdocs" if find_spec("mkdocs") else "", say("MkDocs"), say("Install it: pip install mkdocs"))
    theme = config.settings.get("theme")
    theme = str(theme.get("name") or "") if isinstance(theme, dict) else str(theme or "mkdocs")
    names = {entry.name for entry in entry_points(group="mkdocs.themes")}
    if theme:
        yield _found(theme in names, say("the theme {name}", name=theme), again)
    known = {entry.name for entry in entry_points(group="mkdocs.plugins")}
    for name in config.plugins:
        is_there = name in known or f"{theme}/{name}" in known
        yield _found(is_there, say("the plugin {name}", name=name), again)
    short = {entry.name for entry in entry_points(group="markdown.extensions")}
    for name in _names(config.settings.get("markdown_extensions")):
        is_there = name in short or find_spec(name.split(".")[0]) is not None
        yield _found(is_there, say("the Markdown extension {name}", name=name), again)
    yield from _extras(config.plugins.get("multilingual", {}))
    yield from _files(config)
    yield from _history(config)


def of_publishing(config: SiteConfig, to_fix: int) -> Iterator[Finding]:
    """What a site needs to be published; `to_fix` is how many errors and warnings the check finds."""
    fix = say("Run `servicekompas check`: {count} to fix.", count=to_fix)
    yield _found(not to_fix, say("texts without mistakes"), fix)
    url = str(config.settings.get("site_url") or "")
    set_it = say("Set `site_url` in mkdocs.yml to the address of the site: feeds, sitemap and previews need it.")
    local = say("It is {url} here; see that it is another one where the site is published.", url=url)
    is_public = (urlsplit(url).hostname or "") not in _LOCAL
    yield _found(is_public, say("the address of the site"), local if url else set_it, is_needed=not url)
    has_edit = any(config.settings.get(name) for name in ("edit_uri", "edit_uri_template", "repo_url"))
    pencil = say("Set `edit_uri` in mkdocs.yml, or where it is published: then each page has a pencil that opens it.")
    yield _found(has_edit, say("a pencil on each page"), pencil, is_needed=False)
    has_recipe = any(next(config.root.glob(pattern), None) for pattern in _RECIPES)
    recipe = say("Add a workflow that builds and publishes the site on each push, such as those of GitHub Pages.")
    yield _found(has_recipe, say("a way to publish"), recipe, is_needed=False)
    remotes = git(config.root, "remote")
    yield _found(remotes, say("a place to push to"), say("Add it: git remote add origin …"), is_needed=False)


def _extras(options: Mapping[str, Any]) -> Iterator[Finding]:
    """What single options need."""
    images = options.get("share_images")
    asked = {"search": options.get("search"), "share-images": isinstance(images, dict) and images.get("enabled")}
    needed = {"search": ("pagefind", "pagefind_bin"), "share-images": ("PIL", "font_source_serif_pro")}
    for extra, modules in needed.items():
        if asked[extra]:
            is_there = any(map(find_spec, modules)) if extra == "search" else all(map(find_spec, modules))
            do = say("Install it: pip install 'mkdocs-multilingual[{extra}]'", extra=extra)
            yield _found(is_there, say("what the option {name} needs", name=extra.replace("-", "_")), do)


def _files(config: SiteConfig) -> Iterator[Finding]:
    """Files and folders that `mkdocs.yml` names."""
    hooks = config.settings.get("hooks")
    paths = [config.root / str(hook) for hook in hooks] if isinstance(hooks, list) else []
    for path in (config.docs, *([config.templates] if config.templates else []), *paths):
        yield _found(path.exists(), listed([f"{path}"]), say("Add it, or correct its name in mkdocs.yml."))


def _history(config: SiteConfig) -> Iterator[Finding]:
    """Git, where the states of translations come from its history."""
    if len(config.site.languages) < 2:
        return
    inside = git(config.root, "rev-parse", "--is-inside-work-tree")
    do = say("Install git, and clone the site with it: the history tells which translations are current.")
    yield _found(inside, say("git, with the history of the site"), do, is_needed=False)
    is_shallow = (git(config.root, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"
    if inside:
        whole = say("Fetch the rest: git fetch --unshallow")
        yield _found(not is_shallow, say("the whole history"), whole, is_needed=False)


def _names(written: Any) -> Iterable[str]:
    if isinstance(written, dict):
        return list(map(str, written))
    entries = written if isinstance(written, list) else []
    return [str(next(iter(entry))) if isinstance(entry, dict) else str(entry) for entry in entries]


def _found(is_there: object, what: Message, do: Message, is_needed: bool = True) -> Finding:
    return Finding(what, None if is_there else do, is_needed)
