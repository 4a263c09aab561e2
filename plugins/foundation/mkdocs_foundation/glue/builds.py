"""The state of a build: what was read of the whole site, and the language being built. Both are frozen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from logging import LoggerAdapter
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from ..output.web_addresses import Bases, base
from ..reports import formats, message, silences
from ..reports.message import say
from ..reports.problems import Checks, Problem, Severity, weighed
from ..site import Site
from ..sources import pages
from ..sources.page_kinds import PageFacts, PageKind, PageKinds
from ..sources.pages import SourcePages
from ..values import dataclass
from . import static_i18n
from .languages.leaving import Languages
from .markdown.extension import QuickMarkdown
from .theme import files as theme_files
from .theme import words


@dataclass(frozen=True)
class SiteBuild:
    """The whole site, read before its first language is built."""

    site: Site
    """Its languages."""
    bases: Bases = field(default_factory=Bases)
    """Its address for each language; `settle` sets it."""
    pages: SourcePages = field(default_factory=SourcePages)
    """Its Markdown files in all languages."""
    contents: Mapping[str, bytes] = field(default_factory=dict)
    """What was in each of these files, and in those that other plugins have made, by path below the docs folder."""
    kinds: PageKinds = field(default_factory=PageKinds)
    """The kinds of pages that are registered."""
    file_problems: tuple[Problem, ...] = ()
    """Problems of files that can't be read."""
    checks: Checks = Checks.USUAL
    """How much the site asks to be told."""
    without_fallbacks: frozenset[str] = frozenset()
    """Languages whose readers get a short page in place of one that isn't translated: no list leads there."""
    reported: frozenset[Problem] = frozenset()
    """Problems that have been logged: none is logged twice, whichever plugins find it."""
    languages: Languages | None = None
    """What keeps languages of which nothing changes; `None` where all have to be built."""
    heard: frozenset[Problem] = frozenset()
    """Problems that were reported since `hear_anew`, those too that had been logged before."""
    reports: int = 0
    """How often problems were reported, those too that had been logged before."""
    advised: frozenset[Problem] = frozenset()
    """Advice that has been logged, which is at the end."""

    def key_of(self, file: File) -> str:
        """The path of a file without its language, which pairs translations."""
        return static_i18n.key(file, self.site)

    def body_of(self, uri: str) -> str | None:
        """The Markdown of a page by the path of its file; `None` for another file."""
        located = self.site.locate(uri)
        page = self.pages.page(*located) if located else None
        return page.body if page and page.uri == uri else None

    def kind_of(self, page: Page) -> PageKind:
        """The kind of a page, by the kinds that plugins have registered; its object may declare `page_kind`."""
        declared = str(getattr(page, "page_kind", ""))
        generated_by = page.file.generated_by or ""
        facts = PageFacts(self.key_of(page.file), dict(page.meta), generated_by, page.is_index, declared)
        return self.kinds.of(facts)


@dataclass(frozen=True)
class LanguageBuild:
    """The build of one language."""

    whole: SiteBuild
    """The build of the whole site."""
    locale: str
    """Current locale: the language whose readers the build is for."""
    files: Files
    """Files of the current locale; plugins add theirs as the build goes on."""

    @property
    def site(self) -> Site:
        """The languages of the site."""
        return self.whole.site

    @property
    def pages(self) -> SourcePages:
        """The Markdown files of all languages."""
        return self.whole.pages

    def key_of(self, file: File) -> str:
        """The path of a file without its language, which pairs translations."""
        return self.whole.key_of(file)

    def kind_of(self, page: Page) -> PageKind:
        """The kind of a page."""
        return self.whole.kind_of(page)

    @property
    def is_source(self) -> bool:
        """Whether this is the build of the source language, which is the first."""
        return self.locale == self.site.source_locale


def begin(config: MkDocsConfig, kinds: Iterable[PageKind] = ()) -> SiteBuild:
    """The build of a site at `on_config`, with the kinds of pages that a plugin makes."""
    QuickMarkdown.add_to(config)
    theme_files.remember(config)
    kept = static_i18n.kept_build(config)
    if kept is None and static_i18n.is_used(config):
        from . import static_i18n_files

        static_i18n_files.use_texts()
    build = kept if isinstance(kept, SiteBuild) else SiteBuild(static_i18n.site(config))
    return _keep(config, replace(build, kinds=build.kinds.with_kinds(kinds)))


def set_checks(config: MkDocsConfig, checks: Checks) -> None:
    """How much the site asks to be told, by every plugin; called at `on_config`."""
    _keep(config, replace(begin(config), checks=checks))


def set_without_fallbacks(config: MkDocsConfig, locales: Iterable[str]) -> None:
    """The languages in which pages that aren't translated say so only; called at `on_config`."""
    _keep(config, replace(begin(config), without_fallbacks=frozenset(locales)))


