"""What advice needs of a build."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_foundation.glue import builds, static_i18n
from mkdocs_foundation.reports.problems import Checks, Problem

from ..advice import dead_links


def sizes(files: Files, checks: Checks) -> dict[str, int] | None:
    """The sizes in bytes of all files of the docs folder, by path; `None` where the site asks for no advice."""
    if checks is not Checks.STRICT:
        return None
    paths = {file.src_uri: file.abs_src_path for file in files if file.abs_src_path}
    return {uri: os.path.getsize(path) for uri, path in paths.items() if os.path.isfile(path)}  # noqa: PTH113, PTH202


def missing(files: Files, config: MkDocsConfig) -> list[Problem]:
    """Links to what no language has, before the first one is built; none where the site asks for no advice.

    MkDocs reports each such link by itself, and ends before the languages after the next one.
    """
    build = builds.begin(config)
    if build.checks is not Checks.STRICT or not static_i18n.is_first_build(config):
        return []
    keys = {build.key_of(file) for file in files.documentation_pages()}
    uris = {file.src_uri for file in files}

    def exists(uri: str) -> bool:
        return uri in uris or build.site.key_of(uri) in keys or Path(config.docs_dir, uri).is_file()

    levels = config.validation.links
    refused = [name for name in dead_links.KINDS if levels[name] == logging.WARNING]
    return dead_links.check(build.pages, build.site, exists, uris, refused)
