"""The self-assessments of a site, read and checked without MkDocs, for the command lines."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from mkdocs_foundation import docs_files
from mkdocs_foundation.pages import read_source
from mkdocs_foundation.site import Site
from mkdocs_foundation.site_checks import Findings
from mkdocs_foundation.site_config import SiteConfig

from . import pipeline
from .checking import section_slugs
from .options import Options


def check(config: SiteConfig) -> Findings:
    """The problems of a site's self-assessments, and the pages that the plugin makes.

    Raises `CatalogueError` for words that can't be read, and `OSError` for such files.
    """
    library, options = read(config), options_of(config)
    made = {a.page_uri for a in library.assessments if a.page_uri != a.questionnaire.uri}
    if options.my_results:
        made |= {options.my_results_uri(config.site, locale) for locale in config.site.languages}
    return Findings(library.problems, frozenset(made))


def read(config: SiteConfig, docs: Path | None = None) -> pipeline.Library:
    """Everything found under a docs folder, by default that of the site. Raises `CatalogueError` and `OSError`."""
    docs, options = docs or config.docs, options_of(config)
    uris = docs_files.markdown_files(docs, config.left_out)
    sources = [(uri, (docs / uri).read_bytes()) for uri in uris]
    files = docs_files.all_files(docs, config.left_out)
    library = pipeline.build(sources, files, config.site, options, config.use_directory_urls)
    if "multilingual" in config.plugins:  # which reads `slug`
        library = _with_slugs(library, docs, config.site, options.folder)
    return library


def options_of(config: SiteConfig) -> Options:
    """The options of the plugin in `mkdocs.yml`."""
    own = config.plugins.get("self-assessment", {})
    strings = own.get("strings")
    folder = str(own.get("folder") or Options.folder).strip("/")
    words = config.root / strings if isinstance(strings, str) and strings else None
    return Options(folder, words, my_results=own.get("my_results") is True)


def _with_slugs(library: pipeline.Library, docs: Path, site: Site, folder: str) -> pipeline.Library:
    sections = [(a.locale, a.questionnaire) for a in library.assessments if not a.questionnaire.whole_page]
    sources = {uri: read_source((docs / uri).read_bytes(), uri)[0] for uri in library.pages}
    slugs = {uri: source.matter.values.get("slug") for uri, source in sources.items() if source}
    problems = {*library.problems, *section_slugs.check(sections, slugs, site, folder)}
    return replace(library, problems=tuple(sorted(problems, key=lambda p: (p.location, p.code.value, p.message))))
