"""Markdown to model, with true line numbers; syntax only.

A page whose front matter has `assessment:` is a self-assessment; so is a section whose heading has the class
`.assessment`. What a value means for the whole is checked in `validation`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any

from mkdocs_foundation.caching.results import kept
from mkdocs_foundation.reports.message import verbatim
from mkdocs_foundation.reports.problems import Location, Problem
from mkdocs_foundation.sources.front_matter import FrontMatter
from mkdocs_foundation.sources.pages import read_text
from mkdocs_foundation.sources.source_files import lines_of
from mkdocs_foundation.values import dataclass

from . import signs
from .inline import as_markdown
from .kinds import BY_NAME, VOCABULARY, recognize
from .model import ENDS, Questionnaire
from .problem_codes import ProblemCode
from .reading import attributes, blocks
from .reading.definitions import definitions, needed, without
from .reading.likely_mistakes import conflict, overlooked
from .reading.scales import parse_scale
from .reading.settings import NUMBERS, SECTION, Settings, check_attributes, check_classes, check_id, classes_meant
from .saying import say


@dataclass(frozen=True)
class Page:
    """A Markdown file of the site, as far as self-assessments are concerned."""

    uri: str
    """Path relative to the docs folder."""
    title: str
    """Plain text of the title."""
    description: str
    """Description from the front matter; may be empty."""
    body: str
    """Markdown below the settings; empty if it can't be read."""
    questionnaires: tuple[Questionnaire, ...]
    """Self-assessments in the file, in order."""
    links: tuple[tuple[str, int], ...]
    """Target and line of every link inside the self-assessments."""

    @property
    def anchors(self) -> frozenset[str]:
        """Ids that the author gave to headings."""
        return _anchors(self.body)[0]

    @property
    def headings(self) -> tuple[str, ...]:
        """Plain text of the headings without an id of their own, whose anchors the site's Markdown makes."""
        return _anchors(self.body)[1]


@lru_cache(maxsize=4096)
def _outline(body: str) -> tuple[blocks.Block, ...]:
    return blocks.outline(without(body, definitions(body)))


def _headings(outline: Sequence[blocks.Block]) -> list[tuple[blocks.Block, str, attributes.Attributes]]:
    return [(block, *attributes.split(block.text)) for block in outline if block.kind == "heading"]


