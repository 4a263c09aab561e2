"""`status`: the state of every translation, and what changed in the source of one."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from mkdocs_foundation.reports import formats
from mkdocs_foundation.reports.message import listed, shown
from mkdocs_foundation.reports.problems import weighed
from mkdocs_foundation.sources.pages import SourcePage

from ..saying import say
from ..translations import changes, history, table
from ..translations.states import State, Translation, states
from .calls import FILE, Call, RefusedError, need_several, page_of, read, working
from .saying import tell


@click.command(help=shown(say("Print the state of every translation.")))
@click.option("--json", "as_json", is_flag=True, help=shown(say("As data.")))
@click.option(
    "--diff", "one", metavar="FILE", type=FILE, help=shown(say("What changed in the source of one translation."))
)
@click.pass_obj
def command(call: Call, as_json: bool, one: Path | None) -> int:
    """Run the command; 1 if a file can't be read."""
    config = call.config
    site, docs = config.site, config.docs
    need_several(site, config.named)
    with working(say("Reading the pages and their history")):
        library, found = read(config, site)
        with_source = config.plugins.get("multilingual", {}).get("with_source") is True
        past = history.History(docs)
        translations, wrong = states(library, site, past.together, with_source)
    problems = [*weighed(found, config.checks), *wrong]
    if unknown := table.unknown_by_history(translations):
        tell(listed(["servicekompas:", unknown], " "), err=True)
    if one:
        return _diff(translations, docs, page_of(library, site, docs, one), past)

    def sections(translation: Translation) -> list[str] | None:
        texts = _texts(translation, docs, past)
        return changes.changed_sections(*texts) if texts else None

    if as_json:
        click.echo(json.dumps(table.as_data(translations, sections), ensure_ascii=False, indent=2))
    else:
        click.echo(table.as_text(translations, site, sections))
    if problems:
        summary, spoken = say("{count} to fix.", count=len(problems)), formats.speech("text", site)
        click.echo(formats.as_text(problems, "", summary, site.docs_dir, spoken), err=True)
    return 1 if problems else 0


def _texts(translation: Translation, docs: Path, past: history.History) -> tuple[str, str] | None:
    """The source as it was translated and as it is."""
    source, record = translation.source, translation.record
    if source is None or record is None:
        return None
    before = past.translated_text(source.uri, translation.uri, record.hash, translation.with_source)
    return None if before is None else (before, (docs / source.uri).read_text(encoding="utf-8-sig"))


def _diff(translations: Sequence[Translation], docs: Path, page: SourcePage, past: history.History) -> int:
    translation = next((t for t in translations if t.uri == page.uri), None)
    if translation is None or translation.state is not State.OUTDATED:
        state = table.NAMES[translation.state] if translation else say("a source")
        text = say("{file} is {state}: there is no change to show.", file=f"{docs / page.uri}", state=state)
        raise RefusedError(text)
    texts = _texts(translation, docs, past)
    if texts is None:
        raise RefusedError(say("The text that was translated is not in the history of git: a shallow clone, perhaps."))
    click.echo(changes.diff(*texts, translation.source.uri if translation.source else page.uri))
    return 0
