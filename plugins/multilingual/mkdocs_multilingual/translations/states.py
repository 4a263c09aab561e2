"""The state of every translation of a site."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from enum import Enum

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, suggest
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.fingerprint import LENGTH, fingerprint, of_text
from mkdocs_foundation.sources.pages import SourcePage, SourcePages
from mkdocs_foundation.values import dataclass

from ..problem_codes import ProblemCode
from ..saying import say
from .history import Together

_HASH = pattern(rf"[0-9a-f]{{{LENGTH}}}")
FEW_WORDS = 12
"""A page with fewer words may well have the same text in two languages: a heading, a table of numbers."""


class State(Enum):
    """The state of a page in relation to its source."""

    CURRENT = "current"
    """Made from, or compared with, the source as it is."""
    OUTDATED = "outdated"
    """The source has changed since."""
    UNKNOWN = "unknown"
    """There is no record of the text that it was made from, or git would have to say and has no history."""
    UNTRANSLATED = "untranslated"
    """A copy of the source that was made to be translated; to readers it is missing."""
    MISSING = "missing"
    """The source isn't translated."""
    LOCAL_ONLY = "local-only"
    """The page exists in this language alone, or is no translation of the source language's."""


@dataclass(frozen=True)
class Record:
    """The record of the text that a translation was made from."""

    source: str
    """Locale of that text."""
    hash: str = ""
    """Fingerprint of the source at that time; may be empty where the history of git tells."""
    with_source: bool | None = None
    """Whether it is current when its text changed in the same commit as the source; `None`: as the site has it."""
    copy: str = ""
    """Fingerprint of the text of an untranslated copy; while it has this text, it is untranslated."""


@dataclass(frozen=True)
class Translation:
    """One page in one language, which isn't the source language."""

    key: str
    """Path without the language."""
    locale: str
    """The language."""
    uri: str
    """Path below the docs folder, of a missing page too."""
    state: State
    """State of the translation."""
    source: SourcePage | None = None
    """Source page, of a missing translation too."""
    record: Record | None = None
    """Record in its settings."""
    with_source: bool = False
    """Whether the history of git counts: a translation that changed in one commit with its source is current."""
    without_history: bool = False
    """Whether its state is unknown because the history of git doesn't reach back far enough."""


Pair = Callable[[SourcePage, SourcePage], Together]
"""What happened to a translation (the second) in the commit that gave its source the text that it has now."""


def _no_history(source: SourcePage, translation: SourcePage) -> Together:
    return Together.UNKNOWN


def record_of(page: SourcePage, site: Site) -> tuple[Record | None, list[Problem]]:
    """The record in a page's settings, `None` where there is none or it can't be used."""
    written = page.matter.values.get("translation")
    if written is None:
        return None, []
    others = [locale for locale in site.languages if locale != page.locale]
    allowed = say(
        '`source: {locale}` and `hash: "{digits}"`, the hash in quotation marks', locale=others[0], digits="0" * LENGTH
    )
    remedy = say(
        "Compare the translation with its source, then run `servicekompas mark-current {file}`.",
        file=site.shown(page.uri),
    )

    def problem(message: Message, found: object, line: int, do: Message = remedy) -> tuple[None, list[Problem]]:
        where = Location(page.uri, line)
        return None, [Problem(ProblemCode.TRANSLATION_RECORD, where, message, verbatim(found), allowed, do)]

    line = page.matter.line("translation")
    together = written.get("with_source") if isinstance(written, dict) else None
    if (
        not isinstance(written, dict)
        or not {"source"} <= set(written) <= {"source", "hash", "with_source", "copy"}
        or ("hash" not in written and together is not True)
        or not isinstance(together, bool | None)
    ):
        return problem(say("The record of the translation's source can't be read."), written, line)
    source = written["source"]
    if source not in others:
        do = suggest(str(source), others, say("Write one of: {names}.", names=listed(others)))
        at = page.matter.line("translation", "source")
        return problem(say("The translation's source is no other language of this site."), source, at, do)
    for name in ("hash", "copy"):
        digest = written.get(name, "0" * LENGTH)
        if not isinstance(digest, str) or not _HASH.fullmatch(digest):
            at = page.matter.line("translation", name)
            return problem(
                say(
                    "The {name} of the translation's source isn't {length} digits in quotes.", name=name, length=LENGTH
                ),
                digest,
                at,
            )
    return Record(source, written.get("hash", ""), together, written.get("copy", "")), []


