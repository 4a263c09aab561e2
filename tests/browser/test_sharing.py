"""A result in a link: opened in any language, refused if invalid, and never replacing the reader's own answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import html
from playwright.sync_api import Page, expect

from tests.addresses import published

from .pages import CHECKLIST, CULTURE, action, answer, chosen, model, pick, show_result, start_again, statements, stored
from .results import download, unfold_more
from .windows import Open, Window


def link_of(page: Page) -> str:
    """The link to the result that the page shows."""
    expect(page.locator(".sa-keep")).to_be_visible()
    return page.locator("#sa-keep-link").input_value()


@pytest.fixture(scope="module")
def code(windows: Callable[..., Window], site: str) -> str:
    """Fragment of a link to a result whose answers are then erased from this browser."""
    window = windows()
    page = window.page()
    page.goto(site + published(CULTURE))
    answer(page, leave_out=(3,))
    show_result(page)
    action(page, "continue").click()
    link = link_of(page)
    window.reset()
    return link[link.index("#") :]


def figures(page: Page) -> list[str]:
    """The scores in the order of the page's data, whatever the language."""
    cells = page.locator(".sa-figures tbody tr td:nth-child(2)").all_text_contents()
    return [cell if cell.isdigit() else "–" for cell in cells] + page.locator(".sa-overall__number").all_text_contents()


def test_opens_in_any_language_and_leaves_the_own_answers_alone(open_page: Open) -> None:
    page = open_page(CULTURE)
    address = page.url
    answer(page, leave_out=(3,))
    show_result(page)
    action(page, "continue").click()
    link, expected = link_of(page), figures(page)
    assert link.startswith(address + "#r=")
    assert len(link) - len(address) < 60
    start_again(page)
    pick(page, 0, 0)
    before = stored(page)

    for lang in ("", "sv/"):
        open_page(f"{lang}{CULTURE}{link[link.index('#') :]}", page)
        expect(page.locator(".sa-shared"), lang).to_be_visible()
        expect(page.locator(".sa-result"), lang).to_be_visible()
        expect(page.locator(".sa-form"), lang).to_be_hidden()
        assert figures(page) == expected, lang
        assert stored(page) == before, lang
        page.reload()
        expect(page.locator(".sa-shared"), lang).to_be_visible()

        page.locator(".sa-shared button").first.click()
        assert "#" not in page.url
        expect(page.locator(".sa-shared"), lang).to_have_count(0)
        expect(page.locator(".sa-result"), lang).to_be_hidden()
        assert len(chosen(page)) == 1, lang
        assert stored(page) == before, lang


def test_the_language_menu_takes_the_result_along(open_page: Open, code: str) -> None:
    page = open_page(CULTURE + code)
    expect(page.locator(".sa-shared")).to_be_visible()
    before = page.locator(".sa-overall__number").text_content()
    # Away to a heading, as "skip to content" does: the link must still be the result's.
    page.evaluate("location.hash = 'somewhere'")
    page.wait_for_function("location.hash.startsWith('#r=')")
    page.locator(".sk-languages summary").click()
    page.locator(".sk-languages a[hreflang=sv]").click()
    expect(page.locator(".sa-shared")).to_be_visible()
    expect(page.locator("self-assessment")).to_have_attribute("lang", "sv")
    expect(page.locator(".sa-overall__number")).to_have_text(before or "")


def test_a_link_pasted_over_the_open_page_and_the_way_back(open_page: Open, code: str) -> None:
    page = open_page(CULTURE)
    answer(page, choice=1)
    show_result(page)
    own = figures(page)
    page.evaluate("code => { location.hash = code }", code)
    expect(page.locator(".sa-shared h2")).to_be_focused()
    assert figures(page) != own
    page.go_back()
    expect(page.locator(".sa-shared")).to_have_count(0)
    assert len(chosen(page)) == 24
    show_result(page)
    assert figures(page) == own


def test_without_storage_the_own_answers_survive_a_look_at_another_result(open_page: Open, code: str) -> None:
    page = open_page(CULTURE)
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('full') } }")
    answer(page, choice=1)
    before = chosen(page)
    page.evaluate("code => { location.hash = code }", code)
    page.locator(".sa-shared button").first.click()
    assert chosen(page) == before


def test_what_programs_hang_on_a_link_is_ignored(open_page: Open, code: str) -> None:
    page = open_page(CULTURE + code)
    expect(page.locator(".sa-shared")).to_be_visible()
    shown = figures(page), chosen(page), link_of(page)
    for grown in (
        f"{code}&utm_source=mail&fbclid=IwAR0",
        f"{code}?utm_source=chat",
        f"?fbclid=IwAR0&mc_cid=1{code}",
    ):
        open_page(CULTURE + grown, page)
        expect(page.locator(".sa-shared"), grown).to_be_visible()
        # Shared on, the link is clean.
        assert (figures(page), chosen(page), link_of(page)) == shown, grown


