"""A drawing and its words, checked against each other; the drawing of one language.

A drawing is `NAME.svg`, and its words are `NAME.toml` beside it, with a table for each language:

    [da]
    instruct = "Instruere\\nmeget retning"

Each `<text data-word="instruct">` of the drawing gets the word; a line break in a word is one in the drawing, and the
lines are centred on the position of the one line in the drawing. Text in the SVG itself is shown only where the file is
opened directly.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import field
from html import escape
from xml.etree import ElementTree

from mkdocs_foundation.locales import best, normal
from mkdocs_foundation.reports.message import verbatim
from mkdocs_foundation.reports.problems import Location, Problem, Severity
from mkdocs_foundation.sources.source_files import decode
from mkdocs_foundation.values import dataclass

from ..problem_codes import ProblemCode
from ..saying import say
from . import fitting
from .fitting import LINE_HEIGHT, WORD
from .word_tables import line_numbers, read_words

_SVG = "http://www.w3.org/2000/svg"
_FORBIDDEN = {"script", "foreignObject", "style", "image", "use"}

ElementTree.register_namespace("", _SVG)


@dataclass(frozen=True)
class Drawing:
    """One drawing with its words in each language."""

    name: str
    """File name without its ending."""
    svg: str
    """Source of the drawing."""
    words: Mapping[str, Mapping[str, str]]
    """Words, by locale and name; those of the source language where a language lacks one."""
    lent: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Names of the words that are the source language's, by locale."""
    source: str = ""
    """The source language."""


def read(uri: str, svg: bytes, words: bytes | None, locales: Sequence[str]) -> tuple[Drawing | None, list[Problem]]:
    """Read a drawing; `uri` is its path below the docs folder, `words` the content of the TOML file beside it.

    `locales` are those of the site, the source language first: the drawing must have its words in that one.
    """
    name = uri.rsplit("/", 1)[-1].removesuffix(".svg")
    text, problems = decode(svg, uri)
    root, found = _parse(uri, text or "") if text is not None else (None, [])
    problems += found
    if root is None:
        return None, problems
    problems += _unsafe(uri, name, root, text or "")
    names = [element.get(WORD, "") for element in root.iter() if element.get(WORD)]
    tables, lent, found = read_words(uri, words, names, locales)
    problems += found
    if any(problem.severity is Severity.ERROR for problem in problems):
        return None, problems
    problems += _misfits(uri, root, text or "", (words or b"").decode("utf-8-sig"), tables, lent)
    return Drawing(name, text or "", tables, lent, next(iter(locales), "")), problems


def has_words(svg: bytes) -> bool:
    """Whether an SVG is made to have words of every language."""
    return WORD.encode() in svg


def lacking(svg: bytes, words: bytes, locale: str) -> list[str]:
    """The words of a drawing that its table of a language lacks; none where a file can't be read."""
    try:
        names = [element.get(WORD, "") for element in ElementTree.fromstring(svg).iter() if element.get(WORD)]
        table = tomllib.loads(words.decode("utf-8-sig")).get(locale)
    except (ElementTree.ParseError, ValueError):
        return []  # the build reports it
    known = table if isinstance(table, dict) else {}
    return [name for name in dict.fromkeys(names) if not known.get(name)]


def localized(drawing: Drawing, locale: str, alternative: str) -> str:
    """The drawing as inline SVG in a language of the site, with its alternative text."""
    root = ElementTree.fromstring(drawing.svg)
    for element in root.iter():
        key = element.get(WORD)
        if key:
            del element.attrib[WORD]
            _set_lines(element, drawing.words[locale][key].split("\n"))
            if key in drawing.lent.get(locale, ()):
                element.set("lang", normal(drawing.source))
    for size in ("width", "height"):
        root.attrib.pop(size, None)
    root.set("role", "img")
    root.set("aria-label", alternative)
    root.set("class", "ml-figure__drawing")
    return re.sub(r">\s+<", "><", ElementTree.tostring(root, encoding="unicode"))


def as_figure(drawing: Drawing, locale: str, alternative: str, caption: str = "") -> str:
    """The drawing in a language as a figure of a page."""
    below = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    return f'<figure class="ml-figure">{localized(drawing, locale, alternative)}{below}</figure>'


