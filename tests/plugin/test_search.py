"""The search in real builds: which pages are in which language's index, the button on every page, and what stops it."""

from __future__ import annotations

import errno
import gzip
import json
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_multilingual.glue import search as glue
from mkdocs_multilingual.search import fragments, indexing, running
from mkdocs_multilingual.search.documents import Entry
from mkdocs_multilingual.search.splitting import PLACES
from tests.plugin.building import Built, build_site, rebuild
from tests.plugin.four_languages import FILES, LANGUAGES, build_four, posts_of, prefix

PAGEFIND = "assets/multilingual/pagefind"
MORE = {
    "da/articles/unlisted.md": "---\nrobots: noindex\n---\n# Ikke til søgemaskiner\n",
    "da/articles/kept-out.md": "---\nsearch:\n  exclude: true\n---\n# Ikke i søgningen\n",
    "da/articles/hidden-part.md": "# Delt\n\nSynlig.\n\nUsynlig.\n{ data-search-exclude }\n",
    "da/topics/service.md": "# God service\n",
    "en/topics/service.md": "# Good service\n",
}
SMALL = {"da/index.md": "# Hjem\n", "da/a.md": "# Kun her\n\nLigusterhæk.\n", "sv/index.md": "# Hem\n"}


def hits(site: Path, locale: str) -> dict[str, dict[str, Any]]:
    """What a language's index holds, by address."""
    found = {}
    for path in (site / PAGEFIND / "fragment").glob(f"{locale}_*"):
        hit = json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        found[hit["url"]] = hit
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    options = {"search": True, "start_pages": ["topics/service.md", "articles/*.md"]}
    site = build_four(tmp_path_factory.mktemp("four"), {**FILES, **MORE}, multilingual=options)
    assert site.messages == []
    return site


@pytest.mark.parametrize("locale", LANGUAGES)
def test_each_language_has_its_own_pages_and_nothing_else(built: Built, locale: str) -> None:
    pages = ["", "articles/", "articles/trust/", "self-assessments/", "self-assessments/trust/"]
    pages += [f"blog/{post.slugs[locale]}/" for post in posts_of(locale)]
    if locale in ("da", "sv"):
        pages.append("articles/two-languages/")
    if locale == "da":
        pages += ["articles/only-danish/", "articles/hidden-part/", "topics/service/"]
    if locale == "en":
        pages.append("topics/service/")
    assert sorted(hits(built.folder, locale)) == sorted(f"/{prefix(locale)}{page}" for page in pages)


def test_what_a_hit_says_of_its_page(built: Built) -> None:
    found = hits(built.folder, "da")
    article, post, test = (
        found[f"/{page}/"] for page in ("articles/trust", "blog/overleveringen", "self-assessments/trust")
    )
    assert article["meta"] == {"title": "Tillid", "kind": "article"}
    assert article["filters"] == {"kind": ["article"], "topic": ["God service"]}
    assert post["filters"] == {"kind": ["post"], "topic": ["God service"]}
    assert test["filters"] == {"kind": ["self-assessment"]}
    assert test["meta"]["title"] == "Tillid?"
    assert "kind" not in found["/"]["filters"]
    assert hits(built.folder, "en")["/en/articles/trust/"]["filters"]["topic"] == ["Good service"]
    assert hits(built.folder, "sv")["/sv/articles/trust/"]["filters"]["topic"] == ["Service"]


def test_lists_that_others_add_to_a_page_are_not_its_text(built: Built) -> None:
    shown = built.page("articles/trust").text_content()
    assert "Læs også" in shown
    text = hits(built.folder, "da")["/articles/trust/"]["content"]
    assert "Læs også" not in text
    assert "Overleveringen" not in text


def test_the_index_holds_text_and_statements_but_no_answers_and_no_key(built: Built) -> None:
    found = hits(built.folder, "da")
    assert "Synlig" in found["/articles/hidden-part/"]["content"]
    assert "Usynlig" not in found["/articles/hidden-part/"]["content"]
    test = found["/self-assessments/trust/"]["content"]
    assert test.count("Om ansvar og ansvarets grænser.") == 1
    assert "enig" not in test.lower()