def states(
    library: SourcePages, site: Site, together: Pair = _no_history, with_source: bool = False
) -> tuple[list[Translation], list[Problem]]:
    """Every page in every language but the source language, sorted by page and by the order of the languages.

    `with_source` is what the site has where a record doesn't say whether the history counts, and `together` the
    history. Drafts are left out, in any language: they aren't ready to be translated, and the status page is public.
    """
    found: list[Translation] = []
    problems: list[Problem] = []
    for key in sorted({*library.keys, *(key for _, key in library.copies)}):
        original = _finished(library.page(site.source_locale, key))
        for locale in list(site.languages)[1:]:
            page = _finished(library.page(locale, key))
            if copy := library.copies.get((locale, key)):
                if original and _finished(copy):
                    found.append(Translation(key, locale, copy.uri, State.UNTRANSLATED, original))
                continue
            if page is None:
                if original and not library.page(locale, key) and original.matter.values.get("translated") is not True:
                    found.append(Translation(key, locale, site.uri(locale, key), State.MISSING, original))
                continue
            record, wrong = record_of(page, site)
            problems += wrong or _copied(page, record, library, site)
            source = library.page(record.source, key) if record else original
            state = _state(record, source)
            own = record.with_source if record else None
            counts, without_history = with_source if own is None else own, False
            if source and state in (State.OUTDATED, State.UNKNOWN) and counts:
                state, without_history = _by_history(record, together(source, page))
            found.append(Translation(key, locale, page.uri, state, source, record, counts, without_history))
    return found, problems


def _copied(page: SourcePage, record: Record | None, library: SourcePages, site: Site) -> list[Problem]:
    """A page whose text is another language's, and that nothing says is right so."""
    begins = _first_words(page)
    if len(begins) < FEW_WORDS:
        return []
    for other in library.versions(page.key).values():
        # Few pages need a hash: nearly all differ in their first words.
        is_same = other.locale != page.locale and _first_words(other) == begins
        is_same = is_same and of_text(other.body) == of_text(page.body)
        if is_same and not (record and record.source == other.locale):
            file = site.shown(page.uri)
            return [
                Problem(
                    ProblemCode.UNTRANSLATED_COPY,
                    Location(page.uri, 1),
                    say(
                        "The page has the same text as {file}, and is published as a translation of it.",
                        file=site.shown(other.uri),
                    ),
                    verbatim(f'"{page.title}"'),
                    say("a text in the language {locale}", locale=page.locale),
                    say(
                        "Translate it, or delete it: readers then get what the site has in place of a missing "
                        "page. If the text is right in both languages, run `servicekompas mark-current {file}`.",
                        file=file,
                    ),
                )
            ]
    return []


def _first_words(page: SourcePage) -> list[str]:
    words = page.body.split(None, FEW_WORDS)[:FEW_WORDS]
    return unicodedata.normalize("NFC", " ".join(words)).split()


def _by_history(record: Record | None, together: Together) -> tuple[State, bool]:
    """The state of a translation whose source has another text than the record has, by the history of both."""
    # A text that was added with another source's hash was made from that, unless its record asks for the history.
    is_made_of_it = record is None or not record.hash or record.with_source is True
    is_current = {
        Together.CHANGED: True,
        Together.ADDED: is_made_of_it,
        Together.LATER: record is not None and not record.hash,  # the history is its record
    }
    if is_current.get(together):
        return State.CURRENT, False
    if together is Together.UNKNOWN:
        return State.UNKNOWN, True
    return (State.OUTDATED if record else State.UNKNOWN), False


def _finished(page: SourcePage | None) -> SourcePage | None:
    return None if page and page.matter.values.get("draft") is True else page


def _state(record: Record | None, source: SourcePage | None) -> State:
    if source is None:
        return State.LOCAL_ONLY
    if record is None or not record.hash:
        return State.UNKNOWN
    return State.CURRENT if fingerprint(source.matter, source.body) == record.hash else State.OUTDATED
