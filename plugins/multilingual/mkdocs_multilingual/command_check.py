"""The checks of a build, those of other plugins too, with the options in `mkdocs.yml`, read without MkDocs."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from posixpath import basename, dirname, normpath

from mkdocs_foundation.reports import silences
from mkdocs_foundation.reports.problems import Checks, Problem, Severity, weighed
from mkdocs_foundation.sources import docs_files, pages, site_checks
from mkdocs_foundation.sources.pages import SourcePages
from mkdocs_foundation.sources.site_checks import Findings
from mkdocs_foundation.sources.site_config import SiteConfig
from mkdocs_foundation.values import dataclass

from . import checking
from .addresses.blog_place import BlogPlace, place
from .advice import anchors, dead_links, following, silenced
from .blog import links as post_links
from .blog.checks import BlogFiles, data_files
from .blog.rules import BlogRules
from .editorial import rules
from .problem_codes import ProblemCode
from .translations.states import states

MAKE_NO_PAGES = frozenset(
    {
        *(
            "i18n",
            "incremental",
            "multilingual",
            "multilingual-blog",
            "self-assessment",
            "search",
            "tags",
            "meta",
            "info",
            "offline",
        ),
        *("privacy", "optimize", "social", "minify", "glightbox", "redirects", "rss", "typeset", "exclude"),
        *("git-revision-date-localized", "git-authors", "git-committers", "macros"),
    }
)
"""Plugins that make no pages from which others could be linked to, or whose pages are known here."""


def check(
    config: SiteConfig,
    of_plugins: Callable[[], Findings] | None = None,
    read_blog: Callable[[SiteConfig], BlogFiles | None] = lambda config: plain_blog(config),
) -> list[Problem]:
    """Every problem in the pages of a site, also those that other plugins find, sorted by file and line.

    `of_plugins` has what the checks of other plugins find; `read_blog` reads the options and files of the blog. Raises
    `ValueError`, such as `RulesError` and `ConfigError`, and `OSError`.
    """
    options = config.plugins.get("multilingual", {})
    glossary = options.get("glossary")
    page = str(glossary.get("page", "glossary.md")) if isinstance(glossary, dict) else "glossary.md"
    site = config.site
    files = frozenset(docs_files.all_files(config.docs, config.left_out))
    uris = docs_files.pages_among(sorted(files))
    sources = [(uri, (config.docs / uri).read_bytes()) for uri in uris]
    library, problems = pages.read(sources, site)
    site_rules = rules.read(options.get("editorial"))
    blog = read_blog(config)
    checked = checking.check(library, site, blog, page, site_rules, _sizes(config, files))
    others = of_plugins() if of_plugins else site_checks.of_plugins(config)
    elsewhere = {place for problem in others.problems for place in problem.places}
    own = [p for p in checked.problems if p.code is not ProblemCode.MISREAD_LINE or p.location not in elsewhere]
    found = [*problems, *states(library, site)[1], *own, *others.problems]
    if config.checks is Checks.STRICT:
        reported = {(place, _name(problem)) for problem in others.problems for place in problem.places}
        status = {f"{str(options.get('status_page') or '').strip('/')}.md"}
        exists = _Exists(config, files, others.generated | status, blog.rules.place if blog else None)
        links = _links(library, config, exists)
        found += [
            problem for problem in links if reported.isdisjoint((place, _name(problem)) for place in problem.places)
        ]
    # What is wrong with a file, its encoding for example, each plugin reports.
    found = following.without(list(dict.fromkeys(found)))
    told = weighed(found, config.checks)
    if config.checks is Checks.STRICT:
        bodies = {page.uri: page.body for page in library}
        told, used = silences.apply(told, bodies.get)
        codes = {str(problem.code.value) for problem in found} | {code.value for code in ProblemCode}
        told += [problem for page in library for problem in silenced.unused(page, used, codes)]
    return sorted(told, key=lambda p: (p.location, p.code.value))


def _name(problem: Problem) -> str:
    """The name of the file that a link leads to."""
    return basename(problem.found.partition("#")[0])


def _links(library: SourcePages, config: SiteConfig, exists: _Exists) -> Iterator[Problem]:
    """Links to what isn't there; only near misses where a plugin of the site may make pages that nobody knows of."""
    is_known = all(name.removeprefix("material/") in MAKE_NO_PAGES for name in config.plugins)
    for problem in dead_links.check(library, config.site, exists, exists.files, config.refused_links):
        if is_known or problem.code is ProblemCode.LINK_TARGET:
            yield problem
    for page in library if exists.blog else ():
        if exists.blog and exists.blog.is_post(page.key):
            yield from post_links.check(page, partial(exists.within, page.locale), library)
    for problem in anchors.check(library, config.site) if is_known else ():
        yield problem if "anchors" in config.refused_links else replace(problem, weight=Severity.ADVICE)


@dataclass(frozen=True)
class _Exists:
    """Whether a site has a page or a file at a path, as far as that can be known without a build."""

    config: SiteConfig
    files: frozenset[str]
    """All files that are published."""
    generated: frozenset[str]
    """Pages that plugins make."""
    blog: BlogPlace | None

    def __call__(self, uri: str) -> bool:
        """Answer for one path below the docs folder."""
        if uri in self.files or uri in self.generated:
            return True
        if normpath(uri).startswith(".."):  # what is outside the docs folder isn't published
            return False
        if (self.config.docs / uri).is_file():
            return True
        key = self.config.site.key_of(uri)
        if not self.blog or not self.blog.holds(key) or self.blog.is_post(key):
            return False
        # Its lists, of archives, categories and authors, and its feeds.
        return dirname(key) != self.blog.folder or not key.endswith(".md")

    def within(self, locale: str, path: str) -> bool:
        """Answer for a path in the folder of a language."""
        site = self.config.site
        return any(self(uri) for uri in (site.uri(locale, path), site.uri(site.source_locale, path), path))


def plain_blog(config: SiteConfig) -> BlogFiles | None:
    """The blog by the options that need no MkDocs; without the site's own form of addresses."""
    options = config.plugins.get("multilingual-blog")
    if options is None or options.get("enabled") is False:
        return None
    standard, site = BlogRules(), config.site
    allowed = options.get("categories_allowed")
    blog_rules = BlogRules(
        place(
            str(options.get("blog_dir", "blog")),
            str(options.get("post_dir", "{blog}/posts")),
            str(options.get("authors_file", "{blog}/.authors.yml")),
            site,
        ),
        bool(options.get("authors", True)),
        bool(options.get("categories", True)),
        tuple(allowed) if isinstance(allowed, list) else (),
        str(options.get("post_excerpt_separator", standard.separator)),
        options.get("post_excerpt") == "required",
    )
    return blog_files(blog_rules, config)


def blog_files(blog_rules: BlogRules, config: SiteConfig) -> BlogFiles:
    """The blog's authors and categories with its options."""
    paths = {uri: config.docs / uri for uri in data_files(blog_rules.place, config.site)}
    return BlogFiles(blog_rules, {uri: path.read_bytes() for uri, path in paths.items() if path.is_file()})


def _sizes(config: SiteConfig, files: Iterable[str]) -> dict[str, int] | None:
    """The sizes in bytes of all files, where the site asks for advice."""
    if config.checks is not Checks.STRICT:
        return None
    folder = f"{config.docs}"
    return {uri: os.stat(f"{folder}/{uri}").st_size for uri in files}  # noqa: PTH116 (a path object takes longer)
