"""Material's tags, once for each language, beside slugs, fallbacks and the blog."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.plugin.building import Built, hrefs, text
from tests.plugin.four_languages import FILES, LANGUAGES, build_four

TAGS = {"da": "Årets klager", "sv": "Klagomål", "nb": "Klager", "en": "Complaints"}


def _files() -> dict[str, str]:
    files = dict(FILES)
    for lang, tag in TAGS.items():
        files[f"{lang}/tags.md"] = f"---\nslug: stikord-{lang}\n---\n# Tags\n\n<!-- material/tags -->\n"
        settings = f"---\ntags: [{tag}]\nslug: tillid\n"
        files[f"{lang}/articles/trust.md"] = FILES[f"{lang}/articles/trust.md"].replace("---\n", settings, 1)
        post = f"{lang}/blog/posts/handover.md"
        files[post] = FILES[post].replace("---\n", f"---\ntags: [{tag}]\n", 1)
    files["da/articles/only-danish.md"] = f"---\ntags: [Kun dansk]\n---\n{FILES['da/articles/only-danish.md']}"
    return files


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    root = tmp_path_factory.mktemp("site")
    built = build_four(root, _files(), others=({"tags": {"export": False}},))
    assert built.messages == []
    assert not built.aborted
    return built


def test_each_language_lists_its_own_tags_with_articles_and_posts(built: Built) -> None:
    for lang in LANGUAGES:
        page = built.page(f"{'' if lang == 'da' else f'{lang}/'}stikord-{lang}")
        headings = [text(h) for h in page.xpath("//article//h2")]
        assert headings == [*(["Kun dansk"] if lang == "da" else []), TAGS[lang]]
        links = hrefs(page, "//article//li/a")
        assert "../articles/tillid/" in links
        assert len([link for link in links if link.startswith("../blog/")]) == 1


def test_a_page_links_to_its_tags_and_a_fallback_has_none(built: Built) -> None:
    tags = "//nav[@class='md-tags']//a"
    assert [unquote(a) for a in hrefs(built.page("articles/tillid"), tags)] == ["../../stikord-da/#tag:årets-klager"]
    assert built.page("stikord-da").xpath("//h2[@id='tag:årets-klager']")
    assert hrefs(built.page("articles/only-danish"), tags) == ["../../stikord-da/#tag:kun-dansk"]
    assert hrefs(built.page("sv/articles/only-danish"), tags) == []


def test_a_tag_in_two_spellings_is_advice_that_a_site_asks_for(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    files = {**_files(), "da/articles/only-danish.md": "---\ntags: [årets Klager]\n---\n# X\n"}
    caplog.set_level("INFO", "mkdocs")
    options = {"checks": "strict"}
    assert not build_four(tmp_path, files, others=({"tags": {"export": False}},), multilingual=options).aborted
    (message,) = [message for message in caplog.messages if "[tag-spelling]" in message]
    assert 'docs/da/articles/only-danish.md:2: [tag-spelling] "årets Klager"; better: "Årets klager"' in message
