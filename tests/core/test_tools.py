"""The tools that check scripts and styles come as locked, from whatever registry one uses."""

from __future__ import annotations

import json
from pathlib import Path

ROOT = Path(__file__).parents[2]
WANTED = json.loads((ROOT / "package.json").read_text("utf-8"))
LOCKED = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]


def test_the_lock_is_that_of_the_list() -> None:
    assert LOCKED[""]["devDependencies"] == WANTED["devDependencies"]
    for name, version in WANTED["devDependencies"].items():
        # A newer version of a formatter or checker may report something else.
        assert LOCKED[f"node_modules/{name}"]["version"] == version


def test_each_package_has_a_hash_and_no_address() -> None:
    packages = {name: package for name, package in LOCKED.items() if name}
    assert packages
    for name, package in packages.items():
        assert package["integrity"].startswith("sha512-"), name
        assert "resolved" not in package, name
