"""A team's round from its beginning until it is closed: phones in three languages, and one who leads it."""

from __future__ import annotations

import base64
import re
import zlib
from pathlib import Path

from playwright.sync_api import Page, expect

from tests import axe
from tests.addresses import published

from .pages import CULTURE, SQUARE, answer, choose, show_result, start_again
from .results import result
from .windows import Open

# Trust of each person, of four statements from 1 to 5 of which the second is reversed: (sum - 4) / 16.
LEADER = {"trust-speak": 5, "trust-blame": 1, "trust-ask": 5, "trust-disagree": 4}
"""5 + 5 + 5 + 4 = 19, 93.75 of 100."""
CONTENT = {"trust-speak": 3, "trust-blame": 3, "trust-ask": 3, "trust-disagree": 3}
"""3 + 3 + 3 + 3 = 12, 50 of 100."""
WORRIED = {"trust-speak": 2, "trust-blame": 4, "trust-ask": 2, "trust-disagree": 3}
"""2 + 2 + 2 + 3 = 9, 31.25 of 100."""

FILMED = """code => {
    window.BarcodeDetector = class {
        static getSupportedFormats = async () => ["qr_code"];
        detect = async () => [{ rawValue: code }];
    };
    navigator.mediaDevices.getUserMedia = async () => document.createElement("canvas").captureStream();
}"""
"""A browser that reads codes, and a camera before which there is one."""


def of_another_version(link: str) -> str:
    """A link to a result whose version, the third and fourth byte of its code, is another one."""
    code = re.search(r"#r=1([\w-]+)", link)
    assert code
    data = bytearray(base64.urlsafe_b64decode(code[1] + "=" * (-len(code[1]) % 4)))[:-4]
    data[2] ^= 1
    packed = base64.urlsafe_b64encode(bytes(data) + zlib.crc32(bytes(data)).to_bytes(4, "big")).decode().rstrip("=")
    return f"https://elsewhere.example/#r=1{packed}"


def open_team(open_page: Open, path: str) -> Page:
    """The page for a team of a self-assessment, which is below its own page."""
    page = open_page(path)
    page.goto(f"{page.url}team/")
    return page


def hand_in(phone: Page, people: list[dict[str, int]]) -> list[tuple[str, str]]:
    """Answer for several people, one after the other; the link and the code of each."""
    found = []
    expect(phone.locator(".js-notice-round")).to_be_visible()
    assert "#" not in phone.url
    for number, values in enumerate(people):
        if number:
            start_again(phone)
        answer(phone, choice=2)
        choose(phone, values)
        show_result(phone)
        section = phone.locator(".sa-result section.sa-note")
        expect(section.locator("svg")).to_be_visible()
        found.append((section.locator("input").input_value(), section.locator("strong").text_content() or ""))
    return found


def add(page: Page, text: str) -> None:
    page.locator("#team-paste").fill(text)
    page.locator(".js-team-add button.sa-button--primary").click()


def numbers(page: Page, key: str) -> list[int]:
    """The numbers of the last report, by the words of a language."""
    return [int(n) for n in re.findall(r"\d+", page.locator(key).text_content() or "")]


