"""The checks of a build, for the command line: with the options in `mkdocs.yml`, read without MkDocs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs_foundation import pages
from mkdocs_foundation.problems import Problem, weighed
from mkdocs_foundation.site import Site
from mkdocs_foundation.site_config import SiteConfig

from . import checking
from .addresses.blog_place import place
from .blog.checks import BlogFiles, data_files
from .blog.rules import BlogRules
from .editorial import rules
from .translations.states import states


def check(config: SiteConfig) -> list[Problem]:
    """Every problem in the pages of a site, sorted by file and line. Raises `RulesError` and `OSError`."""
    options = config.plugins.get("multilingual", {})
    glossary = options.get("glossary")
    page = str(glossary.get("page", "glossary.md")) if isinstance(glossary, dict) else "glossary.md"
    blog = config.plugins.get("multilingual-blog")
    if blog is not None and blog.get("enabled") is False:
        blog = None
    site = config.site
    found = sorted(path for path in config.docs.rglob("*.md") if path.is_file())
    sources = [(path.relative_to(config.docs).as_posix(), path.read_bytes()) for path in found]
    library, problems = pages.read(sources, site)
    files = _blog_files(blog, config, site) if blog is not None else None
    site_rules = rules.read(options.get("editorial"))
    checked = checking.check(library, site, files, page, site_rules)
    found_problems = weighed([*problems, *states(library, site)[1], *checked.problems], config.checks)
    return sorted(found_problems, key=lambda p: (p.location, p.code.value))


def _blog_files(options: Mapping[str, Any], config: SiteConfig, site: Site) -> BlogFiles:
    standard = BlogRules()
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
    paths = {uri: config.docs / uri for uri in data_files(blog_rules.place, site)}
    return BlogFiles(blog_rules, {uri: path.read_bytes() for uri, path in paths.items() if path.is_file()})
