"""Sources and settings in, self-assessments and problems out.

Shared by the build and the command line, so that they can't disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from functools import cache, cached_property

from mkdocs_foundation.reports.problems import Code, Problem, Severity
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.catalogue import Catalogue
from mkdocs_foundation.sources.pages import read_source
from mkdocs_foundation.sources.source_files import FileCode
from mkdocs_foundation.values import dataclass

from .checking import alike, file_locations, missing_files, section_slugs
from .checking.crosslinks import articles_named, check_links
from .checking.of_one import Checks
from .checking.parity import inherit_scoring
from .checking.sequels import INCOMPLETE, MISREAD, OF_NAMES, RANGES, STRUCTURAL, UNREAD, WITHOUT_ID
from .model import Questionnaire
from .options import Options
from .pages import kit_template, strings
from .parsing import Page, parse
from .problem_codes import ProblemCode
from .reading import counts
from .reading.counts import Counts
from .saying import say


@dataclass(frozen=True)
class Assessment:
    """A self-assessment in one language, with its scoring complete."""

    questionnaire: Questionnaire
    """The self-assessment with its scoring."""
    locale: str
    """Locale of the self-assessment."""
    page_uri: str
    """Path of the Markdown page that it is answered on."""

    @cached_property
    def articles(self) -> tuple[str, ...]:
        """Paths of the files that its result texts link to."""
        return articles_named(self.questionnaire)


@dataclass(frozen=True)
class Library:
    """Everything found in a site."""

    assessments: tuple[Assessment, ...]
    """Self-assessments, in the order of languages, then of files."""
    problems: tuple[Problem, ...]
    """Problems, sorted by file and line."""
    pages: Mapping[str, Page]
    """Every readable Markdown file, by path."""
    counts: Counts = field(default_factory=dict)
    """Numbers that texts may take from the self-assessments."""

    @cached_property
    def _by_page(self) -> dict[str, Assessment]:
        return {a.page_uri: a for a in self.assessments}

    @cached_property
    def _sections(self) -> dict[str, tuple[Assessment, ...]]:
        found: dict[str, tuple[Assessment, ...]] = {}
        for a in self.assessments:
            if a.page_uri != (uri := a.questionnaire.uri):
                found[uri] = (*found.get(uri, ()), a)
        return found

    @cached_property
    def _naming(self) -> dict[str, list[Assessment]]:
        naming: dict[str, list[Assessment]] = {}
        for assessment in self.assessments:
            for uri in assessment.articles:
                naming.setdefault(uri, []).append(assessment)
        return naming

    @property
    def failed(self) -> bool:
        """Whether any problem stops the build."""
        return any(p.severity is Severity.ERROR for p in self.problems)

    def on_page(self, uri: str) -> Assessment | None:
        """The self-assessment that is answered on this page."""
        return self._by_page.get(uri)

    def sections_of(self, uri: str) -> tuple[Assessment, ...]:
        """The self-assessments that are sections of this article."""
        return self._sections.get(uri, ())

    def naming(self, uri: str) -> tuple[Assessment, ...]:
        """The self-assessments whose results link to this article, and that aren't sections of it."""
        return tuple(a for a in self._naming.get(uri, ()) if a.questionnaire.uri != uri)

    def in_language(self, locale: str) -> tuple[Assessment, ...]:
        """All of one language, by title."""
        found = [a for a in self.assessments if a.locale == locale]
        return tuple(sorted(found, key=lambda a: a.questionnaire.title.casefold()))

    def shown_in(self, locale: str, site: Site) -> dict[str, Assessment]:
        """Those that readers of a language get, by id: in that language, else in the source language."""
        found = {a.questionnaire.id: a for a in self.in_language(locale)}
        others = self.in_language(site.source_locale) if site.falls_back else ()
        return found | {a.questionnaire.id: a for a in others if a.questionnaire.id not in found}