def _set_lines(element: ElementTree.Element, lines: Sequence[str]) -> None:
    for child in list(element):
        element.remove(child)
    if len(lines) == 1:
        element.text = lines[0]
        return
    element.text = None
    for number, line in enumerate(lines):
        # The first line goes up by half of what the others add, so that the lines are centred.
        step = -(len(lines) - 1) / 2 * LINE_HEIGHT if number == 0 else LINE_HEIGHT
        part = ElementTree.SubElement(element, f"{{{_SVG}}}tspan", x=element.get("x", "0"), dy=f"{step:g}em")
        part.text = line


def _parse(uri: str, text: str) -> tuple[ElementTree.Element | None, list[Problem]]:
    found, line = "", 1
    # Entities are no part of a drawing, and the parser would expand them without end.
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        found, line = "<!DOCTYPE …>", text[: text.index("<!")].count("\n") + 1
    else:
        try:
            root = ElementTree.fromstring(text)
        except ElementTree.ParseError as error:
            found, line = f"{error}", error.position[0]
        else:
            if root.tag == f"{{{_SVG}}}svg" and root.get("viewBox"):
                return root, []
            found = f"<{root.tag.rsplit('}', 1)[-1]}>"
    return None, [
        Problem(
            ProblemCode.FIGURE_DRAWING,
            Location(uri, line),
            say("The drawing can't be read."),
            verbatim(found),
            say(
                'well-formed XML whose first element is `<svg xmlns="{svg}" viewBox="…">`, without a DOCTYPE', svg=_SVG
            ),
            say("Export it again as plain SVG, or correct the line."),
        )
    ]


def _unsafe(uri: str, name: str, root: ElementTree.Element, text: str) -> list[Problem]:
    problems = []
    for element in root.iter():
        tag = element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""
        names = [key for key in element.attrib if key.lower().startswith("on") or key.endswith("href")]
        found = verbatim(f"<{tag}>") if tag in _FORBIDDEN else verbatim(names[0] if names else "")
        id = element.get("id", name)
        if id != name and not id.startswith(f"{name}-"):
            found = verbatim(f'id="{id}"')
        if found:
            mark = found.strip("<>")
            problems.append(
                Problem(
                    ProblemCode.FIGURE_DRAWING,
                    Location(uri, next((n for n, line in enumerate(text.split("\n"), 1) if mark in line), 1)),
                    say("The drawing contains something that isn't allowed on a page."),
                    verbatim(found),
                    say('shapes and texts with attributes, and ids that begin with "{name}-"', name=name),
                    say("Remove it, or rename the id: the drawing becomes a part of each page that shows it."),
                )
            )
    return problems


def _misfits(
    uri: str,
    root: ElementTree.Element,
    svg: str,
    table: str,
    words: Mapping[str, Mapping[str, str]],
    lent: Mapping[str, frozenset[str]],
) -> list[Problem]:
    """Advice on words that are too small, and on words that are too wide in a language or touch others."""
    problems = []
    small = fitting.smallest(root)
    if small:
        at = next((n for n, line in enumerate(svg.split("\n"), 1) if f'{WORD}="{small.word}"' in line), 1)
        problems.append(
            Problem(
                ProblemCode.FIGURE_FIT,
                Location(uri, at),
                say("Words of a drawing are too small to be read on a phone."),
                small.found,
                small.allowed,
                say("Enlarge the words, or make the drawing narrower: it is scaled to the width of the text."),
            )
        )
    lines = line_numbers(table)
    for locale, own in words.items():
        name = best(locale, [header for header, key in lines if not key]) or locale
        for misfit in fitting.misfits(root, own):
            if misfit.word in lent.get(locale, ()):
                continue  # reported in the source language
            known = lines.get((name, misfit.word))
            problems.append(
                Problem(
                    ProblemCode.FIGURE_FIT,
                    Location(uri.removesuffix(".svg") + ".toml", known) if known else Location(uri, 1),
                    say("Words of a drawing don't fit, by an estimate of their width."),
                    say("{found} in [{locale}]", found=misfit.found, locale=locale),
                    misfit.allowed,
                    say("Break the line with `\\n`, use shorter words, or make more room in the drawing."),
                )
            )
    return problems
