"""The words of a condition to its tree.

condition  = group ("or" group)*
group      = part ("and" part)*
part       = "(" condition ")" | name operator value
"""

from __future__ import annotations

import html
import re

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, any_of, verbatim
from mkdocs_foundation.reports.problems import suggest
from mkdocs_foundation.values import dataclass

from ..saying import say
from .tree import AllOf, AnyOf, Comparison, Condition, Operator

_TOKEN = pattern(
    r"""\s*(?:
        (?P<bracket>[()]) |
        (?P<operator><=|>=|!=|<>|==|=<|=>|[=<>≤≥≠]) |
        (?P<quoted>"[^"]*"|“[^”]*”|„[^“”]*[“”]|”[^”]*”|«[^»]*»|»[^«»]*[«»]|'[^']*'|‘[^’]*’|’[^’]*’) |
        (?P<word>(?:[^\s()<>=!≤≥≠"“„”«»,;]|(?<=\d),(?=\d))+) |
        (?P<stray>\S)
    )""",
    re.VERBOSE,
)
_ALIKE = {"≤": "<=", "=<": "<=", "≥": ">=", "=>": ">=", "≠": "!=", "<>": "!=", "==": "="}
_ESCAPE = pattern(r"\\([<>=!()_\\-])")
_JOINING = ("and", "or")
_OPERATORS = any_of(["=", "!=", "<", "<=", ">", ">="])


@dataclass(frozen=True)
class SyntaxFault:
    """Position at which a condition can't be read, and why."""

    column: int
    """1-based position of the first character that doesn't fit; one behind the last where something is missing."""
    found: str
    """Text at that position; empty at the end."""
    allowed: Message
    """What is allowed at that position."""
    remedy: Message
    """Remedy for the author."""


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    column: int


class _UnreadableError(Exception):
    def __init__(self, fault: SyntaxFault) -> None:
        super().__init__(fault)
        self.fault = fault


def parse(text: str) -> Condition | SyntaxFault:
    """The tree of a condition, or the syntax error."""
    plain = _ESCAPE.sub(r"\1", html.unescape(text))
    reader = _Reader(_tokens(plain), len(plain) + 1)
    try:
        condition = reader.condition()
        reader.end()
    except _UnreadableError as error:
        return error.fault
    return condition


def _tokens(text: str) -> list[_Token]:
    tokens = []
    for match in _TOKEN.finditer(text):
        kind = str(match.lastgroup)
        tokens.append(_Token(kind, match[kind], match.start(kind) + 1))
    return tokens


class _Reader:
    """Reads tokens from left to right."""

    def __init__(self, tokens: list[_Token], end: int) -> None:
        self._tokens = tokens
        self._end = end
        self._at = 0

    def condition(self) -> Condition:
        """Read groups joined by "or"."""
        parts = [self._group()]
        while self._take("or"):
            parts.append(self._group())
        return parts[0] if len(parts) == 1 else AnyOf(tuple(_flat(parts, AnyOf)))

    def end(self) -> None:
        """Expect the end of the condition."""
        token = self._peek()
        if token is None:
            return
        if token.text == ")":
            raise self._fault(
                token, say("the end of the condition"), say('Remove this ")", or add the "(" that it closes.')
            )
        if token.kind == "operator":
            allowed = verbatim("and, or")
            remedy = say("Compare one name with one value at a time: goal>=40 and goal<70.")
        else:
            allowed = say('"and", "or", or the end of the condition')
            remedy = say(
                "Join comparisons with and / or, which are English in every language, and put a label of "
                'several words in quotation marks: speak="Strongly agree".'
            )
            remedy = suggest(token.text, _JOINING, remedy)
        raise self._fault(token, allowed, remedy)

    def _group(self) -> Condition:
        parts = [self._part()]
        while self._take("and"):
            parts.append(self._part())
        return parts[0] if len(parts) == 1 else AllOf(tuple(_flat(parts, AllOf)))

    def _part(self) -> Condition:
        opening = self._peek()
        if opening and opening.text == "(" and opening.kind == "bracket":
            self._at += 1
            inside = self.condition()
            closing = self._peek()
            if closing is None:
                raise self._fault(
                    None, verbatim('")"'), say('Close the "(" at character {column}.', column=opening.column)
                )
            if closing.text != ")" or closing.kind != "bracket":
                self.end()
            self._at += 1
            return inside
        return self._comparison()

    def _comparison(self) -> Comparison:
        example = say("Write a comparison such as goal<40 or competence=no.")
        ids = say("the id of a dimension or statement")
        name = self._peek()
        if name is None or name.kind != "word" or name.text.lower() in _JOINING:
            raise self._fault(name, ids, example)
        if re.fullmatch(r"[-−]?\d+%?", name.text):
            raise self._fault(name, ids, say("Write the name first: goal>=40 and goal<70."))
        if name.text.lower() == "not":
            raise self._fault(name, ids, say("Write != for “is not”: competence!=yes."))
        self._at += 1
        operator = self._peek()
        if operator is None or operator.kind != "operator":
            remedy = say('Say what "{name}" is compared with. {example}', name=name.text, example=example)
            raise self._fault(operator, _OPERATORS, remedy)
        self._at += 1
        value = self._peek()
        if value is None or value.kind not in ("word", "quoted") or value.text.lower() in _JOINING:
            raise self._fault(value, say("a number, or the name or label of an answer"), example)
        self._at += 1
        text = value.text[1:-1] if value.kind == "quoted" else value.text
        symbol = _ALIKE.get(operator.text, operator.text)
        return Comparison(name.text, Operator(symbol), " ".join(text.split()))

    def _peek(self) -> _Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self, word: str) -> bool:
        token = self._peek()
        if token and token.kind == "word" and token.text.lower() == word:
            self._at += 1
            return True
        return False

    def _fault(self, token: _Token | None, allowed: Message, remedy: Message) -> _UnreadableError:
        column, found = (token.column, token.text) if token else (self._end, "")
        return _UnreadableError(SyntaxFault(column, found, allowed, remedy))


def _flat(parts: list[Condition], kind: type[AllOf] | type[AnyOf]) -> list[Condition]:
    """Nested conditions of the same kind merged into one list, so that redundant parentheses make no difference."""
    return [inner for part in parts for inner in (part.operands if isinstance(part, kind) else (part,))]
