"""The index of a site, a part for each locale, kept from one build to the next."""

from __future__ import annotations

import json
import shutil
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs_foundation.caching import programs
from mkdocs_foundation.caching.store import Store, digest
from mkdocs_foundation.values import dataclass

from .documents import UNCUT, Entry, document
from .fragments import Fragment
from .running import KEEP_INDEX_HTML, Document, Made, Run, files_of, program, write_files


@dataclass(frozen=True)
class Part:
    """The index of some pages, as a rule those of one locale, whose files are written."""

    list: Mapping[str, Any]
    """Pagefind's list of languages."""
    vocabularies: Mapping[str, str]
    """The list of the words of each language."""
    documents: tuple[Document, ...]
    """The pages."""


class _Kept(NamedTuple):
    """An index that is kept; its fragments are kept by page."""

    part: Part
    """The index, without its pages."""
    files: Mapping[str, bytes]
    """Its other files, by path."""
    fragments: frozenset[str]
    """Names of its fragments."""


class Index:
    """The pages of one build of all languages.

    Pagefind runs for each locale as soon as its pages are there, beside whatever is built next; where there is a folder
    to keep indexes in, only for a locale of which a page has changed, and then what it makes of the others is there.
    """

    def __init__(self, kept: Path | None = None) -> None:
        """Begin without pages; `kept` is the folder of the indexes of the last build."""
        self._program, self._kept = program(), kept
        self._documents: defaultdict[str, dict[str, Document]] = defaultdict(dict)
        self._switches: list[str] = []
        self._running: tuple[str, Path, Run, Store | None] | None = None
        self._parts: dict[str, Part] = {}
        self.pages: Counter[str] = Counter()
        """How many pages there are, by language."""
        self.vocabularies: Mapping[str, str] = {}
        """The list of the words of each language, when the index has been written."""

    def add(self, entry: Entry, locale: str = "pages") -> Document:
        """Take a page of a locale, and return it as Pagefind gets it."""
        made = Document(entry.path, entry.lang, document(entry).encode())
        self.put(made, locale)
        return made

    def put(self, document: Document, locale: str) -> None:
        """Take a page of a locale that has been made before."""
        self._documents[locale][document.path] = document
        self.pages[document.lang] += 1

    def begin(self, target: Path, locale: str = "pages", *, keep_index_html: bool = False) -> None:
        """Begin to write the index of a locale, all pages of which are there, into a folder.

        The first one replaces an index that is in the folder. Raises `IndexingError` if one begun before has failed.
        """
        self.end()
        if not self._parts:
            shutil.rmtree(target, ignore_errors=True)
        self._switches = [KEEP_INDEX_HTML] if keep_index_html else []
        pages = tuple(sorted(self._documents.pop(locale, {}).values(), key=lambda page: page.path))
        if not pages:
            return
        store = self._store(locale)
        fragments: dict[str, Fragment] = {}
        if store is not None:
            known = ((page.path, store.get(page.key(self._switches))) for page in pages)
            fragments = {path: fragment for path, fragment in known if fragment is not None}
            kept: _Kept | None = store.get(_key(pages, self._switches))
            if kept is not None and kept.fragments <= {fragment.name for fragment in fragments.values()}:
                write_files(kept.files.items(), target)
                write_files(files_of(fragments), target)
                self._parts[locale] = replace(kept.part, documents=pages)
                return
        self._running = (locale, target, Run(self._program, pages, target, self._switches, fragments), store)

    def part(self, locale: str) -> Part | None:
        """The index of a locale, when it is written; `None` for a locale without pages. Raises `IndexingError`."""
        self.end()
        return self._parts.get(locale)

    def take_over(self, locale: str, part: Part) -> None:
        """Know what another process has written, whose files have been moved into the folder."""
        self._parts[locale] = part

    def write(self, target: Path) -> None:
        """Finish the index of all locales that have been begun or taken over. Raises `IndexingError`."""
        self.end()
        languages = Counter(lang for part in self._parts.values() for lang in part.list["languages"])
        if any(count > 1 for count in languages.values()):
            self._write_together(target)
        for part in self._parts.values():
            self.vocabularies = {**self.vocabularies, **part.vocabularies}
        if self._parts:
            _publish_list([part.list for part in self._parts.values()], target)

    def stop(self) -> None:
        """End what runs, after an error."""
        if self._running:
            self._running[2].stop()
            self._running = None

    def end(self) -> None:
        """Wait for what was begun, if anything was. Raises `IndexingError`."""
        if self._running:
            locale, target, run, store = self._running
            self._running = None
            if run.is_of_this_process:
                made = run.end(target)
                part = Part(made.list, made.vocabularies, run.pages)
                self._parts[locale] = part
                if store is not None:
                    self._keep(part, made, target, store)

    def _keep(self, part: Part, made: Made, target: Path, store: Store) -> None:
        for page in part.documents:
            if page.path in made.fragments:
                store.put(page.key(self._switches), made.fragments[page.path])
        files = {path: (target / path).read_bytes() for path in made.files}
        names = frozenset(fragment.name for fragment in made.fragments.values())
        store.put(_key(part.documents, self._switches), _Kept(replace(part, documents=()), files, names))
        store.save()

    def _store(self, locale: str) -> Store | None:
        """The indexes of a locale that are kept."""
        return Store.load(self._kept / f"{locale}.store", programs.fingerprint()) if self._kept else None

    def _write_together(self, target: Path) -> None:
        """Write one index anew where pages of several locales name the same language."""
        shutil.rmtree(target, ignore_errors=True)
        pages = {page.path: page for part in self._parts.values() for page in part.documents}
        run = Run(self._program, tuple(pages.values()), target, self._switches)
        made = run.end(target)
        self._parts = {"": Part(made.list, made.vocabularies, run.pages)}


def _key(pages: Iterable[Document], switches: list[str]) -> bytes:
    return digest("whole", *(page.key(switches) for page in pages))


def _publish_list(parts: list[Mapping[str, Any]], target: Path) -> None:
    """Write the list of the languages of all parts in one order, so that equal sites are equal files."""
    languages = {name.removeprefix(UNCUT): one for part in parts for name, one in part["languages"].items()}
    entry = {**parts[0], "languages": dict(sorted(languages.items()))}
    (target / "pagefind-entry.json").write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")
