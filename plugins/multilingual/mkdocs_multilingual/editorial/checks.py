"""All rules of a site, for all its pages."""

from __future__ import annotations

from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.pages import SourcePages

from ..addresses.blog_place import BlogPlace
from . import across, settings, texts
from .rules import Rules


def check(library: SourcePages, site: Site, rules: Rules, blog: BlogPlace | None = None) -> list[Problem]:
    """The problems of all pages by the rules of the site; drafts are not checked, `blog` says which pages are posts."""
    if not rules:
        return []
    problems = list(settings.similar_tags(library, site))
    for locale in site.languages:
        pages = {
            page.key: (page, rules.of(page.key))
            for page in library.in_language(locale)
            if page.matter.values.get("draft") is not True
        }
        for page, page_rules in pages.values():
            if page.matter.is_readable:  # one mistake, one message
                problems += settings.check_page(page, page_rules, site, blog)
            problems += texts.check(page, page_rules)
        problems += across.unlinked(pages)
        problems += across.same_titles(pages, site.docs_dir)
        problems += across.repeated(pages, site.docs_dir)
    return problems
