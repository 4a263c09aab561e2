"""What the desk's other commands find out, without MkDocs."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_foundation.reports import explanations
from mkdocs_foundation.site import Structure, several
from mkdocs_foundation.sources import pages
from mkdocs_foundation.sources.docs_files import markdown_files
from mkdocs_multilingual import cli
from mkdocs_multilingual.commands import reduced
from mkdocs_multilingual.problem_codes import ProblemCode
from mkdocs_self_assessment.problem_codes import ProblemCode as AssessmentCode

FILES = {
    "a/one.md": "# One\n\n[Two](two.md), [made](../made/part.md), (items=check)\n",
    "a/two.md": "# Two\n",
    "a/far [1].md": "# Far\n",
    "b/links.md": "# Links\n\n[One](../a/one.md)\n",
    "b/index.md": "# B\n",
    "b/check.md": "---\nassessment:\n  id: check\n---\n# Check (items=other)\n",
    "b/other.md": "# Other\n\n## Part {.assessment #other scale=yes-no}\n",
    "b/made.md": "# Made\n\n## Part {.assessment #part scale=yes-no}\n",
    "b/checked.md": "---\nassessment:\n  id: check-more\n---\n# More\n",
    "topics/t.md": "# T\n",
}


@pytest.mark.parametrize("structure", [Structure.FOLDER, Structure.SUFFIX])
def test_a_page_is_previewed_with_those_around_it(structure: Structure, tmp_path: Path) -> None:
    site = several(["de", "fr", "ar"], structure)
    files = {site.uri(locale, key): text for locale in site.languages for key, text in FILES.items()}
    library = pages.read(files.items(), site)[0]
    page = library.page("fr", "a/one.md")
    assert page is not None
    keys = reduced.around(page, library, site)
    around = {"a/one.md", "a/two.md", "b/links.md", "b/index.md"}
    assert keys - {"made/part.md"} == {*around, "b/check.md", "b/other.md", "b/made.md", "topics/t.md"}
    for uri, text in files.items():
        path = tmp_path / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    left_out = reduced.left_out(library, site, ["de", "fr"], keys)
    kept = {site.uri(locale, key) for locale in ("de", "fr") for key in keys - {"made/part.md"}}
    assert set(markdown_files(tmp_path, "\n".join(left_out))) == kept


def test_a_preview_has_its_languages_and_nothing_that_is_slow() -> None:
    entries = [{"locale": "de", "default": True}, {"locale": "fr", "build": False}, {"locale": "ar"}]
    written = [
        "search",
        {"i18n": {"languages": entries, "build_only_locale": "de"}},
        {"multilingual": {"search": True, "checks": "strict", "fallback": {"fr": "notice", "ar": "text"}}},
        {"other": None},
    ]
    found = reduced.plugins(written, ["de", "fr"], is_whole=False)
    assert found == reduced.plugins({name: o for e in written[1:] for name, o in dict(e).items()}, ["de", "fr"], False)  # type: ignore[call-overload]
    assert list(found) == ["i18n", "multilingual", "other"]
    assert found["i18n"] == {"languages": [{"locale": "de", "default": True}, {"locale": "fr"}]}
    assert found["multilingual"]["fallback"] == {"fr": "notice"}
    assert (found["multilingual"]["search"], found["multilingual"]["editorial"]) == (False, {})
    assert written[2]["multilingual"]["search"] is True, "the site's own settings stay"  # type: ignore[index]


def test_every_code_of_every_plugin_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    known = explanations.of_plugins()
    assert {code.value for code in (*ProblemCode, *AssessmentCode)} - set(known) == set()
    shared = {code.value for code in ProblemCode} & {code.value for code in AssessmentCode}
    assert all(known[code].text.count(f"[{code}]") > 1 for code in shared), "what both plugins say"
    assert cli.main(["explain", "[bad-slug]"]) == 0
    told = capsys.readouterr().out
    assert "error [bad-slug]" in told
    assert "### `slug-form`" not in told
    assert cli.main(["explain", "bad-slugs"]) == 2
    assert "the nearest is bad-slug" in capsys.readouterr().err
    assert cli.main(["explain", "?"]) == 2
    assert cli.main(["explain"]) == 0
    assert "bad-slug   " in capsys.readouterr().out


def test_an_explanation_is_plain_but_for_its_examples() -> None:
    page = "### `a`\n\nSee [this](x.md#y): more.\n\n```md\n[kept](x.md)\n### `no`\n```\n\n## B\n\n### `b`\n\nEnd.\n"
    found = {each.code: each for each in explanations.read(page)}
    assert found["a"].summary == "See this"
    assert "[kept](x.md)" in found["a"].text
    assert found["b"].text == "End."


def test_commands_complete_themselves_and_keep_to_no_color(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("_SERVICEKOMPAS_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", "servicekompas explain bad-s")
    monkeypatch.setenv("COMP_CWORD", "2")
    with pytest.raises(SystemExit):
        cli.main([])
    assert "bad-slug" in capsys.readouterr().out
    Path("mkdocs.yml").write_text("plugins: [i18n: {languages: [{locale: sv}, {locale: fi}]}]\n", encoding="utf-8")
    monkeypatch.setenv("COMP_WORDS", "servicekompas new translation docs/a.md f")
    monkeypatch.setenv("COMP_CWORD", "4")
    with pytest.raises(SystemExit):
        cli.main([])
    assert capsys.readouterr().out.split() == ["plain,fi"]
    monkeypatch.delenv("_SERVICEKOMPAS_COMPLETE")
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("NO_COLOR", "1")
    assert cli.main(["explain", "bad-slug"]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_the_doctor_says_what_is_missing_and_fails_only_for_what_is_needed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("docs").mkdir()
    Path("docs/index.md").write_text("# Home\n", encoding="utf-8")
    Path("mkdocs.yml").write_text("site_url: https://example.org/\n", encoding="utf-8")
    assert cli.main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "✓ the address of the site" in out
    assert "– a pencil on each page\n      Set `edit_uri`" in out
    broken = "theme: {name: nowhere, custom_dir: gone}\nhooks: [hook.py]\nplugins: [nothing]\n"
    Path("mkdocs.yml").write_text(f"{broken}markdown_extensions: [toc, {{no.such: {{}}}}]\n", encoding="utf-8")
    assert cli.main(["doctor"]) == 1
    out = capsys.readouterr().out
    for what in ("the theme nowhere", "the plugin nothing", "the Markdown extension no.such", "gone", "hook.py"):
        assert f"✗ {what}\n" in out
    assert "✓ the Markdown extension toc" in out
    assert "✗ the address of the site\n      Set `site_url`" in out
