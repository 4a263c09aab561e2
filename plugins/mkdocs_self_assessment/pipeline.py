"""Sources and settings in, self-assessments and problems out.

Shared by the build and the command line, so that they can't disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from .checking.crosslinks import articles_named, check_links
from .checking.parity import compare, inherit_scoring
from .checking.validation import validate
from .model import Questionnaire
from .presenting import strings
from .problems import Location, Problem, ProblemCode, Severity, suggest
from .reading.parsing import Page, parse

_UNPAIRED = {
    ProblemCode.FRONT_MATTER,
    ProblemCode.MISSING_ID,
    ProblemCode.BAD_ID,
    ProblemCode.ATTRIBUTES,
    ProblemCode.HEADING_SPACE,
    ProblemCode.UNKNOWN_SCALE,
    ProblemCode.BAD_SCALE,
}
"""With one of these, a comparison of languages would only repeat the problem in other words."""


@dataclass(frozen=True)
class Site:
    """What the core must know of a site."""

    folders: Mapping[str, str]
    """Folder of each language with a slash at the end, "" for a site of one language; the source language first."""
    folder: str = "self-assessments"
    """Where the pages made of sections are put, within each language's folder."""
    docs_dir: str = "docs"
    """How the docs folder is called in messages."""
    strings: Path | None = None
    """Folder of the site's own catalogues."""

    @property
    def source_locale(self) -> str:
        """The language that structure and scoring live in."""
        return next(iter(self.folders))

    def locale_of(self, uri: str) -> str | None:
        """The language of a file, `None` for one that belongs to no language."""
        return next((locale for locale, folder in self.folders.items() if uri.startswith(folder)), None)


@dataclass(frozen=True)
class Assessment:
    """A self-assessment in one language, with its scoring complete."""

    questionnaire: Questionnaire
    """What is asked."""
    locale: str
    """Its language."""
    page_uri: str
    """The Markdown path of the page that it is answered on."""
    articles: tuple[str, ...]
    """The files that its result texts lead to."""


@dataclass(frozen=True)
class Library:
    """Everything found in a site."""

    assessments: tuple[Assessment, ...]
    """In the order of languages, then of files."""
    problems: tuple[Problem, ...]
    """Sorted by file and line."""
    pages: Mapping[str, Page]
    """Every Markdown file that could be read, by path."""
    _by_page: dict[str, Assessment] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._by_page.update({a.page_uri: a for a in self.assessments})

    @property
    def failed(self) -> bool:
        """Whether anything was found that ends every build."""
        return any(p.severity is Severity.ERROR for p in self.problems)

    def on_page(self, uri: str) -> Assessment | None:
        """The self-assessment that is answered on this page."""
        return self._by_page.get(uri)

    def sections_of(self, uri: str) -> tuple[Assessment, ...]:
        """The self-assessments that are sections of this article."""
        return tuple(a for a in self.assessments if a.questionnaire.uri == uri and a.page_uri != uri)

    def naming(self, uri: str) -> tuple[Assessment, ...]:
        """The self-assessments whose results lead to this article, and that aren't part of it."""
        return tuple(a for a in self.assessments if uri in a.articles and a.questionnaire.uri != uri)

    def in_language(self, locale: str) -> tuple[Assessment, ...]:
        """All of one language, by title."""
        found = [a for a in self.assessments if a.locale == locale]
        return tuple(sorted(found, key=lambda a: a.questionnaire.title.casefold()))


