"""The guide for authors, followed to the letter in a clean checkout, publishes a self-assessment in two languages."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from mkdocs_foundation.sources import front_matter, site_config
from tests import sites

FENCE = re.compile(r"^```(?P<kind>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
PAGES = ("index", "writing", "self-assessments", "translating", "publishing")
"""The pages of the guide in the order in which they are read."""
LANGUAGES = ("da", "sv")
"""Those in which it writes a self-assessment."""
BUILD = "make build"
PUBLISHED_BY = ("servicekompas check", BUILD)
"""What workflows run before a page is published."""


@dataclass(frozen=True)
class Walk:
    """A checkout in which the guide was followed."""

    folder: Path
    written: tuple[Path, ...]
    """Files that the guide says to write."""


def run(folder: Path, command: str) -> str:
    """Run a command of the guide or of a workflow in the environment that `make setup` makes."""
    path = f"{folder / '.venv/bin'}{os.pathsep}{os.environ['PATH']}"
    settings = {"PATH": path, "SHARE_IMAGES": "false", "SITE_URL": "https://example.org/guide/", "MAKEFLAGS": ""}
    done = subprocess.run(
        command, shell=True, cwd=folder, env=os.environ | settings, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout[-4000:]}{done.stderr[-4000:]}"
    return done.stdout


def workflow_commands(folder: Path) -> list[str]:
    """The commands of the workflow that publishes, and of those that it waits for, in their order."""
    steps: list[dict[str, Any]] = []
    for name in ("check", "pages"):
        jobs = yaml.safe_load((folder / f".github/workflows/{name}.yml").read_text("utf-8"))["jobs"]
        steps += [step for job in jobs.values() for step in job.get("steps", []) if "strategy" not in job]
    return [step["run"] for step in steps if any(part in step.get("run", "") for part in PUBLISHED_BY)]


def keep_languages(folder: Path) -> None:
    """Take the languages out of a checkout in which the guide writes nothing; they are half of its build.

    `test_correct_content.py` has a page that is new in one language built in all of them.
    """
    path = folder / "mkdocs.yml"
    text = path.read_text("utf-8")
    for locale in [locale for locale in site_config.read(path).site.languages if locale not in LANGUAGES]:
        text = re.sub(rf"^ +- locale: {locale}\n(?: {{10,}}.*\n)+", "", text, flags=re.MULTILINE)
        text = re.sub(rf", {locale}: (?:text|notice)\b", "", text)
        shutil.rmtree(folder / "docs" / locale)
    path.write_text(text, encoding="utf-8")
    assert tuple(site_config.read(path).site.languages) == LANGUAGES


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """A clone in which each file of the guide was written and each command run, but for the build, which comes last."""
    folder = tmp_path_factory.mktemp("walk") / "site"
    subprocess.run(["git", "clone", "--quiet", str(sites.ROOT), str(folder)], check=True)
    keep_languages(folder)
    (folder / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    (folder / ".cache").mkdir()
    written = []
    guide = folder / "docs/da/guide"
    for block in (block for page in PAGES for block in FENCE.finditer((guide / f"{page}.md").read_text("utf-8"))):
        if block["title"]:
            path = folder / block["title"]
            path.write_text(block["text"], encoding="utf-8")
            written.append(path)
        elif block["kind"] == "sh":
            for command in block["text"].splitlines():
                if command != BUILD:
                    run(folder, command)
    run(folder, "git add docs && git -c user.name=A -c user.email=a@example.org commit --quiet -m 'From the guide'")
    return Walk(folder, tuple(written))


def test_the_walk_ends_with_a_published_self_assessment_in_two_languages(walk: Walk) -> None:
    commands = workflow_commands(walk.folder)
    assert len(commands) == len(PUBLISHED_BY)
    states = {entry["file"]: entry["state"] for entry in json.loads(run(walk.folder, "servicekompas status --json"))}
    assert states[walk.written[1].relative_to(walk.folder / "docs").as_posix()] == "current"
    for command in commands:  # the environment is there, at another path than its own, and must not be set up again
        run(walk.folder, command.replace(BUILD, "make --old-file=setup build"))
    languages = list(site_config.read(walk.folder / "mkdocs.yml").site.languages)
    found = {}
    for path in walk.written:
        locale, folder, name = path.relative_to(walk.folder / "docs").parts
        index = walk.folder / "docs" / locale / folder / "index.md"
        slugs = [
            front_matter.split(page.read_text("utf-8"), page.name)[0].values.get("slug", page.stem)
            for page in (index, path)
        ]
        start = "" if locale == languages[0] else f"{locale}/"
        tree = html.fromstring((walk.folder / "site" / start / "/".join(map(str, slugs)) / "index.html").read_bytes())
        (data,) = tree.xpath("//script[contains(@class, 'sa-data')]/text()")
        statements = tree.xpath("//fieldset//legend | //fieldset//*[@role='heading']")
        found[locale] = (json.loads(data)["id"], len(json.loads(data)["items"]), bool(statements), name)
    assert found == dict.fromkeys(LANGUAGES, ("handover", 12, True, "handover.md"))


def test_pictures_of_the_guide_are_there_in_each_language() -> None:
    for page in sorted((sites.ROOT / "docs").glob("*/guide/*.md")):
        for alt, target in re.findall(r"!\[([^\]]*)\]\((?!.*counter)([^)]+)\)", page.read_text("utf-8")):
            picture = (page.parent / target).resolve()
            assert alt, target
            assert picture.stat().st_size < 60_000, target
            names = picture.name.split(".")
            assert len(names) == 2 or names[1] == page.relative_to(sites.ROOT / "docs").parts[0], f"{page}: {target}"
