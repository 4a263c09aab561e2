"""The self-assessments of a site, read and checked without MkDocs, for the command lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs_foundation.caching.results import keep
from mkdocs_foundation.reports import silences
from mkdocs_foundation.reports.problems import Problem, weighed
from mkdocs_foundation.sources import docs_files, site_config
from mkdocs_foundation.sources.pages import read_source
from mkdocs_foundation.sources.site_checks import Findings
from mkdocs_foundation.sources.site_config import ConfigError, SiteConfig
from mkdocs_foundation.values import dataclass

from . import signs
from .options import Options
from .saying import say

if TYPE_CHECKING:  # to import it, and all kinds of self-assessments, takes a third of the time of a check
    from .pipeline import Library

Sources = Sequence[tuple[str, bytes]]
"""Path and content of each page."""


def settings_at(config: Path) -> SiteConfig:
    """The settings of the site, here or in a folder above. Raises `ConfigError` where there are none."""
    found = site_config.locate(config)
    if found is None:
        text = say("There is no {file} here or above: go to the site's folder, or write --config.", file=f"{config}")
        raise ConfigError(text)
    return site_config.read(found)


def check(config: SiteConfig) -> Findings:
    """The problems of a site's self-assessments, and the pages that the plugin makes.

    Raises `CatalogueError` for words that can't be read, and `OSError` for such files.
    """
    return docs_files.kept_while_same(
        lambda: _of_the_files(_Files(config)), f"{__name__}.check", config.docs, lambda: (config, words_of(config))
    )


def _of_the_files(files: _Files) -> Findings:
    """The same, kept until a page is another that matters."""
    by = files.config, words_of(files.config), files.all, *files.that_matter
    also = keep(lambda: files.named, f"{__name__}.named", *by)
    contents = dict(files.pages)
    return keep(lambda: files.findings, f"{__name__}.findings", *by, *(contents.get(uri, b"") for uri in also))


@dataclass(frozen=True)
class Told:
    """What the command tells of the self-assessments of a site."""

    problems: tuple[Problem, ...]
    """Problems that no comment in a page silences, as the site weighs them."""
    assessments: int
    """How many there are, each counted once for all languages."""
    languages: int
    """In how many languages there are any."""


def told(config: SiteConfig, docs: Path | None = None) -> Told:
    """What is told of a docs folder, by default that of the site. Raises `CatalogueError` and `OSError`."""

    def make() -> Told:
        library = read(config, docs)
        bodies = {uri: page.body for uri, page in library.pages.items()}
        problems, _ = silences.apply(weighed(library.problems, config.checks), bodies.get)
        ids = {a.questionnaire.id for a in library.assessments}
        return Told(tuple(problems), len(ids), len({a.locale for a in library.assessments}))

    return docs_files.kept_while_same(make, f"{__name__}.told", docs or config.docs, lambda: (config, words_of(config)))


def read(config: SiteConfig, docs: Path | None = None) -> Library:
    """Everything found under a docs folder, by default that of the site. Raises `CatalogueError` and `OSError`."""
    return _Files(config, docs).library


def words_of(config: SiteConfig) -> tuple[bytes, ...]:
    """The site's own words. Raises `OSError`."""
    folder = options_of(config).strings
    return tuple(path.read_bytes() for path in sorted(folder.glob("*.toml"))) if folder else ()


class _Files:
    """The files of a site, and what is found in them, when it is first asked for."""

    def __init__(self, config: SiteConfig, docs: Path | None = None) -> None:
        self.config, self._docs, self._options = config, docs or config.docs, options_of(config)
        self.all = tuple(docs_files.all_files(self._docs, config.left_out))
        self.pages = [(uri, (self._docs / uri).read_bytes()) for uri in docs_files.pages_among(self.all)]

    @property
    def that_matter(self) -> Iterator[object]:
        """The pages that may have a problem; of the others all that the address of a section's page may depend on."""
        for uri, content in self.pages:
            source, problems = read_source(content, uri)
            if source is None or problems or signs.may_matter(source.text, source.matter, source.body):
                yield content
            else:
                yield f"{source.matter.values.get('slug')}", source.is_copy

    @cached_property
    def library(self) -> Library:
        """The self-assessments."""
        from . import pipeline

        config, options = self.config, self._options
        library = pipeline.build(self.pages, self.all, config.site, options, config.use_directory_urls)
        if "multilingual" in config.plugins:  # which reads `slug`
            slugs = {uri: read_source(content, uri)[0] for uri, content in self.pages if uri in library.pages}
            written = {uri: source.matter.values.get("slug") for uri, source in slugs.items() if source}
            library = pipeline.with_slugs(library, written, config.site, options.folder)
        return library

    @property
    def named(self) -> tuple[str, ...]:
        """The pages whose text the problems depend on besides: those whose headings are linked to, or all."""
        from .checking import crosslinks
        from .problem_codes import ProblemCode

        if any(problem.code is ProblemCode.BROKEN_LINK for problem in self.library.problems):
            return tuple(uri for uri, _ in self.pages)  # every page that has the link is named
        site = self.config.site
        found: set[str] = set()
        for page in self.library.pages.values():
            for href, _ in page.links:
                reached = crosslinks.target(page.uri, href)
                if reached and reached[1]:
                    found |= {reached[0], site.in_language(reached[0], site.source_locale)}
        return tuple(sorted(found))

    @property
    def findings(self) -> Findings:
        """What is found."""
        made = {a.page_uri for a in self.library.assessments if a.page_uri != a.questionnaire.uri}
        if self._options.my_results:
            site = self.config.site
            made |= {self._options.my_results_uri(site, locale) for locale in site.languages}
        return Findings(self.library.problems, frozenset(made))


def options_of(config: SiteConfig) -> Options:
    """The options of the plugin in `mkdocs.yml`."""
    own = config.plugins.get("self-assessment", {})
    strings = own.get("strings")
    folder = str(own.get("folder") or Options.folder).strip("/")
    words = config.root / strings if isinstance(strings, str) and strings else None
    kit = own.get("kit")
    return Options(
        folder, words, my_results=own.get("my_results") is True, kit=kit.strip("/") if isinstance(kit, str) else ""
    )