def build(sources: Iterable[tuple[str, str | bytes]], files: Iterable[str], site: Site) -> Library:
    """Read, check and complete every self-assessment of a site.

    `sources` are path and content of each Markdown file, `files` the paths of all files of the docs folder.
    """
    problems: list[Problem] = []
    pages: dict[str, Page] = {}
    unpaired: set[str] = set()
    for uri, content in sources:
        text, found = _decode(content, uri)
        if site.locale_of(uri) is None or text is None:
            problems += found if site.locale_of(uri) is not None else []
            continue
        page, parse_problems = parse(text, uri)
        pages[uri] = page
        # Settings that can't be read are reported on every page: MkDocs would print them as text.
        problems += parse_problems
        if any(p.code in _UNPAIRED for p in parse_problems):
            unpaired.add(uri)

    written: dict[str, dict[str, Questionnaire]] = {locale: {} for locale in site.folders}
    for uri in sorted(pages):
        locale = site.locale_of(uri) or site.source_locale
        for questionnaire in pages[uri].questionnaires:
            problems += _admit(written[locale], questionnaire)

    known = set(files) | set(pages)
    originals = written[site.source_locale]
    generated: dict[str, Questionnaire] = {}
    complete: list[Assessment] = []
    for locale, questionnaires in written.items():
        is_source = locale == site.source_locale
        for id, questionnaire in questionnaires.items():
            problems += validate(questionnaire, is_source)
            if not is_source:
                original = originals.get(id)
                if original is None:
                    problems.append(_no_source(questionnaire, originals, site))
                    continue
                problems += _place(original, questionnaire, locale, site)
                if original.uri in unpaired or questionnaire.uri in unpaired:
                    continue
                problems += compare(original, questionnaire, site.docs_dir)
                questionnaire = inherit_scoring(original, questionnaire)
            page_uri = questionnaire.uri
            if not questionnaire.whole_page:
                page_uri = f"{site.folders[locale]}{site.folder}/{id}.md"
                if page_uri in known:
                    problems.append(_taken(questionnaire, page_uri, site))
                generated[page_uri] = questionnaire
            complete.append(Assessment(questionnaire, locale, page_uri, articles_named(questionnaire)))

    source_folder = site.folders[site.source_locale]
    fallback = {f: source_folder for locale, f in site.folders.items() if locale != site.source_locale}
    for page in pages.values():
        problems += check_links(page, pages, known, generated, fallback)
    for locale in site.folders:
        first = next((a for a in complete if a.locale == locale), None)
        if first and (missing := strings.load(locale, site.strings)[1]):
            problems.append(_no_catalogue(first.questionnaire, locale, missing))
    ordered = sorted(set(problems), key=lambda p: (p.location, p.code.value, p.message))
    return Library(tuple(complete), tuple(ordered), pages)


def _decode(content: str | bytes, uri: str) -> tuple[str | None, list[Problem]]:
    if isinstance(content, str):
        return content.removeprefix("\ufeff"), []
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return None, [
            Problem(
                ProblemCode.ENCODING,
                Location(uri, line),
                "The file is not saved as UTF-8.",
                f"the byte 0x{content[error.start]:02x}",
                "UTF-8, the encoding that GitHub and all editors offer",
                "Open the file in your editor and save it again with the encoding UTF-8.",
            )
        ]


def _admit(there: dict[str, Questionnaire], questionnaire: Questionnaire) -> list[Problem]:
    first = there.setdefault(questionnaire.id, questionnaire)
    if first is questionnaire:
        return []
    return [
        Problem(
            ProblemCode.DUPLICATE_ID,
            questionnaire.location,
            f'Two self-assessments have the same id "{questionnaire.id}".',
            f"{questionnaire.id} here and in {first.location}",
            "an id of its own for each self-assessment",
            "Give the newer one another id. The older one keeps its id, for saved answers hang on it.",
        )
    ]


def _no_source(translation: Questionnaire, originals: Mapping[str, Questionnaire], site: Site) -> Problem:
    return Problem(
        ProblemCode.NO_SOURCE,
        translation.location,
        f'The self-assessment "{translation.id}" does not exist in the source language.',
        translation.id,
        ", ".join(sorted(originals)) or f"a self-assessment in {site.docs_dir}/{site.folders[site.source_locale]}",
        suggest(translation.id, originals, "Use the original's id, or write the original first."),
    )


def _place(original: Questionnaire, translation: Questionnaire, locale: str, site: Site) -> list[Problem]:
    expected = site.folders[locale] + original.uri.removeprefix(site.folders[site.source_locale])
    if expected == translation.uri and original.whole_page == translation.whole_page:
        return []
    form = "a page of its own" if original.whole_page else "a section with {.assessment}"
    return [
        Problem(
            ProblemCode.TRANSLATION_PLACE,
            translation.location,
            f'The translation of "{translation.id}" is not where the original is.',
            f"{site.docs_dir}/{translation.uri}, " + ("a page" if translation.whole_page else "a section"),
            f"{site.docs_dir}/{expected}, {form}",
            "Give the file the original's name and folder, so that the language switch finds it.",
        )
    ]


def _taken(questionnaire: Questionnaire, page_uri: str, site: Site) -> Problem:
    return Problem(
        ProblemCode.ADDRESS_TAKEN,
        questionnaire.location,
        f'The page of the self-assessment "{questionnaire.id}" would overwrite another one.',
        f"{site.docs_dir}/{page_uri} exists",
        "an id that no file in that folder has as its name",
        "Remove that file, or give the section another id.",
    )


def _no_catalogue(questionnaire: Questionnaire, locale: str, missing: list[str]) -> Problem:
    return Problem(
        ProblemCode.NO_CATALOGUE,
        questionnaire.location,
        f'The plugin lacks words in the language "{locale}".',
        f"missing: {', '.join(missing[:5])}" if len(missing) < 30 else f"no catalogue for {locale}",
        "a complete catalogue; the plugin has " + ", ".join(strings.built_in_languages()),
        f"Copy the plugin's locales/en.toml to {locale}.toml in a folder of the site, translate it, and name that "
        "folder in the plugin's option strings.",
    )
