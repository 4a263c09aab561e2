"""A self-assessment that is only begun: two areas with two statements each, in the language of its page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from mkdocs_foundation.page_stubs import BLANK, PageStub
from mkdocs_foundation.site_config import SiteConfig

from .importing.draft import Draft, DraftArea, DraftStatement
from .importing.markdown import Wishes, write
from .options import Options
from .pages import strings

_NUMBERS = (1, 2)


def folders(config: SiteConfig) -> Mapping[str, Callable[[str, str], PageStub]]:
    """The stubs of a site, for the folder that its self-assessments are in."""
    options = config.plugins.get("self-assessment", {})
    folder = options.get("folder") or Options().folder
    own = options.get("strings")
    return {str(folder).strip("/"): partial(_stub, strings_folder=config.root / str(own) if own else None)}


def _stub(locale: str, id: str, strings_folder: Path | None) -> PageStub:
    t = strings.load(locale, strings_folder)[0]
    area, statement = t("page.column-dimension"), t("key.column-statements")
    statements = [
        DraftStatement(f"{statement} {n}.{m}", "", f"{area} {n}", f"statement-{n}-{m}")
        for n in _NUMBERS
        for m in _NUMBERS
    ]
    draft = Draft(
        tuple(statements),
        tuple(DraftArea(f"{area} {n}", BLANK, f"area-{n}") for n in _NUMBERS),
        title=BLANK,
        introduction=BLANK,
    )
    text = write(draft, Wishes(id, "agreement-5", results_title=t("key.texts-title")))[0]
    _, head, body = text.split("---\n", 2)
    return PageStub("\n".join(line for line in head.splitlines() if not line.startswith("title:")), body)
