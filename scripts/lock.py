"""Write requirements.lock: the newest versions that pyproject.toml admits and every supported Python can run.

One version of each package serves everybody, so that a site looks the same wherever it is built.
`make lock` runs this file.
"""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"

# The oldest Python allowed, so that nobody gets a version that their Python cannot run (Debian 12: 3.11.2).
OLDEST_PYTHON = "3.11.0"

# What builds the project itself, so that `pip install --no-build-isolation -e .` needs no network.
BUILD = ["setuptools", "wheel"]

HEADER = "# Made by `make lock`. Do not edit: change pyproject.toml, then run `make lock`.\n"


def wanted() -> list[str]:
    """Return every requirement of pyproject.toml, with all extras, and what builds the project."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [requirement for extra in project["optional-dependencies"].values() for requirement in extra]
    return [*project["dependencies"], *extras, *BUILD]


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
