"""Which source and translation changed in one commit, by the history of git.

A merge counts as one commit, with everything that it brought to the branch.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from pathlib import Path

from mkdocs_foundation.sources.fingerprint import fingerprint
from mkdocs_foundation.sources.pages import SourcePage, read_source
from mkdocs_foundation.values import dataclass

from ..saying import say
from .git import Contents, git

COMMITS = 2000
"""Maximum number of commits that are searched."""
NOW = "HEAD"


class Together(Enum):
    """What happened to a translation in the commit that gave its source the text that it has now."""

    CHANGED = "changed"
    """Its text changed too."""
    ADDED = "added"
    """It was added."""
    APART = "apart"
    """Nothing: its text stayed as it was."""
    LATER = "later"
    """It wasn't there yet."""
    UNKNOWN = "unknown"
    """The history doesn't reach as far back, or there is none."""


@dataclass(frozen=True)
class _Commit:
    name: str
    parents: int
    before: dict[str, str | None]
    """Path that each changed file had before, by its path; `None` for one that was added."""


class History:
    """The history of a docs folder, read when it is first asked."""

    def __init__(self, docs: Path) -> None:
        """Read nothing yet."""
        self._docs = docs
        self._contents = Contents(docs)
        self._texts: dict[tuple[str, str], str | None] = {}

    def together(self, source: SourcePage, translation: SourcePage) -> Together:
        """What happened to a translation when its source got the text that it has now, in files or a commit."""
        if not self._commits:
            return Together.UNKNOWN
        now = fingerprint(source.matter, source.body)
        committed = self._at(NOW, source.uri)
        if committed != now:  # not yet committed
            before = self._at(NOW, translation.uri)
            return _compared(before, fingerprint(translation.matter, translation.body))
        path, other = source.uri, translation.uri
        for commit in self._commits:
            if path in commit.before:
                earlier = commit.before[path]
                if earlier is None and not commit.parents and self._is_shallow:
                    return Together.UNKNOWN
                if earlier is None or self._at(f"{commit.name}^", earlier) != now:
                    return self._change(commit, other)
                path = earlier
            other = commit.before.get(other) or other
        return Together.UNKNOWN

    def translated_text(self, source: str, translation: str, digest: str, with_source: bool) -> str | None:
        """The newest committed text of a source that its translation was made from; both are paths.

        It has the fingerprint `digest`, which may be empty, or was committed together with the translation's text where
        `with_source` says that this counts. `None` where the history has none: no git, a shallow clone, another text.
        """
        path, other = source, translation
        for commit in self._commits:
            if path in commit.before and digest and self._at(commit.name, path) == digest:
                return self._text(commit.name, path)
            if with_source and other in commit.before:
                together = self._change(commit, other)
                if together is Together.CHANGED and self._change(commit, path) is not Together.APART:
                    return self._text(commit.name, path)
                if together is Together.ADDED and not digest:
                    return self._text(commit.name, path)
            path, other = commit.before.get(path) or path, commit.before.get(other) or other
        return None

    def _change(self, commit: _Commit, path: str) -> Together:
        """What happened to the text of a file in a commit."""
        was = commit.before.get(path, path)
        before = self._at(f"{commit.name}^", was) if was is not None else None
        return _compared(before, self._at(commit.name, path))

    def _text(self, revision: str, uri: str) -> str | None:
        content = self._contents.of(revision, uri)
        source = read_source(content, uri)[0] if content is not None else None
        return source.text if source else None

    @cached_property
    def _is_shallow(self) -> bool:
        return (git(self._docs, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"

    @cached_property
    def _commits(self) -> list[_Commit]:
        """The commits that changed files below the folder, the newest first."""
        form = ["--first-parent", "-m", "-M", "--relative", "--name-status", "-z", "--format=%x01%H %P"]
        written = git(self._docs, "log", f"-{COMMITS}", *form, "--", ".")
        return [_commit(entry) for entry in (written or b"").decode("utf-8", "surrogateescape").split("\x01")[1:]]

    def _at(self, revision: str, uri: str) -> str | None:
        """The fingerprint of a file in a commit; `None` where it isn't there or can't be read."""
        if (revision, uri) not in self._texts:
            content = self._contents.of(revision, uri)
            source = read_source(content, uri)[0] if content is not None else None
            self._texts[revision, uri] = fingerprint(source.matter, source.body) if source else None
        return self._texts[revision, uri]


def _compared(before: str | None, after: str | None) -> Together:
    if before is None:
        return Together.ADDED if after is not None else Together.LATER
    return Together.CHANGED if before != after else Together.APART


def _commit(entry: str) -> _Commit:
    head, *fields = entry.split("\0")
    name, *parents = head.split()
    return _Commit(name, len(parents), dict(_changes(iter(fields))))


def _changes(fields: Iterator[str]) -> Iterator[tuple[str, str | None]]:
    for field in fields:
        status = field.strip("\n")
        if status.startswith(("R", "C")):
            old, new = next(fields), next(fields)
            yield new, old if status.startswith("R") else None
        elif status:
            uri = next(fields)
            yield uri, None if status.startswith("A") else uri


def changed_since(docs: Path, base: str) -> list[str]:
    """The files below the docs folder that were added or changed since the branch left `base`.

    Raises `ValueError` where git doesn't know.
    """
    found = git(docs, "diff", "--name-only", "--diff-filter=d", "--relative", "-z", f"{base}...HEAD", "--", ".")
    if found is None:
        raise ValueError(
            say("git can't compare this branch with {base}: the history is not complete, or has no {base}.", base=base)
        )
    return [name for name in found.decode("utf-8", "surrogateescape").split("\0") if name]
