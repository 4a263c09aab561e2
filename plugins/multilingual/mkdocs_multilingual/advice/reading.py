"""Advice on texts that are hard to read, by LIX, which needs no dictionary.

LIX is the number of words a sentence and the percentage of words of more than six letters, added: C. H. Björnsson,
*Läsbarhet* (1968), and "Readability of Newspapers in 11 Languages", *Reading Research Quarterly* 18 (1983). Up to 30 a
text is very easy, from 40 on medium, from 50 on difficult, from 60 on very difficult.
"""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_foundation.caching.results import kept
from mkdocs_foundation.locales import base_language
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.sources.pages import SourcePage

from ..problem_codes import ProblemCode
from ..saying import say
from . import lines

MOST = 55
"""The most that a text may have where the site has no rule."""
LANGUAGES = frozenset({"da", "de", "en", "fr", "nb", "nl", "nn", "no", "sv"})
"""Languages with words of about the length that the levels are made for; elsewhere only a site's own rule counts."""
LEAST = 100
"""Words from which on a text has a level."""
_LONG = 6
_WORD = pattern(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_END = pattern(r"[.:!?…](?=[\s\"”»’)*_]|$)")
_GONE = pattern(r"\]\([^()]*\)|<[^<>]*>|\{[^{}]*\}|https?://\S+|^\s*#+.*")
_OF_GONE = ("](", "<", "{", "://", "#")
"""One of these is in whatever that finds."""


def check(page: SourcePage, most: int = 0) -> Iterator[Problem]:
    """The problem of a page whose text has a higher LIX than `most`, 0 for none of the site's own."""
    if not most and base_language(page.locale) not in LANGUAGES:
        return
    words, sentences, long, hardest = _counts(page.body)
    if words < LEAST or not sentences:
        return
    level = words / sentences + 100 * long / words
    if level > (most or MOST):
        yield Problem(
            ProblemCode.READING_LEVEL,
            Location(page.uri, hardest),
            say("The text is hard to read, most of all this part of it."),
            say(
                "LIX {level}: {words} words a sentence, {share} % long words",
                level=round(level),
                words=round(words / sentences),
                share=round(100 * long / words),
            ),
            say("LIX {most} at most; 40 is as easy as a newspaper", most=most or MOST),
            say("Make two sentences of a long one, and take shorter words."),
        )


@kept()
def _counts(body: str) -> tuple[int, int, int, int]:
    """How many words, sentences and long words a text has, and the first line of its hardest paragraph."""
    words = sentences = long = 0
    hardest, level = 1, 0.0
    for number, text in _paragraphs(body):
        found = _WORD.findall(text)
        if not found:
            continue
        ends, big = len(_END.findall(text)), len([word for word in found if len(word) > _LONG])
        words, sentences, long = words + len(found), sentences + ends, long + big
        own = len(found) / max(ends, 1) + 100 * big / len(found)
        if len(found) > 2 * _LONG and own > level:
            hardest, level = number, own
    return words, sentences, long, hardest


def _paragraphs(body: str) -> Iterator[tuple[int, str]]:
    """Number of the first line and text of each paragraph."""
    first, texts = 0, list[str]()
    for number, line in [*lines.prose(body), (0, "")]:
        if texts and not line.strip():
            yield first, " ".join(texts)
            texts = []
        if line.strip():
            first = first if texts else number
            texts.append(lines.seen(line, _GONE, _OF_GONE))
