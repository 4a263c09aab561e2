"""Pagefind at work; the only module that runs it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from mkdocs_foundation.caching.store import digest
from mkdocs_foundation.reports.message import shown
from mkdocs_foundation.values import dataclass

from ..saying import say
from .documents import IGNORED
from .fragments import Fragment, as_shown
from .splitting import SETTING, fetch_completions
from .vocabulary import written

_NEEDED = ("fragment", "filter", "index")
"""Folders of files that the search loads; Pagefind writes four user interfaces besides."""
_FRAGMENTS = _NEEDED[0]
IN_MEMORY = Path("/dev/shm")
"""Linux' folder for files in memory; each page has a folder of its own, which takes a disk a tenth of an edit."""
_ROOM = 8
"""How many times the size of all documents has to be free there: each file takes whole pages of memory."""
KEEP_INDEX_HTML = "--keep-index-url"
"""Switch for addresses that end with the name of the file."""


class IndexingError(Exception):
    """The index can't be made; the message has the reason and a remedy."""


def program() -> Path:
    """Path of Pagefind's program. Raises `IndexingError` where it isn't installed."""
    try:
        found = _installed()
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


def _installed() -> Path | None:
    """Pagefind's program as `pagefind.service` finds it, which loads `asyncio`: a tenth of an unchanged build."""
    if "PAGEFIND_BINARY_PATH" not in os.environ and find_spec("pagefind_bin_extended") is None:
        with suppress(ImportError):
            from pagefind_bin import get_executable as usual  # type: ignore[import-untyped]

            return Path(usual())
    from pagefind.service import get_executable

    return get_executable()


def has_stems(lang: str) -> bool:
    """Whether Pagefind knows the word stems of a language. Raises `IndexingError` where it can't be asked."""
    page = Document("a.html", lang, f'<html lang="{lang}"><body><main>a</main></body></html>'.encode())
    with tempfile.TemporaryDirectory(prefix="search-") as folder:
        made = Path(folder, "made")
        found = Run(program(), (page,), made, []).end(made)
    return any(language["wasm"] for language in found.list["languages"].values())


@dataclass(frozen=True)
class Document:
    """A page as Pagefind gets it."""

    path: str
    """Path in the built site."""
    lang: str
    """The language of the finished page."""
    html: bytes
    """The whole document."""

    def key(self, switches: Iterable[str]) -> bytes:
        """Stands for what Pagefind makes of it."""
        return digest(*IGNORED, *switches, self.path, self.html)

    def url(self, *, keep_index_html: bool) -> str:
        """The address that Pagefind gives it."""
        folder, _, name = self.path.rpartition("/")
        whole = name != "index.html" or keep_index_html
        return f"/{self.path}" if whole else f"/{folder}/" if folder else "/"


class Made(NamedTuple):
    """What Pagefind has made, whose files are written."""

    list: Mapping[str, Any]
    """Its list of languages."""
    files: tuple[str, ...]
    """Paths of its files within the folder of the index, without those of fragments."""
    vocabularies: Mapping[str, str]
    """The list of the words of each language."""
    fragments: Mapping[str, Fragment]
    """The fragments by the path of the page."""


