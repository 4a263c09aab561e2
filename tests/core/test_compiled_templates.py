"""Templates of several environments, compiled once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from unittest import mock

from jinja2 import Environment, FileSystemLoader

from mkdocs_foundation.caching.results import keeping
from mkdocs_foundation.templates.compiled import CompiledTemplates


def rendered(folder: Path, compiled: CompiledTemplates, word: Callable[[str], str]) -> str:
    """The template of a folder in an environment of its own, as each language has one."""
    environment = Environment(loader=FileSystemLoader(folder), bytecode_cache=compiled, autoescape=True)
    environment.globals["t"] = word
    return environment.get_template("a.html").render(name="<b>")


def test_each_environment_has_its_own_words_in_code_compiled_once(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{{ t('hello') }} {{ name }}", encoding="utf-8")
    compiled = CompiledTemplates()
    with mock.patch.object(Environment, "_compile", autospec=True, side_effect=Environment._compile) as compiling:
        assert rendered(tmp_path, compiled, str.upper) == "HELLO &lt;b&gt;"
        assert rendered(tmp_path, compiled, str.title) == "Hello &lt;b&gt;"
        assert compiling.call_count == 1
        (tmp_path / "a.html").write_text("{{ name }}, {{ t('hello') }}", encoding="utf-8")
        assert rendered(tmp_path, compiled, str.upper) == "&lt;b&gt;, HELLO"
        assert compiling.call_count == 2


def test_templates_of_the_same_name_in_other_folders_are_others(tmp_path: Path) -> None:
    compiled = CompiledTemplates()
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.html").write_text(f"{name} {{{{ name }}}}", encoding="utf-8")
    assert [rendered(tmp_path / name, compiled, str)[:3] for name in ("one", "two", "one")] == ["one", "two", "one"]


def test_code_in_a_file_is_that_of_the_next_build_unless_it_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{{ name }}", encoding="utf-8")
    file = tmp_path / "templates.store"
    with mock.patch.object(Environment, "_compile", autospec=True, side_effect=Environment._compile) as compiling:
        for damaged, times in ((False, 1), (False, 1), (True, 2)):
            if damaged:
                file.write_bytes(file.read_bytes()[:-1] + b"?")
            compiled = CompiledTemplates(file)
            assert rendered(tmp_path, compiled, str) == "&lt;b&gt;"
            assert compiling.call_count == times
            compiled.save()


def test_code_is_among_the_results_that_are_kept(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("{{ name }}", encoding="utf-8")
    with mock.patch.object(Environment, "_compile", autospec=True, side_effect=Environment._compile) as compiling:
        for module, times in (("mkdocs_foundation.a", 1), ("mkdocs_foundation.a", 1), ("mkdocs_foundation.b", 2)):
            with keeping(tmp_path / "kept.store"):
                assert rendered(tmp_path, CompiledTemplates(module=module), str) == "&lt;b&gt;"
            assert compiling.call_count == times
