"""What the search finds in real indexes of many languages: Pagefind and the search's own scripts, in node."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import mkdocs_multilingual
from mkdocs_multilingual.search import indexing, splitting
from mkdocs_multilingual.search.documents import Entry

SCRIPTS = Path(mkdocs_multilingual.__file__).parent / "assets/search"
TEXTS = {
    "da": [
        "Skriv en e-mail til IT-afdelingen. Vi har kunde/leverandør-aftaler, CPR-numre og HTTPServer.",
        "An og af. Mandag–fredag, søg‑felt.",
    ],
    "sv": [
        'Klagomål<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup> från en missnöjd kund.',
        "Att <a href='/x/'>delegera</a><sup>4</sup> på H<sub>2</sub>O. Det är en del av arbetet.",
        "En del, delar och delen. Del, del och del.",
    ],
    "de": ["Müller grüßt die Straße. Behördenführung", "Der Muslim und das Kabel"],
    "fi": ["Hyvässä palvelussa kuunnellaan. Taloista puhutaan.", "Työyö ja kysymyksiä"],
    "fr": ["L'eau de l’école, l’<em>assurance</em> d’entreprise, c’est-à-dire l’e-mail.", "Rendez-vous."],
    "ar": ["هذا الكتاب عن خدمة العملاء", "وكتاب آخر للمدرسة، والمسؤولية"],
    "he": ["הבית הגדול של השירות ללקוח", "בבתי ספר, והמורים. דו־שיח"],
    "fa": ["کتاب‌ها و خدمات‌رسانی", "مشتری"],
    "ru": ["ИТ-отдел и поддержка клиента/поставщика", "Встреча"],
    "zh": [
        "访问控制策略规定谁可以访问系统。<strong>顾客</strong>服务部门负责处理投诉。",
        "我们对脆弱性进行分析，\n对访问进行控制。加密，研究生命起源",
        "服务顾客的态度；脆弱\n性评估，使用TLS协议。数据 加密，身份验证与访问控制列表",
    ],
    "ja": [
        "通信の暗号化は必須です。お客様対応、自動化。サーバーの設定とハードウェア",
        "外国人参政権と<ruby>暗号<rp>（</rp><rt>あんごう</rt><rp>）</rp></ruby>化されたファイル、コンピュータ・ウイルス",
    ],
    "th": ["การเข้ารหัสข้อมูล การบริการลูกค้า", "ลูกค้าสัมพันธ์และการควบคุมการเข้าถึง"],
    "zh-TW": ["資訊安全與客戶服務", "客戶"],
}
LOW = ("sv", 2)
"""Language and number of a page that is to come last."""
FOUND = {
    "sv": {"del": [1, 2]},
    "da": {"mail": [0], "afdeling": [0], "leverandør": [0], "numre": [0], "anden": [], "fredag": [1], "felt": [1]},
    "fi": {"palvelu": [0], "palvelun": [0], "talo": [0], "kysymys": [], "kysymyksiä": [1]},
    "fr": {"eau": [0], "l'eau": [0], "école": [0], "assurance": [0], "rendez-vous": [1], "entreprises": [0]},
    "ar": {"كتاب": [0, 1], "الكتاب": [0, 1], "مسؤولية": [1], "والمسؤولية": [1]},
    "he": {"בית": [0], "הבית": [0], "לקוח": [0], "מורים": [1], "שירות": [0], "והמורים": [1], "שיח": [1]},
    "fa": {"کتاب": [0], "کتاب‌ها": [0], "کتابها": [0], "رسانی": [0]},
    "ru": {"отдел": [0], "поставщик": [0], "клиенты": [0]},
    "zh": {
        "访问控制": [0, 2], "顾客服务": [0], "脆弱性": [1, 2], "加密": [1, 2], "研究": [1], "究生": [1],
        "使用TLS": [2], "TLS协议": [2], "tls": [2], "服务": [0, 2], "访问 服务": [0, 2], "不存在": [],
    },
    "ja": {
        "暗号化": [0, 1], "お客様": [0], "自動化": [0], "参政権": [1], "サーバ": [0], "ハード": [0], "バード": [],
        "コンピュータウイルス": [1], "ファイル": [1],
    },
    "th": {"ลูกค้า": [0, 1], "เข้ารหัส": [0], "ควบคุม": [1], "บริการลูกค้า": [0], "ลกคา": []},
    "zh-TW": {"資訊": [0], "客戶": [0, 1], "客戶服務": [0]},
}  # fmt: skip
MEANT = {
    "sv": {
        "klagomal": ("klagomål", [0]), "klagomaal": ("klagomål", [0]), "klagomøl": ("klagomål", [0]),
        "missno": ("missnö", [0]), "delegrea": ("delegera", [1]),
        "klagmål missnojd": ("klagomål missnöjd", [0]), "mäl": ("", []),
    },
    "da": {"leverandor": ("leverandør", [0]), "fredga": ("fredag", [1]), "numer klub": ("numre", [0])},
    "fi": {"hyvassa": ("hyvässä", [0]), "tyoyo": ("työyö", [1])},
    "de": {"mueller": ("", [0]), "strasse": ("", [0]), "gruest": ("grüßt", [0]), "Mulsim": ("muslim", [1])},
}  # fmt: skip
"""What a reader may have meant: for each query the one that is answered, and its pages."""
EXCERPTS = {
    "zh": {
        "TLS协议": "P2. 服务顾客的态度；脆弱性评估，使用 <mark>TLS 协议。</mark>数据 加密，身份验证与访问控制列表",
    },
    "sv": {"del": "P1. Att <mark>delegera</mark> på H2O. Det är en <mark>del</mark> av arbetet."},
    "fr": {"école": "P0. L'eau de <mark>l’école,</mark> l’assurance d’entreprise, c’est-à-dire l’e-mail."},
    "fa": {"رسانی": "P0. کتاب‌ها و <mark>خدمات‌رسانی.</mark>"},
    "he": {"שירות": "P0. הבית הגדול של <mark>השירות</mark> ללקוח."},
    "th": {"ข้อมูล": "P0. การเข้ารหัส<mark>ข้อมูล </mark>การบริการลูกค้า"},
}


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the index of all texts."""
    folder = tmp_path_factory.mktemp("index")
    made = indexing.Index()
    for lang, texts in TEXTS.items():
        for number, text in enumerate(texts):
            weight = 0.1 if (lang, number) == LOW else 1
            made.add(Entry(f"{lang}/{number}/index.html", lang.lower(), f"P{number}", f"<p>{text}</p>", weight=weight))
    made.begin(folder)
    made.write(folder)
    for lang in TEXTS:
        (folder / f"{lang}.vocabulary.txt").write_text(made.vocabularies[lang.lower()], encoding="utf-8")
    shutil.copy(folder / "pagefind.js", folder / "pagefind.mjs")
    return folder


