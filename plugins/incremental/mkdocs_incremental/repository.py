"""The state of a repository, by which pages may show dates and states of translations."""

from __future__ import annotations

from pathlib import Path


def commit(folder: Path) -> str | None:
    """The commit that is checked out where a folder is; "" outside a repository, `None` where it can't be read."""
    found = next((path for path in (folder, *folder.parents) if (path / ".git").exists()), None)
    if found is None:
        return ""
    git = found / ".git"
    try:
        if git.is_file():  # a work tree beside its repository
            git = (found / git.read_text("utf-8").partition("gitdir:")[2].strip()).resolve()
        head = (git / "HEAD").read_text("utf-8").strip()
        name = head.partition("ref: ")[2]
        found_commit = _of(name, git) if name else head
        return found_commit and found_commit + _begin(git)
    except (OSError, UnicodeDecodeError):
        return None


def _folders(git: Path) -> list[Path]:
    common = git / "commondir"
    return [git, *([git / common.read_text("utf-8").strip()] if common.is_file() else [])]


def _begin(git: Path) -> str:
    """Where a history begins that was fetched in part."""
    return "".join(path.read_text("utf-8") for folder in _folders(git) if (path := folder / "shallow").is_file())


def _of(name: str, git: Path) -> str | None:
    folders = _folders(git)
    for folder in folders:
        if (folder / name).is_file():
            return (folder / name).read_text("utf-8").strip()
    for folder in folders:
        packed = folder / "packed-refs"
        lines = packed.read_text("utf-8").splitlines() if packed.is_file() else []
        if line := next((line for line in lines if line.endswith(f" {name}")), None):
            return line.split()[0]
    return None
