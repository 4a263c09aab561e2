"""The plugin `incremental`: what is said about a site of which nothing has changed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml


@pytest.mark.parametrize("program", ["mkdocs", "properdocs"])
def test_an_unchanged_site_says_again_what_was_said_about_it(program: str, tmp_path: Path) -> None:
    """The program leaves out a line that it has said before; neither that nor the lines on the build itself count."""
    theme = tmp_path / "theme"
    theme.mkdir()
    for name in ("main", "empty", "another"):
        (theme / f"{name}.html").write_text("{{ page.content }}", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Home\n", encoding="utf-8")
    settings = {
        "site_name": "Test",
        "theme": {"name": None, "custom_dir": "theme", "static_templates": ["empty.html", "another.html"]},
        "plugins": ["incremental"],
    }
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(settings), encoding="utf-8")

    def told() -> list[str]:
        run = subprocess.run(
            [sys.executable, "-m", program, "build", "--strict", "--config-file", "mkdocs.yml"],
            cwd=tmp_path,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            check=True,
        )
        return sorted(re.sub(r"[\d.]+ seconds", "", line) for line in run.stderr.splitlines())

    first, second = told(), told()
    assert len([line for line in first if "Template skipped" in line]) == 2
    own = [[line for line in lines if "incremental:" in line] for lines in (first, second)]
    assert [len(lines) for lines in own] == [1, 1]
    assert "Nothing has changed" in own[1][0]
    assert [line for line in first if line not in own[0]] == [line for line in second if line not in own[1]]
