"""A release of one distribution: its tag, version, and notes from its changelog.

The tag `mkdocs-multilingual-v0.2.0` releases version 0.2.0 of mkdocs-multilingual.
`python -m scripts.release folder TAG` checks tag, version and changelog, and prints the distribution's folder;
`python -m scripts.release notes TAG` prints the section of its changelog about the version.
RELEASING.md has the procedure.
"""

from __future__ import annotations

import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

TAG = re.compile(r"(?P<name>mkdocs-[a-z-]+)-v(?P<version>\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?)")
HEADING = re.compile(r"## (?P<version>\S+) – (?P<date>\S+)\s*")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


class ReleaseError(Exception):
    """The tag can't be released; the message gives the reason and the remedy."""


@dataclass(frozen=True)
class Release:
    """One version of one distribution."""

    folder: Path
    """Folder of the distribution, below the root of the repository."""
    name: str
    """Name of the distribution."""
    version: str
    """Version without a leading `v`."""
    notes: str
    """Section of the changelog about the version, in Markdown."""


def release(tag: str, root: Path = ROOT) -> Release:
    """Return the release of a tag. Raises `ReleaseError` if tag, pyproject.toml and changelog don't agree."""
    projects = {
        (project := tomllib.loads(path.read_text(encoding="utf-8"))["project"])["name"]: (path.parent, project)
        for path in sorted(root.glob("plugins/*/pyproject.toml"))
    }
    found = TAG.fullmatch(tag)
    if found is None or found["name"] not in projects:
        allowed = ", ".join(f"{name}-v1.2.3" for name in projects)
        raise ReleaseError(f"The tag {tag} doesn't name a distribution and a version. Write it as one of: {allowed}.")
    folder, project = projects[found["name"]]
    if project["version"] != found["version"]:
        path = (folder / "pyproject.toml").relative_to(root)
        raise ReleaseError(
            f"The tag {tag} is on a commit where {path} has version {project['version']}. "
            "Set the version there, commit, and tag that commit."
        )
    changelog = folder / "CHANGELOG.md"
    notes = notes_of(changelog.read_text(encoding="utf-8"), found["version"], str(changelog.relative_to(root)))
    return Release(folder.relative_to(root), found["name"], found["version"], notes)


def notes_of(changelog: str, version: str, path: str = "CHANGELOG.md") -> str:
    """Return the section of a version, without its heading. Raises `ReleaseError` if it has no date or no text."""
    lines = changelog.splitlines()
    headings = [(number, found) for number, line in enumerate(lines) if (found := HEADING.fullmatch(line))]
    for place, (number, found) in enumerate(headings):
        if found["version"] != version:
            continue
        if not DATE.fullmatch(found["date"]):
            raise ReleaseError(
                f"{path}:{number + 1}: version {version} has no date. "
                f"Write the day of the release, as in `## {version} – 2027-01-31`."
            )
        end = headings[place + 1][0] if place + 1 < len(headings) else len(lines)
        notes = "\n".join(lines[number + 1 : end]).strip()
        if not notes:
            raise ReleaseError(f"{path}:{number + 1}: the section of version {version} is empty. Write what changed.")
        return notes + "\n"
    raise ReleaseError(f"{path} has no section `## {version} – <date>`. Add it, with what has changed.")


def main(arguments: list[str]) -> int:
    """Print the folder or the notes; return 1 if the tag can't be released, 2 if the arguments are wrong."""
    match arguments:
        case ["folder" | "notes" as command, tag]:
            try:
                found = release(tag)
            except ReleaseError as error:
                print(error, file=sys.stderr)
                return 1
            if command == "folder":
                print(found.folder.as_posix())
            else:
                print(found.notes, end="")
            return 0
        case _:
            print(__doc__, file=sys.stderr)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
