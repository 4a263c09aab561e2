"""All advice on a site."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.pages import SourcePage, SourcePages

from . import boxes, language, links, pages, silenced, slips, targets


def check(
    library: SourcePages, site: Site, files: Mapping[str, int], is_post: Callable[[str], bool] | None = None
) -> list[Problem]:
    """The advice on pages and files; `files` are the sizes in bytes of all files by path, `is_post` is told a key."""
    found = [*links.check_files(files), *links.documents(files, library), *boxes.kinds(library)]
    found += links.capitals(library, site)
    found += [pages.outside(page, site) for page in library.outside]
    for locale in site.languages:
        found += pages.descriptions([page for page in library.in_language(locale) if not _draws_itself(page)])
    published = {*files, *(site.destination(uri, True) for uri in files)}
    for page in library:
        found += silenced.malformed(page)
        found += targets.check(page, library, site)
        found += slips.garbled(page)
        if "assessment" in page.matter.values:
            found += pages.setting_names(page)
            continue
        found += pages.check(page)
        if not (is_post and is_post(page.key)):  # the blog knows the settings of posts
            found += pages.setting_names(page)
        found += links.check(page, site)
        found += links.pictures(page, site, published)
        found += _in_another_language(page, library, site)
    return found


def _in_another_language(page: SourcePage, library: SourcePages, site: Site) -> list[Problem]:
    """The problem of a text in another language, unless it is a copy that is to be translated: that is told so."""
    found = list(language.check(page, site.languages))
    if "translation" in page.matter.values:
        return found
    others = (other for other in library.versions(page.key).values() if other is not page) if found else ()
    return [] if any(other.body.strip() == page.body.strip() for other in others) else found


def _draws_itself(page: SourcePage) -> bool:
    """Whether a template or another plugin says what the page has."""
    return bool(page.matter.values.get("template")) or "assessment" in page.matter.values
