"""Self-assessments on pages that other plugins and hooks have changed before they are rendered."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.plugin.building import Built, build_site, text

CHECK = """---
title: Check
assessment:
  id: check
  scale: agreement-5
---
# Check of %TEAM%

Intro for %TEAM%.

## Work of %TEAM% {#work}

About %TEAM%.

- [ ] %TEAM% answers in time. {#work-time}
- [ ] %TEAM% asks. {#work-asks reverse}

### Results {.results}

- **0–50** %TEAM%, begin here.
- **50–100** Well done, %TEAM%.
"""
ARTICLE = """# Read

Before.

## Check the goal {.assessment #goal-check scale=yes-partly-no}

Think of %TEAM%.

### Goal {#goal}

- [ ] %TEAM% knows the goal. {#goal-known}

#### Results {.results}

- **0–50** %TEAM%, look again.
- **50–100** Good.

## After

After the check.
"""
FILES = {"index.md": "# Home\n", "check.md": CHECK, "article.md": ARTICLE}
BEFORE = "from mkdocs.plugins import event_priority\n\n\n@event_priority(50)\n"
FILL_IN = BEFORE + "def on_page_markdown(markdown, **_):\n    return markdown.replace('%TEAM%', 'Blue team')\n"


def site_with(root: Path, hook: str, files: dict[str, str] = FILES, extensions: tuple[str, ...] = ()) -> Built:
    return build_site(root, files, languages=(), hook=hook, extensions=("attr_list", *extensions))


@pytest.fixture(scope="module")
def filled_in(tmp_path_factory: pytest.TempPathFactory) -> Built:
    built = site_with(tmp_path_factory.mktemp("site"), FILL_IN)
    assert built.messages == []
    return built


@pytest.mark.parametrize("address", ["check", "self-assessments/goal-check"])
def test_every_text_of_a_self_assessment_is_the_one_handed_over(filled_in: Built, address: str) -> None:
    source = (filled_in.folder / address / "index.html").read_text(encoding="utf-8")
    assert "%TEAM%" not in source
    page = filled_in.page(address)
    statements = [text(legend) for legend in page.xpath("//legend")]
    assert statements[0].startswith("1. Blue team")
    assert "Blue team" in text(page.xpath("//*[@data-band]")[0])


def test_titles_are_filled_in_where_they_are_data(filled_in: Built) -> None:
    page = filled_in.page("check")
    assert "Work of Blue team" in [text(heading).rstrip("¶") for heading in page.xpath("//h2")]
    assert text(page.xpath('//*[contains(@class, "sa-key__part")]/h3')[0]) == "Work of Blue team"
    assert '"title":"Work of Blue team"' in page.xpath('//script[@type="application/json"]')[0].text_content()


def test_the_checklist_in_the_article_is_the_one_handed_over(filled_in: Built) -> None:
    page = filled_in.page("article")
    assert [text(item) for item in page.xpath('//*[@class="sa-checklist"]//li')] == ["Blue team knows the goal."]
    assert "After the check." in text(page)


def test_scoring_stays_as_it_was_checked(tmp_path: Path) -> None:
    hook = BEFORE + "def on_page_markdown(markdown, **_):\n    return markdown.replace(' reverse', ' weight=3')\n"
    before, after = (site_with(tmp_path / name, source) for name, source in (("a", FILL_IN), ("b", hook)))
    data = [
        built.page("check").xpath('//script[@type="application/json"]')[0].text_content() for built in (before, after)
    ]
    assert '"reverse":true,"weight":1' in data[1]
    assert data[0].count('"reverse":true') == data[1].count('"reverse":true') == 1


ABBREVIATIONS = BEFORE + (
    "def on_page_markdown(markdown, **_):\n"
    "    return markdown + '\\n\\n*[SLA]: service level agreement\\n\\n[^n]: A note for all.\\n'\n"
)


def test_definitions_that_a_hook_puts_behind_a_page_are_used(tmp_path: Path) -> None:
    files = {
        uri: content.replace("Home", "Home[^n]").replace("%TEAM%", "Our SLA[^n]") for uri, content in FILES.items()
    }
    built = site_with(tmp_path, ABBREVIATIONS, files, ("abbr", "footnotes"))
    assert built.messages == []
    for address in ("check", "self-assessments/goal-check", "article"):
        page = built.page(address)
        assert {abbr.get("title") for abbr in page.xpath("//abbr")} == {"service level agreement"}
        (note,) = page.xpath('//*[@class="footnote"]//li')
        assert "A note for all." in text(note)
        assert page.xpath(f'//a[@href="#{note.get("id")}"]')


def test_whatever_a_hook_puts_behind_a_page_is_on_it(tmp_path: Path) -> None:
    hook = BEFORE + (
        "def on_page_markdown(markdown, **_):\n"
        "    return markdown.replace('%TEAM%', 'We') + '\\n\\nWas this *useful*?\\n{.asked}\\n'\n"
    )
    built = site_with(tmp_path, hook)
    assert built.messages == []
    for address in ("", "check", "self-assessments/goal-check", "article"):
        (asked,) = built.page(address).xpath('//p[@class="asked"]')
        assert text(asked) == "Was this useful?"


def test_definitions_that_the_author_wrote_are_used_wherever_they_are(tmp_path: Path) -> None:
    files = {
        "index.md": "# Home\n",
        "check.md": CHECK.replace("Intro for %TEAM%.", "Intro.\n\n[^1]: Count calls\n    and visits.").replace(
            "%TEAM% asks.", "The SLA counts.[^1]"
        )
        + "\n*[SLA]: service level agreement\n",
        "article.md": ARTICLE.replace("Before.", "Before.[^a]").replace("%TEAM% knows", "SLA[^b] knows")
        + "\n[^a]: Note a.\n[^b]: Note b.\n\n    More of note b.\n\n*[SLA]: service level agreement\n",
    }
    built = site_with(tmp_path, "", files, ("abbr", "footnotes"))
    assert built.messages == []
    notes = {
        address: [text(note) for note in built.page(address).xpath('//*[@class="footnote"]//li')]
        for address in ("check", "article", "self-assessments/goal-check")
    }
    assert [len(found) for found in notes.values()] == [1, 2, 1]
    names = [statement.get("data-name") for statement in built.page("check").xpath("//fieldset")]
    assert names == ["1. %TEAM% answers in time.", "2. The SLA counts."]
    assert "Count calls and visits." in notes["check"][0]
    assert "More of note b." in notes["self-assessments/goal-check"][0]
    assert all(built.page(address).xpath("//abbr") for address in notes)


GONE = {
    # what a hook does to the Markdown: the place, and words of the message
    "statement": ("markdown.replace('- [ ] %TEAM% asks. {#work-asks reverse}\\n', '')", "check.md:16", "#work-asks"),
    "id": ("markdown.replace('#work-asks', '#work-questions')", "check.md:16", "new: #work-questions"),
    "new statement": ("markdown.replace('{#work-time}', '{#work-time}\\n- [ ] New. {#new}')", "check.md:3", "#new"),
    "dimension": ("markdown.replace(' {#work}', '{#play}')", "check.md:11", "#work"),
    "results": ("markdown.replace('0–50', '0–40').replace('50–100', '40–100')", "check.md:20", "0–50, 50–100"),
    "section": ("markdown.replace('.assessment #goal-check', '#goal-check')", "article.md:5", "goal-check"),
    "no results": ("markdown.split('### Results')[0]", "check.md:20", "no result texts"),
    "tick": ("markdown.replace('[ ] %TEAM% answers', '[x] %TEAM% answers')", "check.md:15", "ticked"),
}


@pytest.mark.parametrize("change", GONE)
def test_what_is_no_longer_what_was_checked_ends_the_build(change: str, tmp_path: Path) -> None:
    expression, place, words = GONE[change]
    file = place.partition(":")[0]
    change = f"return {expression} if page.file.src_uri == '{file}' else markdown"
    built = site_with(tmp_path, f"{BEFORE}def on_page_markdown(markdown, page, **_):\n    {change}\n")
    assert built.aborted
    [message] = [message for message in built.messages if "changed-markdown" in message]
    assert f"docs/{place}: error [changed-markdown]" in message
    assert words in message
    assert "plugin or hook that runs before self-assessment" in message


def test_a_self_assessment_out_of_nowhere_ends_the_build(tmp_path: Path) -> None:
    hook = BEFORE + (
        "def on_page_markdown(markdown, page, **_):\n"
        "    return markdown + '\\n\\n## New {.assessment #new scale=yes-no}\\n\\n- [ ] One. {#one}\\n'\n"
    )
    built = site_with(tmp_path, hook, {"index.md": "# Home\n"})
    assert built.aborted
    assert any('self-assessment "new" that was never checked' in message for message in built.messages)


def test_a_page_that_nobody_changed_is_as_it_was(tmp_path: Path) -> None:
    files = {uri: content.replace("%TEAM%", "Team") for uri, content in FILES.items()}
    plain, hooked = (site_with(tmp_path / name, hook, files) for name, hook in (("a", ""), ("b", FILL_IN)))
    for address in ("check", "article", "self-assessments/goal-check"):
        one, other = ((built.folder / address / "index.html").read_text(encoding="utf-8") for built in (plain, hooked))
        assert one == other


def test_each_language_has_its_own_changes(tmp_path: Path) -> None:
    head = "---\ntitle: Check\nassessment:\n  id: check\n"
    files = {
        "da/index.md": "# Hjem\n",
        "sv/index.md": "# Hem\n",
        "da/article.md": ARTICLE,
        "da/only.md": ARTICLE.replace("#goal-check", "#only"),
        "sv/article.md": ARTICLE.replace(" scale=yes-partly-no", ""),
        "da/check.md": CHECK,
        "sv/check.md": head + CHECK.partition("agreement-5\n")[2],
    }
    hook = BEFORE + (
        "def on_page_markdown(markdown, page, **_):\n"
        "    return markdown.replace('%TEAM%', page.file.src_uri[:2] + '-team')\n"
    )
    built = build_site(tmp_path, files, hook=hook)
    assert built.messages == []
    for prefix, locale in (("", "da"), ("sv/", "sv")):
        for address in ("check", "self-assessments/goal-check"):
            legends = [text(legend) for legend in built.page(f"{prefix}{address}").xpath("//legend")]
            assert legends[0].startswith(f"1. {locale}-team")
        legends = [text(legend) for legend in built.page(f"{prefix}self-assessments/only").xpath("//legend")]
        assert legends[0].startswith("1. da-team")
