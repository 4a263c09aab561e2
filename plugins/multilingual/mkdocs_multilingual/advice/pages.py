"""Advice on one page: its settings, headings, boxes and markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from posixpath import basename, splitext

from mkdocs_foundation.caching.results import kept
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, Severity, nearest
from mkdocs_foundation.site import Site, Structure
from mkdocs_foundation.sources.pages import SourcePage

from ..problem_codes import ProblemCode
from ..saying import say
from ..topics.membership import hub_of
from . import boxes, language, markup, unclosed, unwritten
from .anchors import INSERTED
from .lines import prose

KNOWN = (
    *("title", "description", "date", "slug", "former_slugs", "topics", "tags", "translation", "translated"),
    *("template", "hide", "status", "icon", "robots", "image", "search", "subtitle", "comments"),
)
"""Settings that MkDocs, Material and this plugin read."""
_NEARLY_ALL = 10
"""One page in so many may lack what nearly all have."""
_HEADING = pattern(r" {0,3}(?P<level>#{1,6})[ \t]+(?P<text>\S.*)")
_ID = pattern(r"\{[^{}]*#(?P<id>[\w-]+)[^{}]*\}\s*#*\s*$")
_WITHOUT_TEXT = pattern(r"!\[\s*\]\([^()]*\)|<img\b(?![^<>]*\balt\b)[^<>]*>?", re.IGNORECASE)
_RAW = pattern(r"<(script|iframe|frame|object|embed)\b|<[a-z][^<>]*?\s(on[a-z]+)\s*=", re.IGNORECASE)


@kept()
def check(page: SourcePage) -> tuple[Problem, ...]:
    """The advice on a page without a self-assessment, which has its own checks."""
    return tuple(_check(page))


def _check(page: SourcePage) -> Iterator[Problem]:
    if not page.body.strip() and not page.matter.values.get("template"):
        yield _problem(
            page,
            1,
            ProblemCode.EMPTY_PAGE,
            say("The page is empty; readers find it under the name of its file."),
            say("no text"),
            say("a title and a text"),
            say("Write the text, or remove the file until there is one."),
        )
    lines = list(prose(page.body))
    if (text := _first_of_untitled(page, lines)) is not None:
        yield _problem(
            page,
            text,
            ProblemCode.HEADING_ORDER,
            say("The page has no title, so that readers find it under the name of its file."),
            say("no # heading, and no `title:` in the settings"),
            say("one # heading, then ## and so on without leaving out a level"),
            say("Write # and the title in a line above the text."),
        )
    yield from _headings(page, lines)
    yield from boxes.empty(page)
    yield from markup.check(page, lines)
    yield from unclosed.check(page, lines)
    yield from unwritten.check(page, lines)
    for number, line in lines:
        if found := _WITHOUT_TEXT.search(line):
            yield _problem(
                page,
                number,
                ProblemCode.IMAGE_TEXT,
                say("The picture has no alternative text: readers who can't see it learn nothing."),
                verbatim(found[0][:60]),
                say("what the picture shows, in words; none only for a mere ornament"),
                say("Write in words what the image shows."),
            )
        if found := _RAW.search(line):
            yield _problem(
                page,
                number,
                ProblemCode.RAW_MARKUP,
                say("The text has markup that runs or loads something in the reader's browser."),
                (verbatim(f"<{found[1].lower()}>") if found[1] else verbatim(f"{found[2].lower()}=")),
                say("Markdown, pictures and links"),
                say("Write a link to it; or leave it if the site means to have it."),
            )


def with_title_only(page: SourcePage) -> Iterator[Problem]:
    """The problem of a page that has nothing but headings, and isn't the front page of a folder or another list."""
    if page.matter.values.get("template") or splitext(basename(page.key))[0] in ("index", "README"):
        return
    written = [(number, line) for number, line in prose(page.body) if line.strip()]
    is_bare = bool(written) and all(_HEADING.fullmatch(line) for _, line in written)
    if is_bare and hub_of(page.key) is None and "<!--" not in page.body and "```" not in page.body:
        yield _problem(
            page,
            written[0][0],
            ProblemCode.EMPTY_PAGE,
            say("The page has a title and no text."),
            say("no text"),
            say("a title and a text"),
            say("Write the text, or remove the file until there is one."),
        )


