"""Numbers that texts take from self-assessments, in a build."""

from __future__ import annotations

from pathlib import Path

import pytest

from .building import Built, build_site, text

TEST = """---
title: Trust in (items=trust) steps
description: (items=trust) statements.
assessment:
  id: trust
  scale: yes-no
---
# Trust

Answer (items=trust) statements.

- [ ] We speak. {#speak}
- [ ] We ask. {#ask}

## Result {.results}

- **0–100** Keep going.
"""
FILES = {
    "da/self-assessments/index.md": "# All\n",
    "da/self-assessments/trust.md": TEST,
    "da/index.md": "---\ndescription: Take (items=trust).\n---\n# Home\n\nTake (items=trust), `(items=trust)`.\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A site whose second language has no page of its own."""
    built = build_site(tmp_path_factory.mktemp("counts"), FILES, multilingual={})
    assert built.messages == []
    return built


def described(site: Built, address: str) -> str:
    return str(site.page(address).xpath("string(//meta[@name='description']/@content)"))


def test_a_page_shows_the_number(site: Built) -> None:
    for address in ("", "sv"):
        assert text(site.page(address).xpath("//article//p[code]")[0]) == "Take 2, (items=trust)."
    assert described(site, "") == "Take 2."


def test_a_self_assessment_and_its_card_do_too(site: Built) -> None:
    page = site.page("self-assessments/trust")
    assert described(site, "self-assessments/trust") == "2 statements."
    assert "Answer 2 statements." in text(page.xpath("//article")[0])
    assert "Trust in 2 steps" in text(page.xpath("//title")[0])
    card = text(site.page("self-assessments").xpath("//*[contains(@class, 'sa-card')]")[0])
    assert "2 statements." in card
    assert "items=" not in card


def test_an_unknown_self_assessment_ends_the_build(tmp_path: Path) -> None:
    built = build_site(tmp_path, FILES | {"da/a.md": "# A\n\n(items=trsut)\n"})
    assert built.aborted
    assert "docs/da/a.md:3: error [unknown-count]" in built.messages[0]
