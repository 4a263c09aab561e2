"""Messages in the languages of those who write texts: the catalogues are complete, and each reader gets his own."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from mkdocs_foundation.reports import formats, message
from mkdocs_foundation.reports.message import ENGLISH, Message, all_of, any_of, listed, verbatim, words
from mkdocs_foundation.reports.problems import Location, Problem, suggest
from mkdocs_foundation.site import several
from mkdocs_foundation.sources.source_files import FileCode, decode
from mkdocs_multilingual import cli
from scripts import messages

PROBLEM = decode("æ".encode("latin-1"), "sv/a.md")[1][0]


@pytest.mark.parametrize("package", messages.PACKAGES, ids=lambda package: package.name)
def test_every_message_is_in_every_language(package: Path) -> None:
    """Print the missing lines with `python -m scripts.messages`."""
    assert [fault for locale in messages.LANGUAGES for fault in messages.faults(package, locale)] == []


def test_a_catalogue_that_lacks_something_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text('say("No {page}, {count} pages.", one="x", page=p, count=n)\nsay("b")', "utf-8")
    catalogue = tmp_path / "messages" / "da.toml"
    catalogue.parent.mkdir()
    catalogue.write_text('"No {page}, {count} pages." = { one = "{site}", other = "{page} {count}" }\nc = "d"', "utf-8")
    assert list(messages.faults(tmp_path, "da")) == [
        "da: other values than ['count', 'page']: {site}",
        'da: missing, of a.py:2: "b"',
        "da: superfluous: c",
    ]
    (tmp_path / "a.py").write_text("say(text)", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.py:1: .* literal"):
        list(messages.faults(tmp_path, "da"))


def test_a_message_is_its_english_text_and_can_be_rendered_in_another_language() -> None:
    text = suggest("dato", ["date"], any_of(["a", "{b}", verbatim("c")]))
    assert text == 'Did you mean "date"? a, {b} or c'
    assert words("da")(text) == 'Mente du "date"? a, {b} eller c'
    assert words("sv")(all_of(["a", "b"])) == "a och b"
    assert [words("nb")(text) for text in (any_of(["a"]), listed([]), "plain")] == ["a", "", "plain"]
    assert pickle.loads(pickle.dumps(text)) == text
    assert words("nb")(pickle.loads(pickle.dumps(text))) == words("nb")(text)
    assert words("fi")(text) == ENGLISH(text) == text


def test_numbers_and_their_forms_are_those_of_the_language() -> None:
    counts = [formats.counted([PROBLEM] * count) for count in (0, 1)]
    assert counts == ["0 errors, 0 warnings.", "1 error, 0 warnings."]
    assert [words("da")(text) for text in counts] == ["0 fejl, 0 advarsler.", "1 fejl, 0 advarsler."]
    assert words("sv")(Message("{number}", {"number": 1.5})) == "1,5"


def test_every_language_of_a_machine_is_known_by_its_environment() -> None:
    cases = {
        "da": {"LANG": "da_DK.UTF-8"},
        "sv": {"LC_ALL": "sv_SE", "LANG": "da_DK.UTF-8"},
        "nb": {"LC_MESSAGES": "nn_NO.UTF-8", "LANG": "da_DK"},
        "en": {"LC_ALL": "C.UTF-8", "LANG": "da_DK", "LANGUAGE": "sv"},
    }
    assert {locale: message.of_machine(environ) for locale, environ in cases.items()} == {n: n for n in cases}
    assert message.of_machine({"LANG": "de_DE.UTF-8", "LANGUAGE": "fi:sv"}) == "sv"
    assert message.of_machine({"LANG": "de_DE.UTF-8"}) == "en"
    assert message.of_machine({"LANG": "de_DE.UTF-8", "MKDOCS_MESSAGES": "da"}) == "da"


def test_on_github_a_file_is_told_of_in_the_language_of_its_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    site = several(("da", "sv", "de"))
    outside = Problem(FileCode.ENCODING, Location("de/b.md", 1), *[PROBLEM.message] * 4)

    def report(form: str) -> str:
        spoken = formats.speech(form, site)
        problems = [PROBLEM, outside]
        return formats.FORMATS[form](problems, "", formats.counted(problems), "docs", spoken)

    assert "::Filen är inte sparad som UTF-8.%0AHittat: byten 0xe6%0ATillåtet: " in report("github")
    assert "file=docs/de/b.md,line=1,title=encoding::The file" in report("github")
    assert report("markdown").split("\n")[2] == "2 fejl, 0 advarsler."
    assert report("text").endswith("2 errors, 0 warnings.")
    monkeypatch.setenv("MKDOCS_MESSAGES", "nb")
    assert report("github").count("Filen er ikke lagret som UTF-8.") == 5
    monkeypatch.delenv("MKDOCS_MESSAGES")
    monkeypatch.setenv("LANG", "da_DK.UTF-8")
    monkeypatch.delenv("LC_ALL")
    assert '"message": "Filen er ikke gemt som UTF-8."' in report("json")
    assert report("text").split("\n")[1:3] == [
        "    fundet:  byten 0xe6",
        "    tilladt: UTF-8, den tegnkodning som GitHub og alle teksteditorer tilbyder",
    ]


def test_a_wrong_call_is_explained_in_the_language_asked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("MKDOCS_MESSAGES", "en")  # which the option replaces, and the test puts back
    calls = {
        ("chek",): 'Mente du "check"? Der er ingen kommando "chek".',
        ("check", "--formt", "json"): 'Mente du "--format"? Der er intet tilvalg --formt.',
        ("check", "--format", "xml"): "Skriv en af disse for '--format': text, json, github eller markdown.",
        ("new", "translation"): "Fejl: 'SOURCE' mangler.",
    }
    for call, told in calls.items():
        assert cli.main(["--messages", "da", *call]) == 2
        assert told in capsys.readouterr().err
