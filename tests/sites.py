"""Builds of this site's settings, templates and plugins: with its own contents, or in a copy with others."""

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
"""Docs folder of the fixture site, in the languages of this site. It doesn't change when this site's contents do."""
FIXTURE_URL = "http://127.0.0.1/servicekompas/"
"""`site_url` of the fixture site."""
FIXTURE_FILES = "https://github.com/acme/site"
"""Where the files of the fixture site are edited."""


def build_fixture(folder: Path) -> None:
    """Assemble the fixture site in a folder, and build it into the subfolder `site`."""
    build(assemble(folder, FIXTURE), folder / "site", FIXTURE_URL, EDIT_URI=f"{FIXTURE_FILES}/edit/main/docs/")


def assemble(folder: Path, contents: Path) -> Path:
    """Copy this site with other contents: a docs folder, with or without what the templates ask for."""
    shutil.copytree(contents, folder / "docs")
    for name in ("fonts", "images", "javascripts"):
        shutil.copytree(ROOT / "docs/assets" / name, folder / "docs/assets" / name, dirs_exist_ok=True)
    shutil.copytree(ROOT / "overrides", folder / "overrides", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "plugins").symlink_to(ROOT / "plugins", target_is_directory=True)
    # Shares the cache: making share images takes most of the time of a first build.
    (ROOT / ".cache").mkdir(exist_ok=True)
    (folder / ".cache").symlink_to(ROOT / ".cache", target_is_directory=True)
    return folder


def build(folder: Path, target: Path, url: str, **settings: str) -> str:
    """Build a site strictly, with variables of the environment for its settings; returns the log of MkDocs.

    Fails on any warning.
    """
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target)],
        cwd=folder,
        env=os.environ | {"SITE_URL": url, "NO_MKDOCS_2_WARNING": "1"} | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "WARNING" not in run.stderr
    return run.stderr


def once(request_folder: Path, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that all workers of a run share: the first worker makes it, the others wait.

    `request_folder` is the base folder of the worker's temporary folders.
    """
    # Each worker's base folder is within that of the run.
    run_folder = request_folder.parent if "PYTEST_XDIST_WORKER" in os.environ else request_folder
    folder = run_folder / "shared" / name
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_name(f"{name}.lock")):
        if not folder.exists():
            unfinished = folder.with_name(f"{name}.unfinished")
            make(unfinished)
            unfinished.rename(folder)
    return folder
