"""A page as the index gets it: its text without anything around it, and what readers can filter by.

The index is made of these documents and not of the finished pages: so it doesn't depend on a site's templates, pages
carry no marks, and the statements of a self-assessment are found, though Pagefind overlooks all that a form holds.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import Enum
from html import escape

from mkdocs_foundation.locales import base_language
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.templates.titles import plain
from mkdocs_foundation.values import dataclass

from ..topics.membership import hub_of, topics_of
from .characters import apart, has_characters
from .compounds import MAY_BE_JOINED, jointed

IGNORED = (
    ".headerlink",
    ".toc",
    "button",
    "dialog",
    "[hidden]",
    "[aria-hidden=true]",
    "rp",
    "rt",
    "[data-search-exclude]",
)
"""Selectors of elements on a page that aren't its text; the last is Material's own attribute for them."""

UNCUT = "x-"
"""Before the language of a page that a Pagefind with dictionaries is not to cut into words of its own."""
_CUT = frozenset({"zh", "ja", "th"})
"""Languages that it would cut."""
_CELL = pattern(r"</(?=(?:td|th|li|dt|dd|summary|legend)\b)", re.IGNORECASE)
_TEXT = pattern(r"(?<=>)[^<]+")
_JOINED_TEXT = pattern(rf">[^<]*(?:{MAY_BE_JOINED})[^<]*")
"""Text after a tag's last sign that has a joint; most has none."""
_NOTE = pattern(
    r"<sup\b[^>]*>(?:\s*<a\b[^>]*\bhref=[\"']?#[^>]*>[^<]*</a>[\s,]*)+</sup>"
    r"|(?<=</a>)<sup\b[^>]*>\s*\d{1,3}\s*</sup>"
    r"|<a\b[^>]*(?:\bfootnote-(?:ref|backref)\b|\bdoc-(?:noteref|backlink)\b)[^>]*>.*?</a>",
    re.IGNORECASE | re.DOTALL,
)
"""The number of a note, which would become a part of the word before, and the way back from a note."""
_FORM = pattern(r"<(/?)form\b", re.IGNORECASE)
_OF_NOTES = ("<sup", "footnote-", "doc-")
"""One of these is on a page with a note; most have none, and looking for notes takes time at each link."""


class SearchKind(Enum):
    """Kinds that readers can filter by; a front page, an overview or a form to print has none."""

    ARTICLE = "article"
    POST = "post"
    ASSESSMENT = "self-assessment"


@dataclass(frozen=True)
class Entry:
    """One page of the index."""

    path: str
    """Path in the built site, such as `sv/articles/trust/index.html`."""
    lang: str
    """The language of the finished page: the index of a language has all pages with it."""
    title: str
    """Title in the list of hits."""
    html: str
    """Its text."""
    description: str = ""
    """Description in one sentence, "" for none."""
    kind: SearchKind | None = None
    """Kind, `None` for a page without one."""
    topics: tuple[str, ...] = ()
    """Names of topics, in the language of the page."""
    weight: float = 1
    """What its text counts against that of other pages, from 0 to 1; its title counts in full."""


def document(entry: Entry) -> str:
    """The page in the form that Pagefind indexes."""
    title, description = plain(entry.title), plain(entry.description)
    marks = [('data-pagefind-meta="title[content]"', title), ('data-pagefind-meta="kind[content]"', _value(entry.kind))]
    marks += [('data-pagefind-meta="description[content]"', description)]
    marks += [('data-pagefind-filter="kind[content]"', _value(entry.kind))]
    marks += [('data-pagefind-filter="topic[content]"', topic) for topic in entry.topics]
    head = "\n".join(f'<meta {mark} content="{escape(value)}">' for mark, value in marks if value)
    heading = "" if "<h1" in entry.html else f"<h1>{escape(title)}</h1>\n"
    # Without whitespace the words of neighbouring cells would be one word.
    small = entry.html.lower()
    text = _NOTE.sub("", entry.html) if any(sign in small for sign in _OF_NOTES) else entry.html
    text = _CELL.sub(" </", _FORM.sub(r"<\1div", text) if "form" in small else text)
    weight = f' data-pagefind-weight="{entry.weight:g}"' if entry.weight < 1 else ""
    # A letter with a mark may be typed as two characters; the index knows it as one.
    body = unicodedata.normalize("NFC", f"<main data-pagefind-body{weight}>\n{heading}{text}\n</main>")
    if has_characters(body):
        body = _TEXT.sub(lambda found: apart(jointed(found[0])), body)
    else:
        body = _JOINED_TEXT.sub(lambda found: jointed(found[0]), body)
    lang = f"{UNCUT if base_language(entry.lang) in _CUT else ''}{entry.lang}"
    page = (
        f'<!doctype html>\n<html lang="{escape(lang)}">\n<head>\n<meta charset="utf-8">\n{head}\n</head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )
    return unicodedata.normalize("NFC", page)


def _value(kind: SearchKind | None) -> str:
    return kind.value if kind else ""


def kind_of(key: str, settings: Mapping[str, object], *, is_post: bool, is_assessment: bool) -> SearchKind | None:
    """The kind of a page by its path within its language, its settings, and what other plugins have declared.

    An article is a text with a date or a topic: a reference, a form or a guide has neither, and so no kind.
    """
    if is_post:
        return SearchKind.POST
    folder, _, name = key.rpartition("/")
    if not folder or name == "index.md" or hub_of(key) is not None:
        return None
    if is_assessment:
        return SearchKind.ASSESSMENT
    return SearchKind.ARTICLE if settings.get("date") or topics_of(settings.get("topics")) else None
