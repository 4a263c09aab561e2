"""Advice on boxes: their kinds, and texts that aren't in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from mkdocs_foundation.caching.results import kept
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, nearest, offer
from mkdocs_foundation.sources.pages import SourcePage

from ..problem_codes import ProblemCode
from ..saying import say
from .lines import prose

KINDS = (
    *("note", "abstract", "info", "tip", "success", "question", "warning", "failure", "danger", "bug", "example"),
    "quote",
)
"""The kinds of boxes that themes draw, with a colour and a picture for each."""
_ALSO = frozenset(
    {"seealso", "summary", "tldr", "todo", "hint", "important", "check", "done", "help", "faq", "caution"}
    | {"attention", "fail", "missing", "error", "snippet", "cite", "inline", "end", "details"}
)
"""Their other names, and words that say where a box stands."""
_BOX = pattern(r"(?P<indent>\s*)(?:!!!|\?\?\?\+?)[ \t]+(?P<kind>\w[\w-]*)[^\"]*(?P<title>\")?")


def kinds(pages: Iterable[SourcePage]) -> Iterator[Problem]:
    """Kinds that no theme has and that one box only is of: those that a site has made for itself are used again."""
    there = [(page, kind, line) for page in pages for kind, line in _kinds(page.body)]
    used = Counter(kind for _, kind, _ in there)
    for page, kind, line in there:
        if kind.lower() in KINDS or kind.lower() in _ALSO or used[kind] > 1:
            continue
        yield Problem(
            ProblemCode.BOX_KIND,
            Location(page.uri, line),
            say("There is no such kind of box, so that it is shown without a colour and a picture of its own."),
            verbatim(kind),
            listed(KINDS),
            offer(nearest(kind, KINDS, 0.6), say("Write one of these; the words of the title may be any.")),
        )


@kept(8192)
def _kinds(body: str) -> tuple[tuple[str, int], ...]:
    """Kind and line of each box."""
    if "!!!" not in body and "???" not in body:
        return ()
    found = ((_BOX.match(line), number) for number, line in prose(body))
    return tuple((box["kind"], number) for box, number in found if box)


def empty(page: SourcePage) -> Iterator[Problem]:
    """Boxes whose text isn't in them."""
    if "!!!" not in page.body and "???" not in page.body:
        return
    lines = page.body.split("\n")
    for number, line in prose(page.body):
        box = _BOX.match(line) if "!!!" in line or "???" in line else None
        if not box:
            continue
        after = next(((n, text) for n, text in enumerate(lines[number:], number + 1) if text.strip()), None)
        if after is None or (box["title"] and after[0] > number + 1):
            continue
        indent = len(after[1].expandtabs(4)) - len(after[1].expandtabs(4).lstrip())
        if indent < len(box["indent"].expandtabs(4)) + 4:
            yield Problem(
                ProblemCode.BOX_BODY,
                Location(page.uri, after[0]),
                say("The box is empty: the text below it isn't indented, so it isn't in the box."),
                verbatim(after[1].strip()[:60]),
                say("four spaces before each line of the text in the box"),
                say("Put four spaces before the line, and before the others of the box."),
            )
