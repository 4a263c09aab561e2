"""Generate JSON schemas for editors from the Python model: of a page's settings, and of the blog's files of authors.

`python -m scripts.schemas` writes them into `.vscode/`; with `--check` it fails if one is out of date.
"""

from __future__ import annotations

import json
import re
import sys
import typing
from dataclasses import fields
from pathlib import Path
from typing import Any

from mkdocs_multilingual.blog import authors
from mkdocs_multilingual.translations.states import Record
from mkdocs_self_assessment.kinds import BY_NAME, KINDS, VOCABULARY
from mkdocs_self_assessment.kinds.two_factor.model import Square
from mkdocs_self_assessment.model import ENDS
from mkdocs_self_assessment.reading.scales import NAMED
from mkdocs_self_assessment.reading.settings import ID, NUMBERS

from . import generated_files
from .script_types import texts_of

FOLDER = Path(__file__).parents[1] / ".vscode"
DIALECT = "http://json-schema.org/draft-07/schema#"
_TEXT = {"type": "string", "minLength": 1}
_TEXTS = {"type": "array", "items": _TEXT, "uniqueItems": True}
_SLUG = {"type": "string", "pattern": r"^[^\s/?#]+$"}
_DAY = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}"}
_DAYS = {"type": "object", "properties": {"created": _DAY, "updated": _DAY}, "required": ["created"]}
_OWN_SCALE = {"type": "string", "pattern": r"\|"}

PAGE: dict[str, tuple[dict[str, Any], str]] = {
    "title": (_TEXT, "Title of the page in menus, lists and browser tabs."),
    "description": (_TEXT, "One or two sentences for lists and search engines."),
    "slug": (_SLUG, "Last part of the page's address in this language."),
    "former_slugs": ({"type": "array", "items": _SLUG}, "Earlier slugs, whose addresses lead here."),
    "date": (
        {
            "anyOf": [
                _DAY,
                {"type": "object", "properties": {"created": _DAY, "updated": _DAY}, "required": ["created"]},
            ]
        },
        "Day of publication, as YYYY-MM-DD.",
    ),
    "topics": (_TEXTS, "Names of the files in topics/, the main one first."),
    "tags": (_TEXTS, "Everyday words in the language of the page."),
    "authors": (_TEXTS, "Of a post: ids in .authors.yml."),
    "categories": (_TEXTS, "Of a post: names in .categories.yml."),
    "draft": ({"type": "boolean"}, "Whether the page is kept from the published site."),
    "pin": ({"type": "boolean"}, "Of a post: whether it comes first in lists."),
    "readtime": ({"type": "integer", "minimum": 1}, "Of a post: minutes to read it, where they aren't to be counted."),
    "links": ({"type": ["array", "object"]}, "Of a post: related pages, as in the menu of MkDocs."),
    "terms": ({"type": ["array", "object"]}, "Of the glossary: terms that are explained in other pages."),
    "translated": ({"type": "boolean"}, "Whether a template translates the page, so that it is one of each language."),
    "template": (_TEXT, "Template of the theme that shows the page."),
    "hide": ({"type": "array", "items": {"enum": ["navigation", "toc", "footer", "tags", "path"]}}, "Parts left out."),
    "robots": (_TEXT, "What search engines may do, such as noindex."),
    "image": (_TEXT, "Picture for shared links, as a path below the docs folder or an address."),
    "search": ({"type": "object"}, "What the search does with the page, such as `exclude: true`."),
    "status": (_TEXT, "Sign beside the page in the menu, as Material has it."),
    "icon": (_TEXT, "Icon beside the page in the menu, as Material has it."),
    "subtitle": (_TEXT, "Line below the title in the menu, as Material has it."),
    "comments": ({"type": "boolean"}, "Whether the page has comments, where the theme has them."),
}
"""Settings of a page besides those of a self-assessment and a translation: their schema and their description."""


def generated() -> dict[Path, str]:
    """Return the text of each schema, by its path."""
    schemas = {"page.schema.json": page(), "authors.schema.json": authors_file()}
    return {
        FOLDER / name: json.dumps({"$schema": DIALECT, **schema}, indent=2, ensure_ascii=False) + "\n"
        for name, schema in schemas.items()
    }


def stale() -> list[Path]:
    """Return the schemas that are missing or out of date."""
    return generated_files.stale(generated())


def page() -> dict[str, Any]:
    """The settings at the top of a page; other plugins may read others."""
    properties = {name: {"description": text, **schema} for name, (schema, text) in PAGE.items()}
    properties["assessment"] = assessment()
    properties["translation"] = {
        "description": "Record of the text that a translation was made from; `servicekompas mark-current` writes it.",
        "type": "object",
        "required": ["source"],
        "additionalProperties": False,
        "properties": {field.name: _of_field(Record, field.name) for field in fields(Record)},
    }
    return {"title": "Settings at the top of a page", "type": "object", "properties": properties}


def assessment() -> dict[str, Any]:
    """The settings of a self-assessment of any kind."""
    models: list[type] = [Square, *(kind.model for kind in KINDS)]
    properties: dict[str, Any] = {}
    for name in VOCABULARY.settings:
        field = name.replace("-", "_")
        owner = next(model for model in models if field in texts_of(model))
        properties[name] = _of_field(owner, field)
        if name in NUMBERS:
            low, high = NUMBERS[name]
            properties[name] |= {"minimum": low, "maximum": high}
    properties["id"]["pattern"] = f"^{ID.pattern}$"
    properties["kind"]["enum"] = list(BY_NAME)
    properties["good"]["enum"] = list(ENDS)
    properties["scale"] = {
        "description": properties["scale"]["description"],
        "anyOf": [{"enum": list(NAMED)}, _OWN_SCALE],
    }
    return {
        "description": "Makes the page a self-assessment.",
        "type": "object",
        "required": ["id"],
        "additionalProperties": False,
        "properties": properties,
    }


def authors_file() -> dict[str, Any]:
    """The blog's `.authors.yml`."""
    settings = {name: {"description": texts_of(authors.Author)[name], **_TEXT} for name in authors.SETTINGS}
    author = {
        "type": "object",
        "required": list(authors.DUTIES),
        "additionalProperties": False,
        "properties": settings,
    }
    return {
        "title": "Authors of the blog in one language, by the id that a post names",
        "type": "object",
        "required": ["authors"],
        "properties": {"authors": {"type": "object", "additionalProperties": author}},
    }


def _of_field(model: type, name: str) -> dict[str, Any]:
    """The schema of a field of the model, with its own description."""
    hint = str(typing.get_type_hints(model)[name])
    kind = "integer" if "int" in hint else "boolean" if "bool" in hint else "string"
    text = re.sub(r"; `None`(?: where not written(?!,)|: [^.;]*)", "", texts_of(model)[name])
    text = text.replace("; `None` where not written, which means", "; without it")
    return {"description": text, "type": kind}


if __name__ == "__main__":
    sys.exit(generated_files.run(generated(), sys.argv[1:]))