def test_a_wrong_link_gives_one_sentence_and_changes_nothing(open_page: Open, code: str) -> None:
    page = open_page(CULTURE)
    answer(page, choice=1, leave_out=(1,))
    before = stored(page), chosen(page)
    damaged = code[:8] + ("B" if code[8] == "A" else "A") + code[9:]
    for n, wrong in enumerate(
        [
            code[:-3],
            code + "A",
            code[:-3] + "&" + code[-3:],
            damaged + "&utm_source=mail",
            damaged,
            "#r=",
            "#r=1" + "A" * 5000,
            "#r=<img src=x onerror=alert(1)>",
            "#r=%00%ff",
            "#r=2" + code[4:],
        ]
    ):
        if n == 0:
            open_page(CULTURE + wrong, page)
        else:  # pasted over the one before
            page.locator(".sa-notices p").evaluate("(last, wrong) => { last.remove(); location.hash = wrong }", wrong)
        expect(page.locator(".sa-notices p"), wrong).to_have_count(1)
        expect(page.locator(".sa-shared"), wrong).to_have_count(0)
        expect(page.locator(".sa-result"), wrong).to_be_hidden()
        assert (stored(page), chosen(page)) == before, wrong


def test_a_link_to_another_self_assessment_says_so(open_page: Open, code: str) -> None:
    page = open_page(CHECKLIST + code[:-1])
    sentence = page.locator(".sa-notices p")
    expect(sentence).to_have_count(1)
    damaged = str(sentence.text_content())
    page.evaluate("code => { location.hash = code }", code)
    expect(sentence).not_to_have_text(damaged)
    expect(sentence).to_have_count(1)
    pick(open_page(CHECKLIST), 0, 0)
    expect(statements(page).first.locator("input").first).to_be_checked()
    expect(sentence).to_have_count(1)


def test_using_shared_answers_asks_first_and_can_be_undone(open_page: Open, code: str) -> None:
    page = open_page(CULTURE)
    statements(page).nth(2).get_by_role("radio").first.check()
    before = chosen(page)
    page.goto(page.url + code)
    use = page.locator(".sa-shared button").last
    question = page.locator(".sa-keep__question")
    use.click()
    expect(question).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".sa-shared")).to_be_visible()
    use.click()
    question.locator("[value=use]").click()
    expect(page.locator(".sa-shared")).to_have_count(0)
    assert "#" not in page.url
    assert len(chosen(page)) == 23
    undo = action(page, "take-back")
    expect(undo).to_be_focused()
    undo.click()
    assert chosen(page) == before
    page.reload()
    assert chosen(page) == before


def test_copying(open_page: Open) -> None:
    page = open_page(CULTURE)
    answer(page)
    show_result(page)
    status = page.locator(".sa-keep > [role=status]")
    page.evaluate("() => { navigator.clipboard.writeText = async text => { window.copied = text } }")
    page.locator("[data-keep=copy-link]").click()
    expect(status).not_to_be_empty()
    assert page.evaluate("copied") == link_of(page)
    unfold_more(page)
    page.locator("[data-keep=copy-text]").click()
    page.wait_for_function("copied.includes('\\n')")
    text = page.evaluate("copied")
    assert page.locator(".sa-overall__sentence").text_content() in text
    for row in page.locator(".sa-figures tbody tr").all():
        name, score = row.locator("th, td").all_text_contents()[:2]
        assert f"{name}: {score}" in text
    page.evaluate("() => { navigator.clipboard.writeText = async () => { throw new Error('no') } }")
    page.locator("[data-keep=copy-link]").click()
    page.wait_for_function("document.getElementById('sa-keep-link').selectionEnd > 0")


def test_an_image_goes_to_a_file_and_with_the_link_to_the_devices_own_sheet(open_page: Open) -> None:
    page = open_page(CULTURE)
    page.evaluate("""() => {
        navigator.canShare = ({ files }) => files.length === 1;
        navigator.share = async ({ url, files: [file] }) => {
            const { width, height } = await createImageBitmap(file);
            window.shared = { url, type: file.type, width, height };
        };
    }""")
    answer(page)
    show_result(page)
    page.locator("[data-keep=share]").click()
    page.wait_for_function("window.shared")
    shared = page.evaluate("shared")
    assert (shared["url"], shared["type"]) == (link_of(page), "image/png")
    image = html.fromstring(download(page, "svg"))
    assert [image.get("width"), image.get("height")] == [str(shared["width"]), str(shared["height"])]
    said = " ".join(image.xpath("//text/text()"))
    assert page.locator("h1").inner_text() in said
    assert [area["title"] for area in model(page)["dimensions"] if area["title"] not in said] == []
    drawn = set(image.xpath("//rect/@fill"))
    assert len(drawn) > 2
    assert all(colour.startswith("rgb") for colour in drawn)
