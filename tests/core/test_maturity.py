"""Levels: how they are written, what must hold, and what a translation takes from its source."""

from __future__ import annotations

import pytest

from mkdocs_foundation.site import Language, Site
from mkdocs_self_assessment import pipeline
from mkdocs_self_assessment.kinds.maturity.model import Maturity
from mkdocs_self_assessment.pages import fragments, strings
from mkdocs_self_assessment.pages.rendering import Renderer
from mkdocs_self_assessment.parsing import parse

TEXT = """---
assessment:
  id: levels
  kind: maturity
---
# How far have we come?

An introduction.

## Customers {#customers}

What we know.

1. **Heads** Each of us knows something. {#heads}
2. **Lists** It is *written* down.

    A second paragraph.

3. **Use** It changes what we do.

### The next step {.results}

- **1** Ask.
- **2–3** Go on.

## Mistakes {#mistakes}

| Level | Description |
| --- | --- |
| Put right | An apology. |
| **Written down** | A list. |
| Traced back | The form is changed. |
| Foreseen | It doesn't happen. |

### How far {.results by=distance}

- **0** Stay.
- **1 – 3** Go.

## The whole {.results}

- **1** Begin.
- **2–3** Go on.
"""
TRANSLATION = (
    TEXT.replace("  kind: maturity\n", "")
    .replace(" by=distance", "")
    .replace("**Heads** Each of us knows something. {#heads}", "**Huvuden** Var och en vet något.")
)


def read(text: str) -> Maturity:
    page, problems = parse(text, "a.md")
    assert [p.format() for p in problems] == []
    (questionnaire,) = page.questionnaires
    assert isinstance(questionnaire, Maturity)
    return questionnaire


def problems_of(text: str, translation: str | None = None) -> list[tuple[str, str]]:
    sources = [("en/a.md", text), *([("sv/a.md", translation)] if translation is not None else [])]
    site = Site({lang: Language(lang, lang) for lang in ("en", "sv")})
    found = pipeline.build(sources, [uri for uri, _ in sources], site).problems
    return [(p.code.value, f"{p.location}: {p.message}") for p in found]


def test_levels_are_a_numbered_list_or_a_table() -> None:
    customers, mistakes = read(TEXT).ladders
    assert [(level.id, level.title, level.text) for level in customers.levels] == [
        ("heads", "Heads", "Each of us knows something."),
        ("l2", "Lists", "It is *written* down.\n\nA second paragraph."),
        ("l3", "Use", "It changes what we do."),
    ]
    assert [level.title for level in mistakes.levels] == ["Put right", "Written down", "Traced back", "Foreseen"]
    assert [level.location.line for level in customers.levels] == [14, 15, 19]
    assert [level.location.line for level in mistakes.levels] == [30, 31, 32, 33]
    assert (customers.by, mistakes.by) == (None, "distance")
    assert [str(band) for band in mistakes.bands] == ["0", "1–3"]


def test_a_numbered_list_without_bold_names_is_prose() -> None:
    text = TEXT.replace("What we know.", "1. Read all.\n2. Choose one.\n\nThese are the levels:")
    customers, _ = read(text).ladders
    assert customers.count == 3
    assert "1. Read all." in customers.introduction


def test_nothing_is_wrong_with_it_and_a_translation_need_not_name_its_kind() -> None:
    assert problems_of(TEXT, TRANSLATION) == []
    site = Site({lang: Language(lang, lang) for lang in ("en", "sv")})
    library = pipeline.build([("en/a.md", TEXT), ("sv/a.md", TRANSLATION)], ["en/a.md", "sv/a.md"], site)
    english, swedish = (a.questionnaire for a in library.assessments)
    assert english.version == swedish.version
    assert isinstance(swedish, Maturity)
    assert [(d.by, d.levels[0].title) for d in swedish.ladders] == [(None, "Huvuden"), ("distance", "Put right")]


def test_the_version_changes_with_the_number_of_levels_and_not_with_their_words() -> None:
    assert read(TEXT.replace("**Heads**", "**Minds**")).version == read(TEXT).version
    assert read(TEXT.replace("| Foreseen | It doesn't happen. |\n", "")).version != read(TEXT).version
    assert read(TEXT.replace("{#mistakes}", "{#slips}")).version != read(TEXT).version


