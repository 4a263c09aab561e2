"""What a language of a site still lacks, as one list: settings, folder, pages, words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.metadata import entry_points
from importlib.util import find_spec
from os.path import relpath
from pathlib import Path
from typing import Any

from mkdocs_foundation import locales
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports import message
from mkdocs_foundation.reports.message import Message, listed, shown
from mkdocs_foundation.site import Language, Site, Structure
from mkdocs_foundation.sources import catalogue
from mkdocs_foundation.sources.pages import SourcePages
from mkdocs_foundation.sources.site_config import SiteConfig
from mkdocs_foundation.values import dataclass

from ..addresses.slugs import is_index
from ..figures import drawing
from ..saying import say
from ..topics import membership
from ..translations.states import State, states
from ..typography import marks as typography_marks

LOCALE = pattern(r"[a-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_][A-Z]{2})?")
"""Form of a locale."""
_PLUGINS = ("mkdocs.plugins", "properdocs.plugins")
"""Entry points of plugins, each in its own package."""
_PER_LANGUAGE = ("nav_translations", "admonition_translations")
"""Tables of a language's settings: what one language has in them, each should have."""


@dataclass(frozen=True)
class Part:
    """One part of what a language needs."""

    name: Message
    """What it is, with its place."""
    missing: tuple[str, ...]
    """What it lacks, a line each; empty where it is complete."""
    do: Message
    """What to write, and where."""
    otherwise: Message
    """What readers get until then."""


@dataclass(frozen=True)
class Fact:
    """Something about a language that needs nothing from the site, or can't be given by it."""

    is_there: bool
    """Whether the plugins, or what they use, have it."""
    text: Message
    """What there is, or what there is in place of it."""


def check(config: SiteConfig, library: SourcePages, locale: str) -> list[Part]:
    """Every part of a language, complete or not; it needn't be named in `mkdocs.yml` yet.

    Raises `CatalogueError` for a file of words that can't be read.
    """
    site = _with(config.site, locale)
    folder, source = site.shown(site.folder(locale)), site.source_locale
    pages = tuple(_pages(library, site, locale))
    first = site.shown(site.uri(source, pages[0][0])) if pages else ""
    return [
        Part(
            say("{file}: the settings of the language", file=config.file.name),
            tuple(_settings(config, locale)),
            say("Write these lines there, with the words of the language for each “…”."),
            say("no such language"),
        ),
        Part(
            say("pages in {folder}", folder=folder),
            tuple(f"{site.shown(uri)} ({state.value})" for _, uri, state in pages),
            say(
                "Copy each, in this order, and write over its text: servicekompas new translation {file} {locale}",
                file=first,
                locale=locale,
            ),
            say("the fallback"),
        ),
        Part(
            say("files of data beside them"),
            tuple(_data(config, site, locale)),
            say(
                "Copy each from {folder}, and translate the names in it; a list of words begins empty.",
                folder=site.shown(site.folder(source)),
            ),
            say("none, or the source language's"),
        ),
        *_words(config, locale),
        Part(
            say("words of drawings"),
            tuple(_drawings(config, site, locale)),
            say("Add a table [{locale}] with these names, as the other languages have.", locale=locale),
            say("the source language's words"),
        ),
        Part(
            say("words of the site's own templates"),
            tuple(_templates(config, locale)),
            say("Copy the file that is named, and translate its texts in quotation marks."),
            say("as the templates have it"),
        ),
    ]


def facts(config: SiteConfig, locale: str, has_stems: bool | None) -> list[Fact]:
    """What a language has without the site.

    `has_stems`: whether the search knows its word stems; `None` where there is no search.
    """
    found, named = locales.known(locale), locales.normal(locale)
    if found:
        name = str(found.get_display_name() or named)
        known = say("dates, numbers and forms of words for numbers: those of {name}", name=name)
    else:
        known = say("dates and numbers as in English: the language isn't known to CLDR")
    right = say("written from right to left")
    facts = [Fact(found is not None, known)]
    facts.append(Fact(True, right if locales.direction(locale) == "rtl" else say("written from left to right")))
    if (words := _theme_words(config)) is not None:
        file = f"partials/languages/{locale}.html"
        lacks = say("no words of the theme: write {file} in the folder of your templates (`custom_dir`)", file=file)
        is_known = locales.best(locale, words) is not None
        facts.append(Fact(is_known, say("words of the theme") if is_known else lacks))
    if has_stems is not None:
        stems = say("the search finds the forms of a word by its stem")
        facts.append(Fact(has_stems, stems if has_stems else say("the search finds whole words and their beginnings")))
    if config.plugins.get("multilingual", {}).get("typography") is True:
        marks = typography_marks.LANGUAGES.get(locales.base_language(locale))
        opening, closing = marks.double if marks else ("", "")
        kept = say("quotation marks stay as they are written")
        facts.append(
            Fact(marks is not None, say("quotation marks: {marks}", marks=f"{opening}…{closing}") if marks else kept)
        )
    option = config.plugins.get("multilingual", {}).get("fallback")
    if isinstance(option, dict) and option and locale not in option:
        asks = say(
            "a page that is missing is shown in the source language; else `fallback: {{locale}: notice}`", locale=locale
        )
        facts.append(Fact(False, asks))
    own = locales.best(locale, message.known()) is not None
    facts.append(Fact(own, say("messages to authors") if own else say("messages to authors are in English")))
    return facts


