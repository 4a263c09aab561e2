"""Setting up beside another apt process waits for it."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from scripts import packages

ROOT = Path(__file__).parents[2]
BUSY = """#!/bin/sh
# Has the lock taken by another process twice.
tries=$(cat "$0.tries" 2>/dev/null || echo 0)
echo $((tries + 1)) >"$0.tries"
[ "$tries" -lt 2 ] || exit 0
echo "E: Could not get lock /var/lib/apt/lists/lock. It is held by process 1 (apt-get)" >&2
exit 100
"""


@pytest.fixture
def apt(tmp_path: Path) -> Path:
    program = tmp_path / "apt-get"
    program.write_text(BUSY, encoding="utf-8")
    program.chmod(0o755)
    return program


def test_packages_wait_for_the_lists(
    apt: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(packages, "PAUSE", 0.0)
    packages.refresh([str(apt), "update"])
    assert apt.with_suffix(".tries").read_text(encoding="utf-8") == "3\n"
    assert capsys.readouterr().err == ""


def test_setup_waits_for_the_lists(apt: Path) -> None:
    setup = (ROOT / "scripts/setup.sh").read_text(encoding="utf-8")
    refresh = setup[setup.index("refresh() {") :].split("\n}\n")[0] + "\n}\n"
    quick = 'as_root() { "$@"; }\nsay() { echo "$@"; }\nsleep() { :; }\n'
    done = subprocess.run(
        ["sh", "-euc", f"{quick}{refresh}refresh"],
        env={**os.environ, "PATH": f"{apt.parent}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == ""
    assert apt.with_suffix(".tries").read_text(encoding="utf-8") == "3\n"
