"""`self-assessment export`: writes a self-assessment for another program, and prints what has no place there."""

from __future__ import annotations

import sys
from argparse import Namespace, _SubParsersAction
from pathlib import Path
from typing import Any

from mkdocs_foundation import site_config
from mkdocs_foundation.catalogue import CatalogueError
from mkdocs_foundation.message import listed, shown
from mkdocs_foundation.problems import suggest
from mkdocs_foundation.site_config import ConfigError

from .. import site_check
from ..importing.draft import UnreadableError
from ..importing.draft import told as told_of
from ..pages import strings
from ..saying import say
from .drafting import draft_of
from .writing import ENDINGS, FORMATS


def add_to(commands: _SubParsersAction[Any]) -> None:
    """Add the command to those of `self-assessment`."""
    parser = commands.add_parser("export", help=shown(say("write a self-assessment as a table or for another program")))
    parser.add_argument("id", help=shown(say("id of the self-assessment")))
    parser.add_argument("--to", type=Path, help=shown(say("the file to write (default: print it)")))
    parser.add_argument(
        "--format", choices=list(FORMATS), help=shown(say("default: by the ending of the file, else csv"))
    )
    parser.add_argument("--language", help=shown(say("default: the language that the others are translated from")))
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="default: %(default)s")


def run(options: Namespace) -> int:
    """Run the command; 0 if the file was written, 2 if not."""
    try:
        config = site_config.read(options.config)
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
        words = strings.load(locale, site_check.options_of(config).strings)[0]
        draft = draft_of(there[options.id].questionnaire, words)
        chosen = options.format or (ENDINGS.get(options.to.suffix.lower()) if options.to else None) or "csv"
        text, notes = FORMATS[chosen](draft)
        if options.to:
            options.to.write_text(text, encoding="utf-8", newline="")
    except (UnreadableError, CatalogueError, ConfigError, OSError) as error:
        print(f"self-assessment: {told_of(error)}", file=sys.stderr)
        return 2
    if not options.to:
        print(text, end="")
    statements = say("{count} statements", one="{count} statement", count=len(draft.statements))
    told = [shown(say("{id}: {statements} as {format}", id=options.id, statements=statements, format=chosen))]
    told += [f"  {shown(note.place)}: {shown(note.message)}" for note in (*draft.notes, *notes)]
    print("\n".join(told), file=sys.stdout if options.to else sys.stderr)
    return 0
