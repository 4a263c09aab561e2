"""Mistakes as consultants make them, one at a time, in a small site in four languages.

Each gives one message: at the line that was changed, with a remedy, in Danish, Swedish, Norwegian and English.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from mkdocs_foundation.reports.message import ENGLISH, words
from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.sources import site_config
from mkdocs_multilingual import command_check
from scripts.messages import LANGUAGES

CONFIG = """\
site_name: Kompas
site_url: https://kompas.example/
plugins:
  i18n:
    docs_structure: folder
    languages:
      - {locale: da, name: Dansk, default: true}
      - {locale: sv, name: Svenska}
      - {locale: nb, name: Norsk}
      - {locale: en, name: English}
  self-assessment: {}
  multilingual-blog: {post_excerpt: required}
  multilingual:
    checks: strict
    editorial:
      "articles/*.md": {required: [description]}
validation: {links: {absolute_links: warn, unrecognized_links: warn, anchors: warn}}
"""
ARTICLE = """\
---
title: {title}
description: {description}
topics: [culture]
slug: {slug}
date: 2026-05-03
---
# {title}

!!! abstract
    {abstract}

## {first} {{#begin}}

{text} [{see}](reply.md#begin)[^1]

- {one}
- {two}

![{picture}](../../assets/meeting.png)

## {second} {{#go-on}}

### {third} {{#details}}

{more}

[^1]: {note}
"""
REPLY = """\
---
title: {title}
description: {description}
topics: [culture]
---
# {title}

## {first} {{#begin}}

{more}
"""
CHECK = """\
---
title: {check}
description: {description}
assessment:
  id: trust
  scale: agreement-5
  minutes: 3
---
# {check}

{abstract}

## {first} {{#talk}}

- [ ] {s1} {{#talk-aloud}}
- [ ] {s2} {{#talk-blame reverse}}

## {second} {{#learn}}

- [ ] {s3} {{#learn-ask}}
- [ ] {s4} {{#learn-time if="talk-aloud>=2"}}

## {result} {{.results}}

- **0–40** {low} [{see}](../articles/trust.md)
- **40–70** {middle}
- **70–100** {high}
"""
POST = """\
---
date: 2026-05-03
authors: [desk]
categories: [{category}]
---
# {second}

{more}

<!-- more -->

{text}
"""
TEXTS: dict[str, dict[str, str]] = {
    "da": {
        "title": "Tillid i teamet", "description": "Sådan taler I om fejl.", "slug": "tillid", "category": "Ledelse",
        "abstract": "Tal om fejl, mens de er små, og før kunden mærker dem.", "first": "Begynd i dag",
        "second": "Gå videre", "third": "Detaljer", "text": "En fejl, der bliver sagt højt, kan rettes.",
        "see": "Læs, hvordan I svarer", "one": "Spørg først.", "two": "Lyt derefter.", "picture": "Et team ved et bord",
        "more": "Aftal, hvem der siger hvad, og hvornår I ser på det igen.", "note": "Efter en samtale med tre teams.",
        "check": "Tør I sige det", "s1": "Vi siger det højt, når noget går galt.",
        "s2": "Den, der laver en fejl, får skylden.", "s3": "Vi spørger, hvad vi kan lære.",
        "s4": "Vi har tid til at lære af fejl.", "result": "Hvad svarene betyder", "low": "Begynd med én samtale.",
        "middle": "Vælg det område, der er svagest.", "high": "Fortæl andre, hvordan I gør.", "reply": "Sådan svarer I",
    },
    "sv": {
        "title": "Tillit i teamet", "description": "Så talar ni om misstag.", "slug": "tillit", "category": "Ledarskap",
        "abstract": "Tala om misstag medan de är små och innan kunden märker dem.", "first": "Börja i dag",
        "second": "Gå vidare", "third": "Detaljer", "text": "Ett misstag som sägs högt går att rätta.",
        "see": "Läs hur ni svarar", "one": "Fråga först.", "two": "Lyssna sedan.", "picture": "Ett team vid ett bord",
        "more": "Kom överens om vem som säger vad och när ni tar upp det igen.", "note": "Efter samtal med tre team.",
        "check": "Vågar ni säga det", "s1": "Vi säger det högt när något går fel.",
        "s2": "Den som gör ett misstag får skulden.", "s3": "Vi frågar vad vi kan lära oss.",
        "s4": "Vi har tid att lära av misstag.", "result": "Vad svaren betyder", "low": "Börja med ett samtal.",
        "middle": "Välj det område som är svagast.", "high": "Berätta för andra hur ni gör.", "reply": "Så svarar ni",
    },
    "nb": {
        "title": "Tillit i teamet", "description": "Slik snakker dere om feil.", "slug": "tillit",
        "category": "Ledelse",
        "abstract": "Snakk om feil mens de er små, og før kunden merker dem.", "first": "Begynn i dag",
        "second": "Gå videre", "third": "Detaljer", "text": "En feil som blir sagt høyt, kan rettes.",
        "see": "Les hvordan dere svarer", "one": "Spør først.", "two": "Lytt etterpå.",
        "picture": "Et team ved et bord",
        "more": "Avtal hvem som sier hva, og når dere ser på det igjen.", "note": "Etter en samtale med tre team.",
        "check": "Tør dere si det", "s1": "Vi sier det høyt når noe går galt.",
        "s2": "Den som gjør en feil, får skylden.", "s3": "Vi spør hva vi kan lære.",
        "s4": "Vi har tid til å lære av feil.", "result": "Hva svarene betyr", "low": "Begynn med én samtale.",
        "middle": "Velg det området som er svakest.", "high": "Fortell andre hvordan dere gjør.",
        "reply": "Slik svarer dere",
    },
    "en": {
        "title": "Trust in the team", "description": "How to talk about mistakes.", "slug": "trust",
        "category": "Leadership",
        "abstract": "Talk about mistakes while they are small, and before the customer notices.",
        "first": "Begin today", "second": "Go on", "third": "Details", "text": "A mistake said aloud can be put right.",
        "see": "Read how to reply", "one": "Ask first.", "two": "Listen then.", "picture": "A team at a table",
        "more": "Agree who says what, and when you look at it again.", "note": "After talks with three teams.",
        "check": "Dare you say it", "s1": "We say it aloud when something goes wrong.",
        "s2": "Whoever makes a mistake is blamed.", "s3": "We ask what we can learn.",
        "s4": "We have time to learn from mistakes.", "result": "What the answers mean", "low": "Begin with one talk.",
        "middle": "Choose the weakest area.", "high": "Tell others how you do it.", "reply": "How to reply",
    },
}  # fmt: skip


def _site() -> dict[str, str]:
    files = {"assets/meeting.png": "PNG"}
    for locale, said in TEXTS.items():
        files |= {
            f"{locale}/index.md": f"# {said['title']}\n\n{said['text']}\n",
            f"{locale}/articles/trust.md": ARTICLE.format(**said),
            f"{locale}/articles/reply.md": REPLY.format(**{**said, "title": said["reply"]}),
            f"{locale}/self-assessments/trust.md": CHECK.format(**said),
            f"{locale}/topics/culture.md": f"# {said['second']}\n\n{said['more']}\n",
            f"{locale}/blog/index.md": f"# Blog\n\n{said['abstract']}\n",
            f"{locale}/blog/posts/first.md": POST.format(**said),
            f"{locale}/blog/.authors.yml": "authors:\n  desk: {name: Desk, description: Us, avatar: a.png}\n",
            f"{locale}/blog/.categories.yml": f"lead: {said['category']}\n",
        }
    return files


SITE = _site()
PAGE, PAGE_SV = "da/articles/trust.md", "sv/articles/trust.md"
TEST, TEST_SV = "da/self-assessments/trust.md", "sv/self-assessments/trust.md"
ENTRY = "da/blog/posts/first.md"
ALOUD, ALOUD_SV = (f"- [ ] {TEXTS[locale]['s1']} {{#talk-aloud}}" for locale in ("da", "sv"))
TWO, VI = "- Lyt derefter.", "- [ ] Vi säger"
NEW = "---\ntitle: Ny\ndescription: Om det nye.\n---\n# Ny\n\nEn tekst om det nye, som vi har lært.\n"


@dataclass(frozen=True)
class Mistake:
    """What somebody did to one file, and where it must be told."""

    code: str
    uri: str
    """The file."""
    old: str = ""
    """What was there; nothing for a new file."""
    new: str | bytes = ""
    """What is there now."""
    at: str = ""
    """Beginning of the line of the message; "" for the first line of what is there now."""
    where: str = ""
    """The file of the message, where it isn't the changed one."""

    def write(self, docs: Path) -> int:
        """Make the mistake; returns the line in which it must be told."""
        path = docs / self.uri
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(self.new, bytes):
            path.write_bytes(self.new)
            text = self.new.decode("utf-8", "replace")
        else:
            before = SITE.get(self.uri, "")
            assert not self.old or before.count(self.old), self.old
            text = before.replace(self.old, self.new, 1) if self.old else self.new
            path.write_text(text, encoding="utf-8")
        told = (docs / self.where).read_text(encoding="utf-8") if self.where else text
        first = (self.at or (self.new if isinstance(self.new, str) else "")).split("\n")[0]
        return next((n for n, line in enumerate(told.split("\n"), 1) if first and line.startswith(first)), 1)


def added(line: str) -> str:
    """The second point of the article's list, with something below the list."""
    return f"{TWO}\n\n{line}"


MISTAKES: dict[str, Mistake] = {
    # lists and statements
    "statement indented": Mistake("checkbox", TEST, ALOUD, f"    {ALOUD}"),
    "tab before a statement": Mistake("checkbox", TEST, ALOUD, f"\t{ALOUD}"),
    "statement ticked": Mistake("ticked", TEST, ALOUD, ALOUD.replace("[ ]", "[x]")),
    "hard space after the hyphen of a statement": Mistake("checkbox", TEST, ALOUD, ALOUD.replace("- [", "-\u00a0[")),
    "statement without an id": Mistake("missing-id", TEST, ALOUD, ALOUD.removesuffix(" {#talk-aloud}")),
    "id with a Danish letter": Mistake("bad-id", TEST, ALOUD, ALOUD.replace("aloud", "højt")),
    "bullet from Word": Mistake("checkbox", TEST, ALOUD, ALOUD.replace("- [", "• [")),
    "hard space in a list": Mistake("misread-line", PAGE, "- Spørg først.\n- Lyt", "-\u00a0Spørg først.\n-\u00a0Lyt"),
    "bullets in an article": Mistake("misread-line", PAGE, "- Spørg først.\n- Lyt", "• Spørg først.\n• Lyt"),
    "list right below a line": Mistake("misread-line", PAGE, TWO, added("Husk:\n- a\n- b"), at="- a"),
    "long dashes as bullets": Mistake("misread-line", PAGE, "- Spørg først.\n- L", "– Spørg først.\n– L"),
    "id with a space": Mistake("missing-id", TEST, "{#talk-aloud}", "{# talk-aloud}", at=ALOUD[:14]),
    # settings
    "curly quotes around a title": Mistake("front-matter", PAGE, "title: Tillid i teamet", "title: “Tillid: en start”"),
    "colon in a title": Mistake("front-matter", PAGE, "title: Tillid i teamet", "title: Tillid: en start"),
    "tab in settings": Mistake("front-matter", TEST, "  minutes", "\tminutes"),
    "tab before a topic": Mistake("front-matter", PAGE, "topics: [culture]", "topics:\n\t- culture", at="\t- culture"),
    "comment of HTML in settings": Mistake("front-matter", PAGE, "topics:", "<!-- husk -->\ntopics:"),
    "merge of authors not finished": Mistake(
        "blog-file", "da/blog/.authors.yml", "  desk:", "<<<<<<< HEAD\n  desk:", at="<<<<<<<"
    ),
    "setting twice": Mistake("front-matter", PAGE, "\ndate:", "\ndate: 2026-05-01\ndate:", at="date: 2026-05-03"),
    "settings not closed": Mistake("front-matter", PAGE, "---\n# Tillid", "# Tillid", at="---"),
    "misspelt setting": Mistake("missing-setting", PAGE, "description:", "desciption:"),
    "unknown scale": Mistake("unknown-scale", TEST, "scale: agreement-5", "scale: agreement-6", at="  scale"),
    "Danish date": Mistake("page-date", PAGE, "date: 2026-05-03", "date: 3. maj 2026"),
    "Danish date of a post": Mistake("post-date", ENTRY, "date: 2026-05-03", "date: 03-05-2026"),
    "unknown category": Mistake("unknown-category", ENTRY, "categories: [Ledelse]", "categories: [Lederskab]"),
    "unknown author": Mistake("unknown-author", ENTRY, "authors: [desk]", "authors: [anna]"),
    "unknown topic": Mistake("unknown-topic", PAGE, "topics: [culture]", "topics: [kultur]"),
    "slug of another page": Mistake("slug-taken", PAGE, "slug: tillid", "slug: reply"),
    "post without an excerpt": Mistake("post-excerpt", ENTRY, "<!-- more -->\n", "", at="En fejl"),
    "post emptied": Mistake("post-title", ENTRY),
    "missing related page": Mistake(
        "post-link", ENTRY, "authors:", "links:\n  - articles/gone.md\nauthors:", at="links:"
    ),
    # headings and boxes
    "two first headings": Mistake("heading-order", PAGE, "## Gå videre", "# Gå videre"),
    "level left out": Mistake("heading-order", PAGE, "### Detaljer", "#### Detaljer"),
    "heading id twice": Mistake("heading-id", PAGE, "{#details}", "{#go-on}", at="### Detaljer"),
    "box not indented": Mistake("box-body", PAGE, "    Tal om fejl", "Tal om fejl"),
    "unknown box": Mistake("box-kind", PAGE, "!!! abstract", "!!! resume"),
    "heading without a space": Mistake("misread-line", PAGE, "## Gå", "##Gå"),
    "box with two signs": Mistake("misread-line", PAGE, "!!! abstract", "!! abstract"),
    "title of a box in curly quotes": Mistake("misread-line", PAGE, "!!! abstract", "!!! abstract “Kort”"),
    # links, pictures, markup
    "picture on one's own disk": Mistake("link-target", PAGE, "../../assets/", "C:\\billeder\\", at="![Et team"),
    "comment not closed": Mistake("unclosed", PAGE, TWO, added("<!-- husk"), at="<!--"),
    "link to a moved page": Mistake("link-target", PAGE, "(reply.md#begin)", "(answer/reply.md#begin)", at="En fejl"),
    "dead anchor": Mistake("link-anchor", PAGE, "reply.md#begin", "reply.md#begyn", at="En fejl"),
    "missing picture": Mistake("link-target", PAGE, "meeting.png", "meting.png", at="![Et team"),
    "own full address": Mistake("own-address", PAGE, TWO, added("[Se](https://kompas.example/tillid/)"), at="[Se]"),
    "raw script": Mistake("raw-markup", PAGE, TWO, added("<script src='x.js'></script>"), at="<script"),
    "space within a link": Mistake("misread-line", PAGE, "svarer](", "svarer] (", at="En fejl"),
    "footnote without a text": Mistake("misread-line", PAGE, "[^1]:", "[^2]:", at="En fejl"),
    "merge not finished": Mistake("conflict", PAGE, TWO, f"<<<<<<< HEAD\n{TWO}\n=======\n{TWO}\n>>>>>>> main"),
    "code not closed": Mistake("unclosed-code", PAGE, TWO, added("```\nx")  , at="```"),
    "address of the web with one slash": Mistake(
        "link-target", PAGE, TWO, added("[Se](http:/kompas.example)"), at="[Se]"
    ),
    "address of the web misspelt": Mistake("link-target", PAGE, TWO, added("[Se](htps://kompas.dk/a)"), at="[Se]"),
    "mailto with slashes": Mistake("link-target", PAGE, TWO, added("[Skriv](mailto://a@b.dk)"), at="[Skriv]"),
    "address of the web without a colon": Mistake("link-target", PAGE, TWO, added("[Se](https//b.dk)"), at="[Se]"),
    "link to a finished page": Mistake("link-target", PAGE, "reply.md#begin", "reply.html#begin", at="En fejl"),
    "link to another language": Mistake("link-target", PAGE, "(reply.md", "(../../sv/articles/reply.md", at="En fejl"),
    "anchor by the words of a heading": Mistake("link-anchor", PAGE, "reply.md#begin", "#Gå videre", at="En fejl"),
    "space before a picture's width": Mistake("misread-line", PAGE, ".png)", ".png) {width=300}", at="![Et team"),
    "unseen sign before a heading": Mistake("misread-line", PAGE, "## Gå", "\u200b## Gå"),
    "link without an address": Mistake("link-target", PAGE, "(reply.md#begin)", "()", at="En fejl"),
    "link without words": Mistake("link-target", PAGE, TWO, added("[](reply.md)"), at="[](reply"),
    "address of one's own preview": Mistake("link-target", PAGE, TWO, added("[x](http://127.0.0.1:8000/)"), at="[x]"),
    "own address with www": Mistake("own-address", PAGE, TWO, added("[x](http://www.kompas.example/a/)"), at="[x]"),
    "script in a link": Mistake("raw-markup", PAGE, TWO, added("[x](javascript:alert(1))"), at="[x]"),
    "space before the colon of a footnote": Mistake("misread-line", PAGE, "[^1]:", "[^1] :", at="En fejl"),
    "spaces inside the stars": Mistake("misread-line", PAGE, TWO, added("Det er ** fed ** tekst"), at="Det er"),
    "title of a box without quotation marks": Mistake("misread-line", PAGE, "!!! abstract", "!!! abstract Kort sagt"),
    "table without its line": Mistake("misread-line", PAGE, TWO, added("| a | b |\n| 1 | 2 |"), at="| a"),
    "full stop behind an id": Mistake("misread-line", PAGE, "{#go-on}", "{#go-on}.", at="## Gå"),
    "id of a heading without its sign": Mistake("misread-line", PAGE, "{#go-on}", "{go-on}", at="## Gå"),
    "letters of another encoding": Mistake("misread-line", TEST, "Tør I sige det\n\n", "TÃ¸r I sige det\n\n", at="# T"),
    "four hyphens": Mistake("front-matter", PAGE, "---\ntitle", "----\ntitle"),
    "a dash in place of hyphens": Mistake("front-matter", PAGE, "---\ntitle", "—\ntitle"),
    "picture of a phone": Mistake("file-name", "da/articles/photo.heic", new=b"x"),
    # files
    "folder with a capital": Mistake("file-name", "da/Articles/new.md", new=NEW, at="---"),
    "page without a title": Mistake(
        "heading-order", "da/articles/new.md", new="---\ndescription: Om det nye.\n---\n\nEn tekst.\n", at="En tekst"
    ),
    "list of statements in a file of its own": Mistake(
        "no-assessment", "da/self-assessments/part.md", new="- [ ] Fælles. {#talk-more}\n"
    ),
    "text without settings and title": Mistake("missing-setting", "da/articles/new.md", new="En tekst.\n"),
    "empty page": Mistake("empty-page", "da/articles/new.md", new="\n"),
    "page saved as .md.txt": Mistake("file-name", "da/articles/new.md.txt", new=NEW, at="---"),
    "ending in capitals": Mistake("file-name", "da/articles/new.MD", new=NEW, at="---"),
    "unknown folder": Mistake("page-language", "dk/articles/new.md", new=NEW, at="---"),
    "older encoding": Mistake("encoding", "da/articles/new.md", new=NEW.encode("cp1252"), at="En tekst"),
    "picture of 2 MB": Mistake("large-picture", "da/articles/photo.jpg", new=b"x" * 2_100_000),
    # translations
    "Danish copied to Swedish": Mistake("untranslated-copy", PAGE_SV, new=SITE[PAGE], at="---"),
    "other id in a translation": Mistake("translation-unknown", TEST_SV, "{#talk-aloud}", "{#talk-loud}", at=VI),
    "statement missing": Mistake("translation-missing", TEST_SV, f"{ALOUD_SV}\n", "", at="assessment:"),
    "reverse on one side": Mistake("translation-scoring", TEST_SV, "#talk-aloud", "#talk-aloud reverse", at=VI),
    "other id of an area": Mistake("translation-unknown", TEST_SV, "{#learn}", "{#lara}", at="## Gå vidare"),
    # results
    "gap": Mistake("band-gap", TEST, "**40–70**", "**45–70**", at="- **45–70**"),
    "overlap": Mistake("band-overlap", TEST, "**40–70**", "**35–70**", at="- **35–70**"),
    "a text for everything": Mistake(
        "band-overlap", TEST, "- **0–40**", "- **0–100** Tal om det.\n- **0–40**", at="- **0–100**"
    ),
    "setting in Danish": Mistake("setting-name", TEST, "title:", "titel:"),
    "path of a topic": Mistake("unknown-topic", PAGE, "topics: [culture]", "topics: [../topics/culture.md]"),
    "post without a title": Mistake("post-title", ENTRY, "# Gå videre\n", "", at="Aftal"),
    "range in words": Mistake("bad-range", TEST, "**0–40**", "**0 til 40**", at="- **0 til"),
    "condition on nothing": Mistake("unknown-statement", TEST, "talk-aloud>=2", "talk-loud>=2", at="- [ ] Vi har tid"),
    "results not marked": Mistake("stray-content", TEST, " {.results}", "", at="## Hvad svarene"),
    # whole self-assessments
    "flag in Danish": Mistake("unknown-flag", TEST, "reverse", "omvendt", at="- [ ] Den, der"),
    "statement only in Danish": Mistake(
        "translation-missing", TEST, ALOUD, f"{ALOUD}\n- [ ] Vi ler. {{#talk-laugh}}", "assessment:", TEST_SV
    ),
    "id of a self-assessment changed": Mistake("no-source", TEST, "id: trust", "id: tillid", "assessment:", TEST_SV),
    "self-assessment emptied": Mistake("no-source", TEST, new="\n"),
    "self-assessment copied": Mistake("duplicate-id", "da/self-assessments/copy.md", new=SITE[TEST], at="assessment:"),
    "category with another id": Mistake("category-counterpart", "sv/blog/.categories.yml", "lead:", "ledning:"),
}  # fmt: skip


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("mistakes")
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    for uri, text in SITE.items():
        path = root / "docs" / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root / "docs"


def problems(docs: Path) -> list[Problem]:
    return command_check.check(site_config.read(docs.parent / "mkdocs.yml"))


def shown(found: list[Problem]) -> str:
    return "\n".join(problem.format() for problem in found)


def test_the_site_as_it_is_has_no_mistakes(docs: Path) -> None:
    assert problems(docs) == [], shown(problems(docs))


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_told_once_where_it_is_and_in_four_languages(docs: Path, name: str) -> None:
    mistake = MISTAKES[name]
    line = mistake.write(docs)
    try:
        found = problems(docs)
    finally:
        path = docs / mistake.uri
        path.write_text(SITE[mistake.uri], encoding="utf-8") if mistake.uri in SITE else path.unlink()
    assert [(p.code.value, f"{p.location}") for p in found] == [
        (mistake.code, f"{mistake.where or mistake.uri}:{line}")
    ], shown(found)
    (problem,) = found
    assert problem.remedy
    for locale in LANGUAGES:
        said = words(locale)
        assert said(problem.message) != ENGLISH(problem.message)
        assert said(problem.remedy) != ENGLISH(problem.remedy)
