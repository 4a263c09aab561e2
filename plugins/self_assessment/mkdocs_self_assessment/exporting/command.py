"""`self-assessment export`: writes a self-assessment for another program, and prints what has no place there."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from mkdocs_foundation.reports.message import Message, listed, shown, verbatim
from mkdocs_foundation.reports.problems import suggest
from mkdocs_foundation.sources.catalogue import CatalogueError
from mkdocs_foundation.sources.site_config import ConfigError

from .. import site_check
from ..importing.draft import Note, UnreadableError
from ..importing.draft import told as told_of
from ..pages import strings
from ..pipeline import Assessment
from ..saying import say
from . import by_itself, paper, word_form
from .drafting import draft_of
from .writing import ENDINGS, FORMATS

_OF_PAGES = {".html": "html", ".docx": "word"}
"""The formats that are made of the page in the built site, by the ending of a file's name."""


def add_to(parser: ArgumentParser) -> None:
    """Add the command's arguments to its parser."""
    parser.add_argument("id", help=shown(say("id of the self-assessment")))
    parser.add_argument("--to", type=Path, help=shown(say("the file to write (default: print it)")))
    parser.add_argument(
        "--format",
        choices=[*FORMATS, *_OF_PAGES.values()],
        help=shown(say("default: by the ending of the file, else csv")),
    )
    parser.add_argument(
        "--site", type=Path, help=shown(say("folder of the built site, for html and word (default: site_dir)"))
    )
    parser.add_argument("--language", help=shown(say("default: the language that the others are translated from")))
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="default: %(default)s")


def run(options: Namespace) -> int:
    """Run the command; 0 if the file was written, 2 if not."""
    try:
        config = site_check.settings_at(options.config)
        locale = options.language or config.site.source_locale
        there = {a.questionnaire.id: a for a in site_check.read(config).assessments if a.locale == locale}
        if options.id not in there:
            raise UnreadableError(
                say(
                    'There is no self-assessment "{options}" in the language {locale}.',
                    options=options.id,
                    locale=locale,
                ),
                options.id,
                (listed(sorted(there)) or say("none in this language")),
                suggest(options.id, there, say("Take one of these ids, or another --language.")),
            )
        endings = {**ENDINGS, **_OF_PAGES}
        chosen = options.format or (endings.get(options.to.suffix.lower()) if options.to else None) or "csv"
        if chosen in _OF_PAGES.values():
            site = options.site or config.root / str(config.settings.get("site_dir") or "site")
            content = _of_page(options.id, locale, site, chosen)
            notes: list[Note] = []
            made = say("{id} as {format}", id=options.id, format=chosen)
        else:
            content, notes, made = _of_draft(there[options.id], chosen, site_check.options_of(config).strings)
        if options.to:
            options.to.write_bytes(content)
        else:
            sys.stdout.buffer.write(content)
    except (UnreadableError, CatalogueError, ConfigError, OSError) as error:
        print(f"self-assessment: {told_of(error)}", file=sys.stderr)
        return 2
    told = [shown(made), *(f"  {shown(note.place)}: {shown(note.message)}" for note in notes)]
    print("\n".join(told), file=sys.stdout if options.to else sys.stderr)
    return 0


def _of_draft(assessment: Assessment, chosen: str, own_words: Path | None) -> tuple[bytes, list[Note], Message]:
    draft = draft_of(assessment.questionnaire, strings.load(assessment.locale, own_words)[0])
    text, notes = FORMATS[chosen](draft)
    statements = say("{count} statements", one="{count} statement", count=len(draft.statements))
    made = say("{id}: {statements} as {format}", id=assessment.questionnaire.id, statements=statements, format=chosen)
    return text.encode("utf-8"), [*draft.notes, *notes], made


def _of_page(id: str, locale: str, site: Path, chosen: str) -> bytes:
    """What is made of the page in the built site. Raises `UnreadableError` where the site hasn't one."""
    lang = locale.replace("_", "-")
    page = next((page for page in by_itself.found_in(site) if (page.id, page.lang) == (id, lang)), None)
    if page is None:
        raise UnreadableError(
            say("There is no page of it in the built site."),
            verbatim(site),
            say("a folder in which the site was built"),
            say("Run mkdocs build, or name the folder with --site."),
        )
    if chosen == "html":
        return by_itself.as_file(page, site).encode("utf-8")
    blocks = paper.blocks_of(page.html)
    return word_form.document(blocks, next((b.text for b in blocks if isinstance(b, paper.Heading)), id), lang)
