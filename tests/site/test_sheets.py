"""Pages to print and fill in take one sheet each, whatever a language calls for."""

from __future__ import annotations

import re

from playwright.sync_api import Browser

from tests.built import BuiltSite

PAGE = re.compile(rb"/Type\s*/Page\b")


def test_a_page_to_fill_in_is_one_sheet_of_paper(site: BuiltSite, origin: str, chromium: Browser) -> None:
    sheets = [page for page in site.pages if page.tree.xpath("//article//*[@id='sheet']")]
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    found = {}
    for shown in sheets:
        page.goto(origin + shown.address)
        found[shown.address] = len(PAGE.findall(page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom"), "12mm"))))
    context.close()
    assert found == dict.fromkeys(found, 1)
    assert {shown.language for shown in sheets} == set(site.languages)
