"""A copy of this site: its settings, templates and plugins around some contents, in a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

ROOT = Path(__file__).parents[1]
FIXTURE = ROOT / "tests" / "fixtures" / "site" / "docs"
"""Contents for the tests of behaviour, in the languages of this site. They stay as they are when the site's change."""


FIXTURE_URL = "http://127.0.0.1/servicekompas/"
"""The address that it is built for."""


def build_fixture(folder: Path) -> None:
    """The fixture in the templates of this site: what it is made of in the folder, the built site in `site/`."""
    build(assemble(folder, FIXTURE), folder / "site", FIXTURE_URL)


def assemble(folder: Path, contents: Path) -> Path:
    """Lay the copy down; `contents` is a docs folder, with or without the scripts and pictures of the templates."""
    shutil.copytree(contents, folder / "docs")
    for name in ("javascripts", "images"):
        shutil.copytree(ROOT / "docs/assets" / name, folder / "docs/assets" / name, dirs_exist_ok=True)
    shutil.copytree(ROOT / "overrides", folder / "overrides", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "plugins").symlink_to(ROOT / "plugins", target_is_directory=True)
    # Share images take most of the time of a first build.
    (ROOT / ".cache").mkdir(exist_ok=True)
    (folder / ".cache").symlink_to(ROOT / ".cache", target_is_directory=True)
    return folder


def build(folder: Path, target: Path, url: str) -> str:
    """Build a site strictly; what MkDocs says."""
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)],
        cwd=folder,
        env=os.environ | {"SITE_URL": url, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "WARNING" not in run.stderr
    return run.stderr


def once(request_folder: Path, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that all workers of a run share: the first to come makes it.

    `request_folder` is the base folder of the worker's own temporary folders.
    """
    # Every worker of a run has a folder of its own in the run's.
    run_folder = request_folder.parent if "PYTEST_XDIST_WORKER" in os.environ else request_folder
    folder = run_folder / "shared" / name
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_name(f"{name}.lock")):
        if not folder.exists():
            unfinished = folder.with_name(f"{name}.unfinished")
            make(unfinished)
            unfinished.rename(folder)
    return folder
