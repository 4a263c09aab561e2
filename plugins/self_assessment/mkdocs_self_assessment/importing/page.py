"""A file of another program as a page, with what has no place in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from mkdocs_foundation.reports.message import Message, listed
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.site import Site, one_language
from mkdocs_foundation.sources.writing import ascii_name
from mkdocs_foundation.values import dataclass

from ..pages import strings
from ..pipeline import build
from ..problem_codes import ProblemCode
from ..reading.scales import parse_scale
from ..saying import say
from . import csv_files, excel, limesurvey, surveyjs, word
from .archives import LARGEST
from .draft import Draft, Note, UnreadableError
from .markdown import Wishes, without_results, write
from .sheet import Sheet
from .tables import read as read_tables


@dataclass(frozen=True)
class Imported:
    """What an import gives."""

    markdown: str
    """The page."""
    notes: tuple[Note, ...]
    """What couldn't be carried over."""
    problems: tuple[Problem, ...]
    """What the package's check has to say about the page."""
    summary: Message
    """One line for people."""


Reader = Callable[[bytes, str], Draft]
"""Reads the content of a file, in a language where it has several. Raises `UnreadableError`."""


def _tables(read: Callable[[bytes], tuple[list[Sheet], list[Note]]]) -> Reader:
    def draft(content: bytes, locale: str) -> Draft:
        sheets, notes = read(content)
        found = read_tables(sheets)
        return replace(found, notes=(*notes, *found.notes))

    return draft


_csv = _tables(csv_files.read)


def _text(content: bytes, locale: str) -> Draft:
    return limesurvey.read_text(content, locale) or _csv(content, locale)


FORMATS: dict[str, Reader] = {
    ".csv": _csv,
    ".tsv": _text,
    ".txt": _text,
    ".xlsx": _tables(excel.read),
    ".docx": word.read,
    ".json": surveyjs.read,
    ".lss": limesurvey.read_structure,
}
"""The reader of each format, by the ending of a file's name."""


def import_file(
    file: Path, uri: str, site: Site, id: str = "", scale: str = "", strings_folder: Path | None = None
) -> Imported:
    """The page that a file becomes at the path `uri` of the docs folder. Raises `UnreadableError`, `OSError`."""
    reader = FORMATS.get(file.suffix.lower())
    if reader is None:
        raise UnreadableError(
            say("{file} has a format that can't be read.", file=file.name),
            say("the ending {suffix}", suffix=file.suffix or "(none)"),
            listed(FORMATS),
            say("Save it in one of these formats; an older .xls as .xlsx, and .doc as .docx."),
        )
    if scale and (wrong := parse_scale(scale, Location("--scale", 1))[1]):
        raise UnreadableError(wrong[0].message, wrong[0].found, wrong[0].allowed, wrong[0].remedy)
    locale = site.locale_of(uri) or site.source_locale
    draft = reader(_content(file), locale)
    if not draft.statements:
        raise UnreadableError(
            say("No questions were found in {file}.", file=file.name),
            (
                listed((say("{place}: {text}", place=n.place, text=n.message) for n in draft.notes[:3]), "; ")
                or say("nothing that can be answered on a scale")
            ),
            say("questions or statements that are answered on one scale"),
            say("Look at the authors' guide for what a self-assessment can ask."),
        )
    words = strings.load(locale, strings_folder)[0]
    title = file.stem.replace("_", " ").replace("-", " ").strip()
    wishes = Wishes(
        id or _id(Path(uri).stem) or _id(draft.title) or "questionnaire",
        scale,
        f"{title[:1].upper()}{title[1:]}",
        words("key.texts-title"),
    )
    text, notes = write(draft, wishes)
    problems = _checked(text, uri, locale)
    if draft.results and any(p.code in _OF_RESULTS for p in problems):
        first = next(p for p in problems if p.code in _OF_RESULTS)
        draft = without_results(draft, first.message)
        text, notes = write(draft, wishes)
        problems = _checked(text, uri, locale)
    return Imported(text, notes, problems, _summary(text, draft, uri))


_OF_RESULTS = {ProblemCode.BAD_RANGE, ProblemCode.BAND_GAP, ProblemCode.BAND_OVERLAP, ProblemCode.BAND_NAME}


def _content(file: Path) -> bytes:
    if file.stat().st_size > LARGEST:
        raise UnreadableError(
            say("{file} is too large for a questionnaire.", file=file.name),
            say("{st_size} MB", st_size=file.stat().st_size // 1_000_000),
            say("at most {largest} MB", largest=LARGEST // 1_000_000),
            say("Remove pictures, or save only the part with the questions."),
        )
    content = file.read_bytes()
    if not content.strip():
        raise UnreadableError(
            say("{file} is empty.", file=file.name),
            say("no content"),
            say("a file with questions"),
            say("Save it again."),
        )
    return content


def _id(text: str) -> str:
    found = ascii_name(text)
    return "" if not found else found if found[0].isalpha() else f"n-{found}"


def _checked(text: str, uri: str, locale: str) -> tuple[Problem, ...]:
    """What is wrong with the page by itself, as the only one of a site in its language."""
    return build([(uri, text)], [uri], one_language(locale)).problems


def _summary(text: str, draft: Draft, uri: str) -> Message:
    count, reversed = len(draft.statements), sum(s.reverse for s in draft.statements)
    areas = len({s.area for s in draft.statements if s.area})
    scale = next(line.partition(":")[2].strip() for line in text.split("\n") if line.startswith("  scale:"))
    return say(
        "{file}: {statements}, {areas}, {reversed} reversed; answers: {scale}",
        file=uri,
        statements=say("{count} statements", one="{count} statement", count=count),
        areas=say("{count} areas", one="{count} area", count=areas),
        reversed=reversed,
        scale=scale,
    )
