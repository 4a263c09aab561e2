"""All advice on a site."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mkdocs_foundation.pages import SourcePages
from mkdocs_foundation.problems import Problem
from mkdocs_foundation.site import Site

from . import links, pages


def check(
    library: SourcePages, site: Site, files: Mapping[str, int], is_post: Callable[[str], bool] | None = None
) -> list[Problem]:
    """The advice on pages and files; `files` are the sizes in bytes of all files by path, `is_post` is told a key."""
    found = list(links.check_files(files))
    found += [pages.outside(page, site) for page in library.outside]
    for page in library:
        if "assessment" in page.matter.values:
            continue
        found += pages.check(page)
        if not (is_post and is_post(page.key)):  # the blog knows the settings of posts
            found += pages.setting_names(page)
        found += links.check(page, site)
    return found