def build(
    sources: Iterable[tuple[str, str | bytes]],
    files: Iterable[str],
    site: Site,
    options: Options | None = None,
    directories: bool = True,
) -> Library:
    """Read, check and complete every self-assessment of a site.

    `sources` are path and content of each Markdown file, `files` the paths of all files of the docs folder;
    `directories` is MkDocs' `use_directory_urls`.
    """
    options = options or Options()
    problems: list[Problem] = []
    pages: dict[str, Page] = {}
    codes: dict[str, set[Code]] = {}
    counting: dict[str, str] = {}
    texts: dict[str, str] = {}
    sources = list(sources)
    numbers = _numbers(sources, site)
    for uri, content in sources:
        source, file_problems = read_source(content, uri)
        found = list(file_problems) if source is None else []
        locale = site.locale_of(uri)
        if source is not None and source.is_copy and locale:
            continue  # not translated yet: readers get the source
        if source is not None:
            # A page of another language is read once, with its numbers: to read it takes most of the time.
            text = source.text if locale in (None, site.source_locale) else counts.filled(source.text, numbers)
            page, parse_problems = parse(text, uri)
            if locale is None:
                found += [file_locations.outside(q, site) for q in page.questionnaires]
            else:
                pages[uri], texts[uri] = page, text
                if counts.has_any(source.text):
                    counting[uri] = source.text
                found += parse_problems
        # Sections can be read below settings that can't, of which a site with the usual checks isn't told.
        codes[uri] = {p.code for p in found if p.everywhere or p.code is not FileCode.FRONT_MATTER}
        problems += found

    problems += _kits(texts, site, options)
    counted: list[Problem] = []
    written_ids = {questionnaire.id for page in pages.values() for questionnaire in page.questionnaires}
    are_sound = not any(_structural(found) for found in codes.values())
    for uri, text in counting.items():
        # The first reading has reported what is wrong; a self-assessment that can't be read is no unknown one.
        if site.locale_of(uri) == site.source_locale:
            texts[uri] = counts.filled(text, numbers)
            pages[uri] = parse(texts[uri], uri)[0]
        if are_sound:
            counted += counts.check(text, uri, numbers)
    # That a translation has no original is reported where the original is missing.
    counted = [p for p in counted if counts.named(p) in numbers or counts.named(p) not in written_ids]
    problems += missing_files.counts_gathered(counted, site)

    written: dict[str, dict[str, Questionnaire]] = {locale: {} for locale in site.languages}
    doubled: set[str] = set()
    for uri in sorted(pages):
        for questionnaire in pages[uri].questionnaires:
            there = written[site.locale_of(uri) or site.source_locale]
            first = there.setdefault(questionnaire.id, questionnaire)
            if first is not questionnaire:
                problems.append(file_locations.double(first, questionnaire))
                doubled.add(questionnaire.id)

    @cache
    def words(locale: str) -> Catalogue:
        return strings.load(locale, options.strings)[0]

    checks = Checks(texts, words, options.strings, site.docs_dir)
    known = set(files) | set(pages)
    # Without capitals: on some systems two names that differ in these alone are one file.
    published = {site.destination(uri, directories).casefold(): uri for uri in sorted(known)}
    originals = written[site.source_locale]
    generated: dict[str, Questionnaire] = {}
    complete: list[Assessment] = []
    completed: dict[str, Questionnaire] = {}
    emptied: dict[str, list[Questionnaire]] = {}
    for locale, questionnaires in written.items():
        is_source = locale == site.source_locale
        for id, questionnaire in questionnaires.items():
            original = None if is_source else originals.get(id)
            own = checks.of_itself(questionnaire, locale, original, is_source)
            if ProblemCode.CHECKBOX in codes[questionnaire.uri]:  # the statements are there, and can't be read
                own = [p for p in own if p.code not in (ProblemCode.NO_STATEMENTS, ProblemCode.EMPTY_DIMENSION)]
            if codes[questionnaire.uri] & WITHOUT_ID:  # the other statement is there, and its id can't be read
                own = [p for p in own if p.code is not ProblemCode.UNKNOWN_STATEMENT]
            if codes[questionnaire.uri] & UNREAD:  # the gap is where the text can't be read
                own = [p for p in own if p.code not in INCOMPLETE]
            if ProblemCode.BAND_NAME in codes[questionnaire.uri]:  # a word of a name was taken for that of points
                own = [p for p in own if p.code not in OF_NAMES]
            codes[questionnaire.uri] |= {p.code for p in own}
            problems += own
            if is_source and not codes[questionnaire.uri] & (UNREAD | STRUCTURAL | {ProblemCode.UNKNOWN_STATEMENT}):
                questionnaire, wrong = checks.completed(questionnaire, locale)
                problems += wrong
                if all(problem.severity is Severity.ADVICE for problem in wrong):
                    completed[id] = questionnaire
            if not is_source:
                if original is None:
                    source_uri = site.in_language(questionnaire.uri, site.source_locale)
                    # One mistake, one message: a source that can't be read is reported where it is.
                    if source_uri in pages and not pages[source_uri].questionnaires and not codes[source_uri]:
                        emptied.setdefault(source_uri, []).append(questionnaire)
                    elif not codes.get(source_uri):
                        problems.append(file_locations.no_source(questionnaire, originals, site))
                    continue
                if id in doubled or _structural(codes[original.uri]) or _structural(codes[questionnaire.uri]):
                    continue
                problems += file_locations.misplaced(original, questionnaire, locale, site)
                drift = checks.drift(original, questionnaire)
                if (codes[original.uri] | codes[questionnaire.uri]) & RANGES:
                    drift = [p for p in drift if p.code is not ProblemCode.TRANSLATION_BANDS]
                if codes[original.uri] & MISREAD:
                    drift = [p for p in drift if p.code is not ProblemCode.TRANSLATION_SCORING]
                problems += drift
                inherited = inherit_scoring(completed.get(id, original), questionnaire)
                if id in completed and not drift and not codes[questionnaire.uri] & UNREAD:
                    problems += checks.unlike(completed[id], questionnaire, inherited, locale)
                questionnaire = inherited
            questionnaire = questionnaire.mixed()
            page_uri = questionnaire.uri
            if not questionnaire.whole_page:
                page_uri = options.page_uri(site, locale, id)
                other = published.get(site.destination(page_uri, directories).casefold())
                # A page with the same id is told as the second one with it.
                if other and not (other in pages and any(q.id == id for q in pages[other].questionnaires)):
                    problems.append(file_locations.taken(questionnaire, say("{file} exists", file=site.shown(other))))
                generated[page_uri] = questionnaire
            complete.append(Assessment(questionnaire, locale, page_uri))

    for original in (q for q in originals.values() if q.whole_page and not codes[q.uri]):
        for uri in (site.in_language(original.uri, locale) for locale in site.languages):
            if uri in pages and not pages[uri].questionnaires and not codes[uri]:
                problems.append(file_locations.unwritten(original, uri, site))
    problems = alike.gathered(problems, site)
    problems += [file_locations.emptied(uri, there, site) for uri, there in emptied.items()]

    def in_source(path: str) -> str:
        return site.in_language(path, site.source_locale)

    sections = [q.uri for there in written.values() for q in there.values() if not q.whole_page]
    incomplete = any(_structural(codes[uri]) for uri in sections)
    doubtful = [f"{site.folder(locale)}{options.folder}/" for locale in site.languages] if incomplete else []
    for page in pages.values():
        problems += check_links(page, pages, known, generated, in_source, doubtful)
    bodies = {uri: page.body for uri, page in pages.items()}
    problems = missing_files.gathered(problems, bodies, [*sorted(known), *generated], site)
    for locale in site.languages:
        shown = next((a for a in complete if a.locale == locale), None)
        if shown and (missing := strings.load(locale, options.strings)[1]):
            problems.append(file_locations.no_catalogue(shown.questionnaire, locale, missing))
    ordered = sorted(set(problems), key=lambda p: (p.location, p.code.value, p.message))
    return Library(tuple(complete), tuple(ordered), pages, numbers)


