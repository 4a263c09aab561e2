"""A page was deleted: the links to it are one message, before any language is built."""

from __future__ import annotations

from pathlib import Path

from tests.plugin.building import build_site


def test_links_to_a_deleted_page_are_one_message_and_generated_pages_are_none(tmp_path: Path) -> None:
    """A page of a section, which the plugin self-assessment makes, exists; so does one in the source language alone."""
    section = (
        "## Check {.assessment #check scale=yes-no}\n\n- [ ] Ja. {#yes}\n\n### Result {.results}\n\n- **0–100** Ja.\n"
    )
    files = {
        "da/index.md": f"# Hjem\n\n[Tjek](self-assessments/check.md) og [her](only.md)\n\n{section}",
        "sv/index.md": f"# Hem\n\n[Test](self-assessments/check.md) och [där](only.md)\n\n{section}",
        "da/only.md": "# Kun her\n",
        "sv/own.md": "# Egen\n\n[Hem](index.md), [egen](own.md)\n",
    }
    built = build_site(tmp_path, files, multilingual={"checks": "strict"})
    assert built.messages == []
    gone = {
        "da/only.md": "# Kun her\n\n[Væk](deleted-page.md#a)\n",
        "sv/own.md": "# Egen\n\n[Borta](deleted-page.md)\n\n`[x](code.md)`\n",
    }
    options = {"checks": "strict", "fallback": {"sv": "text", "nn": "text"}}
    built = build_site(tmp_path, gone, multilingual=options)
    assert built.aborted
    assert len([message for message in built.messages if "deleted-page" in message]) == 1
    assert "`fallback` in mkdocs.yml names a language that the site doesn't have" in built.messages[0]
    assert "found:   nn\n" in built.messages[0]
    assert "docs/da/only.md:3; docs/sv/own.md:3" in built.messages[1]
    assert "code.md" not in "".join(built.messages)
