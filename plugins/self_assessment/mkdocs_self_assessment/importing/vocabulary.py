"""Words by which columns and answers of other people's questionnaires are known: `vocabulary.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def folded(text: str) -> str:
    """A text without differences of capitals, signs and spaces."""
    return " ".join(re.findall(r"[^\W_]+", re.sub("['’]", "", text.casefold())))


@cache
def role_of(heading: str) -> str:
    """The role that a column's heading names; "" for none."""
    words = folded(heading).split() or ([heading.strip()] if heading.strip() == "#" else [])
    if len(words) > 6:
        return ""
    for word in words:
        for role, known in _words()["headings"].items():
            if any(word.startswith(k[:-1]) if k.endswith("*") else word == k for k in known):
                return str(role)
    return ""


def is_no_answer(label: str) -> bool:
    """Whether a label says that the statement isn't answered, such as "Don't know"."""
    return folded(label) in _words()["cells"]["no-answer"]


def is_mark(cell: str) -> bool:
    """Whether a cell says yes: a cross, an R, a 1."""
    return cell.strip("()[]. \n").casefold() in _words()["cells"]["marks"]


def names_reversal(text: str) -> bool:
    """Whether a short text says that a statement is reversed."""
    return role_of(text.strip("()[] ")) == "reverse"