def sought(index: Path, lang: str, queries: list[str]) -> dict[str, list[str]]:
    """Ask the search; for each query another one that it answered, "" for none, and the addresses of its hits."""
    node = Path(sys.executable).with_name("node")
    script = Path(__file__).with_name("seeking.mjs")
    command = [node, script, index, SCRIPTS, lang, json.dumps(queries)]
    run = subprocess.run([*map(str, command)], capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stderr[-500:]
    found: dict[str, list[str]] = json.loads(run.stdout)
    return found


@pytest.mark.parametrize("lang", FOUND)
def test_each_word_is_found_on_each_page_that_has_it(index: Path, lang: str) -> None:
    expected = {query: ["", *(f"/{lang}/{n}/" for n in pages)] for query, pages in FOUND[lang].items()}
    found = sought(index, lang, list(expected))
    assert {query: found[query] for query in expected} == expected


@pytest.mark.parametrize("lang", MEANT)
def test_other_letters_and_typing_errors_are_forgiven_with_words_of_the_language(index: Path, lang: str) -> None:
    expected = {query: [other, *(f"/{lang}/{n}/" for n in pages)] for query, (other, pages) in MEANT[lang].items()}
    found = sought(index, lang, list(expected))
    assert {query: found[query] for query in expected} == expected


@pytest.mark.parametrize("lang", EXCERPTS)
def test_excerpts_have_the_spaces_of_the_page(index: Path, lang: str) -> None:
    found = sought(index, lang, list(EXCERPTS[lang]))
    assert {query: found[f"{query} in"] for query in EXCERPTS[lang]} == EXCERPTS[lang]


def test_a_word_is_found_with_completions_that_are_in_other_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(splitting.SETTING, next(iter(splitting.SETTING)), "3")
    made = indexing.Index()
    words = ["ansatte", *(f"ansvar{letter}{n}" for letter in "bdfg" for n in range(9)), "ansyn", "bog"]
    for number, word in enumerate(words):
        made.add(Entry(f"da/{number}/index.html", "da", f"P{number}", f"<p>{word}</p>"))
    made.begin(tmp_path)
    made.write(tmp_path)
    assert len(list((tmp_path / "index").iterdir())) > 10
    (tmp_path / "da.vocabulary.txt").write_text(made.vocabularies["da"], encoding="utf-8")
    shutil.copy(tmp_path / "pagefind.js", tmp_path / "pagefind.mjs")
    for query in ("ans", "ansv", "ansvar", "ansvard", "ansvarg8"):
        pages = [f"/da/{number}/" for number, word in enumerate(words) if word.startswith(query)]
        # A query at a time: what one has fetched would be there for the next.
        assert sought(tmp_path, "da", [query])[query] == ["", *sorted(pages)], query