def with_slugs(library: Library, slugs: Mapping[str, object], site: Site, folder: str) -> Library:
    """The same, with the addresses of sections' pages checked; `slugs` has the setting `slug` of every page."""
    sections = [(a.locale, a.questionnaire) for a in library.assessments if not a.questionnaire.whole_page]
    problems = {*library.problems, *section_slugs.check(sections, slugs, site, folder)}
    return replace(library, problems=tuple(sorted(problems, key=lambda p: (p.location, p.code.value, p.message))))


def _numbers(sources: Iterable[tuple[str, str | bytes]], site: Site) -> Counts:
    """The numbers of the self-assessments in the source language."""
    originals = [
        parse(source.text, uri)[0]
        for uri, content in sources
        if site.locale_of(uri) == site.source_locale and (source := read_source(content, uri)[0]) and not source.is_copy
    ]
    return counts.numbers(questionnaire for page in originals for questionnaire in page.questionnaires)


def _kits(texts: Mapping[str, str], site: Site, options: Options) -> list[Problem]:
    """Problems of the templates of workshop kits."""
    uris = options.kit_uris(site, texts)
    if options.kit and site.source_locale not in uris:
        there = next(iter(uris.values()), site.uri(site.source_locale, options.kit))
        return [kit_template.missing(there, site.shown(site.uri(site.source_locale, options.kit)))]
    return [problem for uri in uris.values() for problem in kit_template.check(texts[uri], uri)]


def _structural(codes: set[Code]) -> bool:
    """Whether a file's own problems make its ids or its structure doubtful: a comparison would only repeat them."""
    return bool(codes & STRUCTURAL)
