"""Files that other plugins add or remove: what is published is what was checked, and nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plugin.building import Built, build_site

CHECK = """---
title: {title}
assessment:
  id: {id}
  scale: yes-no
---
# {title}

- [ ] We ask. {{#ask}}

## Results {{.results}}

- **0–100** See [read](articles/read.md).
"""
ARTICLE = """# Read

## Check {.assessment #chk scale=yes-no}

- [ ] We read. {#read}

### Results {.results}

- **0–100** Good.
"""
FILES: dict[str, str | bytes] = {
    "index.md": "# Home\n",
    "check.md": CHECK.format(title="Check", id="check"),
    "articles/read.md": ARTICLE,
    "self-assessments/index.md": "# All\n",
}
HOOK = '''"""A plugin that makes and removes files."""
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File

GENERATED = {generated!r}


@event_priority({priority})
def on_files(files, config):
    for name in {removed!r}:
        files.remove(files.get_file_from_path(name))
    for name, content in GENERATED.items():
        if there := files.get_file_from_path(name):
            files.remove(there)
        files.append(File.generated(config, name, content=content))
    return files
'''


def hook(priority: int, generated: dict[str, str] | None = None, removed: tuple[str, ...] = ()) -> str:
    return HOOK.format(priority=priority, generated=generated or {}, removed=removed)


def site(root: Path, files: dict[str, str | bytes], hook: str = "", languages: tuple[str, ...] = ()) -> Built:
    return build_site(root, files, languages=languages, hook=hook)


def cards(built: Built, address: str) -> list[str]:
    return [a.get("href") for a in built.page(address).xpath("//a[ancestor::*[contains(@class, 'sa-card')]]")]


@pytest.mark.parametrize("languages", [(), ("da", "sv")], ids=["one", "two"])
def test_files_that_are_added_and_removed_in_time(tmp_path: Path, languages: tuple[str, ...]) -> None:
    folder = f"{languages[0]}/" if languages else ""
    files = {f"{folder}{name}": content for name, content in FILES.items()}
    # The removed copy has an id and a link that would be wrong if it were read.
    copy = CHECK.format(title="Copy", id="check").replace("articles/read.md", "missing.md")
    files |= {f"{folder}old/copy.md": copy, **({"sv/index.md": "# Hem\n"} if languages else {})}
    # static-i18n can't sort a file that is nowhere on the disk.
    made = {} if languages else {"made.md": CHECK.format(title="Made", id="made")}
    built = site(tmp_path, files, hook(0, made, (f"{folder}old/copy.md",)), languages)
    assert (built.aborted, built.messages) == (False, [])
    others = [] if languages else ["made"]
    for address in others:
        assert built.page(address).xpath("//self-assessment")
    assert not built.has("old/copy")
    assert cards(built, "self-assessments") == ["chk/", "../check/", *(f"../{name}/" for name in others)]
    assert cards(built, "articles/read")[1:] == ["../../check/", *(f"../../{name}/" for name in others)]


def test_a_self_assessment_that_is_added_and_wrong_is_reported(tmp_path: Path) -> None:
    wrong = CHECK.format(title="Made", id="made").replace("- [ ]", "- [x]")
    built = site(tmp_path, FILES, hook(0, {"made.md": wrong}))
    assert built.aborted
    assert "made.md:9: error [ticked]" in built.messages[0]


@pytest.mark.parametrize("priority", [-200, -2000])
def test_what_is_added_after_the_reading_is_not_published_raw(tmp_path: Path, priority: int) -> None:
    built = site(tmp_path, FILES, hook(priority, {"made.md": CHECK.format(title="Made", id="made")}))
    assert built.aborted
    message = built.messages[0]
    assert "made.md:3: error [changed-markdown]" in message
    assert "was never checked" in message


def test_what_is_removed_after_the_reading_has_no_card_and_no_page(tmp_path: Path) -> None:
    built = site(tmp_path, FILES, hook(-200, removed=("check.md", "articles/read.md")))
    assert not built.aborted
    assert not built.has("self-assessments/chk")
    assert cards(built, "self-assessments") == []


@pytest.mark.parametrize(
    "name",
    [
        *("self-assessments/chk.md", "self-assessments/chk/index.md", "self-assessments/chk/README.md"),
        *("Self-Assessments/Chk.md", "self-assessments/chk/index.html"),
    ],
)
def test_a_page_of_an_author_is_never_overwritten(tmp_path: Path, name: str) -> None:
    built = site(tmp_path, FILES | {name: "# My own page\n"})
    assert built.aborted
    message = built.messages[0]
    assert "articles/read.md:3: error [address-taken]" in message
    assert f"docs/{name} exists" in message


@pytest.mark.parametrize("name", ["self-assessments/chk.md", "self-assessments/chk/index.md"])
@pytest.mark.parametrize("priority", [0, -105, -200])
def test_nor_is_one_that_another_plugin_makes(tmp_path: Path, name: str, priority: int) -> None:
    built = site(tmp_path, FILES, hook(priority, {name: "# Made\n"}))
    assert built.aborted
    assert any("articles/read.md:3: error [address-taken]" in m and name in m for m in built.messages), built.messages


def test_in_folders_of_languages_and_without_directories(tmp_path: Path) -> None:
    files = {f"da/{name}": content for name, content in FILES.items()} | {"sv/index.md": "# Hem\n"}
    built = build_site(tmp_path / "a", files | {"self-assessments/chk/index.html": b"x"})
    assert "da/articles/read.md:3: error [address-taken]" in built.messages[0]
    free = files | {"da/self-assessments/chk/index.md": "# Another address\n"}
    built = build_site(tmp_path / "b", free, use_directory_urls=False)
    assert not built.aborted, built.messages
    built = build_site(tmp_path / "c", free)
    assert "da/articles/read.md:3: error [address-taken]" in built.messages[0]