@kept(4096)
def _anchors(body: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Ids of headings, and the plain text of those without one."""
    headings = _headings(_outline(body))
    return (
        frozenset(id for _, _, given in headings for id in given.ids),
        tuple(blocks.plain_text(text) for _, text, given in headings if not given.ids),
    )


@lru_cache(maxsize=4096)
def parse(text: str, uri: str) -> tuple[Page, tuple[Problem, ...]]:
    """Read one Markdown file; never raises."""
    page, problems, is_read = _parse(text, uri)
    return replace(page, body=read_text(text, uri)[0].body) if is_read else page, problems


@kept()
def _parse(text: str, uri: str) -> tuple[Page, tuple[Problem, ...], bool]:
    """The same without the text, which need not be kept, and whether the page has any."""
    if unmerged := conflict(text, uri):
        return Page(uri, PurePosixPath(uri).stem, "", "", (), ()), (unmerged,), False
    source, file_problems = read_text(text, uri)
    matter, body, problems = source.matter, source.body, list(file_problems)
    lines = lines_of(body)
    # An outline costs as much as a conversion to HTML, so pages without a sign of a self-assessment get none.
    has_sign = signs.has_any(matter, body)
    outline = _outline(body) if has_sign else ()
    collected = definitions(body) if has_sign else ()
    headings = _headings(outline)
    first = next((text for block, text, _ in headings if block.level == 1), "")
    title = source.written_title or PurePosixPath(uri).stem
    description = str(matter.values.get("description") or "")
    sections = [
        (block, text, given) for block, text, given in headings if "assessment" in classes_meant(given, VOCABULARY)
    ]
    questionnaires: list[Questionnaire] = []

    if "assessment" in matter.values:
        for block, _, _ in sections:
            problems.append(_nested(Location(uri, block.line)))
        rest = [b for b in outline if b is not next((h for h, _, _ in headings if h.level == 1), None)]
        settings, found = _page_settings(matter, uri)
        problems += found
        if settings is not None:
            questionnaires.append(
                _questionnaire(
                    settings,
                    rest,
                    problems,
                    Location(uri, matter.line("assessment")),
                    lambda name: matter.line("assessment", name),
                    uri=uri,
                    whole_page=True,
                    first_line=1,
                    last_line=len(lines),
                    level=1,
                    title=first or as_markdown(title),
                    description=description,
                    definitions=needed(collected, body),
                    page_settings={},
                )
            )
    else:
        end = 0
        for block, text, given in sections:
            location = Location(uri, block.line)
            if block.line < end:
                problems.append(_nested(location))
                continue
            inside = [b for b in outline if b.line > block.line]
            following = next((b for b in inside if b.kind == "heading" and b.level <= block.level), None)
            end = following.line if following else len(lines) + 1
            problems += [*check_attributes(given, location), *check_classes(given, location, VOCABULARY)]
            values = {**given.values, **({"id": given.ids[0]} if given.ids else {})}
            questionnaires.append(
                _questionnaire(
                    values,
                    [b for b in inside if b.line < end],
                    problems,
                    location,
                    lambda _, line=block.line: line,  # type: ignore[misc]
                    uri=uri,
                    whole_page=False,
                    first_line=block.line,
                    last_line=end - 1,
                    level=block.level,
                    title=text,
                    description="",
                    definitions=needed(collected, "\n".join(lines[block.line - 1 : end - 1])),
                    page_settings=_of_the_page(values, matter),
                )
            )

    if not questionnaires and not problems:
        problems += overlooked(matter, headings, outline, uri, VOCABULARY)
    page = Page(
        uri,
        title,
        description,
        "",
        tuple(questionnaires),
        tuple(
            link
            for q in questionnaires
            for link in blocks.links("\n".join(lines[q.first_line - 1 : q.last_line]), q.first_line)
        ),
    )
    return page, tuple(problems), True


def _of_the_page(values: Mapping[str, str], article: FrontMatter) -> dict[str, Any]:
    """The settings of the page generated from a section: its own slugs, and the topics of its article."""
    settings: dict[str, Any] = {}
    if slug := values.get("slug"):
        settings["slug"] = slug
    if former := values.get("former-slugs", "").split():
        settings["former_slugs"] = former
    if topics := article.values.get("topics"):
        settings["topics"] = topics
    return settings


def _page_settings(matter: FrontMatter, uri: str) -> tuple[Mapping[str, Any] | None, list[Problem]]:
    written = matter.values["assessment"]
    if isinstance(written, dict):
        return written, []
    return None, [
        Problem(
            ProblemCode.BAD_VALUE,
            Location(uri, matter.line("assessment")),
            say('"assessment" must hold the settings of the self-assessment.'),
            verbatim(" ".join(str(written).split())[:60]),
            say("indented lines such as `  id: service-culture` and `  scale: agreement-5`"),
            say(
                'Write "assessment:" alone on its line and each setting on its own line below, indented by two spaces.'
            ),
        )
    ]


def _questionnaire(
    written: Mapping[str, Any],
    outline: Sequence[blocks.Block],
    problems: list[Problem],
    location: Location,
    line_of: Callable[[str], int],
    **place: Any,
) -> Questionnaire:
    def locate(name: str) -> Location:
        return Location(location.path, line_of(name))

    known = VOCABULARY.settings if place["whole_page"] else (*VOCABULARY.settings, *SECTION)
    if isinstance(answers := written.get("scale"), list):  # which is told as a scale that can't be read
        written = {**written, "scale": ", ".join(map(str, answers))}
    settings = Settings(written, known, locate)
    kind_name = settings.choice("kind", list(BY_NAME))
    kind = BY_NAME[kind_name] if kind_name else recognize(outline)
    body = kind.body(outline, place["level"], place["uri"], VOCABULARY)
    stem = PurePosixPath(location.path).stem
    id_text = settings.text("id")
    id, id_problems = check_id(id_text, say("The self-assessment has no id."), stem, locate("id"), VOCABULARY)
    if settings.has("id") and id_text is None:  # reported by `text`
        id_problems = []
    scale = None
    if (scale_text := settings.text("scale")) is not None:
        scale, scale_problems = parse_scale(scale_text, locate("scale"))
        problems += scale_problems
    good = settings.choice("good", ENDS)
    minutes = settings.number("minutes", *NUMBERS["minutes"])
    minimum = settings.number("minimum", *NUMBERS["minimum"])
    not_relevant = settings.flag("not-relevant")
    paging, shuffle = settings.flag("paging"), settings.flag("shuffle")
    own = body.settings(settings)
    problems += [*id_problems, *settings.problems, *body.problems]
    model: type[Questionnaire] = kind.model
    return model(
        id=id or stem,
        kind=kind_name,
        scale=scale,
        good=good,
        not_relevant=not_relevant,
        minutes=minutes,
        minimum=minimum,
        paging=paging,
        shuffle=shuffle,
        location=location,
        **own,
        **body.fields(id or stem, place["title"], location),
        **place,
    )


def _nested(location: Location) -> Problem:
    return Problem(
        ProblemCode.NESTED_ASSESSMENT,
        location,
        say("A self-assessment is inside another one."),
        say("a heading with {.assessment} inside a self-assessment"),
        say("one self-assessment per page or section"),
        say("Move it to a section after the first one, or to a page of its own."),
    )
