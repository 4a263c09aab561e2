"""Write the locks: one version of each package, with the hashes of all its files, for every system and Python.

A version that is locked stays until it no longer fits what the pyproject.toml files ask for; `make lock UPGRADE=1`
moves all of them to the newest that fit. A lock has names, versions and hashes only: the machine that installs the
packages chooses the index. `make lock` runs this file.
"""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

OLDEST_PYTHON = "3.11"
"""Locked versions must support it and every newer Python."""

BUILD = ["setuptools", "wheel"]
"""Packages that build the distributions themselves; locked, so that an editable install needs no network."""

MATERIALX = "materialx"
"""Dependency group of the environment that has MaterialX instead of Material."""

HEADER = "# Made by `make lock`. Do not edit: change a pyproject.toml, then run `make lock`.\n"


def name_of(requirement: str) -> str:
    """Return the normalized package name of a requirement."""
    return re.split(r"[^\w.-]", requirement.strip())[0].lower().replace("_", "-").replace(".", "-")


def wanted(root: Path = ROOT, *, materialx: bool = False) -> list[str]:
    """Return the requirements of the site and of the distributions in plugins/, and of building these.

    With `materialx`: only what a build of the site needs, without the development tools; and MaterialX instead of
    Material, since both install a package `material`.
    """
    own: set[str] = set()
    found: list[str] = []
    for path in [root / "pyproject.toml", *sorted(root.glob("plugins/*/pyproject.toml"))]:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
        project = settings["project"]
        own.add(project["name"])
        groups = settings.get("dependency-groups", {})
        chosen = [entries for name, entries in groups.items() if (name == MATERIALX) is materialx]
        extras = project.get("optional-dependencies", {}).values()
        found += [entry for entries in (project["dependencies"], *extras, *chosen) for entry in entries]
    without = own | ({"mkdocs-material"} if materialx else set())
    return [*(entry for entry in found if name_of(entry) not in without), *BUILD]


def write(lock: Path, requirements: list[str], *options: str) -> None:
    """Resolve the requirements, keeping versions that are locked already, and write the lock."""
    command = [sys.executable, "-m", "uv", "--quiet", "pip", "compile", "-", "--output-file", lock.name]
    # Universal: one file for all systems and Pythons, with markers; a version is chosen only if there are wheels of it.
    command += ["--universal", f"--python-version={OLDEST_PYTHON}", "--fork-strategy=fewest", "--only-binary=:all:"]
    command += ["--generate-hashes", "--no-header", "--no-annotate", *options]
    given = "\n".join(requirements)
    subprocess.run(command, check=True, cwd=ROOT, input=given, encoding="utf-8", stdout=subprocess.DEVNULL)
    text = lock.read_text(encoding="utf-8")
    lock.write_text(HEADER + text, encoding="utf-8", newline="\n")
    print(f"{lock.name}: {text.count('==')} packages")


def main() -> None:
    """Write both locks; a package in both has the same version in both."""
    upgrade = ["--upgrade"] if "--upgrade" in sys.argv[1:] else []
    write(ROOT / "requirements.lock", wanted(), *upgrade)
    shared = ["--constraints", "requirements.lock"]
    write(ROOT / "requirements-materialx.lock", wanted(materialx=True), *shared, *upgrade)


if __name__ == "__main__":
    main()
