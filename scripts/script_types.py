"""Generate from the Python model what scripts need: its types, and the tables of what each kind adds.

`python -m scripts.script_types` writes the files; with `--check` it fails if one is out of date.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
import types
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from mkdocs_self_assessment import elements, kinds, marks, model, published
from mkdocs_self_assessment.conditions import tree
from mkdocs_self_assessment.kind import QuestionnaireKind
from mkdocs_self_assessment.pages.data import DimensionData, ModelData, PointsData
from mkdocs_self_assessment.presenting.plain_data import camel

from . import generated_files

HEAD = "// Written by `make types` from the Python model: change that, not this file.\n"
SHARED: dict[str, tuple[type, ...]] = {
    "Model": (model.Questionnaire, ModelData),
    "Dimension": (elements.Dimension, DimensionData),
    "Item": (elements.Item,),
    "Band": (elements.Band,),
    "PointsData": (PointsData,),
    "Comparison": (tree.Comparison,),
    "AllOf": (tree.AllOf,),
    "AnyOf": (tree.AnyOf,),
}
"""Types of all kinds by name, each with the dataclasses that it is made of; kinds add members to them."""
PARTS = ("drawing", "record", "result", "scoring")
"""What a kind adds to a result: `assets/<part>.js` of its folder. `assets/form.js` is for the form."""


def generated() -> dict[Path, str]:
    """Return the text of each generated file, by its path."""
    assets = published.PACKAGE / published.SHARED
    owners = {kind.name: owner for kind in kinds.KINDS if (owner := _giver(kind, "result"))}
    joined = {f"{owner.name}.js": _kind(owner) for owner in owners.values()}
    tables = {"all.js": _all(owners), "late.js": _late(owners), "forms.js": _forms()}
    return {
        assets / "types" / "model.d.ts": _types(),
        **{assets / "kinds" / name: text for name, text in (joined | tables).items()},
    }


def stale() -> list[Path]:
    """Return the generated files that are missing or out of date."""
    return generated_files.stale(generated())


def _types() -> str:
    own: dict[str, list[type]] = {}
    for kind in kinds.KINDS:
        for name, made_of in kind.types:
            own.setdefault(name, []).append(made_of)
    names = {cls: name for name, classes in [*SHARED.items(), *own.items()] for cls in classes}
    kind_names = " | ".join(f'"{kind.name}"' for kind in kinds.KINDS)
    conditions = " | ".join(names[cls] for cls in typing.get_args(tree.Condition))
    written = [
        f"export type KindName = {kind_names};",
        f"/** When a result text is shown. */\nexport type ResultCondition = {conditions};",
    ]
    for name, classes in SHARED.items():
        members = [member for cls in classes for member in _members(cls, names)]
        adding = [*own.get(name, []), *((kind.model for kind in kinds.KINDS) if name == "Model" else ())]
        shared = {member[0] for member in members}
        more = {m[0]: m for cls in adding for m in _members(cls, names) if m[0] not in shared}
        written.append(_interface(name, classes[0], members, list(more.values())))
    for name, added in own.items():
        if name not in SHARED:
            written.append(_interface(name, added[0], [m for cls in added for m in _members(cls, names)], []))
    return HEAD + "\n" + "\n\n".join(written) + "\n"


Member = tuple[str, str, str]
"""Name, type and description."""


def _interface(name: str, documented: type, members: list[Member], optional: list[Member]) -> str:
    last = {member[0]: member for member in members}  # a subclass may describe it better
    lines = [f"/** {(documented.__doc__ or '').strip()} */", f"export interface {name} {{"]
    for found, sign in ((last.values(), ""), (optional, "?")):
        for key, type_, text in found:
            lines += [f"  /** {text} */", f"  {key}{sign}: {type_};"]
    return "\n".join([*lines, "}"])


def _members(cls: type, names: dict[type, str]) -> Iterator[Member]:
    hints = typing.get_type_hints(cls)
    texts = texts_of(cls)
    marked = marks.marks_of(cls)
    for field in fields(cls):
        mark = marked.get(field.name)
        if marked and (mark is None or mark.data is None):
            continue
        key = mark.data if mark and mark.data else camel(field.name)
        written = mark.data_type if mark else ""
        text = _for_scripts(texts.get(field.name, ""))
        if mark and mark.role is marks.Role.TITLE:
            text = text.replace("Inline Markdown", "Plain text")
        yield key, _special(cls, field.name) or written or _type(hints[field.name], names), text


def _for_scripts(text: str) -> str:
    """Remove from a description what is true only before a translation is complete: `None`."""
    sentences = re.split(r"(?<=\.) ", re.sub(r"; `None` [^;.]*", "", text))
    return " ".join(sentence for sentence in sentences if "`None`" not in sentence)


def _special(cls: type, field: str) -> str:
    return "KindName" if (cls, field) == (ModelData, "kind") else ""


def _type(hint: Any, names: dict[type, str]) -> str:
    plain = {str: "string", int: "number", float: "number", bool: "boolean", type(None): "null"}
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint in plain:
        return plain[hint]
    if origin in (types.UnionType, typing.Union):
        return " | ".join(_type(argument, names) for argument in arguments)
    if origin is tuple:
        return f"{_type(arguments[0], names)}[]"
    if origin is dict:
        return f"Record<{_type(arguments[0], names)}, {_type(arguments[1], names)}>"
    if is_dataclass(hint):
        return names[hint]  # type: ignore[index]
    raise TypeError(f"No type in TypeScript for {hint}")


def texts_of(cls: type) -> dict[str, str]:
    """Return the docstrings of the fields of a class and its base classes, by the field's name."""
    found: dict[str, str] = {}
    for one in reversed(cls.__mro__[:-1]):
        (tree,) = ast.parse(inspect.getsource(one)).body
        assert isinstance(tree, ast.ClassDef)
        for statement, following in zip(tree.body, tree.body[1:], strict=False):
            if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
                value = following.value if isinstance(following, ast.Expr) else None
                if isinstance(value, ast.Constant) and isinstance(value.value, str):
                    found[statement.target.id] = " ".join(value.value.split())
    return found


