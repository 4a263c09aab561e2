"""Write requirements.lock: the newest versions that the pyproject.toml files admit and every supported Python can run.

One version of each package serves everybody, so that a site looks the same wherever it is built.
`make lock` runs this file.
"""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"

# The oldest Python allowed, so that nobody gets a version that their Python cannot run (Debian 12: 3.11.2).
OLDEST_PYTHON = "3.11.0"

# What builds the distributions themselves, so that an editable install needs no network.
BUILD = ["setuptools", "wheel"]

HEADER = "# Made by `make lock`. Do not edit: change pyproject.toml, then run `make lock`.\n"


def wanted() -> list[str]:
    """Return every requirement of the site, its tools and the distributions in plugins/, and what builds these."""
    own: set[str] = set()
    found: list[str] = []
    for path in [ROOT / "pyproject.toml", *sorted(ROOT.glob("plugins/*/pyproject.toml"))]:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
        project = settings["project"]
        own.add(project["name"])
        groups = [*project.get("optional-dependencies", {}).values(), *settings.get("dependency-groups", {}).values()]
        found += [*project["dependencies"], *(requirement for group in groups for requirement in group)]
    return [*(entry for entry in found if re.split(r"[^\w-]", entry)[0] not in own), *BUILD]


def resolve(requirements: list[str]) -> dict[str, str]:
    """Ask pip, without installing anything, which version of which package the requirements come to."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--ignore-installed"]
    # pip wants a target folder along with a Python version; a dry run writes nothing into it.
    options = ["--report=-", "--target=.", "--only-binary=:all:", f"--python-version={OLDEST_PYTHON}"]
    done = subprocess.run([*pip, *options, *requirements], check=True, stdout=subprocess.PIPE)
    packages = [entry["metadata"] for entry in json.loads(done.stdout)["install"]]
    return {package["name"].lower().replace("_", "-"): package["version"] for package in packages}


def main() -> None:
    """Write the lock."""
    versions = resolve(wanted())
    lines = [f"{name}=={version}\n" for name, version in sorted(versions.items())]
    LOCK.write_text(HEADER + "".join(lines), encoding="utf-8", newline="\n")
    print(f"{LOCK.name}: {len(lines)} packages")


if __name__ == "__main__":
    main()
