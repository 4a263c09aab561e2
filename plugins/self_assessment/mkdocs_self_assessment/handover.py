"""A page as other plugins and hooks hand it over, before it is rendered.

A self-assessment is checked as it is written. What is rendered is the Markdown that MkDocs hands over, which may
have been changed since: its texts are taken, while structure and scoring stay as they were checked.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import Match, SequenceMatcher

from mkdocs_foundation.reports.problems import Problem
from mkdocs_foundation.sources.pages import read_text
from mkdocs_foundation.sources.source_files import lines_of
from mkdocs_foundation.values import dataclass

from .checking.changes import caused, differences, gone, unchecked, with_texts
from .model import Questionnaire
from .pages import fragments
from .parsing import parse
from .reading.definitions import Definition, definitions, needed


@dataclass(frozen=True)
class HandedOver:
    """A page with its self-assessments, as handed over by other plugins and hooks."""

    questionnaires: tuple[Questionnaire, ...]
    """Self-assessments with the texts that were handed over."""
    markdown: str
    """Markdown to render: markers and all of a whole page, or an article with readable checklists."""
    problems: tuple[Problem, ...]
    """Problems where the page is no longer what was checked."""


def page(checked: Sequence[Questionnaire], uri: str, source: str, received: str) -> HandedOver:
    """A page of the site and the self-assessments that were found on it, possibly none.

    `source` is its file, `received` the Markdown handed over, which is without the settings.
    """
    if not checked and ".assessment" not in received:
        return HandedOver((), received, ())
    found, problems, main, added = tuple(checked), tuple[Problem, ...](), received, ""
    if not _is_unchanged(source, received):
        head, body = _split(source, uri)
        main, added = _added(body, received)
        found, problems = _renewed(checked, uri, head + main, head + body)
    whole_page = bool(found) and found[0].whole_page
    composed = fragments.compose(found[0]) if whole_page else _with_checklists(found, uri, main)
    return HandedOver(found, _with(composed, added), problems)


def _with_checklists(sections: Sequence[Questionnaire], uri: str, markdown: str) -> str:
    """An article in which each section that is a self-assessment is replaced by its readable checklist."""
    lines = lines_of(markdown)
    collected = definitions(markdown)
    known = {q.id: q for q in sections}
    inside: list[Definition] = []
    for section in reversed(parse(markdown, uri)[0].questionnaires):
        if q := known.get(section.id):
            inside += [d for d in collected if section.first_line <= d.first <= section.last_line]
            lines[section.first_line - 1 : section.last_line] = [fragments.compose_section(q)]
    text = "\n".join(lines)
    return _with(text, needed(inside, text))


def generated_page(section: Questionnaire, received: str) -> str:
    """The Markdown of the page generated from a section; `received` is what others have added to it."""
    return _with(fragments.compose(section), received.strip())


def _with(markdown: str, added: str) -> str:
    return f"{markdown.rstrip()}\n\n{added}\n" if added else markdown


def _is_unchanged(source: str, received: str) -> bool:
    """Whether only the settings were removed from the file; then it need not be parsed again."""
    written, body = "\n".join(lines_of(source)).rstrip(), "\n".join(lines_of(received)).strip()
    if not written.endswith(body):
        return False
    settings = [line.rstrip() for line in lines_of(written.removesuffix(body).strip())]
    ends = [number for number, line in enumerate(settings) if number and line in ("---", "...")]
    return settings == [""] or (settings[0] == "---" and ends[:1] == [len(settings) - 1])


def _split(source: str, uri: str) -> tuple[str, str]:
    """The settings of a file with the empty lines below them, and the rest as MkDocs hands it over."""
    lines = lines_of(source)
    body = lines_of(read_text(source, uri)[0].body)
    start = next((n for n, line in enumerate(body) if line.strip()), len(body))
    return "".join(f"{line}\n" for line in lines[:start]), "\n".join(lines[start:])


def _added(body: str, received: str) -> tuple[str, str]:
    """What was handed over up to the last line of the file, and what was added after it."""
    written, lines = lines_of(body.rstrip()), lines_of(received.rstrip())
    if written == lines or ".assessment" in received.rpartition(written[-1])[2]:
        return "\n".join(lines), ""
    *_, same, _ = [Match(0, 0, 0), *SequenceMatcher(None, written, lines, autojunk=False).get_matching_blocks()]
    # As many lines as the file has after the last unchanged one count as changed, and the rest as added.
    at = same.b + same.size + len(written) - same.a - same.size
    at = at if same.a + same.size == len(written) or (at < len(lines) and not lines[at].strip()) else len(lines)
    return "\n".join(lines[:at]), "\n".join(lines[at:]).strip("\n")


def _renewed(
    checked: Sequence[Questionnaire], uri: str, changed: str, source: str
) -> tuple[tuple[Questionnaire, ...], tuple[Problem, ...]]:
    page, found = parse(changed, uri)
    before = {problem.message for problem in parse(source, uri)[1]} if found else frozenset()
    now = {q.id: q for q in page.questionnaires}
    known = [q.id for q in checked]
    # One change, one message: what can't be read any more is also missing.
    problems = (
        [gone(q) for q in checked if q.id not in now or (q.count and not now[q.id].count)]
        or [unchecked(q, known) for q in page.questionnaires if q.id not in known]
        or [caused(problem) for problem in found if problem.message not in before]
        or [problem for q in checked for problem in differences(q, now[q.id])]
    )
    return tuple(with_texts(q, now.get(q.id, q)) for q in checked), tuple(problems)