def test_a_round_of_twelve(open_page: Open, touched_page: Page, site: str, tmp_path: Path) -> None:
    asked: list[str] = []
    page = open_team(open_page, CULTURE)
    for one in (page, touched_page):
        one.on("request", lambda request: asked.append(request.url))
    page.locator("[name=name]").fill("<b>Nord</b>")
    page.locator("[name=groups]").nth(1).check()
    page.locator(".js-team-begin button").click()
    links = page.locator(".js-team-invitations input")
    expect(links).to_have_count(2)
    leaders, team = (link.input_value().partition("#")[2] for link in links.all())

    people = {"": [LEADER], "sv/": [CONTENT] * 4, "en/": [CONTENT] * 2 + [WORRIED] * 2, "nb/": [WORRIED] * 3}
    handed = []
    for language, answers in people.items():
        touched_page.goto(f"{site}{published(language + CULTURE)}#{team if language else leaders}")
        handed += hand_in(touched_page, answers)
        touched_page.evaluate("localStorage.clear()")
    assert len({link for link, _ in handed}) == len(handed) == 12
    assert not any("Nord" in link for link, _ in handed)

    # The first four as a chat; without a network from then on: links, codes and a file, mixed.
    add(page, "\n".join(f"[11:0{n}] 👍 \u200f{link}" for n, (link, _) in enumerate(handed[:4])))
    assert numbers(page, ".js-team-status") == [4]
    page.context.set_offline(True)
    try:
        file = tmp_path / "sheet.txt"
        file.write_text(f"title\n{handed[11][0]}\n", encoding="utf-8")
        page.locator(".js-team-files").set_input_files(file)
        expect(page.locator(".js-team-count")).to_contain_text("5")
        codes = [code.lower().replace("-", " ") for _, code in handed[4:7]]
        for code in codes:
            add(page, code)
            assert numbers(page, ".js-team-status") == [1]
        foreign = of_another_version(handed[0][0])
        rest = [*(link for link, _ in handed[7:11]), handed[3][0], foreign, handed[5][0][:-2]]
        add(page, "> \n".join(rest))
        assert numbers(page, ".js-team-status") == [4, 1, 2]
        wrong = handed[0][1]
        wrong = ("8" if wrong[5] != "8" else "9").join([wrong[:5], wrong[6:]])
        add(page, wrong)
        expect(page.locator(".js-team-status")).to_contain_text(handed[0][1][5])
        expect(page.locator("#team-paste")).to_have_value(wrong)
        expect(page.locator(".js-team-apart-list li")).to_have_count(2)
        assert numbers(page, ".js-team-count") == [12]

        # By hand: (6 * 50 + 5 * 31.25) / 11 = 41.48; 93.75 and 41.48 are shown as 94 and 41, 53 apart.
        trust = page.locator(".sa-team__figure").nth(1)
        expect(trust.locator(".sa-team__gap")).to_contain_text("53")
        figures = [row.locator("td").all_text_contents() for row in trust.locator("tbody tr").all()]
        # Median 50; spread (6 * (50 - 41.48) + 5 * (41.48 - 31.25)) / 11 = 9.3.
        assert figures == [["94", "–", "–", "–", "–"], ["41", "50", "31", "50", "9"]]
        assert trust.locator("li").count() <= 3
        assert axe.violations(page, "team-mirror") == []

        page.locator("[data-team=large]").click()
        title = page.locator(".js-team-large-title")
        first = title.text_content()
        page.keyboard.press("ArrowRight")
        expect(title).not_to_have_text(first or "")
        page.keyboard.press("Escape")
        expect(title).to_be_hidden()

        # What is removed comes back; what is kept survives the page, beside a round that is saved as a file.
        with page.expect_download() as saved:
            page.locator("[data-team=save]").click()
        saved.value.save_as(tmp_path / "round.json")
        page.locator(".js-team-sheets summary").click()
        page.locator(".js-team-list li").last.get_by_role("button").click()
        assert numbers(page, ".js-team-count") == [11]
        page.locator("[data-team=undo]").click()
        assert numbers(page, ".js-team-count") == [12]
        page.locator(".js-team-list li").last.get_by_role("button").click()
        page.locator(".js-team-before").set_input_files(tmp_path / "round.json")
        # Before, with the leader: (93.75 + 456.25) / 12 = 45.8; now 41.5.
        moved = page.locator(".js-team-changes tbody tr").first.locator("td")
        expect(moved).to_have_text(["46", "41", "\u22125"])
    finally:
        page.context.set_offline(False)
    page.reload()
    expect(page.locator(".js-team-count")).to_contain_text("11")
    page.locator("[data-team=close]").click()
    page.locator(".js-team-question [value=close]").click()
    expect(page.locator(".js-team-begin")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('team'))") == []
    assert [url for url in asked if not url.startswith((site, "data:", "blob:")) or "?" in url] == []


def test_a_few_sheets_and_a_square(open_page: Open) -> None:
    """With two sheets single answers are held back until everybody agrees; a result's own link is enough."""
    page = open_page(SQUARE)
    sheets = []
    for choice in (1, 3, 0, 4):
        result(page, choice)
        sheets.append(page.locator("#sa-keep-link").input_value())
        start_again(page)
    page.goto(f"{page.url.partition('#')[0]}team/")
    page.locator(".js-team-begin button").click()
    add(page, " ".join(sheets[:2]))
    figure = page.locator(".sa-team__figure").first
    expect(figure.locator(".sa-strip__mean")).to_have_count(1)
    expect(figure.locator(".sa-strip__dot")).to_have_count(0)
    page.locator("[data-team=agree]").click()
    expect(figure.locator(".sa-strip__dot")).to_have_count(2)
    expect(page.locator(".js-team-held")).to_be_hidden()
    # Without a browser that reads codes it is said; with one, a code before the camera counts once.
    page.locator("[data-team=camera]").click()
    expect(page.locator(".js-team-status")).not_to_be_empty()
    page.evaluate(FILMED, sheets[2])
    page.locator("[data-team=camera]").click()
    expect(page.locator(".js-team-count")).to_contain_text("3")
    page.locator("[data-team=camera]").click()
    expect(page.locator(".js-team-camera")).to_be_hidden()
    # The phone's own camera opens the link.
    page.goto(f"{page.url}{sheets[3][sheets[3].index('#') :]}")
    expect(page.locator(".js-team-message")).to_be_focused()
    expect(page.locator(".js-team-count")).to_contain_text("4")
    assert "#" not in page.url
