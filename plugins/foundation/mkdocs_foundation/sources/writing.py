"""Parts of the files that commands write: names of files and ids, values of settings."""

from __future__ import annotations

import json
import re
import unicodedata

from ..patterns import pattern

_LETTERS = str.maketrans(
    {"æ": "ae", "ä": "ae", "œ": "oe", "ø": "oe", "ö": "oe", "å": "aa", "ü": "ue", "ß": "ss", "þ": "th", "ð": "d"}
    | {"ł": "l", "đ": "d", "ı": "i"}
)
_PLAIN = pattern(r"[^\W\d_](?:[^\n:#\"'{}\[\]|>&*!%@`]|:(?=\S))*")
_YAML_WORDS = {"true", "false", "yes", "no", "on", "off", "null", "y", "n"}


def ascii_name(text: str) -> str:
    """The text in the letters of an id or a file's name, `de-foerste-90-dage`; "" where it has none of them."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", text).casefold().translate(_LETTERS))
    plain = "".join(sign for sign in folded if not unicodedata.combining(sign)).casefold()
    latin = re.findall(r"[^\W_]+", plain)
    return "-".join(latin) if latin and all(word.isascii() for word in latin) else ""


def slug(text: str) -> str:
    """The text as a part of an address, in the letters of its language: `de-første-90-dage`."""
    return "-".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).lower()))


def yaml_value(text: str) -> str:
    """A text as a value of YAML, in quotation marks where it needs them."""
    plain = _PLAIN.fullmatch(text) and text == text.strip() and text.casefold() not in _YAML_WORDS
    if plain or re.fullmatch(r"-?\d[^:#\"'\n]* \| [^:#\"'\n]*[^\s:#\"'\n]", text):
        return text
    return json.dumps(text, ensure_ascii=False)


def yaml_list(texts: list[str]) -> str:
    """Texts as a list of YAML in one line."""
    return "[" + ", ".join(f'"{text}"' if "," in text else yaml_value(text) for text in texts) + "]"
