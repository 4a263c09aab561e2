"""Advice that is silenced with a reason: where a comment reaches, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_foundation.reports import silences
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.sources import site_config
from mkdocs_multilingual import command_check
from mkdocs_multilingual.problem_codes import ProblemCode

PAGE = """\


<!-- check: ignore link-count: a page of links -->

# A

<!-- check: ignore heading-order, image-text:
     the quotation has headings of its own -->

- one
- two

    more of two

three

```
<!-- check: ignore heading-order: an example -->
four
```
`<!-- check: ignore heading-order: in code -->`
five
"""


@pytest.mark.parametrize(
    ("code", "line", "silenced"),
    [
        (ProblemCode.HEADING_ORDER, 9, False),
        (ProblemCode.HEADING_ORDER, 10, True),
        (ProblemCode.IMAGE_TEXT, 11, True),
        (ProblemCode.IMAGE_TEXT, 13, True),
        (ProblemCode.HEADING_ORDER, 15, False),
        (ProblemCode.HEADING_ORDER, 19, False),
        (ProblemCode.HEADING_ORDER, 22, False),
        (ProblemCode.LINK_COUNT, 1, True),
        (ProblemCode.LINK_COUNT, 22, True),
        (ProblemCode.PAGE_DATE, 10, False),
    ],
)
def test_a_comment_is_about_the_block_below_it_or_the_page(code: ProblemCode, line: int, silenced: bool) -> None:
    problem = Problem(code, Location("a.md", line), "", "", "", "")
    left, used = silences.apply([problem], {"a.md": PAGE}.get)
    assert (left == [], len(used)) == (silenced, silenced)


def test_warnings_stay() -> None:
    problem = Problem(ProblemCode.PAGE_DATE, Location("a.md", 3), "", "", "", "")
    text = "<!-- check: ignore page-date: why not -->\n\n# A\n"
    assert silences.apply([problem], {"a.md": text}.get)[0] == [problem]


def test_the_check_tells_what_a_comment_lacks(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("plugins: [multilingual: {checks: strict}]\n", encoding="utf-8")
    page = tmp_path / "docs/index.md"

    def told(comment: str) -> list[tuple[str, int, str]]:
        page.write_text(f"# A\n\n## B\n\n{comment}\n\n#### C\n", encoding="utf-8")
        found = command_check.check(site_config.read(tmp_path / "mkdocs.yml"))
        return [(p.code.value, p.location.line, p.severity.value) for p in found]

    order = ("heading-order", 7, "advice")
    assert told("") == [order]
    assert told("<!-- check: ignore heading-order: as in the book -->") == []
    assert told("<!-- check: ignore heading-order -->") == [("silence", 5, "warning"), order]
    assert told("<!-- check: ignore: because -->") == [("silence", 5, "warning"), order]
    assert told("<!-- check: ignore heading-ordre: because -->") == [("silence", 5, "advice"), order]
