"""The states of all translations as a table for people and as data for programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from mkdocs_foundation.site import Site

from .states import State, Translation

_SIGNS = {State.CURRENT: "ok", State.LOCAL_ONLY: "own"}

Changes = Callable[[Translation], list[str] | None]
"""The headings under which the source of an outdated translation has changed; `None` where that isn't known."""


def as_text(translations: Sequence[Translation], site: Site, changes: Changes) -> str:
    """A table with a row for each page, then the changes of outdated translations, then a summary."""
    locales = list(site.languages)[1:]
    by_key: dict[str, dict[str, Translation]] = {}
    for translation in translations:
        by_key.setdefault(translation.key, {})[translation.locale] = translation
    rows = [["page", *locales]]
    rows += [[key, *(_cell(row.get(locale)) for locale in locales)] for key, row in by_key.items()]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    parts = ["\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)]
    for translation in translations:
        if translation.state is State.OUTDATED and translation.source:
            names = changes(translation)
            known = "changed under " + ", ".join(names) if names else "what has changed is not in the history of git"
            parts.append(f"{site.docs_dir}/{translation.uri}: {site.docs_dir}/{translation.source.uri} {known}")
    return "\n\n".join([*parts, summary(translations)])


def _cell(translation: Translation | None) -> str:
    return "-" if translation is None else _SIGNS.get(translation.state, translation.state.value)


def summary(translations: Sequence[Translation]) -> str:
    """The number of translations in each state, as text."""
    return ", ".join(f"{count} {state.value}" for state, count in counts(translations).items()) + "."


def counts(translations: Sequence[Translation]) -> dict[State, int]:
    """How many translations are in each state."""
    return {state: sum(t.state is state for t in translations) for state in State}


def unknown_by_history(translations: Sequence[Translation]) -> str:
    """What to say where the history of git is too short to tell the state of some translations; else empty."""
    count = sum(t.without_history for t in translations)
    if not count:
        return ""
    return (
        f"The history of git can't tell whether {count} translation{'s' if count > 1 else ''} changed together with "
        f"{'their sources' if count > 1 else 'its source'}: no notice is shown to readers. In a shallow clone, fetch "
        "the whole history (`git fetch --unshallow`; `fetch-depth: 0` in a workflow)."
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
