"""A built site that is opened from the disk, without a server."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Page, expect

from mkdocs_multilingual import cli
from tests import sites
from tests.addresses import published

from .results import result


def test_a_site_works_from_the_disk_as_far_as_a_result(
    tab: Page, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    fixture = sites.once(tmp_path_factory.getbasetemp(), "fixture", sites.build_fixture)
    folder = tmp_path / "a preview"
    shutil.copytree(fixture / "site", folder)
    # As the workflow calls it: the address of the site is in a variable of the environment.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", sites.FIXTURE_URL)
        assert cli.main(["--config", str(fixture / "mkdocs.yml"), "preview-files", str(folder)]) == 0
    failed: list[str] = []
    tab.on("pageerror", lambda error: failed.append(str(error)))
    # A module that is under way when the reader goes on is no failure.
    tab.on("requestfailed", lambda request: request.url.startswith("blob:") or failed.append(request.url))
    tab.goto((folder / "index.html").as_uri())
    expect(tab.locator("body > [role=note]")).to_contain_text("Dette er en forhåndsvisning")
    links = tab.locator("a[href]").evaluate_all("links => links.map(link => link.href.replace(/[?#].*/, ''))")
    files = [Path(unquote(link.removeprefix("file://"))) for link in links if link.startswith("file:")]
    assert len(files) > 20
    assert [file for file in files if not file.is_file()] == []
    hub, page = (published(f"da/self-assessments/{name}") for name in ("", "service-culture/"))
    tab.locator(f".md-tabs a[href='{hub}index.html']").click()
    tab.locator(f".md-content a[href$='{page.removeprefix(hub)}index.html']").first.click()
    result(tab)
    assert failed == []
