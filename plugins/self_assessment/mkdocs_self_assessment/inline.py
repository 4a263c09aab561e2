"""Text that is part of a line, such as a statement, when it is put on a line of its own.

There, `1.`, `#` or `>` at its beginning would make it a list, a heading or a quotation. A guard before it keeps it a
paragraph in any Markdown with any extension; it is taken out of the HTML.
"""

from __future__ import annotations

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.templates.titles import words

_SIGN = "\ufdd0"
"""A character that Unicode reserves for use within a program; no text has it."""
GUARD = f"{_SIGN} "
"""The space lets an extension for typography see the beginning of a word after it."""
_MARKUP = pattern(r"([\\`*_{}\[\]#])")
_GUARDED = pattern(f"{_SIGN}[ \n]?")
_PLAIN = pattern(r"""(?!(?:[a-zA-Z]|[ivxlcdm]+|[IVXLCDM]+)[.)]\s)(?:(?:\*\*|[*_`"'(«»“”„])?[^\W\d_]|\[[^\]^]+\]\()""")
"""Matches the beginning of a text that is a paragraph in any Markdown: `A.` begins a list in some."""


def guarded(text: str) -> str:
    """The text with a guard, where it might become anything but a paragraph."""
    return text if not text or _PLAIN.match(text) else f"{GUARD}{text}"


def after(head: str, text: str) -> str:
    """What follows `head` in an item of a list, guarded where it is on the same line or the next one."""
    space = head[len(head.rstrip()) :] + text[: len(text) - len(text.lstrip())]
    return text.strip() if space.count("\n") > 1 else guarded(text.strip())


def as_markdown(title: str) -> str:
    """A title from the settings, which is no Markdown, as the text of a heading."""
    return _MARKUP.sub(r"\\\1", words(title)).replace("<", "&lt;")


def without_guards(html: str) -> str:
    """HTML or Markdown as readers get it."""
    return _GUARDED.sub("", html) if _SIGN in html else html
