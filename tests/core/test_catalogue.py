"""Every problem: the example in the documentation gives the message in the documentation."""

from __future__ import annotations

import pytest

from mkdocs_foundation.source_files import FileCode
from mkdocs_self_assessment.problem_codes import ProblemCode
from tests.core.catalogue import Example, examples, problems_of


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.code)
def test_the_example_gives_exactly_its_message(example: Example) -> None:
    problems = problems_of(example.files)
    assert "\n".join(problem.format() for problem in problems) == example.expected
    assert {problem.code.value for problem in problems} == {example.code}


def test_every_code_has_one_entry() -> None:
    assert sorted(example.code for example in examples()) == sorted(code.value for code in (*FileCode, *ProblemCode))


@pytest.mark.parametrize("example", examples(), ids=lambda example: example.code)
def test_the_line_named_exists(example: Example) -> None:
    lengths = {path.removeprefix("docs/"): len(content.splitlines()) for path, content in example.files}
    for problem in problems_of(example.files):
        assert 1 <= problem.location.line <= lengths[problem.location.path]
