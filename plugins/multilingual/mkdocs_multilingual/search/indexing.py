"""The index, which Pagefind writes; the only module that runs Pagefind."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs_foundation import environment
from mkdocs_foundation.message import shown
from mkdocs_foundation.store import Store, digest

from ..saying import say
from .characters import has_characters, together
from .compounds import as_written, has_joints
from .documents import IGNORED, UNCUT, Entry, document
from .splitting import SIGN, split
from .vocabulary import words_of, written

_NEEDED = ("pagefind.js", "*.pf_meta", "index/*", "filter/*", "fragment/*")
"""Files of Pagefind that the search loads; Pagefind writes four user interfaces besides."""


class IndexingError(Exception):
    """The index can't be made; the message has the reason and a remedy."""


def program() -> Path:
    """Path of Pagefind's program. Raises `IndexingError` where it isn't installed."""
    try:
        from pagefind.service import get_executable

        found = get_executable()
    except ImportError:
        found = None
    if found is None or not found.is_file():
        raise IndexingError(
            shown(
                say(
                    "The search needs Pagefind, which is not installed here: run `pip install "
                    "'mkdocs-multilingual[search]'`, or set `search: false` in the options of multilingual."
                )
            )
        )
    return found


def has_stems(lang: str) -> bool:
    """Whether Pagefind knows the word stems of a language. Raises `IndexingError` where it can't be asked."""
    page = Document("a.html", lang, f'<html lang="{lang}"><body><main>a</main></body></html>')
    with tempfile.TemporaryDirectory(prefix="search-") as folder:
        made = Path(folder, "made")
        part = _Run(program(), (page,), made, []).end(made)
    return any(language["wasm"] for language in part.list["languages"].values())


@dataclass(frozen=True)
class Document:
    """A page as Pagefind gets it."""

    path: str
    """Path in the built site."""
    lang: str
    """The language of the finished page."""
    html: str
    """The whole document."""


@dataclass(frozen=True)
class Part:
    """The index of some pages, as a rule those of one locale, whose files are written."""

    list: Mapping[str, Any]
    """Pagefind's list of languages."""
    vocabularies: Mapping[str, str]
    """The list of the words of each language."""
    documents: tuple[Document, ...]
    """The pages."""
    files: tuple[str, ...]
    """Paths of its files within the folder of the index."""


class Index:
    """The pages of one build of all languages.

    Pagefind runs for each locale as soon as its pages are there, beside whatever is built next; where there is a folder
    to keep indexes in, only for a locale of which a page has changed.
    """

    def __init__(self, kept: Path | None = None) -> None:
        """Begin without pages; `kept` is the folder of the indexes of the last build."""
        self._program, self._kept = program(), kept
        self._documents: defaultdict[str, dict[str, Document]] = defaultdict(dict)
        self._switches: list[str] = []
        self._running: tuple[str, Path, _Run, bytes] | None = None
        self._parts: dict[str, Part] = {}
        self.pages: Counter[str] = Counter()
        """How many pages there are, by language."""
        self.vocabularies: Mapping[str, str] = {}
        """The list of the words of each language, when the index has been written."""

    def add(self, entry: Entry, locale: str = "pages") -> Document:
        """Take a page of a locale, and return it as Pagefind gets it."""
        made = Document(entry.path, entry.lang, document(entry))
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
        self._switches = ["--keep-index-url"] if keep_index_html else []
        pages = tuple(self._documents.pop(locale, {}).values())
        if not pages:
            return
        key = _key(pages, self._switches)
        store = self._store(locale)
        if (kept := store.get(key) if store is not None else None) is not None:
            part, contents = kept
            self._parts[locale] = part
            _write(contents, target)
        else:
            self._running = (locale, target, _Run(self._program, pages, target, self._switches), key)

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
            locale, target, run, key = self._running
            self._running = None
            if run.is_of_this_process:
                part = self._parts[locale] = run.end(target)
                if (store := self._store(locale)) is not None:
                    store.put(key, (part, {path: (target / path).read_bytes() for path in part.files}))
                    store.save()

    def _store(self, locale: str) -> Store | None:
        """The indexes of a locale that are kept."""
        return Store.load(self._kept / f"{locale}.store", environment.fingerprint()) if self._kept else None

    def _write_together(self, target: Path) -> None:
        """Write one index anew where pages of several locales name the same language."""
        shutil.rmtree(target, ignore_errors=True)
        pages = {page.path: page for part in self._parts.values() for page in part.documents}
        self._parts = {"": _Run(self._program, tuple(pages.values()), target, self._switches).end(target)}


