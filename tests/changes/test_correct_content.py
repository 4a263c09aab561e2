"""Adding, changing or deleting correct content fails no check and no test of this site."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from mkdocs_foundation.sources import front_matter, site_config
from tests import sites

STATEMENT = re.compile(r"^- \[ \] .*\{#[\w-]+.*\}$", re.MULTILINE)
NEXT_YEAR = date.today().year + 1
CHECKLIST = (
    "\n## Er I klar? {.assessment #added-check scale=yes-no}\n\n- [ ] Vi er klar. {#added-ready}\n\n"
    "### Hvad svaret viser {.results}\n\n- **0–50** Vent lidt.\n- **50–100** Gå i gang.\n"
)


@pytest.fixture(scope="module")
def changed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this site in which an author has done everything at once."""
    root = sites.assemble(tmp_path_factory.mktemp("changed") / "site", sites.ROOT / "docs")
    docs = root / "docs"
    languages = list(site_config.read(root / "mkdocs.yml").site.languages)
    source = docs / languages[0]
    delete_an_article(docs, source, languages)
    add_a_statement(docs, source, languages)
    reword(source)
    post = settings_of(next(path for path in sorted((source / "blog/posts").glob("*.md")) if is_plain(path)))
    for day in ("2027-01-01", f"{NEXT_YEAR}-06-30"):
        write(source / f"blog/posts/added-{day}.md", post | {"date": day})
    article = settings_of(next(path for path in sorted((source / "articles").glob("*.md")) if is_plain(path)))
    write(source / "articles/added.md", article | {"date": f"{NEXT_YEAR}-01-02"}, CHECKLIST)
    return root


def is_plain(path: Path) -> bool:
    """Whether a page is an ordinary text of its folder."""
    return path.name != "index.md" and "{.assessment" not in path.read_text("utf-8")


def settings_of(path: Path) -> dict[str, object]:
    """The settings of a page, but for what ties it to that page."""
    values = front_matter.split(path.read_text("utf-8"), path.name)[0].values
    return {name: value for name, value in values.items() if name not in ("translation", "former_slugs", "pin")}


def write(path: Path, settings: dict[str, object], more: str = "") -> None:
    """A page in one language, which nothing links to."""
    settings |= {"title": f"Noget nyt {path.stem}", "slug": path.stem, "tags": ["Solskin"]}
    # A date is written without quotation marks; JSON is YAML.
    head = [f"{name}: {value if name == 'date' else json.dumps(value)}\n" for name, value in settings.items()]
    text = f"# {settings['title']}\n\nKort.\n\n<!-- more -->\n\nOg godt.\n{more}"
    path.write_text("".join(["---\n", *head, "---\n", text]), encoding="utf-8")


def delete_an_article(docs: Path, source: Path, languages: list[str]) -> None:
    """Delete the last article in every language, and turn links to it into words."""
    name = [path.name for path in sorted((source / "articles").glob("*.md")) if is_plain(path)][-1]
    for language in languages:
        (docs / language / "articles" / name).unlink(missing_ok=True)
    for path in docs.rglob("*.md"):
        text = path.read_text("utf-8")
        path.write_text(re.sub(rf"\[([^\[\]]*)\]\([^()\s]*\b{re.escape(name)}[^()\s]*\)", r"\1", text), "utf-8")


def add_a_statement(docs: Path, source: Path, languages: list[str]) -> None:
    """Add a statement to the longest self-assessment, in every language."""
    pages = (source / "self-assessments").glob("*.md")
    longest = max(pages, key=lambda path: len(STATEMENT.findall(path.read_text("utf-8"))))
    for path in (docs / language / "self-assessments" / longest.name for language in languages):
        text = path.read_text("utf-8")
        last = list(STATEMENT.finditer(text))[-1]
        path.write_text(f"{text[: last.end()]}\n- [ ] Vi siger tak. {{#added-thanks}}{text[last.end() :]}", "utf-8")


def reword(source: Path) -> None:
    """Write every statement of the source language anew, and a sentence more into every page."""
    for path in source.rglob("*.md"):
        text = STATEMENT.sub(
            lambda line: re.sub(r"\] .*? \{#", "] Det her er skrevet om. {#", line[0]), path.read_text("utf-8")
        )
        path.write_text(re.sub(r"^([A-ZÆØÅ][^\n]*\.)$", r"\1 Det er nyt.", text, count=1, flags=re.MULTILINE), "utf-8")


@pytest.mark.parametrize("command", ["mkdocs_self_assessment.cli", "mkdocs_multilingual.cli"])
def test_the_checks_find_no_error_and_no_warning(changed: Path, command: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", command, "check", "--strict"], cwd=changed, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert "0 errors, 0 warnings" in run.stdout


def test_the_tests_of_the_site_pass(changed: Path) -> None:
    """But for axe, which takes as long as all others: what was added are paragraphs and a statement as there are."""
    own = {name: value for name, value in os.environ.items() if "PYTEST" not in name}
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "tests/site",
            "-q",
            "-k",
            "not axe",
            "-p",
            "no:cacheprovider",
            "-p",
            "no:xdist",
        ],
        cwd=sites.ROOT,
        env=own | {"SERVICEKOMPAS_SITE": str(changed)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout[-6000:] + run.stderr[-2000:]
    assert " passed" in run.stdout
