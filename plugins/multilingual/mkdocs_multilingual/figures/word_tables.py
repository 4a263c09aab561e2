"""The words of a drawing, with a table for each language, checked against the drawing."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence

from mkdocs_foundation.locales import best
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, listed, verbatim
from mkdocs_foundation.reports.problems import Location, Problem, suggest
from mkdocs_foundation.sources.source_files import decode

from ..problem_codes import ProblemCode
from ..saying import say
from .missing_tables import no_table

_AT_LINE = pattern(r"line (\d+)")
_TABLE = pattern(r"^\s*\[\s*(?:\"|')?([\w-]+)(?:\"|')?\s*\]")
_KEY = pattern(r"^\s*(?:\"|')?([\w-]+)(?:\"|')?\s*=")


def read_words(
    uri: str, content: bytes | None, names: Sequence[str], locales: Sequence[str]
) -> tuple[dict[str, dict[str, str]], dict[str, frozenset[str]], list[Problem]]:
    """The words by locale, the names of those that are the source language's, and problems."""
    path = uri.removesuffix(".svg") + ".toml"

    def problem(
        line: int,
        message: Message,
        found: Message,
        allowed: Message,
        remedy: Message,
        code: ProblemCode = ProblemCode.FIGURE_WORDS,
    ) -> Problem:
        return Problem(code, Location(path, line), message, found, allowed, remedy)

    if content is None:
        if not names:
            return {locale: {} for locale in locales}, {}, []
        remedy = say(
            "Write `{file}` beside the drawing, with a table for each of: {names}.",
            file=path.rsplit("/", 1)[-1],
            names=listed(locales),
        )
        found = problem(
            1, say("The words of a drawing are missing."), say("no such file"), say("a table for each language"), remedy
        )
        return {}, {}, [found]
    text, problems = decode(content, path)
    if text is None:
        return {}, {}, problems
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = int(match[1]) if (match := _AT_LINE.search(str(error))) else 1
        remedy = say(
            'Write each word as `name = "text"`, with quotation marks around the text, in a table such as `[da]`.'
        )
        return (
            {},
            {},
            [problem(line, say("The words of a drawing can't be read."), verbatim(error), verbatim("TOML"), remedy)],
        )
    lines = line_numbers(text)
    needed = dict.fromkeys(names)
    words: dict[str, dict[str, str]] = {}
    lent: dict[str, frozenset[str]] = {}
    for locale in locales:
        name = best(locale, list(tables)) or locale  # `[pt]` for `pt-BR`
        table = tables.get(name)
        words[locale] = {key: str(value) for key, value in table.items()} if isinstance(table, dict) else {}
        at = lines.get((name, ""), 1)
        lacking = [key for key in needed if not words[locale].get(key, "").strip()]
        if lacking and locale != locales[0]:
            lent[locale] = frozenset(lacking)
            found = problem(
                at,
                say("Words of a drawing are missing in a language: its readers see the source language's."),
                (
                    say("no {names} in [{locale}]", names=listed(f"`{key}`" for key in lacking), locale=locale)
                    if name in tables
                    else no_table(locale)
                ),
                say("a text for each of: {names}", names=listed(needed)),
                say("Write them under `[{locale}]`.", locale=locale),
                ProblemCode.FIGURE_FALLBACK,
            )
            problems.append(found)
            words[locale] |= {key: words[locales[0]].get(key, "") for key in lacking}
        else:
            for key in lacking:
                remedy = suggest(
                    key,
                    set(words[locale]) - set(needed),
                    say('Write `{key} = "…"` under `[{locale}]`.', key=key, locale=locale),
                )
                problems.append(
                    problem(
                        at,
                        say("A word of a drawing is missing in a language."),
                        say("no `{key}` in [{locale}]", key=key, locale=locale),
                        say("a text for each of: {names}", names=listed(needed)),
                        remedy,
                    )
                )
        for key in words[locale]:
            if key not in needed:
                problems.append(
                    problem(
                        lines.get((name, key), at),
                        say("The drawing has no place for a word."),
                        say("`{key}` in [{locale}]", key=key, locale=locale),
                        say("the words that it asks for: {names}", names=listed(needed)),
                        say("Remove the line, or correct its name."),
                    )
                )
    return words, lent, problems


def line_numbers(text: str) -> dict[tuple[str, str], int]:
    """Lines of the tables, under the name "", and of the keys in each."""
    found: dict[tuple[str, str], int] = {}
    table = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _TABLE.match(line):
            table = header[1]
            found[table, ""] = number
        elif key := _KEY.match(line):
            found[table, key[1]] = number
    return found
