"""The page that `mkdocs serve` shows in place of every other while the site can't be built."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from ..locales import direction
from ..values import dataclass
from .message import Words, say
from .problems import LABELS, Problem

_STYLE = Path(__file__).parents[1] / "assets/error-page.css"


@dataclass(frozen=True)
class Mistake:
    """One thing that keeps the site from being built; texts are messages, or what other programs say."""

    text: str
    """What is wrong; may have several lines."""
    place: str = ""
    """File and line, as `docs/sv/index.md:3`; "" where they aren't known."""
    code: str = ""
    """Its kind, which the list of problems explains; "" for what other programs report."""
    found: str = ""
    """What is written there; "" where it isn't known."""
    allowed: str = ""
    """What is allowed there; "" where it isn't known."""
    remedy: str = ""
    """How to correct it; "" where it isn't known."""


def of_problem(problem: Problem, docs_dir: str) -> Mistake:
    """A problem of ours."""
    place = f"{docs_dir}/{problem.location}"
    return Mistake(problem.message, place, problem.code.value, problem.found, problem.allowed, problem.remedy)


def page(mistakes: Sequence[Mistake], words: Words) -> str:
    """The page in the language of messages; it needs no other file, and has the system's colours and fonts."""
    title = words(say("The site can't be built"))
    hint = say(
        "{count} mistakes are listed below. Correct them and save: the page comes back by itself.",
        one="Correct the mistake below and save: the page comes back by itself.",
        count=len(mistakes),
    )
    return (
        f'<!doctype html>\n<html lang="{words.locale}" dir="{direction(words.locale)}">\n'
        '<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n"
        f"<main>\n<h1>{escape(title)}</h1>\n<p>{escape(words(hint))}</p>\n"
        f"<ol>\n{''.join(_item(mistake, words) for mistake in mistakes)}</ol>\n</main>\n</body>\n</html>\n"
    )


def _item(mistake: Mistake, words: Words) -> str:
    code = f' <span class="code">{escape(mistake.code)}</span>' if mistake.code else ""
    head = f'<h2 dir="ltr">{escape(mistake.place)}{code}</h2>\n' if mistake.place or code else ""
    text = escape(words(mistake.text))
    told = f"<pre>{text}</pre>" if "\n" in text else f"<p>{text}</p>"
    values = zip(LABELS, (mistake.found, mistake.allowed, mistake.remedy), strict=True)
    rows = "".join(
        f"<dt>{escape(words(label))}</dt><dd>{escape(words(value))}</dd>\n" for label, value in values if value
    )
    return f"<li>\n{head}{told}\n{f'<dl>{rows}</dl>' if rows else ''}\n</li>\n"
