"""The two commands read the settings of a site as its build does, and so find the same."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.utils.yaml import yaml_load

from mkdocs_foundation.sources import site_config
from mkdocs_multilingual import cli
from mkdocs_self_assessment import cli as assessments
from tests.plugin.building import build_site, rebuild, write

BASE = """\
site_name: Base
theme: {name: material, font: false}
hooks: [hook.py]
docs_dir: !ENV [TEST_DOCS, pages]
exclude_docs: |
  /en/notes/
  *.draft.md
plugins:
  i18n:
    docs_structure: !ENV [TEST_NONE, TEST_STRUCTURE, suffix]
    languages:
      - {locale: sv, name: Svenska}
      - {locale: en, name: English, default: true}
  self-assessment: {}
  multilingual-blog:
    post_url_format: "{date}/{slug}"
    post_slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}
markdown_extensions: [attr_list]
"""
CHILD = """\
INHERIT: ../base.yml
site_name: Child
plugins:
  multilingual: {checks: strict}
  multilingual-blog: {blog_dir: ./news/}
"""
ASSESSMENT = (
    "---\nassessment:\n  id: a\n  scale: yes-no\n---\n# A\n\n- [x] Ticked. {#t}\n\n## R {.results}\n\n- **0–100** T.\n"
)
POST = "---\ndate: {date}\n{more}---\n# The same\n\nText.\n"
FILES = {
    **{f"{locale}/index.md": "# Home\n" for locale in ("en", "sv")},
    "en/check.md": ASSESSMENT,
    "en/notes/check.md": ASSESSMENT,
    "en/other.draft.md": ASSESSMENT,
    ".hidden/check.md": ASSESSMENT,
    "en/news/index.md": "# News\n",
    "en/news/posts/one.md": POST.format(date="2026-01-05", more=""),
    "en/news/posts/two.md": POST.format(date="2026-01-06", more=""),
    "en/news/posts/again.md": POST.format(date="2026-01-06", more=""),
    "en/news/posts/three.md": POST.format(date="2026-01-06", more="authors: [nobody]\n"),
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "site"
    for uri, text in FILES.items():
        path = root / "content" / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "base.yml").write_text(BASE, encoding="utf-8")
    (root / "mkdocs.yml").write_text(CHILD, encoding="utf-8")
    (root / "hook.py").write_text("from pathlib import Path\nPath(__file__ + '.ran').touch()\n", encoding="utf-8")
    monkeypatch.setenv("TEST_DOCS", "content")
    monkeypatch.setenv("TEST_STRUCTURE", "folder")
    monkeypatch.chdir(root)
    return root


def places(text: str) -> set[str]:
    """Each problem as `file:line: severity [code]`."""
    return set(re.findall(r"content/\S+:\d+: \w+ \[[a-z-]+\]", text))


def test_build_and_commands_agree(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert assessments.main(["check"]) == 1
    own = places(capsys.readouterr().out)
    assert cli.main(["check"]) == 1
    found = places(capsys.readouterr().out)
    assert {place.split(" ", 1)[0] for place in own} == {"content/en/check.md:8:"}
    assert own <= found
    assert not (site / "hook.py.ran").exists()
    assert found == places("\n".join(rebuild(site, strict=False).messages))
    assert {place.split(" ", 1)[0] for place in found} >= {"content/en/check.md:8:"}
    assert any("[post-address]" in place and "posts/two.md" in place for place in found)
    assert not any("notes/" in place or "draft" in place or "hidden" in place for place in found)
    one = site / "content/en/news/posts/three.md"
    for arguments in ([str(one)], [str(one.parent), "--language", "en"], ["--language", "sv"]):
        cli.main(["check", "--format", "json", *arguments])
        asked = json.loads(capsys.readouterr().out)["problems"]
        files = {place.split(":", 1)[0] for place in found if "content/sv" not in place and "/posts/" in place}
        expected = {"content/en/news/posts/three.md"} if arguments[0] == str(one) else files
        assert {problem["file"] for problem in asked} == (set() if "sv" in arguments else expected)


def test_the_settings_are_those_that_mkdocs_reads(site: Path) -> None:
    read = site_config.read(site / "mkdocs.yml")
    with (site / "mkdocs.yml").open("rb") as file:
        settings = yaml_load(file)
    assert read.docs == site / settings["docs_dir"]
    assert {name: set(options) for name, options in read.plugins.items()} == {
        name: set(options or {}) for name, options in settings["plugins"].items()
    }
    assert (list(read.site.languages), read.docs_dir) == (["en", "sv"], "content")


@pytest.mark.parametrize(
    ("written", "locales"),
    [
        ({}, ["en", "de"]),
        ({"docs_structure": "suffix"}, ["en", "de"]),
        ({"build_only_locale": "de"}, ["de"]),
        ({"build_only_locale": "fr"}, ["fr"]),
    ],
)
def test_a_language_that_is_not_built_is_none_of_the_site(
    tmp_path: Path, written: dict[str, str], locales: list[str]
) -> None:
    languages = [{"locale": "de", "name": "D"}, {"locale": "en", "name": "E", "default": True}]
    languages += [{"locale": "fr", "name": "F", "build": False}, {"locale": "null", "name": "N", "fixed_link": "/x"}]
    options = {"docs_structure": "folder", "languages": languages, **written}
    plugins = [{"i18n": options}, {"multilingual": {"status_page": "state", "suggestion": True}}, "multilingual-blog"]
    post = "---\ndate: 2026-01-01\n---\n# Post\n"
    uri = "{0}/{1}.md" if options["docs_structure"] == "folder" else "{1}.{0}.md"
    files = {uri.format(locale, "index"): "# Home\n" for locale in ("en", "de", "fr")}
    files |= {uri.format(locale, "blog/index"): "# Blog\n" for locale in locales}
    files |= {uri.format(locale, "blog/posts/a"): post for locale in ("fr", *locales)}
    files[uri.format("fr", "blog/posts/b")] = "# A post without a date\n"
    settings = {"plugins": plugins, "theme": {"name": "material", "font": False}}
    built = build_site(tmp_path, files, settings=settings)
    assert built.messages == (
        [] if "fr" not in locales else [m for m in built.messages if "docs/fr/blog/posts/b.md" in m or "1 error" in m]
    )
    read = site_config.read(tmp_path / "mkdocs.yml").site
    assert list(read.languages) == locales
    # It is prepared like any other.
    new, home = uri.format("fr", "new"), uri.format("fr", "index")
    write(tmp_path, {uri.format("en", "new"): "# New\n"})
    for command in (
        ["new", "translation", f"docs/{uri.format('en', 'new')}", "fr"],
        ["mark-current", f"docs/{new}", f"docs/{home}"],
    ):
        paths = [str(tmp_path / part) if part.startswith("docs/") else part for part in command]
        assert cli.main(["--config", str(tmp_path / "mkdocs.yml"), *paths]) == 0
    assert "  source: en\n" in (tmp_path / "docs" / new).read_text("utf-8")
    assert "  source: en\n" in (tmp_path / "docs" / home).read_text("utf-8")
    if "fr" not in locales:
        assert read.locate(uri.format("fr", "index")) is None
        assert built.has("blog/2026/01/01/post")
        sitemap = (built.folder / "sitemap.xml").read_text(encoding="utf-8")
        assert "/fr/" not in sitemap
        assert ("/de/" in sitemap) == ("en" in locales)
        assert cli.main(["--config", str(tmp_path / "mkdocs.yml"), "check"]) == 0


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("INHERIT: nowhere.yml\n", "nowhere.yml, which doesn't exist"),
        ("INHERIT: mkdocs.yml\n", "inherits from itself"),
        ("plugins: [i18n, multilingual-blog: {blog_dir: 5}]\n", "option `blog_dir`"),
        ("plugins: [multilingual-blog: {blog_dir: ../a}]\n", "option `blog_dir` of multilingual-blog is `../a`"),
        ("plugins: [multilingual: {strings: {}}]\ndocs_dir: 3\n", "is not a folder"),
        ("plugins:\n  - multilingual:\n      checks: severe\n", "mkdocs.yml:3: the option `checks` of multilingual"),
        ("plugins:\n  - self-assesment\n", 'mkdocs.yml:2: Did you mean "self-assessment"?'),
        ("plugins:\n<<<<<<< HEAD\n  - search\n=======\n  - tags\n>>>>>>> main\n", "mkdocs.yml:2: The settings"),
    ],
)
def test_what_cannot_be_used_is_said(site: Path, capsys: pytest.CaptureFixture[str], config: str, message: str) -> None:
    (site / "docs").mkdir()
    (site / "mkdocs.yml").write_text(config, encoding="utf-8")
    assert cli.main(["check"]) == 2
    assert message in capsys.readouterr().err


def test_a_misspelt_option_is_said_and_fails_a_strict_check(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "docs").mkdir()
    (site / "mkdocs.yml").write_text("plugins:\n  - self-assessment:\n      embd: true\n", encoding="utf-8")
    assert [cli.main(["check"]), cli.main(["check", "--strict"])] == [0, 1]
    assert 'mkdocs.yml:3: Did you mean "embed"?' in capsys.readouterr().err


def test_a_preview_of_one_language_is_built_like_the_site(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The settings are those that a server reads for each build; the first takes nothing out of them."""
    shown: list[tuple[set[str], set[str]]] = []

    def serve(config_file: str, *, livereload: bool, open_in_browser: bool, **settings: Any) -> None:
        for folder in ("one", "two"):
            config = load_config(config_file, site_dir=str(site.parent / folder), **settings)
            config.plugins.on_startup(command="build", dirty=False)
            build(config)
            made = site.parent / folder
            pages = {path.parent.relative_to(made).as_posix() for path in made.rglob("index.html")}
            shown.append((pages, {str(name) for name in config.plugins}))

    monkeypatch.setattr("mkdocs.commands.serve.serve", serve)
    (site / "content/en/other.md").write_text("# Other\n\n[Home](index.md)\n", encoding="utf-8")
    (site / "content/en/check.md").write_text(ASSESSMENT.replace("- [x]", "- [ ]"), encoding="utf-8")
    for name in ("two", "again", "three"):
        (site / f"content/en/news/posts/{name}.md").unlink()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        free = ["--address", "127.0.0.1:0"]
        assert cli.main(["preview", "--address", f"127.0.0.1:{taken.getsockname()[1]}"]) == 2
    assert cli.main(["preview", "--language", "en", *free]) == 0
    assert cli.main(["preview", "content/en/other.md", *free]) == 0
    whole, part = shown[0][0], shown[2][0]
    assert shown[1] == shown[0]
    assert {"other", "check"} <= whole
    assert "sv" not in whole
    assert ("other" in part, "check" in part) == (True, False)
    assert cli.main(["preview", "--language", "fi", *free]) == 2


def test_a_check_that_watches_answers_each_save_on_a_line_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    page = tmp_path / "docs/index.md"
    page.write_text("# A\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("plugins: [multilingual: {checks: strict}]\n", encoding="utf-8")
    call = [sys.executable, "-m", "mkdocs_multilingual.cli", "check", "--watch", "--format", "json"]
    with subprocess.Popen(call, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = iter(process.stdout.readline, "")

        def tells(*expected: tuple[str, int]) -> bool:
            """Whether an answer says so; a save may be several changes, each with an answer."""
            answers = ([(p["file"], p["line"]) for p in json.loads(line)["problems"]] for line in lines)
            return any(answer == list(expected) for answer in answers)

        assert tells()
        page.write_text("# A\n\n[b](gone.md)\n", encoding="utf-8")
        assert tells(("docs/index.md", 3))
        (tmp_path / "mkdocs.yml").write_text("plugins: [\n", encoding="utf-8")
        assert tells()
        process.send_signal(signal.SIGINT)
        assert process.wait() == 0
