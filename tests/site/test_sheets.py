"""Pages to print and fill in take one sheet each, whatever a language calls for; a workshop kit has several."""

from __future__ import annotations

import re

from playwright.sync_api import Browser

from tests.built import BuiltSite

PAGE = re.compile(rb"/Type\s*/Page\b")
SIZE = re.compile(rb"/MediaBox\s*\[\s*0 0 (\d+)[\d.]* (\d+)")
KIT = "//*[contains(@class, 'sa-kit__scale')]"
SCALES = ("sa-kit__dots", "sa-square", "sa-kit__stairs", "sa-kit__columns")
CUT_OFF = """() => {
  const right = (element) => element.getBoundingClientRect().right;
  const cut = (part) => [...part.querySelectorAll("*")].filter((inner) => right(inner) > right(part) + 1);
  const parts = [...document.querySelectorAll(".sa-kit__form, .sa-kit__points")];
  return parts.flatMap(cut).map((element) => element.outerHTML.slice(0, 80));
}"""


def test_a_page_to_fill_in_is_one_sheet_of_paper(site: BuiltSite, origin: str, chromium: Browser) -> None:
    sheets = [page for page in site.pages if page.tree.xpath("//article//*[@id='sheet']") and not page.tree.xpath(KIT)]
    kits = [next(p for p in site.pages if p.tree.xpath(f"{KIT}//*[contains(@class, '{scale}')]")) for scale in SCALES]
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    found = {}
    for shown in sheets:
        page.goto(origin + shown.address)
        found[shown.address] = len(PAGE.findall(page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom"), "12mm"))))
    context.close()
    assert found == dict.fromkeys(found, 1)
    assert {shown.language for shown in sheets} == set(site.languages)
    # Of each kind one kit: what is hung up is on A3, all else on A4, with nothing cut off.
    page = chromium.new_page(viewport={"width": 688, "height": 1000})  # 182 mm between the margins of A4
    page.emulate_media(media="print")
    for kit in kits:
        page.goto(origin + kit.address)
        assert page.evaluate(CUT_OFF) == [], kit.address
        sizes = [(int(width), int(height)) for width, height in SIZE.findall(page.pdf(prefer_css_page_size=True))]
        assert {(1191, 841), (594, 841)} == set(sizes), kit.address
        assert 6 <= len(sizes) < 20, kit.address
    page.context.close()