def test_each_language_has_its_pages_to_begin_with_and_its_words(built: Built) -> None:
    def of(locale: str) -> tuple[list[str], list[str]]:
        folder = built.folder / "assets/multilingual/search"
        dialog = html.fromstring(json.loads((folder / f"{locale}.json").read_text("utf-8"))["html"])
        starts = [str(path) for path in dialog.xpath("//*[@data-search='starts']//a/@data-path")]
        return starts, (folder / f"{locale}.vocabulary.txt").read_text("utf-8").split()

    (danish, words), (swedish, others) = of("da"), of("sv")
    assert danish[0] == "topics/service/"
    assert set(danish[1:]) >= {"articles/trust/", "articles/only-danish/"}
    assert set(swedish) == {"sv/articles/trust/", "sv/articles/two-languages/"}
    assert {"ansvarets", "tillid"} - set(words) == set()
    assert {"usynlig", "tillit"} & set(words) == set()
    assert "tillit" in others


def test_only_what_the_search_asks_for_is_published(built: Built) -> None:
    names = {path.relative_to(built.folder / PAGEFIND).as_posix() for path in (built.folder / PAGEFIND).glob("*.*")}
    metas = {name for name in names if name.endswith(".pf_meta")}
    assert len(metas) == len(LANGUAGES)
    wasms = {f"wasm.{locale}.pagefind" for locale in LANGUAGES}
    assert names - metas == {"pagefind.js", "pagefind-entry.json", *wasms}


def test_every_page_has_the_button_and_a_link_for_readers_without_javascript(built: Built) -> None:
    pages = [p for p in built.folder.rglob("*.html") if "md-header" in p.read_text("utf-8") and p.name != "404.html"]
    assert len(pages) > 40
    for path in pages:
        address = "http://127.0.0.1/" + path.relative_to(built.folder).as_posix().removesuffix("index.html")
        tree = html.fromstring(path.read_text("utf-8"))
        entries = tree.xpath("//header//*[@class='ml-search-entry']")
        assert len(entries) == 1, address
        entry = entries[0]
        locale = entry.get("data-locale")
        overview = urljoin(address, entry.xpath("a/@href")[0])
        assert overview == f"http://127.0.0.1/{prefix(locale)}articles/", address
        script = urljoin(address, tree.xpath("//script[contains(@src, '/search/search.')]/@src")[0])
        assert (built.folder / script.removeprefix("http://127.0.0.1/")).is_file()
        assert not tree.xpath("//*[@data-md-component='search']")


def test_the_overview_is_that_of_topics_where_there_is_one(tmp_path: Path) -> None:
    files = SMALL | {"da/topics/index.md": "# Emner\n"}
    site = build_site(tmp_path, files, multilingual={"search": True})
    assert site.page("a").xpath("//*[@class='ml-search-entry']/a/@href") == ["../topics/"]
    assert site.page("sv").xpath("//*[@class='ml-search-entry']/a/@href") == ["./"]


def test_under_a_base_path_and_without_directory_addresses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = "https://example.org/b/"
    add, weights = indexing.Index.add, {}
    monkeypatch.setattr(indexing.Index, "add", lambda s, e, of: (weights.update({e.path: e.weight}), add(s, e, of)))
    options = {"search": True, "search_last": ["a.md"]}
    files = SMALL | {"sv/index.md": "---\nsearch:\n  boost: 0.5\n---\n# Hem\n"}
    site = build_site(tmp_path, files, site_url=url, use_directory_urls=False, multilingual=options)
    assert weights == {"index.html": 1, "a.html": glue.LOW, "sv/index.html": 0.5}
    assert site.messages == []
    assert sorted(hits(site.folder, "da")) == ["/a.html", "/index.html"]
    assert sorted(hits(site.folder, "sv")) == ["/sv/index.html"]
    lost = html.fromstring((site.folder / "404.html").read_text("utf-8"))
    (script,) = lost.xpath("//script[contains(@src, '/search/search.')]/@src")
    assert re.fullmatch(r"/b/assets/multilingual/search/search\.[0-9a-f]{10}\.js", script)
    assert (site.folder / script.removeprefix("/b/")).is_file()
    assert lost.xpath("//*[@class='ml-search-entry']/a/@href")[0].startswith("/b/")


