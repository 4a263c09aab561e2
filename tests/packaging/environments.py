"""Environments with only the declared requirements of a distribution, made without a network."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from email.message import Message
from email.parser import Parser
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement


def metadata_of(wheel: Path) -> Message:
    """Metadata of a wheel."""
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return Parser().parsestr(archive.read(name).decode())


class Environment:
    """A virtual environment with our wheels, and with links to what they require where the tests run."""

    def __init__(self, folder: Path, wheels: list[Path]) -> None:
        """Make an empty one, without pip."""
        venv.create(folder)
        self._bin = folder / "bin"
        self._wheels = {metadata_of(wheel)["Name"]: wheel for wheel in wheels}
        self._libraries = folder / "libraries"
        self._libraries.mkdir()
        site = sysconfig.get_path("purelib", "venv", vars={"base": str(folder), "platbase": str(folder)})
        Path(site, "libraries.pth").write_text(f"{self._libraries}\n", encoding="utf-8")

    def install(self, *requirements: str) -> None:
        """Install distributions of ours from their wheels, others by links; pip fails where a requirement isn't met."""
        needed = self._closure([Requirement(requirement) for requirement in requirements])
        for name in needed - self._wheels.keys():
            self._link(name)
        ours = [r for r in requirements if Requirement(r).name in self._wheels]
        pip = [sys.executable, "-m", "pip", "--python", str(self._bin / "python"), "install", "--quiet", "--no-index"]
        folders = {str(wheel.parent) for wheel in self._wheels.values()}
        done = _run([*pip, *(f"--find-links={folder}" for folder in folders), *ours], self._bin)
        assert done.returncode == 0, done.stdout + done.stderr

    def run(self, *command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        """Run `python`, or a command that a distribution brings."""
        program, *rest = command
        return _run([str(self._bin / program), *rest], cwd)

    def _closure(self, wanted: list[Requirement]) -> set[str]:
        """Names of all distributions that the requirements come to."""
        seen: set[tuple[str, str]] = set()
        while wanted:
            requirement = wanted.pop()
            for extra in {"", *requirement.extras}:
                if (requirement.name, extra) in seen:
                    continue
                seen.add((requirement.name, extra))
                entries = [Requirement(entry) for entry in self._requires(requirement.name)]
                wanted += [e for e in entries if e.marker is None or e.marker.evaluate({"extra": extra})]
        return {name for name, _ in seen}

    def _requires(self, name: str) -> list[str]:
        wheel = self._wheels.get(name)
        return (metadata_of(wheel).get_all("Requires-Dist") if wheel else metadata.requires(name)) or []

    def _link(self, name: str) -> None:
        distribution = metadata.distribution(name)
        for top in {path.parts[0] for path in distribution.files or []} - {"..", "__pycache__"}:
            target = self._libraries / top
            if not target.exists():
                target.symlink_to(str(distribution.locate_file(top)))


def _run(command: list[str], cwd: Path) -> subprocess.CompletedProcess[str]:
    foreign = ("PYTHON", "PIP_", "VIRTUAL_ENV")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    own = {"NO_MKDOCS_2_WARNING": "1", "PYTHONDONTWRITEBYTECODE": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return subprocess.run(
        command, cwd=cwd, env=kept | own, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