def as_text(parts: list[Part], facts: list[Fact], locale: str) -> str:
    """The list for people, in the language of the machine."""
    lines = []
    for part in parts:
        lines.append(f"[{' ' if part.missing else 'x'}] {shown(part.name)}")
        if part.missing:
            lines.append(f"      → {shown(part.do)}")
        lines += [f"      {entry}" for entry in part.missing]
        if part.missing:
            lines.append(f"      {shown(say('until then: {otherwise}', otherwise=part.otherwise))}")
    lines += ["", *(f"{'✓' if fact.is_there else '–'} {shown(fact.text)}" for fact in facts)]
    count = sum(len(part.missing) for part in parts)
    done, left = say("{locale}: complete.", locale=locale), say("{locale}: {count} to do.", locale=locale, count=count)
    return "\n".join([*lines, "", shown(left if count else done)])


def _theme_words(config: SiteConfig) -> list[str] | None:
    """The languages that the theme, or the site's own folder of templates, has words in; `None` for another theme."""
    spec = find_spec("material")
    places = [Path(place, "templates") for place in (spec.submodule_search_locations or [])] if spec else []
    places += [config.templates] if config.templates else []
    found = [path.stem for place in places for path in Path(place, "partials/languages").glob("*.html")]
    return found or None


def _with(site: Site, locale: str) -> Site:
    if locale in site.languages:
        return site
    structure = Structure.FOLDER if site.structure is Structure.SINGLE else site.structure
    languages = {**site.languages, locale: Language(locale)}
    return Site(languages, structure, site.docs_dir, site.url, site.falls_back)


def _settings(config: SiteConfig, locale: str) -> Iterator[str]:
    """Lines of YAML that the settings of the language lack."""
    entries = config.languages
    others = [entry for entry in entries if entry.get("locale") != locale]
    own: Mapping[str, Any] = next((entry for entry in entries if entry.get("locale") == locale), {})
    if not own:
        yield f"- locale: {locale} # plugins, i18n, languages"
    for name in dict.fromkeys(name for entry in others for name in entry):
        if name in ("locale", "default", "build"):
            continue
        tables = [entry[name] for entry in others if isinstance(entry.get(name), dict)]
        there = own.get(name)
        keys = [key for table in tables for key in table if not isinstance(there, dict) or key not in there]
        if name in _PER_LANGUAGE and (name not in own or isinstance(there, dict)):
            if keys:
                words = ", ".join(f"{key}: …" for key in dict.fromkeys(keys))
                yield f"  {name}: {{{words}}}"
        elif name not in own:
            yield f"  {name}: …"


def _pages(library: SourcePages, site: Site, locale: str) -> list[tuple[str, str, State]]:
    """Key, path and state of the pages to translate: the front page, folders' own, topics, then the others."""
    found = [
        (translation.key, translation.uri, translation.state)
        for translation in states(library, site)[0]
        if translation.locale == locale and translation.state in (State.MISSING, State.UNTRANSLATED)
    ]

    def rank(entry: tuple[str, str, State]) -> tuple[int, int, str]:
        key = entry[0]
        return (0 if is_index(key) else 1 if membership.hub_of(key) else 2, key.count("/") if is_index(key) else 0, key)

    return sorted(found, key=rank)


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
            missing = catalogue.load(folders, locale, own if own and own.is_dir() else None)[1]
            files = [(path / "en.toml").relative_to(Path(places[0]).parent).as_posix() for path in folders]
            do = say(
                "Write one file {locale}.toml in the folder that the option `strings` of the plugin names ({own}), "
                "with what is in {files}, translated.",
                files=listed(files),
                locale=locale,
                own=f"{strings or '…'}",
            )
            entries = (", ".join(missing),) if missing else ()
            yield Part(say("words of {name}", name=package), entries, do, say("English words"))


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
            yield f"{Path(relpath(own, config.root)).as_posix()} ({path.name})"
