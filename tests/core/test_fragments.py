"""What readers see of a page in the list of hits: the text as it is on the page, and what is known isn't made again."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from mkdocs_multilingual.search.characters import apart
from mkdocs_multilingual.search.compounds import jointed
from mkdocs_multilingual.search.fragments import as_shown
from mkdocs_multilingual.search.splitting import SIGN

NAME = "da_1234567.pf_fragment"


def put(folder: Path, text: str, heading: str = "", name: str = NAME) -> bytes:
    """Write a fragment as Pagefind does, of a text as the documents have it; returns the file."""
    page = {"url": "/a/", "content": text, "filters": {}, "anchors": [{"element": "h2", "text": heading}]}
    written = json.dumps(page, ensure_ascii=False, separators=(",", ":"))
    content = gzip.compress(SIGN + written.encode(), 9, mtime=0)
    (folder / name).write_bytes(content)
    return content


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Vi har “l’eau”: a–b", "Sig “nej” – l’eau …"),
        ("使用 TLS 协议。", "数据「访问」"),
        ("使用 TLS 协议。", "Say “no” to l’eau"),
    ],
)
def test_a_fragment_has_the_text_of_its_page(tmp_path: Path, text: str, heading: str) -> None:
    put(tmp_path, *(" ".join(apart(jointed(part)).split()) for part in (text, heading)))
    made = as_shown(tmp_path, ())
    shown = json.loads(gzip.decompress((tmp_path / NAME).read_bytes()).removeprefix(SIGN))
    assert shown["content"].replace("\u200b", "") == text
    assert shown["anchors"][0]["text"] == heading
    assert made["/a/"].content == (tmp_path / NAME).read_bytes()


def test_one_without_joints_stays_as_it_is(tmp_path: Path) -> None:
    content = put(tmp_path, "Vi har en aftale i “Nord”", "Sig “nej”")
    made = as_shown(tmp_path, ())["/a/"]
    assert made.content == content == (tmp_path / NAME).read_bytes()
    assert (made.lang, set(made.words.split())) == ("da", {"har", "aftale", "nord"})


def test_one_that_is_known_stays_as_it_is(tmp_path: Path) -> None:
    content = put(tmp_path, jointed("l’eau"))
    assert as_shown(tmp_path, {NAME}) == {}
    assert (tmp_path / NAME).read_bytes() == content
    assert as_shown(tmp_path / "nothing", ()) == {}
