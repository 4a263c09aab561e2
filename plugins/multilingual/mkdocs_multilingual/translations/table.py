"""The states of all translations as a table for people and as data for programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from mkdocs_foundation.reports.message import Message, listed, shown
from mkdocs_foundation.site import Site

from ..saying import say
from .states import State, Translation

_SIGNS = {State.CURRENT: "ok", State.LOCAL_ONLY: say("own")}
NAMES = {
    State.CURRENT: say("current"),
    State.OUTDATED: say("outdated"),
    State.UNKNOWN: say("unknown"),
    State.UNTRANSLATED: say("untranslated"),
    State.MISSING: say("missing"),
    State.LOCAL_ONLY: say("local-only"),
}
"""What a state is called; programs have its value."""

Changes = Callable[[Translation], list[str] | None]
"""The headings under which the source of an outdated translation has changed; `None` where that isn't known."""


def as_text(translations: Sequence[Translation], site: Site, changes: Changes) -> str:
    """A table with a row for each page, then the changes of outdated translations, then a summary.

    It is in the language of the machine.
    """
    locales = list(site.languages)[1:]
    by_key: dict[str, dict[str, Translation]] = {}
    for translation in translations:
        by_key.setdefault(translation.key, {})[translation.locale] = translation
    rows = [[shown(say("page")), *locales]]
    rows += [[key, *(_cell(row.get(locale)) for locale in locales)] for key, row in by_key.items()]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    parts = ["\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)]
    for translation in translations:
        if translation.state is State.OUTDATED and translation.source:
            names = changes(translation)
            file, source = site.shown(translation.uri), site.shown(translation.source.uri)
            told = say("{file}: {source} changed under {names}", file=file, source=source, names=listed(names or ()))
            if not names:
                told = say("{file}: {source}; what has changed is not in the history of git", file=file, source=source)
            parts.append(shown(told))
    return "\n\n".join([*parts, shown(summary(translations))])


def _cell(translation: Translation | None) -> str:
    return "-" if translation is None else shown(_SIGNS.get(translation.state, NAMES[translation.state]))


def summary(translations: Sequence[Translation]) -> Message:
    """The number of translations in each state."""
    found = counts(translations)
    told = (
        say("{count} current", count=found[State.CURRENT]),
        say("{count} outdated", count=found[State.OUTDATED]),
        say("{count} unknown", count=found[State.UNKNOWN]),
        say("{count} untranslated", count=found[State.UNTRANSLATED]),
        say("{count} missing", count=found[State.MISSING]),
        say("{count} local-only", count=found[State.LOCAL_ONLY]),
    )
    return say("{states}.", states=listed(told))


def counts(translations: Sequence[Translation]) -> dict[State, int]:
    """How many translations are in each state."""
    return {state: sum(t.state is state for t in translations) for state in State}


def unknown_by_history(translations: Sequence[Translation]) -> Message | None:
    """What to say where the history of git is too short to tell the state of some translations."""
    count = sum(t.without_history for t in translations)
    if not count:
        return None
    return say(
        "The history of git can't tell whether {count} translations changed together with their sources: no notice is "
        "shown to readers. In a shallow clone, fetch the whole history (`git fetch --unshallow`; `fetch-depth: 0` in a "
        "workflow).",
        one="The history of git can't tell whether {count} translation changed together with its source: no notice is "
        "shown to readers. In a shallow clone, fetch the whole history (`git fetch --unshallow`; `fetch-depth: 0` in a "
        "workflow).",
        count=count,
    )


def as_data(translations: Sequence[Translation], changes: Changes) -> list[dict[str, Any]]:
    """One mapping for each page and language, ready for JSON."""
    return [
        {
            "page": t.key,
            "locale": t.locale,
            "file": t.uri,
            "state": t.state.value,
            "source": t.source.uri if t.source else None,
            "changed": changes(t) if t.state is State.OUTDATED else None,
        }
        for t in translations
    ]