class Run:
    """Pagefind at work on the pages of a folder; what it makes is beside the target, so that it needn't be copied."""

    def __init__(
        self,
        program: Path,
        pages: tuple[Document, ...],
        target: Path,
        switches: list[str],
        known: Mapping[str, Fragment] = MappingProxyType({}),
    ) -> None:
        """Begin; `known` are the fragments that are there already, by the path of the page."""
        target.parent.mkdir(parents=True, exist_ok=True)
        self.pages, self._switches, self._known = pages, switches, known
        self._given = _folder_of(pages)
        self._made = Path(tempfile.mkdtemp(prefix=".search-", dir=target.parent))
        self._owner = os.getpid()
        ignored = [argument for selector in IGNORED for argument in ("--exclude-selectors", selector)]
        self._command = [str(program), "--site", str(self._given), "--output-path", str(self._made), "--silent"]
        self._command += [*ignored, *switches]
        self._process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        # It makes no file that is there: a name stands for the content.
        write_files(files_of(self._known), self._made)
        with (self._made / "output.txt").open("wb") as output:
            return subprocess.Popen(
                self._command, stdout=output, stderr=subprocess.STDOUT, env={**os.environ, **SETTING}
            )

    @property
    def is_of_this_process(self) -> bool:
        """Whether this isn't the copy in a process that was forked later, to which it doesn't belong."""
        return self._owner == os.getpid()

    def end(self, target: Path) -> Made:
        """Wait for it, and move what the search needs into the target. Raises `IndexingError`."""
        made = self._made
        try:
            self._wait()
            fragments = self._fragments()
            fetch_completions(made)
            words: defaultdict[str, Counter[str]] = defaultdict(Counter)
            for fragment in fragments.values():
                words[fragment.lang].update(fragment.words.split())
            vocabularies = {lang: written(pages) for lang, pages in words.items()}
            return Made(*_publish(made, target), vocabularies, fragments)
        finally:
            shutil.rmtree(made, ignore_errors=True)
            shutil.rmtree(self._given, ignore_errors=True)

    def _wait(self) -> None:
        if self._process.wait():
            output = (self._made / "output.txt").read_text("utf-8", "replace")
            raise IndexingError(f"Pagefind could not write the index:\n{output}")

    def _fragments(self) -> dict[str, Fragment]:
        """The fragments by the path of the page, those that were known and those that Pagefind has made."""
        paths = {page.url(keep_index_html=KEEP_INDEX_HTML in self._switches): page.path for page in self.pages}
        made = as_shown(self._made / _FRAGMENTS, {fragment.name for fragment in self._known.values()})
        new = {paths.get(url, url): fragment for url, fragment in made.items()}
        if new.keys() & self._known.keys():
            # Names are short: what another page has now may have that of a known one, which Pagefind has named anew.
            self._known = {}
            shutil.rmtree(self._made)
            self._made.mkdir()
            self._process = self._start()
            self._wait()
            return self._fragments()
        return {**self._known, **new}

    def stop(self) -> None:
        if self.is_of_this_process:
            self._process.kill()
            self._process.wait()
            shutil.rmtree(self._made, ignore_errors=True)
            shutil.rmtree(self._given, ignore_errors=True)


def _folder_of(pages: tuple[Document, ...]) -> Path:
    """A new folder with the documents: in memory, where there is such a folder with room for them."""
    if _has_room(pages):
        with suppress(OSError):  # it is another's, or has been filled meanwhile
            return _written(pages, IN_MEMORY)
    return _written(pages, None)


def _written(pages: tuple[Document, ...], parent: Path | None) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="search-", dir=parent))
    try:
        write_files(((page.path, page.html) for page in pages), folder)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def _has_room(pages: tuple[Document, ...]) -> bool:
    try:
        return shutil.disk_usage(IN_MEMORY).free > _ROOM * sum(len(page.html) for page in pages)
    except OSError:
        return False


def files_of(fragments: Mapping[str, Fragment]) -> Iterator[tuple[str, bytes]]:
    """The files of fragments, by path within the folder of the index."""
    return ((f"{_FRAGMENTS}/{fragment.name}", fragment.content) for fragment in fragments.values())


def write_files(contents: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """Write files, by path below a folder."""
    folders: dict[str, str] = {}
    for path, content in contents:
        parent, _, name = path.rpartition("/")
        if parent not in folders:
            folders[parent] = os.fspath(folder / parent)
            try:
                os.mkdir(folders[parent])  # noqa: PTH102 -- those above are there as a rule, and pages have one each
            except FileExistsError:
                pass
            except FileNotFoundError:
                os.makedirs(folders[parent])  # noqa: PTH103
        with open(f"{folders[parent]}/{name}", "wb") as file:  # noqa: PTH123 -- of all pages, at each edit
            file.write(content)


def _publish(made: Path, target: Path) -> tuple[Mapping[str, Any], tuple[str, ...]]:
    """Move what is needed into the target; returns Pagefind's list of languages, and the paths of the files."""
    entry: dict[str, Any] = json.loads((made / "pagefind-entry.json").read_text(encoding="utf-8"))
    wanted = {"pagefind.js", *(f"wasm.{one['wasm'] or 'unknown'}.pagefind" for one in entry["languages"].values())}
    files = [path.name for path in made.iterdir() if path.name in wanted or path.suffix == ".pf_meta"]
    target.mkdir(parents=True, exist_ok=True)
    for folder in _NEEDED:
        if (made / folder).is_dir():
            (target / folder).mkdir(exist_ok=True)
            files += [f"{folder}/{path.name}" for path in (made / folder).iterdir()]
    for path in files:
        (made / path).replace(target / path)
    return entry, tuple(path for path in files if not path.startswith(f"{_FRAGMENTS}/"))
