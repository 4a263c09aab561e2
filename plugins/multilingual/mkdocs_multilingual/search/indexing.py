"""The index, which Pagefind writes; the only module that runs Pagefind."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import tempfile
import weakref
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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
            "the search needs Pagefind, which is not installed here.\n"
            "    do:      run `pip install 'mkdocs-multilingual[search]'`, or set `search: false` in the options of "
            "multilingual."
        )
    return found


def has_stems(lang: str) -> bool:
    """Whether Pagefind knows the word stems of a language. Raises `IndexingError` where it can't be asked."""
    with tempfile.TemporaryDirectory(prefix="search-") as folder:
        pages, made = Path(folder, "pages"), Path(folder, "made")
        pages.mkdir()
        (pages / "a.html").write_text(f'<html lang="{lang}"><body><main>a</main></body></html>', encoding="utf-8")
        part = _Run(program(), pages, made, []).end(made)
    return any(language["wasm"] for language in part.list["languages"].values())


@dataclass(frozen=True)
class Part:
    """The index of some pages, as a rule those of one locale, whose files are written."""

    list: Mapping[str, Any]
    """Pagefind's list of languages."""
    vocabularies: Mapping[str, str]
    """The list of the words of each language."""


class Index:
    """The pages of one build of all languages, collected in a temporary folder until all are there.

    Pagefind runs for each locale as soon as its pages are there, beside whatever is built next.
    """

    def __init__(self) -> None:
        """Begin without pages."""
        self._program = program()
        self._folder = Path(tempfile.mkdtemp(prefix="search-"))
        # A build that ends with an error never calls `write`.
        self._cleanup = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self._switches: list[str] = []
        self._running: tuple[str, Path, _Run] | None = None
        self._parts: dict[str, Part] = {}
        self.pages: Counter[str] = Counter()
        """How many pages there are, by language."""
        self.vocabularies: Mapping[str, str] = {}
        """The list of the words of each language, when the index has been written."""

    def add(self, entry: Entry, locale: str = "pages") -> None:
        """Take a page of a locale."""
        path = self._folder / locale / entry.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(document(entry).encode())
        self.pages[entry.lang] += 1

    def begin(self, target: Path, locale: str = "pages", *, keep_index_html: bool = False) -> None:
        """Begin to write the index of a locale, all pages of which are there, into a folder.

        The first one replaces an index that is in the folder. Raises `IndexingError` if one begun before has failed.
        """
        self._finish()
        if not self._parts:
            shutil.rmtree(target, ignore_errors=True)
        self._switches = ["--keep-index-url"] if keep_index_html else []
        if (self._folder / locale).is_dir() and any((self._folder / locale).iterdir()):
            self._running = (locale, target, _Run(self._program, self._folder / locale, target, self._switches))

    def part(self, locale: str) -> Part | None:
        """The index of a locale, when it is written; `None` for a locale without pages. Raises `IndexingError`."""
        self._finish()
        return self._parts.get(locale)

    def take_over(self, locale: str, part: Part) -> None:
        """Know what another process has written, whose files have been moved into the folder."""
        self._parts[locale] = part

    def write(self, target: Path) -> None:
        """Finish the index of all locales that have been begun or taken over. Raises `IndexingError`."""
        try:
            self._finish()
            languages = Counter(lang for part in self._parts.values() for lang in part.list["languages"])
            if any(count > 1 for count in languages.values()):
                self._write_together(target)
            for part in self._parts.values():
                self.vocabularies = {**self.vocabularies, **part.vocabularies}
            if self._parts:
                _publish_list([part.list for part in self._parts.values()], target)
        finally:
            self._cleanup()

    def stop(self) -> None:
        """End what runs, after an error, and remove the pages."""
        if self._running:
            self._running[2].stop()
            self._running = None
        self._cleanup()

    def _finish(self) -> None:
        if self._running:
            locale, target, run = self._running
            self._running = None
            if run.is_of_this_process:
                self._parts[locale] = run.end(target)

    def _write_together(self, target: Path) -> None:
        """Write one index anew where pages of several locales name the same language."""
        shutil.rmtree(target, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix="search-") as pages:
            for locale in self._parts:
                shutil.copytree(self._folder / locale, pages, dirs_exist_ok=True)
            self._parts = {"": _Run(self._program, Path(pages), target, self._switches).end(target)}


class _Run:
    """Pagefind at work on the pages of a folder; what it makes is beside the target, so that it needn't be copied."""

    def __init__(self, program: Path, pages: Path, target: Path, switches: list[str]) -> None:
        target.parent.mkdir(parents=True, exist_ok=True)
        self._made = Path(tempfile.mkdtemp(prefix=".search-", dir=target.parent))
        self._owner = os.getpid()
        ignored = [argument for selector in IGNORED for argument in ("--exclude-selectors", selector)]
        command = [str(program), "--site", str(pages), "--output-path", str(self._made), *ignored, *switches]
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
            return Part(_publish(made, target), vocabularies)
        finally:
            shutil.rmtree(made, ignore_errors=True)

    def stop(self) -> None:
        if self.is_of_this_process:
            self._process.kill()
            self._process.wait()
            shutil.rmtree(self._made, ignore_errors=True)


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


def _publish(made: Path, target: Path) -> Mapping[str, Any]:
    """Move what is needed into the target; returns Pagefind's list of languages."""
    entry: dict[str, Any] = json.loads((made / "pagefind-entry.json").read_text(encoding="utf-8"))
    wanted = [path for pattern in _NEEDED for path in made.glob(pattern)]
    wanted += [made / f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in entry["languages"].values()]
    for folder in {path.parent.relative_to(made) for path in wanted}:
        (target / folder).mkdir(parents=True, exist_ok=True)
    for path in dict.fromkeys(wanted):
        path.replace(target / path.relative_to(made))
    return entry


def _publish_list(parts: list[Mapping[str, Any]], target: Path) -> None:
    """Write the list of the languages of all parts in one order, so that equal sites are equal files."""
    languages = {name.removeprefix(UNCUT): one for part in parts for name, one in part["languages"].items()}
    entry = {**parts[0], "languages": dict(sorted(languages.items()))}
    (target / "pagefind-entry.json").write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")