def test_two_builds_are_alike(tmp_path: Path) -> None:
    def contents(folder: Path) -> dict[str, bytes]:
        site = build_site(folder, SMALL, multilingual={"search": True})
        paths = (site.folder / "assets/multilingual").rglob("*")
        return {p.relative_to(site.folder).as_posix(): p.read_bytes() for p in paths if p.is_file()}

    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_language_without_pages_of_its_own_says_so(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Pagefind would search the language with the most pages."""
    caplog.set_level("INFO")
    options = {"search": True, "search_last": ["index.md"], "start_pages": ["indx.md"]}
    site = build_site(tmp_path, {"da/index.md": "# Hjem\n"}, multilingual=options, strict=False)
    (message,) = [message for message in caplog.messages if "no page fits" in message]
    assert "`start_pages`: no page fits `indx.md`." in message
    assert 'Did you mean "index.md"?' in message
    pages = {
        locale: json.loads((site.folder / f"assets/multilingual/search/{locale}.json").read_text("utf-8"))["pages"]
        for locale in ("da", "sv")
    }
    assert pages == {"da": 1, "sv": 0}


def test_pages_that_come_and_go_while_serving(tmp_path: Path) -> None:
    """`mkdocs serve` builds again and again with one plugin object and a new configuration."""
    build_site(tmp_path, SMALL, multilingual={"search": True})
    config = load_config(str(tmp_path / "mkdocs.yml"))
    plugins = config.plugins
    plugins.on_startup(command="serve", dirty=False)
    for page, there in (("a.md", False), ("b.md", True), ("a.md", True)):
        path = tmp_path / "docs/da" / page
        if there:
            path.write_text("# Side\n\nTagrende.\n", encoding="utf-8")
        else:
            path.unlink()
        config = load_config(str(tmp_path / "mkdocs.yml"))
        config.plugins = plugins
        build(config)
        expected = {f"/{p.stem}/" for p in (tmp_path / "docs/da").glob("?.md")} | {"/"}
        assert set(hits(tmp_path / "site", "da")) == expected


def test_without_the_option_there_is_nothing(tmp_path: Path) -> None:
    site = build_site(tmp_path, SMALL, multilingual={})
    assert not (site.folder / PAGEFIND).exists()
    assert site.page("a").xpath("//*[contains(@class, 'ml-search')]") == []


def test_materials_search_beside_it_is_refused_in_plain_words(tmp_path: Path) -> None:
    build_site(tmp_path, SMALL, multilingual={"search": True})
    config = tmp_path / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("plugins:\n", "plugins:\n- search\n"), encoding="utf-8")
    site = rebuild(tmp_path)
    assert site.aborted
    assert "remove `search` from `plugins`" in site.messages[0]


def test_a_missing_program_is_reported_with_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "nowhere"))
    with pytest.raises(running.IndexingError, match=r"pip install 'mkdocs-multilingual\[search\]'"):
        running.program()


def test_pages_without_a_header_are_reported_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glue, "into_header", lambda *_: None)
    site = build_site(tmp_path, SMALL, multilingual={"search": True, "status_page": ""}, strict=False)
    assert len(site.messages) == 1
    assert "5 pages have no header" in site.messages[0]
    assert glue.MARKER in site.messages[0]


def test_a_large_index_is_in_small_pieces_and_one_for_all_pages_of_a_language(tmp_path: Path) -> None:
    """Their size is a variable that another version may not know; two locales may name the same language."""
    index = indexing.Index()
    words = [f"{a}{b}{c}e" for a in "bdfgklmn" for b in "aeiouy" for c in "rstvdgl"]
    for number in range(200):
        text = " ".join(words[(number + n * n) % len(words)] for n in range(300))
        index.add(Entry(f"{number}/index.html", "da", f"Side {number}", f"<p>{text}</p>"))
    index.add(Entry("en/index.html", "da", "Side", "<p>bade</p>"), "en")
    for locale in ("pages", "en"):
        index.begin(tmp_path, locale)
    index.write(tmp_path)
    assert json.loads((tmp_path / "pagefind-entry.json").read_text("utf-8"))["languages"]["da"]["page_count"] == 201
    assert not [path for path in tmp_path.parent.iterdir() if path.name.startswith(".search-")]
    sizes = [len(gzip.decompress(path.read_bytes())) for path in (tmp_path / "index").iterdir()]
    assert len(sizes) > 10
    assert max(sizes) < 3 * PLACES  # a place is two bytes or so


def page(name: str, text: str) -> Entry:
    return Entry(f"{name}/index.html", "da", name, f"<p>{text}</p>")


def fragments_in(folder: Path) -> dict[str, bytes]:
    """The fragments of an index; Pagefind 1.5 writes filters in any order, so names of other files may differ."""
    return {path.name: path.read_bytes() for path in (folder / "fragment").iterdir()}


def test_after_an_edit_only_its_page_is_made_anew_and_the_index_is_that_of_an_empty_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[set[str]] = []

    def noted(folder: Path, known: set[str]) -> dict[str, fragments.Fragment]:
        found = fragments.as_shown(folder, known)
        made.append(set(found))
        return found

    monkeypatch.setattr(running, "as_shown", noted)
    pages = [page("a", "Kunden d’Or"), page("b", "Ligusterhæk"), page("c", "Kunden")]
    edited = [pages[0], page("b", "Bøgehæk"), pages[2]]

    def built(name: str, pages: list[Entry], kept: str) -> dict[str, bytes]:
        index = indexing.Index(tmp_path / kept)
        for one in pages:
            index.add(one, "da")
        index.begin(tmp_path / name, "da")
        index.write(tmp_path / name)
        return {**fragments_in(tmp_path / name), "words": index.vocabularies["da"].encode()}

    first = built("first", pages, "kept")
    assert built("second", edited, "kept") == built("third", edited, "another")
    assert made == [{"/a/", "/b/", "/c/"}, {"/b/"}, {"/a/", "/b/", "/c/"}]
    assert built("fourth", pages, "kept") == first
    assert len(made) == 3  # the index of these pages is still kept


def test_a_page_whose_short_name_is_that_of_a_known_one_is_in_the_index(tmp_path: Path) -> None:
    """Pagefind makes no file that is there, so each file has to be that of its page."""
    documents = [indexing.Index().add(page(name, f"Tekst {name}")) for name in "ab"]
    program = running.program()
    plain = running.Run(program, tuple(documents), tmp_path / "plain", []).end(tmp_path / "plain")
    wrong = {"a/index.html": plain.fragments["b/index.html"]}
    made = running.Run(program, tuple(documents), tmp_path / "again", [], wrong).end(tmp_path / "again")
    assert made.fragments == plain.fragments
    assert fragments_in(tmp_path / "again") == fragments_in(tmp_path / "plain")


@pytest.mark.parametrize("is_filled", [False, True])
def test_documents_are_in_memory_where_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_filled: bool
) -> None:
    """Else on the disk; in either case nothing of them is left."""
    memory, disk, used = tmp_path / "memory", tmp_path / "disk", list[Path]()
    for folder in (memory, disk):
        folder.mkdir()
    monkeypatch.setattr(running, "IN_MEMORY", memory)
    monkeypatch.setattr(tempfile, "tempdir", str(disk))
    write = running.write_files

    def noted(contents: Iterable[tuple[str, bytes]], folder: Path) -> None:
        write(contents, folder)
        if folder.name.startswith("search-"):
            used.append(folder.parent)
            if is_filled and folder.parent == memory:
                raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(running, "write_files", noted)
    document = indexing.Index().add(page("a", "Tekst"))
    made = running.Run(running.program(), (document,), tmp_path / "made", []).end(tmp_path / "made")
    assert made.fragments
    assert used == ([memory, disk] if is_filled else [memory])
    assert [*memory.iterdir(), *disk.iterdir()] == []


def test_documents_are_on_the_disk_where_memory_has_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "IN_MEMORY", tmp_path / "none")
    document = indexing.Index().add(page("a", "Tekst"))
    assert running.Run(running.program(), (document,), tmp_path / "made", []).end(tmp_path / "made").fragments
