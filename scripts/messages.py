"""The messages in the source code, and what their catalogues lack: `python -m scripts.messages` prints it.

A message is a call of `say` whose template is a literal. `faults` compares them with `messages/*.toml`.
"""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs_foundation.locales import needed_categories
from mkdocs_foundation.reports.message import FOLDER

ROOT = Path(__file__).parents[1]
PACKAGES = tuple(
    ROOT / "plugins" / name / f"mkdocs_{name}"
    for name in ("foundation", "incremental", "multilingual", "self_assessment")
)
LANGUAGES = ("da", "sv", "nb")
"""The languages whose catalogues must be complete; English is in the source code."""
_PLACE = re.compile(r"\{([a-z_0-9]+)\}")


@dataclass(frozen=True)
class Template:
    """A call of `say`."""

    text: str
    """English template."""
    one: str
    """Template for the count of 1; "" without one."""
    names: frozenset[str]
    """Names of its values."""
    place: str
    """File and line."""

    @property
    def placed(self) -> frozenset[str]:
        """The values that the template shows."""
        return places(self.text, self.names)


def places(text: str, names: frozenset[str]) -> frozenset[str]:
    """The values that a text shows; other braces are a part of it."""
    return frozenset(_PLACE.findall(text)) & names


def templates(package: Path) -> Iterator[Template]:
    """Every message that a package makes. Raises `ValueError` for a template that is no literal."""
    for path in sorted(package.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                yield _template(node, f"{path.relative_to(package).as_posix()}:{node.lineno}")


def catalogue(package: Path, locale: str) -> dict[str, str | Mapping[str, str]]:
    """The texts of a package in a language, by English template."""
    file = package / FOLDER / f"{locale}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def faults(package: Path, locale: str) -> Iterator[str]:
    """What is wrong with a catalogue, a line each."""
    found, there = {t.text: t for t in templates(package)}, catalogue(package, locale)
    for text, template in found.items():
        if text not in there:
            yield f'{locale}: missing, of {template.place}: "{text}"'
            continue
        translated = there[text]
        if isinstance(translated, Mapping) and set(translated) != needed_categories(locale):
            yield f"{locale}: not the forms {sorted(needed_categories(locale))}: {text}"
        for form in translated.values() if isinstance(translated, Mapping) else [translated]:
            # In words, as "one", a number needs no place.
            if places(form, template.names) | {"count"} != template.placed | {"count"}:
                yield f"{locale}: other values than {sorted(template.placed)}: {form}"
    yield from (f"{locale}: superfluous: {text}" for text in there if text not in found)


def _template(node: ast.Call, place: str) -> Template:
    named = {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}
    literals = [*node.args, *([named["one"]] if "one" in named else [])]
    texts = [literal.value for literal in literals if isinstance(literal, ast.Constant)]
    if len(texts) != len(literals) or not texts or not all(isinstance(text, str) for text in texts):
        raise ValueError(f"{place}: the template of a message must be a literal.")
    text, one = [*map(str, texts), ""][:2]
    names = frozenset(named) - {"one"}
    if places(text, names) != names:
        raise ValueError(f"{place}: values that the template doesn't show: {sorted(names - places(text, names))}")
    return Template(text, one, names, place)


def main() -> int:
    """Print what the catalogues lack, as lines of TOML with the English text to be replaced; 1 if anything is wrong."""
    is_wrong = False
    for package in PACKAGES:
        found = {t.text: t for t in templates(package)}
        for locale in LANGUAGES:
            there = catalogue(package, locale)
            lacking = [t for t in found.values() if t.text not in there]
            others = [fault for fault in faults(package, locale) if ": missing, of " not in fault]
            is_wrong = is_wrong or bool(lacking or others)
            if lacking or others:
                print("\n".join([f"# {package.name}/{FOLDER}/{locale}.toml", *(f"# {other}" for other in others)]))
            for t in lacking:
                forms = f"{{ one = {_toml(t.one)}, other = {_toml(t.text)} }}" if t.one else _toml(t.text)
                print(f"{_toml(t.text)} = {forms}")
    return 1 if is_wrong else 0


def _toml(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f"'{text}'" if '"' in text and "'" not in text and "\n" not in text else f'"{escaped}"'


if __name__ == "__main__":
    sys.exit(main())
