"""The checks of a build, those of other plugins too, with the options in `mkdocs.yml`, read without MkDocs."""

from __future__ import annotations

from collections.abc import Callable

from mkdocs_foundation import docs_files, pages, site_checks
from mkdocs_foundation.problems import Checks, Problem, weighed
from mkdocs_foundation.site_config import SiteConfig

from . import checking
from .addresses.blog_place import place
from .blog.checks import BlogFiles, data_files
from .blog.rules import BlogRules
from .editorial import rules
from .translations.states import states


def check(
    config: SiteConfig, read_blog: Callable[[SiteConfig], BlogFiles | None] = lambda config: plain_blog(config)
) -> list[Problem]:
    """Every problem in the pages of a site, also those that other plugins find, sorted by file and line.

    `read_blog` reads the options and files of the blog. Raises `ValueError`, such as `RulesError` and `ConfigError`,
    and `OSError`.
    """
    options = config.plugins.get("multilingual", {})
    glossary = options.get("glossary")
    page = str(glossary.get("page", "glossary.md")) if isinstance(glossary, dict) else "glossary.md"
    site = config.site
    uris = docs_files.markdown_files(config.docs, config.left_out)
    sources = [(uri, (config.docs / uri).read_bytes()) for uri in uris]
    library, problems = pages.read(sources, site)
    site_rules = rules.read(options.get("editorial"))
    checked = checking.check(library, site, read_blog(config), page, site_rules, _sizes(config))
    others = site_checks.of_plugins(config)
    found = [*problems, *states(library, site)[1], *checked.problems, *others.problems]
    # What is wrong with a file, its encoding for example, each plugin reports.
    return sorted(weighed(dict.fromkeys(found), config.checks), key=lambda p: (p.location, p.code.value))


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
    paths = {uri: config.docs / uri for uri in data_files(blog_rules.place, site)}
    return BlogFiles(blog_rules, {uri: path.read_bytes() for uri, path in paths.items() if path.is_file()})


def _sizes(config: SiteConfig) -> dict[str, int] | None:
    """The sizes in bytes of all files, where the site asks for advice."""
    if config.checks is not Checks.STRICT:
        return None
    found = (path for path in config.docs.rglob("*") if path.is_file())
    return {path.relative_to(config.docs).as_posix(): path.stat().st_size for path in found}