def settle(config: MkDocsConfig, log: LoggerAdapter[Any]) -> None:
    """Give the language under way the address that all languages know it by, with a slash, and words of the theme.

    Called when all plugins and hooks have changed `site_url`. One that changes it in each language's build, a
    versioning plugin that adds to it for example, would give each language another address of all the others.
    """
    words.settle(config)
    build = begin(config)
    if not build.bases.by_locale:
        build = _keep(config, replace(build, bases=static_i18n.bases(config, build.site)))
    found, settled = base(config.site_url), build.bases.of(static_i18n.current_locale(config, build.site))
    if found and not found.startswith(settled):
        told = say(
            "`site_url` is {found} for one language and {other} for another, set by a hook or a plugin: "
            "their links to each other would not agree, so the first is used.\n"
            "    do:      set it for all languages alike, or as `site_url` of the language in the plugin i18n.",
            found=found,
            other=settled,
        )
        log.warning(message.shown(told))
    if settled:
        config.site_url = settled


def read(files: Files, config: MkDocsConfig) -> SiteBuild:
    """The build with all pages read: once, by the first plugin that needs them, for all others too.

    Copies that aren't translated yet are removed from the files, in each language: to readers they are missing.
    """
    build = begin(config)
    if not build.contents:
        contents = {file.src_uri: file.content_bytes for file in source_files(files)}
        written = [(f.src_uri, contents[f.src_uri]) for f in source_files(files) if not f.generated_by]
        found, problems = pages.read(written, build.site)
        build = _keep(config, replace(build, pages=found, contents=contents, file_problems=tuple(problems)))
    for page in build.pages.copies.values():
        if copy := files.src_uris.get(page.uri):  # `get_file_from_path` of static-i18n would give the source
            files.remove(copy)
    return build


def source_files(files: Files) -> list[File]:
    """The Markdown files that are published."""
    return [file for file in files.documentation_pages() if not file.inclusion.is_excluded()]


def language(files: Files, config: MkDocsConfig) -> LanguageBuild:
    """The build of the current locale, for the site as it was read."""
    build = begin(config)
    return LanguageBuild(build, static_i18n.current_locale(config, build.site), files)


def report(problems: Iterable[Problem], config: MkDocsConfig, log: LoggerAdapter[Any]) -> None:
    """Log errors and warnings that haven't been logged in this build; advice is kept for the end."""
    problems = list(problems)
    if not problems:  # as for nearly every page
        return
    build = begin(config)
    found = dict.fromkeys(silences.apply(weighed(problems, build.checks), build.body_of)[0])
    new = [problem for problem in found if problem not in build.reported]
    writers = {Severity.ERROR: log.error, Severity.WARNING: log.warning}
    for problem in new:
        if write := writers.get(problem.severity):
            write(told(problem, build), extra={"problem": problem})
    heard, reported = build.heard.union(found), build.reported.union(new)
    _keep(config, replace(build, reported=reported, heard=heard, reports=build.reports + 1))


def offer(config: MkDocsConfig, languages: Languages | None) -> None:
    """Offer what keeps languages, before the first one is built."""
    _keep(config, replace(begin(config), languages=languages))


def hear_anew(config: MkDocsConfig) -> None:
    """Forget what was `heard`: what follows is about the language under way."""
    _keep(config, replace(begin(config), heard=frozenset()))


def told(problem: Problem, build: SiteBuild) -> str:
    """The text of a problem, in the language of the machine that builds."""
    return problem.format(build.site.docs_dir, message.words(message.of_machine()))


def take_over(config: MkDocsConfig, reported: Iterable[Problem]) -> None:
    """Count problems as reported that a process has reported which built another language."""
    build = begin(config)
    _keep(config, replace(build, reported=build.reported.union(reported)))


def give_advice(config: MkDocsConfig, log: LoggerAdapter[Any]) -> None:
    """Log, at the end of the whole build, the advice that has been reported in it; the first plugin does it for all."""
    build = begin(config)
    found = {problem for problem in build.reported if problem.severity is Severity.ADVICE} - build.advised
    if found:
        ordered = sorted(found, key=lambda problem: (problem.location, problem.code.value))
        log.info(formats.as_list(ordered, build.site.docs_dir, message.words(message.of_machine())))
        _keep(config, replace(build, advised=build.advised | found))


def fail_on_errors(config: MkDocsConfig) -> None:
    """End the build where errors have been reported, by whichever plugin. Raises `PluginError`."""
    kept = static_i18n.kept_build(config)  # no new one: this is asked for each page
    reported = kept.reported if isinstance(kept, SiteBuild) else ()
    errors = sum(problem.severity is Severity.ERROR for problem in reported)
    if errors:
        told = say(
            "{count} errors, listed above. Nothing was published.",
            one="{count} error, listed above. Nothing was published.",
            count=errors,
        )
        raise PluginError(message.shown(told))


def _keep(config: MkDocsConfig, build: SiteBuild) -> SiteBuild:
    static_i18n.keep_build(config, build)
    return build
