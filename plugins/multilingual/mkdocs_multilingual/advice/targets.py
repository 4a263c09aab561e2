"""Addresses that a browser or a reader can't use: misspelt beginnings, and pages in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath, relpath
from urllib.parse import unquote, urlsplit

from mkdocs_foundation.caching.results import kept
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import verbatim
from mkdocs_foundation.reports.problems import Location, Problem, Severity
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources.pages import SourcePage, SourcePages

from ..problem_codes import ProblemCode
from ..saying import say
from .lines import links, prose

_WEB = pattern(r"(?P<scheme>h{1,2}t{1,3}p{1,2}s?)(?P<rest>(?::|;|//)/*\s*)(?P<host>[^/\s:;]+\.[^\s]*)", re.IGNORECASE)
"""What is meant as an address of the web: http or https with a letter or a sign too few or too many."""
_RIGHT = pattern(r"https?://[^/\s]", re.IGNORECASE)
_MAIL = pattern(r"(?:mail[ -]?to|mailt|malto)(?P<sign>:/*|;|\s*)(?P<to>[^\s@/]+@[^\s@/]+)", re.IGNORECASE)
_SCHEME = pattern(r"[a-z][a-z+.-]*:", re.IGNORECASE)
"""With such a beginning MkDocs takes an address for one outside the site; the others are links to files for it."""
_RIGHT_MAIL = pattern(r"mailto:[^/]", re.IGNORECASE)


_EMPTY = pattern(r"(?P<image>!?)\[[^\[\]]*\]\(\s*(?:<\s*>)?\s*\)")
_WORDLESS = pattern(r"(?<![!\w\]])\[\s*\]\((?=[^()\s])")
_TASK = pattern(r"\s*(?:[-*+]|\d+[.)])\s+\[ \]")
_OWN_MACHINE = pattern(r"https?://(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::\d+)?(?:/|$)", re.IGNORECASE)


def meant(written: str) -> str | None:
    """The address that a misspelt one of the web or of mail was meant to be; `None` for any other, right ones too."""
    if (web := _WEB.fullmatch(written)) and not _RIGHT.match(written):
        scheme = "http" if web["scheme"].lower() == "http" else "https"
        return f"{scheme}://{web['host']}"
    if (mail := _MAIL.fullmatch(written)) and not _RIGHT_MAIL.match(written):
        return f"mailto:{mail['to']}"
    return None


def check(page: SourcePage, library: SourcePages, site: Site) -> Iterator[Problem]:
    """Links of a page with an address that leads nowhere, and links to pages in another language than its own."""
    yield from _without_address_or_words(page)
    for link in links(page.body):
        if _OWN_MACHINE.match(link.target):
            yield Problem(
                ProblemCode.LINK_TARGET,
                Location(page.uri, link.line),
                say("The address is that of a preview on your own machine: for anybody else it leads nowhere."),
                verbatim(link.target),
                say("the path of a file from this one, or an address on the web"),
                say("Write the path of the page's file, such as ../articles/trust.md."),
                weight=Severity.WARNING,
            )
        elif link.target.lower().startswith("javascript:"):
            yield Problem(
                ProblemCode.RAW_MARKUP,
                Location(page.uri, link.line),
                say("The text has markup that runs or loads something in the reader's browser."),
                verbatim(link.target[:60]),
                say("Markdown, pictures and links"),
                say("Write a link to it; or leave it if the site means to have it."),
            )
        elif ":" in link.target and _SCHEME.match(link.target) and (right := meant(link.target)):
            yield Problem(
                ProblemCode.LINK_TARGET,
                Location(page.uri, link.line),
                say("The beginning of the address is misspelt, so that the link leads nowhere."),
                verbatim(link.target),
                say("an address that begins with https://, http:// or mailto:"),
                say("Write {near}.", near=right),
                weight=Severity.WARNING,
            )
        elif own := _in_own_language(page, link.target, library, site):
            yield Problem(
                ProblemCode.LINK_TARGET,
                Location(page.uri, link.line),
                say("The link leads readers to another language."),
                verbatim(link.target),
                say("the path of the page in the language of this one"),
                say("Write {near}, or leave it if the other language is meant.", near=own),
                weight=Severity.ADVICE,
            )


@kept()
def _without_address_or_words(page: SourcePage) -> tuple[Problem, ...]:
    return tuple(_empty(page)) if "](" in page.body else ()


def _empty(page: SourcePage) -> Iterator[Problem]:
    """Links with nothing in their brackets."""
    written = page.body.split("\n")  # with the code that may be the words of a link
    for number, line in prose(page.body):
        if "](" not in line:
            continue
        if empty := _EMPTY.search(line):
            yield Problem(
                ProblemCode.LINK_TARGET,
                Location(page.uri, number),
                say("The picture has no address.") if empty["image"] else say("The link has no address."),
                verbatim(empty[0]),
                say("the path of a file from this one, or an address on the web"),
                say("Write the address in round brackets behind the words."),
                weight=Severity.WARNING,
            )
        elif not _TASK.match(line) and _WORDLESS.search(line) and _WORDLESS.search(written[number - 1]):
            yield Problem(
                ProblemCode.LINK_TARGET,
                Location(page.uri, number),
                say("The link has no words, so that nobody sees it."),
                verbatim(line.strip()[:60]),
                say("[words](address)"),
                say("Write the words of the link in the square brackets, or remove it."),
                weight=Severity.ADVICE,
            )


def _in_own_language(page: SourcePage, written: str, library: SourcePages, site: Site) -> str | None:
    """The link to the same page in the language of this one, for a link to one in another language."""
    try:
        parts = urlsplit(written)
    except ValueError:
        return None
    if parts.scheme or parts.netloc or not parts.path.endswith(".md"):
        return None
    located = site.locate(normpath(join(dirname(page.uri), unquote(parts.path))))
    if located is None or located[0] == page.locale or located[1] == page.key:
        return None
    locale, key = located
    if library.page(locale, key) is None or library.page(page.locale, key) is None:
        return None
    path = relpath(site.uri(page.locale, key), dirname(page.uri) or ".")
    return f"{path}#{parts.fragment}" if parts.fragment else path
