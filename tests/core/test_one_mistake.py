"""One mistake in one file of a site in several languages gives one message, at the mistake."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from mkdocs_foundation.reports.problems import Checks, Problem, weighed
from mkdocs_foundation.site import one_language, several
from mkdocs_self_assessment import pipeline
from tests import sites

GUIDE = Path(__file__).parents[2] / "plugins/self_assessment/docs/authors-guide.md"
ROOT = sites.FIXTURE
FILES = [path.relative_to(ROOT).as_posix() for lang in ("da", "sv") for path in sorted((ROOT / lang).rglob("*.md"))]
SOURCES = {uri: (ROOT / uri).read_text(encoding="utf-8") for uri in FILES if uri.endswith(".md")}
SITE = several(("da", "sv"))

CULTURE = "da/self-assessments/service-culture.md"
SWEDISH = "sv/self-assessments/service-culture.md"
ARTICLE = "da/articles/reading-the-situation.md"
STYLE = "da/self-assessments/leadership-style.md"
READY = "da/self-assessments/task-readiness.md"
SPEAK = "- [ ] Vi siger det højt, når noget går galt. {#trust-speak}"


def problems_after(changed: dict[str, str | bytes]) -> list[Problem]:
    sources = {**SOURCES, **changed}
    return list(pipeline.build(sources.items(), {*FILES, *changed}, SITE).problems)


def replaced(uri: str, old: str, new: str) -> dict[str, str | bytes]:
    assert SOURCES[uri].count(old) >= 1, old
    return {uri: SOURCES[uri].replace(old, new, 1)}


def test_the_site_as_it_is_has_none() -> None:
    assert problems_after({}) == []


Change = Callable[[], dict[str, str | bytes]]
MISTAKES: dict[str, tuple[Change, str, str]] = {
    # what the consultant did: the change, the code expected, the file it must be reported in
    "ticked": (lambda: replaced(CULTURE, SPEAK, SPEAK.replace("[ ]", "[x]")), "ticked", CULTURE),
    "tab before the dash": (lambda: replaced(CULTURE, SPEAK, f"\t{SPEAK}"), "checkbox", CULTURE),
    "four spaces": (lambda: replaced(CULTURE, SPEAK, f"    {SPEAK}"), "checkbox", CULTURE),
    "an en dash": (lambda: replaced(CULTURE, SPEAK, SPEAK.replace("- [", "– [")), "checkbox", CULTURE),
    "no dash": (lambda: replaced(CULTURE, SPEAK, SPEAK.removeprefix("- ")), "checkbox", CULTURE),
    "a bullet": (lambda: replaced(CULTURE, SPEAK, SPEAK.replace("- [", "• [")), "checkbox", CULTURE),
    "no space after the dash": (lambda: replaced(CULTURE, SPEAK, SPEAK.replace("- [", "-[")), "checkbox", CULTURE),
    "non-breaking space": (lambda: replaced(CULTURE, SPEAK, SPEAK.replace("- [", "-\u00a0[")), "checkbox", CULTURE),
    "box without space": (lambda: replaced(CULTURE, SPEAK, SPEAK.replace("[ ]", "[]")), "checkbox", CULTURE),
    "no id": (lambda: replaced(CULTURE, " {#trust-speak}", ""), "missing-id", CULTURE),
    "id without #": (lambda: replaced(CULTURE, "{#trust-speak}", "{trust-speak}"), "missing-id", CULTURE),
    "id with letters": (lambda: replaced(CULTURE, "{#trust-speak}", "{#kø-fortæl}"), "bad-id", CULTURE),
    "id twice": (lambda: replaced(CULTURE, "{#trust-speak}", "{#trust-ask}"), "duplicate-id", CULTURE),
    "misspelt flag": (lambda: replaced(CULTURE, "trust-blame reverse", "trust-blame revers"), "unknown-flag", CULTURE),
    "level 3": (lambda: replaced(CULTURE, "## Tillid {#trust}", "### Tillid {#trust}"), "heading-level", CULTURE),
    "level 1": (lambda: replaced(CULTURE, "## Tillid {#trust}", "# Tillid {#trust}"), "heading-level", CULTURE),
    "glued heading": (lambda: replaced(CULTURE, "## Tillid", "##Tillid"), "heading-space", CULTURE),
    "odd space in heading": (lambda: replaced(CULTURE, "## Tillid", "##\u00a0Tillid"), "heading-space", CULTURE),
    "band gap": (lambda: replaced(CULTURE, "**40–70**", "**45–70**"), "band-gap", CULTURE),
    "band overlap": (lambda: replaced(CULTURE, "**40–70**", "**30–70**"), "band-overlap", CULTURE),
    "range in words": (lambda: replaced(CULTURE, "**0–40**", "**0 til 40**"), "bad-range", CULTURE),
    "range turned": (lambda: replaced(CULTURE, "**70–100**", "**100–70**"), "bad-range", CULTURE),
    "range not bold": (lambda: replaced(CULTURE, "**70–100**", "70–100"), "bad-range", CULTURE),
    "results unmarked": (lambda: replaced(CULTURE, " {.results}", ""), "stray-content", CULTURE),
    "misspelt class": (lambda: replaced(CULTURE, "{.results}", "{.result}"), "unknown-flag", CULTURE),
    "scale in capitals": (lambda: replaced(CULTURE, "agreement-5", "AGREEMENT-5"), "unknown-scale", CULTURE),
    "scale with commas": (lambda: replaced(CULTURE, "agreement-5", "1 Aldrig, 2 Altid"), "bad-scale", CULTURE),
    "setting in capitals": (lambda: replaced(CULTURE, "  scale:", "  Scale:"), "unknown-setting", CULTURE),
    "setting twice": (lambda: replaced(CULTURE, "  minutes: 6", "  minutes: 6\n  minutes: 7"), "front-matter", CULTURE),
    "id that YAML takes for true": (lambda: replaced(CULTURE, "id: service-culture", "id: yes"), "bad-value", CULTURE),
    "a word for settings": (lambda: replaced(CULTURE, "assessment:\n", "assessment: ja\nx:\n"), "bad-value", CULTURE),
    "misspelt opening": (lambda: replaced(CULTURE, "assessment:", "assesment:"), "unknown-setting", CULTURE),
    "capital opening": (lambda: replaced(CULTURE, "assessment:", "Assessment:"), "unknown-setting", CULTURE),
    "blank line first": (lambda: {CULTURE: "\n" + SOURCES[CULTURE]}, "no-assessment", CULTURE),
    "tab in settings": (lambda: replaced(CULTURE, "  scale", "\tscale"), "front-matter", CULTURE),
    "colon in the title": (lambda: replaced(CULTURE, "title: ", "title: a: "), "front-matter", CULTURE),
    "older encoding": (lambda: {CULTURE: SOURCES[CULTURE].encode("cp1252")}, "encoding", CULTURE),
    "merge conflict": (lambda: replaced(CULTURE, SPEAK, f"<<<<<<< HEAD\n{SPEAK}\n=======\n"), "conflict", CULTURE),
    "broken link": (lambda: replaced(CULTURE, "bad-service-is-culture.md", "bad-servise.md"), "broken-link", CULTURE),
    "copied page": (
        lambda: {"da/self-assessments/copy.md": SOURCES[CULTURE]},
        "duplicate-id",
        "da/self-assessments/copy.md",
    ),
    "outside the folders": (
        lambda: {"service-culture.md": SOURCES[CULTURE]},
        "translation-place",
        "service-culture.md",
    ),
    "unknown language": (
        lambda: {"de/service-culture.md": SOURCES[CULTURE]},
        "translation-place",
        "de/service-culture.md",
    ),
    "Swedish id": (lambda: replaced(SWEDISH, "{#trust-speak}", "{#trust-speek}"), "translation-unknown", SWEDISH),
    "Swedish statement gone": (
        lambda: {SWEDISH: "\n".join(x for x in SOURCES[SWEDISH].split("\n") if "{#trust-speak}" not in x)},
        "translation-missing",
        SWEDISH,
    ),
    "Swedish reverse": (
        lambda: replaced(SWEDISH, "{#trust-speak}", "{#trust-speak reverse}"),
        "translation-scoring",
        SWEDISH,
    ),
    "Swedish range": (lambda: replaced(SWEDISH, "**40–70**", "**40–60**"), "band-gap", SWEDISH),
    "section class": (lambda: replaced(ARTICLE, "{.assessment", "{.assesment"), "unknown-flag", ARTICLE),
    "section id gone": (lambda: replaced(ARTICLE, " #situation-variables", ""), "missing-id", ARTICLE),
    "action's style": (lambda: replaced(STYLE, "{coach}", "{coahc}"), "unknown-style", STYLE),
    "readiness gone": (lambda: replaced(STYLE, " readiness=r1", ""), "missing-readiness", STYLE),
    "square twice": (lambda: replaced(READY, "x=low y=low", "x=low y=high"), "squares", READY),
    "axis misspelt": (lambda: replaced(READY, "x: competence", "x: competense"), "unknown-dimension", READY),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_one_mistake_one_message(mistake: str) -> None:
    change, code, uri = MISTAKES[mistake]
    problems = problems_after(change())
    assert [(p.code.value, p.location.path) for p in problems] == [(code, uri)], "\n".join(p.format() for p in problems)


def test_whole_pages_of_the_authors_guide_work_as_they_are() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    pages = [
        page for page in re.findall(r"^```markdown\n(.*?)^```$", guide, re.MULTILINE | re.DOTALL) if page[:3] == "---"
    ]
    assert len(pages) > 2
    sources = {f"checks/{number}.md": page for number, page in enumerate(pages)}
    named = {
        f"articles/{name}.md": f"# {name}\n\n## Trust\n" for name in re.findall(r"\(\.\./articles/([\w-]+)\.md", guide)
    }
    assert pipeline.build((sources | named).items(), [*sources, *named], one_language("en")).problems == ()


def test_a_page_with_the_id_of_a_section_is_told_once() -> None:
    section = (
        "# A\n\n## S {.assessment #chk scale=yes-no}\n\n- [ ] We ask. {#ask}\n\n### R {.results}\n\n- **0–100** Good.\n"
    )
    page = "---\nassessment:\n  id: chk\n  scale: yes-no\n---\n" + section.replace(
        "## S {.assessment #chk scale=yes-no}\n\n", ""
    ).replace("###", "##")
    sources = {"a.md": section, "self-assessments/chk.md": page}
    problems = pipeline.build(sources.items(), sources, one_language("en")).problems
    assert [p.code.value for p in problems] == ["duplicate-id"]


def test_settings_that_a_site_is_not_told_of_hide_no_translation() -> None:
    changed = replaced(ARTICLE, "title: ", "title: [")
    library = pipeline.build({**SOURCES, **changed}.items(), FILES, SITE)
    assert [p.code.value for p in weighed(library.problems, Checks.STRICT)] == ["front-matter"]
    assert weighed(library.problems, Checks.USUAL) == []
    assert [a.locale for a in library.assessments if a.questionnaire.uri.endswith(ARTICLE[3:])] == ["da", "sv"]