def outside(page: SourcePage, site: Site) -> Problem:
    """The problem of a page that belongs to no language of the site."""
    first, _, rest = page.uri.partition("/")
    key = rest if rest and len(first) <= len("zh-Hant") and site.structure is Structure.FOLDER else page.uri
    is_folder = site.structure is Structure.FOLDER
    locale = language.likely(page.body, site.languages) or site.source_locale
    name = basename(page.uri).partition(".")[0]
    names = (site.shown(site.folder(lang)) if is_folder else f"{name}.{lang}.md" for lang in site.languages)
    return _problem(
        page,
        1,
        ProblemCode.PAGE_LANGUAGE,
        say("The page belongs to no language of the site."),
        verbatim(site.shown(page.uri)),
        (
            say("pages in {names}", names=listed(names))
            if is_folder
            else say("names such as {names}", names=listed(names))
        ),
        (
            say(
                "Move it to the language of its text, such as {file}.",
                file=site.shown(site.uri(locale, key)),
            )
            if is_folder
            else say("Rename it for the language of its text.")
        ),
    )


def descriptions(pages: Sequence[SourcePage]) -> Iterator[Problem]:
    """The pages of a language without a description, where nearly all others have one."""
    without = [page for page in pages if page.matter.is_readable and not page.matter.values.get("description")]
    if not without or len(without) * _NEARLY_ALL > len(pages):
        return
    for page in without:
        yield Problem(
            ProblemCode.MISSING_SETTING,
            Location(page.uri, 1),
            say("The page has no description, which lists, search engines and shared links show."),
            say("no `description:` at the top of the page"),
            say("`description:` with a sentence or two, as on nearly all other pages"),
            say("Write what the reader gets from the page."),
            weight=Severity.ADVICE,
        )


def setting_names(page: SourcePage) -> Iterator[Problem]:
    """Settings with almost the name of another, which the page doesn't have."""
    for name in map(str, page.matter.values):
        near = nearest(name, KNOWN, 0.8) if name not in KNOWN else None
        if near and near not in page.matter.values and name.rstrip("s") != near.rstrip("s"):
            yield _problem(
                page,
                page.matter.line(name),
                ProblemCode.SETTING_NAME,
                say('No page has a setting "{name}".', name=name),
                verbatim(name),
                say("{near}, among others", near=near),
                say('Write "{near}", or remove the line, unless another plugin reads it.', near=near),
            )


def _first_of_untitled(page: SourcePage, lines: list[tuple[int, str]]) -> int | None:
    """The line where the text of a page without a title begins."""
    if (
        page.source.written_title
        or page.matter.values.get("template")
        or basename(page.key) in ("index.md", "README.md")
    ):
        return None
    if not page.matter.is_readable or "<h1" in page.body or any(sign in page.body for sign in INSERTED):
        return None
    first = next(((number, line) for number, line in lines if line.strip()), None)
    # A line that is nearly a heading is told so.
    return first[0] if first and not first[1].lstrip("\ufeff\u200b ").startswith("#") else None


def _headings(page: SourcePage, lines: list[tuple[int, str]]) -> Iterator[Problem]:
    above, first, ids = 0, 0, dict[str, int]()
    for number, line in lines:
        heading = _HEADING.fullmatch(line)
        if not heading:
            continue
        level = len(heading["level"])
        if level == 1 and first:
            found = say("a second # heading; the first is in line {line}", line=first)
            yield _order(page, number, found, say("Write ## in place of #."))
        elif above and level > above + 1:
            found = say("{heading} below {above}", heading="#" * level, above="#" * above)
            remedy = say("Write {right} in place of {heading}.", right="#" * (above + 1), heading="#" * level)
            yield _order(page, number, found, remedy)
        above = 2 if level == 1 and first else level  # the second title counts as what it should be
        first = first or (number if level == 1 else 0)
        if id := _ID.search(heading["text"]):
            earlier = ids.setdefault(id["id"], number)
            if earlier != number:
                yield _problem(
                    page,
                    number,
                    ProblemCode.HEADING_ID,
                    say("Two headings of the page have one id, so that links lead to the first only."),
                    say("#{id} here and in line {earlier}", id=id["id"], earlier=earlier),
                    say("each id once on a page"),
                    say("Give one of the two another id, the same in every language."),
                )


def _order(page: SourcePage, line: int, found: Message, remedy: Message) -> Problem:
    message = say(
        "The order of the headings has a gap, or the page two titles: screen readers and the contents show it so."
    )
    allowed = say("one # heading, then ## and so on without leaving out a level")
    return _problem(page, line, ProblemCode.HEADING_ORDER, message, found, allowed, remedy)


def _problem(
    page: SourcePage, line: int, code: ProblemCode, message: Message, found: Message, allowed: Message, remedy: Message
) -> Problem:
    return Problem(code, Location(page.uri, line), message, found, allowed, remedy)
