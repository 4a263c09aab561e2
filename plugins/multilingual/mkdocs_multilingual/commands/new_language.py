"""What a language of a site still lacks, as one list: settings, folder, pages, words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import entry_points
from importlib.util import find_spec
from os.path import relpath
from pathlib import Path
from typing import Any

from mkdocs_foundation import catalogue
from mkdocs_foundation.pages import SourcePages
from mkdocs_foundation.site import Language, Site, Structure
from mkdocs_foundation.site_config import SiteConfig

from ..figures import drawing
from ..translations.states import State, states

LOCALE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_][A-Z]{2})?")
"""Form of a locale."""
_PLUGINS = ("mkdocs.plugins", "properdocs.plugins")
"""Entry points of plugins, each in its own package."""
_PER_LANGUAGE = ("nav_translations", "admonition_translations")
"""Tables of a language's settings: what one language has in them, each should have."""
_BY_LOCALE = ("fallback",)
"""Options of this plugin that have a value by locale."""


@dataclass(frozen=True)
class Part:
    """One part of what a language needs."""

    name: str
    """What it is, with its place."""
    missing: tuple[str, ...]
    """What it lacks; empty where it is complete."""
    otherwise: str
    """What readers get until then."""


def check(config: SiteConfig, library: SourcePages, locale: str) -> list[Part]:
    """Every part of a language, complete or not; it needn't be named in `mkdocs.yml` yet.

    Raises `CatalogueError` for a file of words that can't be read.
    """
    site = _with(config.site, locale)
    return [
        Part(f"{config.file.name}: the settings of the language", tuple(_settings(config, locale)), "no such language"),
        Part(f"pages in {site.shown(site.folder(locale) or '')}", tuple(_pages(library, site, locale)), "the fallback"),
        Part("files of data beside them", tuple(_data(config, site, locale)), "none, or the source language's"),
        *_words(config, locale),
        Part("words of drawings", tuple(_drawings(config, site, locale)), "the source language's words"),
        Part("words of the site's own templates", tuple(_templates(config, locale)), "as the templates have it"),
    ]


def as_text(parts: list[Part], locale: str) -> str:
    """The list for people."""
    lines = []
    for part in parts:
        lines.append(f"[{' ' if part.missing else 'x'}] {part.name}")
        lines += [f"      {entry}" for entry in part.missing]
        if part.missing:
            lines.append(f"      until then: {part.otherwise}")
    count = sum(len(part.missing) for part in parts)
    lines += ["", f"{locale}: {count} to do." if count else f"{locale}: complete."]
    return "\n".join(lines)


def _with(site: Site, locale: str) -> Site:
    if locale in site.languages:
        return site
    structure = Structure.FOLDER if site.structure is Structure.SINGLE else site.structure
    languages = {**site.languages, locale: Language(locale)}
    return Site(languages, structure, site.docs_dir, site.url, site.falls_back)


def _settings(config: SiteConfig, locale: str) -> Iterator[str]:
    entries = config.languages
    others = [entry for entry in entries if entry.get("locale") != locale]
    own: Mapping[str, Any] = next((entry for entry in entries if entry.get("locale") == locale), {})
    if not own:
        yield f"- locale: {locale} under `languages` of the plugin i18n"
    for name in dict.fromkeys(name for entry in others for name in entry):
        if name in ("locale", "default", "build"):
            continue
        if name not in own:
            yield f"  {name}: …"
        elif name in _PER_LANGUAGE and isinstance(own[name], dict):
            tables = [entry[name] for entry in others if isinstance(entry.get(name), dict)]
            lacking = [key for key in dict.fromkeys(key for table in tables for key in table) if key not in own[name]]
            yield from (f"  {name}: {key}: …" for key in lacking)
    for name in _BY_LOCALE:
        option = config.plugins.get("multilingual", {}).get(name)
        if isinstance(option, dict) and option and locale not in option:
            yield f"{name}: {{{locale}: …}} in the options of the plugin multilingual, if the default doesn't fit"


def _pages(library: SourcePages, site: Site, locale: str) -> Iterator[str]:
    found = states(library, site)[0]
    for translation in found:
        if translation.locale == locale and translation.state in (State.MISSING, State.UNTRANSLATED):
            yield f"{site.shown(translation.uri)} ({translation.state.value})"


def _data(config: SiteConfig, site: Site, locale: str) -> Iterator[str]:
    if site.structure is not Structure.FOLDER:
        return
    source, own = config.docs / site.source_locale, config.docs / locale
    for path in sorted(source.rglob("*")):
        if path.is_file() and path.suffix not in (".md", ".html") and path.name != ".DS_Store":
            inside = path.relative_to(source)
            if not (own / inside).exists():
                yield site.shown(f"{locale}/{inside.as_posix()}")


def _words(config: SiteConfig, locale: str) -> Iterator[Part]:
    """The words of each plugin that has catalogues, in packages that need not be imported for it."""
    named = {entry.name: entry.module for group in _PLUGINS for entry in entry_points(group=group)}
    packages = {named[name].split(".")[0]: options for name, options in config.plugins.items() if name in named}
    for package, options in packages.items():
        spec = find_spec(package)
        places = list(spec.submodule_search_locations or []) if spec else []
        folders = sorted(path.parent for place in places for path in Path(place).rglob("locales/en.toml"))
        if folders:
            strings = options.get("strings")
            own = config.root / str(strings) if strings else None
            missing = catalogue.load(folders, locale, own)[1] if own is None or own.is_dir() else []
            folder = strings or "a folder of the site that its option `strings` names"
            place = f", in {locale}.toml in {folder}" if missing else ""
            yield Part(f"words of {package}{place}", tuple(missing), "English words")


def _drawings(config: SiteConfig, site: Site, locale: str) -> Iterator[str]:
    folder = config.docs / str(config.plugins.get("multilingual", {}).get("figures") or "assets/figures")
    for path in sorted(folder.glob("*.svg")):
        words = path.with_suffix(".toml")
        if words.is_file() and drawing.has_words(path.read_bytes()):
            lacking = drawing.lacking(path.read_bytes(), words.read_bytes(), locale)
            if lacking:
                yield f"{site.shown(words.relative_to(config.docs).as_posix())}, under [{locale}]: {', '.join(lacking)}"


def _templates(config: SiteConfig, locale: str) -> Iterator[str]:
    """Files of which there is one for each other language, named by it, in the folder of the site's templates."""
    others = [known for known in config.site.languages if known != locale]
    if config.templates is None or not others:
        return
    for path in sorted(config.templates.rglob(f"{others[0]}.*")):
        beside = [path.with_name(f"{other}{path.suffix}") for other in others]
        own = path.with_name(f"{locale}{path.suffix}")
        if all(file.is_file() for file in beside) and not own.exists():
            yield f"{Path(relpath(own, config.root)).as_posix()}, as {path.name}"
