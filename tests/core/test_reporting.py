"""Problems as a section in Markdown: what is folded, and what a comment has room for."""

from __future__ import annotations

from mkdocs_foundation.reports import formats
from mkdocs_foundation.reports.message import ENGLISH
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_multilingual.problem_codes import ProblemCode


def problem(code: ProblemCode, line: int, found: str = "x") -> Problem:
    return Problem(code, Location("a.md", line), "Wrong.", found, "right", "Write it.")


def written(*problems: Problem) -> str:
    return formats.as_markdown(problems, "Content", formats.counted(problems), "docs", lambda uri: ENGLISH)


def test_advice_is_folded_below_what_stops_a_build() -> None:
    lines = written(problem(ProblemCode.HEADING_ORDER, 1), problem(ProblemCode.PAGE_DATE, 2)).split("\n")
    heads = [line for line in lines if line.startswith(("- ", "<"))]
    assert heads == [
        "- **docs/a.md:2** – Wrong. (`page-date`)",
        "<details><summary>1 piece of advice</summary>",
        "- **docs/a.md:1** – Wrong. (`heading-order`)",
        "</details>",
    ]
    assert "<details>" not in written(problem(ProblemCode.PAGE_DATE, 2))


def test_a_report_fits_a_comment() -> None:
    many = [problem(ProblemCode.HEADING_ORDER, line, "x" * 500) for line in range(500)]
    report = written(*many, *(problem(ProblemCode.PAGE_DATE, line) for line in range(40)))
    assert len(report) < 65_536
    assert report.count("page-date") == 40
    assert report.split("\n")[-3].startswith("… and ")
    assert report.endswith("</details>")
