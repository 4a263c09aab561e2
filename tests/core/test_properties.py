"""The parser and all checks never raise, whatever the Markdown is, and name only lines that exist."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_foundation.site import several
from mkdocs_self_assessment import pipeline
from mkdocs_self_assessment.parsing import parse
from mkdocs_self_assessment.reading import blocks
from tests import sites

DOCS = sites.FIXTURE
REAL = [
    path.read_text(encoding="utf-8")
    for path in sorted(DOCS.glob("[ds][av]/*/*.md"))
    if "ssessment" in path.read_text(encoding="utf-8")
]
SITE = several(["da", "sv"])

pieces = st.sampled_from(
    ["---\n", "assessment:\n", "  id: a\n", "  scale: agreement-5\n", "  scale: 1 a | 2 b\n", "# T\n", "## D {#d}\n",
     "##x\n", "### R {.results}\n", "## S {.assessment #s scale=yes-no}\n", "- [ ] x {#x}\n", "- [x] y {#y reverse}\n",
     "- [] z\n", "- **0–40** t\n", "- **40–100** u [l](../x.md)\n", "\n", "    indented\n", "<div>\n", "<!--", "-->\n",
     "```\n", "{#", "}", "weight=2", "> quote\n", "1. [ ] n {#n}\n", "[a]: b.md\n", "  kind: scenarios\n",
     "  kind: two-factor\n  x: d\n  y: e\n", "## S {#s readiness=r1}\n", "## I {.style #i}\n", "- act {i}\n",
     "  kind: maturity\n", "  kind: checklist\n", "1. **A** a {#l1}\n", "2. **B**\n",
     "| **A** | a |\n| --- | --- |\n| b | c |\n",
     "### R {.results by=distance}\n", "- **1** t\n", "- **2–3** u\n",
     "- act {i effect=+1}\n\n    why\n\n", "## Q {.quadrant #q x=low y=high}\n", "- [ ] z {#z must if=\"x<=2\"}\n",
     "\t", "\r\n", "\u2028", "\x00", "é"]
)  # fmt: skip
markdown = st.one_of(st.text(max_size=400), st.lists(pieces, max_size=40).map("".join))


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """A real file with one stretch removed, doubled, or replaced by something else."""
    text = draw(st.sampled_from(REAL))
    start = draw(st.integers(0, len(text)))
    end = min(len(text), start + draw(st.integers(0, 60)))
    middle = draw(st.one_of(st.just(""), st.just(text[start:end] * 2), pieces, st.text(max_size=20)))
    return text[:start] + middle + text[end:]


def _check(text: str) -> None:
    page, problems = parse(text, "da/a.md")
    lines = len(blocks.lines_of(text))
    for problem in problems:
        assert 1 <= problem.location.line <= lines, problem.format()
        assert all((problem.message, problem.found, problem.allowed, problem.remedy)), problem.format()
    for questionnaire in page.questionnaires:
        assert 1 <= questionnaire.first_line <= questionnaire.last_line <= lines


@given(markdown)
@settings(max_examples=200)
def test_any_markdown(text: str) -> None:
    _check(text)


@given(mutated())
@settings(max_examples=60)
def test_mutated_real_files(text: str) -> None:
    _check(text)


@given(mutated(), mutated())
@settings(max_examples=25)
def test_the_whole_pipeline(source: str, translation: str) -> None:
    sources = [("da/a.md", source), ("sv/a.md", translation)]
    library = pipeline.build(sources, [uri for uri, _ in sources], SITE)
    for problem in library.problems:
        assert problem.format().startswith("docs/")


@given(st.binary(max_size=200))
@settings(max_examples=60)
def test_any_bytes(content: bytes) -> None:
    pipeline.build([("da/a.md", content)], ["da/a.md"], SITE)