def _kind(owner: QuestionnaireKind[Any]) -> str:
    """Return the script of a kind, which its pages fetch for their results."""
    given = {part: giver for part in PARTS if (giver := _giver(owner, part))}
    imports = [_import(giver, part) for part, giver in given.items()]
    entries = [f"{part}: {_export(giver, part)}" for part, giver in given.items()]
    return _script(["Kind"], imports, f"/** @type {{Kind}} */\nexport const {_export(owner, 'kind')}", entries)


def _all(owners: Mapping[str, QuestionnaireKind[Any]]) -> str:
    """Return the table of all kinds, for pages with results of several."""
    imports = [f'import {{ {_export(owner, "kind")} }} from "./{owner.name}.js";' for owner in _unique(owners.values())]
    entries = [f"{_key(name)}: {_export(owner, 'kind')}" for name, owner in owners.items()]
    head = "/** @type {Record<KindName, Kind>} */\nexport const KINDS"
    return _script(["Kind", "KindName"], imports, head, entries)


def _late(owners: Mapping[str, QuestionnaireKind[Any]]) -> str:
    """Return the table from which a page fetches its own kind."""
    entries = [
        f"{_key(name)}: new LateScript(\n"
        f'    async () => (await import("./{owner.name}.js")).{_export(owner, "kind")},\n'
        f'    new URL("./{owner.name}.js", import.meta.url),\n'
        "  )"
        for name, owner in owners.items()
    ]
    imports = ['import { LateScript } from "../fetching/fetching.js";']
    head = "/** @type {Record<KindName, LateScript<Kind>>} */\nexport const LATE_KINDS"
    return _script(["Kind", "KindName"], imports, head, entries)


def _forms() -> str:
    """Return the table of what kinds do with the form."""
    given = {kind.name: owner for kind in kinds.KINDS if (owner := _giver(kind, "form"))}
    imports = [_import(owner, "form") for owner in _unique(given.values())]
    entries = [f"{_key(name)}: {_export(owner, 'form')}" for name, owner in given.items()]
    head = "/** @type {Partial<Record<KindName, KindForm>>} */\nexport const FORMS"
    return _script(["KindForm", "KindName"], imports, head, entries)


def _script(types: Sequence[str], imports: Sequence[str], head: str, entries: Sequence[str]) -> str:
    lines = [
        "// @ts-check",
        HEAD.strip(),
        f'/** @import {{ {", ".join(types)} }} from "../types/types.js" */',
        "",
        *sorted(imports),
        "",
        f"{head} = {{",
        *(f"  {entry}," for entry in entries),
        "};",
    ]
    return "\n".join(lines) + "\n"


def _import(kind: QuestionnaireKind[Any], part: str) -> str:
    return f'import {{ {_export(kind, part)} }} from "../../kinds/{kind.folder.name}/assets/{part}.js";'


def _unique(owners: Iterable[QuestionnaireKind[Any]]) -> list[QuestionnaireKind[Any]]:
    return list({owner.name: owner for owner in owners}.values())


def _giver(kind: QuestionnaireKind[Any], part: str) -> QuestionnaireKind[Any] | None:
    """Return the kind that has the file: this one, or the one that it builds on."""
    if (kind.folder / "assets" / f"{part}.js").is_file():
        return kind
    return _giver(kind.builds_on, part) if kind.builds_on else None


def _export(kind: QuestionnaireKind[Any], part: str) -> str:
    return camel(f"{kind.folder.name}_{part}")


def _key(name: str) -> str:
    return name if name.isidentifier() else f'"{name}"'


if __name__ == "__main__":
    sys.exit(generated_files.run(generated(), sys.argv[1:]))
