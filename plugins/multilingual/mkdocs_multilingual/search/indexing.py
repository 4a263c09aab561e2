"""The index, which Pagefind writes; the only module that runs Pagefind."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import tempfile
import weakref
from collections import Counter, defaultdict
from collections.abc import Mapping
from pathlib import Path

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


class Index:
    """The pages of one build of all languages, collected in a temporary folder until all are there."""

    def __init__(self) -> None:
        """Begin without pages."""
        self._program = program()
        self._folder = Path(tempfile.mkdtemp(prefix="search-"))
        # A build that ends with an error never calls `write`.
        self._cleanup = weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        self.pages: Counter[str] = Counter()
        """How many pages there are, by language."""
        self.vocabularies: Mapping[str, str] = {}
        """The list of the words of each language, when the index has been written."""

    def add(self, entry: Entry) -> None:
        """Take a page."""
        path = self._folder / entry.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(document(entry), encoding="utf-8")
        self.pages[entry.lang] += 1

    def write(self, target: Path, *, keep_index_html: bool = False) -> None:
        """Write the index into a folder, in place of an earlier one. Raises `IndexingError`."""
        shutil.rmtree(target, ignore_errors=True)
        try:
            if self.pages:
                self._run(target, ["--keep-index-url"] if keep_index_html else [])
        finally:
            self._cleanup()

    def _run(self, target: Path, switches: list[str]) -> None:
        with tempfile.TemporaryDirectory(prefix="search-") as made:
            ignored = [argument for selector in IGNORED for argument in ("--exclude-selectors", selector)]
            command = [str(self._program), "--site", str(self._folder), "--output-path", made, *ignored, *switches]
            run = subprocess.run([*command, "--silent"], capture_output=True, text=True, encoding="utf-8", check=False)
            if run.returncode:
                raise IndexingError(f"Pagefind could not write the index:\n{run.stderr or run.stdout}")
            split(Path(made))
            self.vocabularies = {lang: written(words) for lang, words in _as_written(Path(made)).items()}
            _publish(Path(made), target)


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


def _publish(made: Path, target: Path) -> None:
    """Copy what is needed, and the list of languages in one order, so that equal sites are equal files."""
    entry = json.loads((made / "pagefind-entry.json").read_text(encoding="utf-8"))
    languages = {name.removeprefix(UNCUT): language for name, language in entry["languages"].items()}
    entry["languages"] = dict(sorted(languages.items()))
    wanted = [path for pattern in _NEEDED for path in made.glob(pattern)]
    wanted += [made / f"wasm.{language['wasm'] or 'unknown'}.pagefind" for language in entry["languages"].values()]
    for path in wanted:
        copy = target / path.relative_to(made)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    (target / "pagefind-entry.json").write_text(json.dumps(entry, ensure_ascii=False), encoding="utf-8")