class _Run:
    """Pagefind at work on the pages of a folder; what it makes is beside the target, so that it needn't be copied."""

    def __init__(self, program: Path, pages: tuple[Document, ...], target: Path, switches: list[str]) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        self._pages, self._given = pages, Path(tempfile.mkdtemp(prefix="search-"))
        _write({page.path: page.html.encode() for page in pages}, self._given)
        self._made = Path(tempfile.mkdtemp(prefix=".search-", dir=target.parent))
        self._owner = os.getpid()
        ignored = [argument for selector in IGNORED for argument in ("--exclude-selectors", selector)]
        command = [str(program), "--site", str(self._given), "--output-path", str(self._made), *ignored, *switches]
        with (self._made / "output.txt").open("wb") as output:
            self._process = subprocess.Popen([*command, "--silent"], stdout=output, stderr=subprocess.STDOUT)

    @property
    def is_of_this_process(self) -> bool:
        """Whether this isn't the copy in a process that was forked later, to which it doesn't belong."""
        return self._owner == os.getpid()

    def end(self, target: Path) -> Part:
        """Wait for it, and move what the search needs into the target. Raises `IndexingError`."""
        made = self._made
        try:
            if self._process.wait():
                output = (made / "output.txt").read_text("utf-8", "replace")
                raise IndexingError(f"Pagefind could not write the index:\n{output}")
            split(made)
            vocabularies = {lang: written(words) for lang, words in _as_written(made).items()}
            listed, files = _publish(made, target)
            return Part(listed, vocabularies, self._pages, files)
        finally:
            shutil.rmtree(made, ignore_errors=True)
            shutil.rmtree(self._given, ignore_errors=True)

    def stop(self) -> None:
        if self.is_of_this_process:
            self._process.kill()
            self._process.wait()
            shutil.rmtree(self._made, ignore_errors=True)
            shutil.rmtree(self._given, ignore_errors=True)


def _as_written(made: Path) -> dict[str, Counter[str]]:
    """Take out of what readers see what the documents have for Pagefind; returns each language's words."""
    words: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for path in made.glob("fragment/*"):
        lang = path.stem.rpartition("_")[0].removeprefix(UNCUT)
        page = gzip.decompress(path.read_bytes()).removeprefix(SIGN).decode()
        shown = json.loads(as_written(page))
        words[lang].update(words_of(shown["content"], lang))
        if not has_characters(page) and not has_joints(page):
            continue
        if has_characters(shown["content"]):
            shown["content"] = together(shown["content"])
        for anchor in shown["anchors"]:
            anchor["text"] = together(anchor["text"] or "", "")
        text = json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
        path.write_bytes(gzip.compress(SIGN + text.encode(), 9, mtime=0))
    return words


def _key(pages: Iterable[Document], switches: Iterable[str]) -> bytes:
    parts = [part for page in sorted(pages, key=lambda page: page.path) for part in (page.path, page.html)]
    return digest(*IGNORED, *switches, *parts)


def _write(contents: Mapping[str, bytes], folder: Path) -> None:
    """Write files, by path below a folder."""
    for parent in dict.fromkeys((folder / path).parent for path in contents):
        parent.mkdir(parents=True, exist_ok=True)
    for path, content in contents.items():
        (folder / path).write_bytes(content)


def _publish(made: Path, target: Path) -> tuple[Mapping[str, Any], tuple[str, ...]]:
    """Move what is needed into the target; returns Pagefind's list of languages, and the paths of the files."""
    entry: dict[str, Any] = json.loads((made / "pagefind-entry.json").read_text(encoding="utf-8"))
    wanted = [path for pattern in _NEEDED for path in made.glob(pattern)]
    wanted += [made / f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in entry["languages"].values()]
    for folder in {path.parent.relative_to(made) for path in wanted}:
        (target / folder).mkdir(parents=True, exist_ok=True)
    for path in dict.fromkeys(wanted):
        path.replace(target / path.relative_to(made))
    return entry, tuple(path.relative_to(made).as_posix() for path in dict.fromkeys(wanted))


def _publish_list(parts: list[Mapping[str, Any]], target: Path) -> None:
    """Write the list of the languages of all parts in one order, so that equal sites are equal files."""
    languages = {name.removeprefix(UNCUT): one for part in parts for name, one in part["languages"].items()}
    entry = {**parts[0], "languages": dict(sorted(languages.items()))}
    (target / "pagefind-entry.json").write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")
