"""The plugin `incremental`: a language is left as it is only where no other language's pages concern it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from mkdocs_foundation.glue.incremental import Share, language_inputs
from mkdocs_incremental import manifest
from tests.plugin.own_process import build_apart, files
from tests.plugin.random_site import RandomSite

can_fork = pytest.mark.skipif(not hasattr(os, "fork") or sys.platform == "darwin", reason="nothing is forked here")
A, B = "articles/a", "articles/b"


def _in(path: str, old: str, new: str) -> Callable[[RandomSite], None]:
    def change(site: RandomSite) -> None:
        text = (site.root / path).read_text(encoding="utf-8")
        assert old in text
        site.write(path, text.replace(old, new, 1))

    return change


CHANGES: dict[str, tuple[Callable[[RandomSite], None], str]] = {
    "an original whose translation has a record": (lambda site: site.article("da", B), ""),
    "what search engines may list": (_in(f"docs/sv/{A}.md", "topics:", "robots: noindex\ntopics:"), ""),
    "a page that is no translation": (lambda site: site.article("da", "e"), ""),
    "its text, which other readers are shown": (lambda site: site.article("da", "e"), ""),
    "a page that the original lacks": (lambda site: site.article("sv", "more/a"), ""),
    "its text, which nobody else is shown": (lambda site: site.article("sv", "more/a"), "da"),
    "a page of the built site": (lambda site: site.write("site/index.html", "changed"), "sv"),
    "a copy that isn't translated": (_in(f"docs/sv/{A}.md", "topics:", "translation: {source: da}\ntopics:"), ""),
}
"""Changes, one after the other, and the language that is left as it is."""


@can_fork
def test_what_of_one_language_concerns_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files and log are those of an empty cache after each change, and only what nothing concerns is left."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    site = RandomSite(tmp_path, 0)
    site.translate(B, "")
    build_apart(tmp_path, "site")
    for name, (change, expected) in CHANGES.items():
        change(site)
        with_kept = build_apart(tmp_path, "site")
        assert with_kept, name
        assert " ".join(re.findall(r"changed in (\w+):", " ".join(with_kept.own))) == expected, name
        if expected:
            clean = build_apart(tmp_path, "clean", kept=False)
            assert clean, name
            assert with_kept.said == clean.said, name
            assert files(tmp_path / "site") == files(tmp_path / "clean"), name


@can_fork
def test_a_file_that_each_language_writes_is_that_of_the_last(tmp_path: Path) -> None:
    """Each language has its own one under the same path; whichever are left, it is as in a build of all."""
    languages = [{"locale": locale, "name": locale, "default": locale == "da"} for locale in ("da", "sv", "nb")]
    theme = {"name": None, "custom_dir": "theme", "static_templates": ["all.html"]}
    plugins = [{"i18n": {"docs_structure": "folder", "languages": languages}}, "multilingual", "incremental"]
    settings = {"site_name": "Test", "site_url": "http://127.0.0.1/", "theme": theme, "plugins": plugins}
    shown = "{{ nav.pages | map(attribute='title') | join }}"
    texts = {"mkdocs.yml": yaml.safe_dump(settings), "theme/all.html": shown, "theme/main.html": "{{ page.content }}"}
    for locale in ("da", "sv", "nb"):
        texts[f"docs/{locale}/index.md"] = f"# Home {locale}\n"
    for path, text in texts.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    build_apart(tmp_path, "site")
    for number, edited in enumerate(("nb", "sv", "da", "sv nb", "nb", "da sv", "da nb", "nb")):
        for locale in edited.split():
            (tmp_path / f"docs/{locale}/index.md").write_text(f"# Home {locale} {number}\n", encoding="utf-8")
        with_kept = build_apart(tmp_path, "site")
        assert with_kept
        left = re.findall(r"da|sv|nb", " ".join(re.findall(r"changed in ([^:]+):", " ".join(with_kept.own))))
        assert sorted({*left, *edited.split()}) == ["da", "nb", "sv"], (edited, with_kept.own)
        clean = build_apart(tmp_path, "clean", kept=False)
        assert clean
        assert with_kept.said == clean.said
        assert files(tmp_path / "site") == files(tmp_path / "clean"), edited


def test_an_undeclared_influence_leaves_no_language() -> None:
    """A plain share is known where it has events of pages alone; one that declares something, by what it declares."""

    class OfPages:
        incremental = Share()

        def on_page_content(self) -> None: ...

    class OfFiles(OfPages):
        def on_files(self) -> None: ...

    class Declared(Share):
        def language_inputs(self, config: object, locale: str) -> tuple[str]:
            return (locale,)

    class WithInputs(Share):
        def inputs(self, config: object) -> tuple[str, ...]:
            return ("a",)

    def asked(plugin: type, share: Share | None = None) -> object:
        found = plugin()
        if share:
            found.incremental = share
        return language_inputs(found, None, "da")  # type: ignore[arg-type]

    assert asked(OfPages) == ()
    assert asked(OfFiles) is None
    assert asked(OfFiles, Declared()) == ("da",)
    assert asked(OfPages, WithInputs()) is None
    assert asked(object) is None


def test_a_part_is_put_back_beside_another(tmp_path: Path) -> None:
    """Folders that are wholly of the part are moved as they are; of the others each file, in place of what is there."""
    aside, site = tmp_path / "aside", tmp_path / "site"
    there = {"sv/a.html": "sv", "sv/b/c.html": "sv", "assets/both.css": "old", "assets/da.css": "da", "a.html": "da"}
    for path, text in there.items():
        (aside / path).parent.mkdir(parents=True, exist_ok=True)
        (aside / path).write_text(text, encoding="utf-8")
    (site / "assets").mkdir(parents=True)
    (site / "assets/both.css").write_text("new", encoding="utf-8")
    folders = ["sv", "sv/b", "assets"]
    part = [path for path in there if "sv" in path or "both" in path]
    replaced = dict(manifest.put_part_back(site, aside, [*there, *folders], [*part, *folders]))
    assert replaced == {"assets/both.css": b"new"}
    found = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*") if path.is_file()}
    assert found == {path: there[path] for path in part}
    assert not (aside / "sv").exists()
