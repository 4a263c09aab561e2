"""Every problem: the example in the documentation gives the message in the documentation."""

from __future__ import annotations

import re

import pytest

from mkdocs_foundation.reports.message import words
from scripts.messages import LANGUAGES
from tests.core.catalogue import CATALOGUES, Catalogue, Example, examples


@pytest.mark.parametrize("example", examples(), ids=str)
def test_the_example_gives_exactly_its_message(example: Example) -> None:
    problems = example.problems()
    assert "\n".join(problem.format() for problem in problems) == example.expected
    assert {problem.code.value for problem in problems} == {example.code}
    for locale in LANGUAGES:
        said = words(locale)
        assert all(said(problem.message) != problem.message for problem in problems)
        assert all(said(problem.remedy) != problem.remedy for problem in problems)


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda catalogue: catalogue.name)
def test_every_code_has_one_entry_and_the_list_at_the_top_names_it(catalogue: Catalogue) -> None:
    codes = sorted(code.value for code in catalogue.codes)
    assert sorted(example.code for example in examples() if example.catalogue is catalogue) == codes
    assert sorted(re.findall(r"\[`[a-z-]+`\]\(#([a-z-]+)\)", catalogue.path.read_text(encoding="utf-8"))) == codes


@pytest.mark.parametrize("example", examples(), ids=str)
def test_the_line_named_exists(example: Example) -> None:
    lengths = {path.removeprefix("docs/"): len(content.splitlines()) for path, content in example.files}
    for problem in example.problems():
        assert 1 <= problem.location.line <= lengths[problem.location.path]
