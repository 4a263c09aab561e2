"""This site, strictly built at the root of a host and under a base path."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from lxml import html

ROOT = Path(__file__).parents[2]
LANGUAGES = ("da", "sv", "nb", "en")


@dataclass(frozen=True)
class BuiltPage:
    """One HTML file of the site."""

    address: str
    """From the root of the site, "" for the front page."""
    path: Path

    @cached_property
    def tree(self) -> html.HtmlElement:
        """The parsed page."""
        return html.fromstring(self.path.read_text(encoding="utf-8"))

    @property
    def language(self) -> str:
        """The language that the address says."""
        first = self.address.split("/")[0]
        return first if first in LANGUAGES else "da"

    @property
    def within_language(self) -> str:
        """The address without the language."""
        return self.address.removeprefix(f"{self.language}/")

    @cached_property
    def ids(self) -> list[str]:
        """Every id on the page."""
        return [str(id) for id in self.tree.xpath("//@id")]


@dataclass(frozen=True)
class BuiltSite:
    """The built site."""

    folder: Path
    url: str
    base_path: str

    @cached_property
    def pages(self) -> list[BuiltPage]:
        """Every page but 404.html, which belongs to no address."""
        return [
            BuiltPage(path.relative_to(self.folder).as_posix().removesuffix("index.html"), path)
            for path in sorted(self.folder.rglob("*.html"))
            if path.name != "404.html"
        ]


@pytest.fixture(scope="session", params=["/", "/servicekompas/"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site under both kinds of address. A warning fails the build, and so every test."""
    folder = tmp_path_factory.mktemp("site")
    url = f"https://example.org{request.param}"
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        env=os.environ | {"SITE_URL": url, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "WARNING" not in run.stderr
    return BuiltSite(folder, url, request.param)