MISTAKES = {
    "two levels": ("3. **Use** It changes what we do.\n", "", "levels", "en/a.md:10"),
    "no levels": ("| Level | Description |\n| --- | --- |\n", "", "levels", "en/a.md:26"),
    "a level without a name": ("**Lists** It is", "It is", "levels", "en/a.md:15"),
    "a level without a description": ("**Use** It changes what we do.", "**Use**", "empty-statement", "en/a.md:19"),
    "an id twice": ("It changes what we do.", "It changes what we do. {#l2}", "duplicate-id", "en/a.md:19"),
    "a statement": ("What we know.", "- [ ] We know. {#know}", "wrong-kind", "en/a.md:12"),
    "levels before a dimension": (
        "An introduction.",
        "1. **A** a\n2. **B** b\n3. **C** c",
        "outside-dimension",
        "en/a.md:8",
    ),
    "a dimension's id forgotten": (" {#customers}", "", "missing-id", "en/a.md:10"),
    "a flag that levels have not": ("{#customers}", "{#customers target=3}", "unknown-flag", "en/a.md:10"),
    "a level that isn't there": ("**2–3** Go on.\n\n## Mis", "**2–4** Go on.\n\n## Mis", "bad-range", "en/a.md:24"),
    "a distance that isn't there": ("**1 – 3** Go.", "**1–4** Go.", "bad-range", "en/a.md:38"),
    "a gap": ("- **1** Ask.\n", "", "band-gap", "en/a.md:23"),
    "an overlap": ("- **1** Ask.", "- **1–2** Ask.", "band-overlap", "en/a.md:24"),
    "levels in words": ("**2–3** Go on.\n\n## Mis", "**2 to 3** Go on.\n\n## Mis", "bad-range", "en/a.md:24"),
    "the whole by distance": (
        "## The whole {.results}",
        "## The whole {.results by=distance}",
        "bad-value",
        "en/a.md:40",
    ),
    "by something else": ("by=distance", "by=steps", "bad-value", "en/a.md:35"),
    "results unmarked": ("### The next step {.results}", "### The next step", "stray-content", "en/a.md:21"),
    "a condition": ("- **1** Begin.", "- **when customers=1** Begin.", "condition-mixed", "en/a.md:43"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_one_mistake_one_message_at_its_line(mistake: str) -> None:
    old, new, code, place = MISTAKES[mistake]
    assert TEXT.count(old) == 1
    found = problems_of(TEXT.replace(old, new))
    assert [(c, message.partition(": ")[0]) for c, message in found] == [(code, place)], found


DRIFT = {
    "a level fewer": ("3. **Use** It changes what we do.\n", "", "translation-scoring"),
    "chosen by something else": (
        "### The next step {.results}",
        "### Nästa {.results by=distance}",
        "translation-scoring",
    ),
    "other ranges": ("- **1** Ask.\n- **2–3** Go on.", "- **1–2** Ask.\n- **3** Go on.", "translation-bands"),
    "another id": ("{#mistakes}", "{#misstakes}", "translation-unknown"),
}


@pytest.mark.parametrize("drift", DRIFT)
def test_a_translation_that_disagrees_is_reported_once(drift: str) -> None:
    old, new, code = DRIFT[drift]
    assert TRANSLATION.count(old) == 1
    found = problems_of(TEXT, TRANSLATION.replace(old, new))
    assert [c for c, _ in found] == [code], found


def test_the_form_can_be_read_and_filled_in_without_a_script() -> None:
    q = read(TEXT)
    page = Renderer(strings.load("en")[0]).assessment(
        q, fragments.cut(fragments.compose(q)), script="", returning="", article=None, hub=None
    )
    form, _, rest = page.partition("</form>")
    assert form.count("<fieldset") == form.count("<legend") == 4
    assert form.count('name="sa-customers"') == 3
    assert form.count('name="sa-customers--target"') == 1 + 3
    assert form.count("checked") == 2  # "not decided"
    assert "It is *written* down." in form
    assert "Level 2–3" in rest
    assert "1–3 to go" in rest


def test_a_section_leaves_its_levels_in_the_article() -> None:
    text = TEXT[TEXT.index("## Customers") :].replace("##", "###")
    section = parse(f"# A\n\n## Check {{.assessment #check kind=maturity}}\n\n{text}", "a.md")[0].questionnaires[0]
    left = fragments.compose_section(section)
    assert "### Customers {#customers}\n\nWhat we know.\n\n1. **Heads** Each of us knows something.\n" in left
    assert "2. **Lists** It is *written* down.\n\n    A second paragraph.\n3." in left
    assert "Ask." not in left
