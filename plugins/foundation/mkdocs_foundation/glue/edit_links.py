"""Where pages are edited: links that lead to the source of generated pages, and to new files."""

from __future__ import annotations

import re
from os.path import relpath
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from ..reports.editor_links import EditorLinks
from ..reports.problems import Location


def of_site(config: MkDocsConfig) -> EditorLinks:
    """The settings of a site."""
    template = config.edit_uri_template
    return EditorLinks(
        config.repo_url or "",
        config.edit_uri or "",
        (lambda path, stem: str(template.format(path=path, path_noext=stem))) if template else None,
    )


def lead_to(page: Page, origin: Location | None, config: MkDocsConfig) -> None:
    """Let the edit link of a generated page lead to what it is made from; one that it has already is kept."""
    if origin is not None and not page.edit_url:
        page.edit_url = of_site(config).line(origin) or None


def option(name: str, config: MkDocsConfig) -> Location | None:
    """Where an option is set in `mkdocs.yml`; `None` for a configuration without a file."""
    if not config.config_file_path:
        return None
    path = Path(config.config_file_path)
    lines = path.read_text(encoding="utf-8-sig").split("\n") if path.is_file() else []
    written = re.compile(rf"[^#]*(?<![\w-]){re.escape(name)}\s*:")
    line = next((n for n, text in enumerate(lines, 1) if written.match(text)), 1)
    return Location(Path(relpath(path, config.docs_dir)).as_posix(), line)
