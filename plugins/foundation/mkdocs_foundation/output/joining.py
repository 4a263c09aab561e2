"""The browser's modules, joined into one file for each step in which a page loads them.

The source is one module per file. Published like that, a phone would fetch dozens of small files, one depth of
imports after the other and each compressed by itself. A step is what a script tag or an `import()` loads, with all that
it imports and no earlier step has loaded; its file has the address of the loaded module. What several of the steps need
that a later step loads is in the file of that one, so that none of them waits for another; what a script tag loads has
only what it needs itself, since every page fetches it.

Joining is plain text work because the modules keep to rules. Whatever breaks one is reported with its line:

- Imports and exports are by name, under that name: no `default`, `* as`, `as`, list of exports, import without names.
- A top-level name occurs once in a published file. (A browser test checks that it shadows no global of the browser.)
- Imports form no cycle, and every module is loaded by some step.
- At top level are only declarations; other statements only in the module that is loaded, which comes after what it
  imports.
- `import()` and `new URL(…, import.meta.url)` take a relative address in double quotes; neither is used in another way.

What a site publishes beside these modules, made by another program, can be loaded by `import()` and stays unchanged.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from posixpath import dirname, join, normpath, relpath

from ..patterns import pattern
from ..values import dataclass
from .scripts import COMMENT

_CAST = pattern(r"/\*\* @[^\n]*?\*/ ?")
_IMPORT = pattern(r'^import \{(\s*[\w$][\w$,\s]*)\} from "(\.[^"\n]+)";\n', re.MULTILINE)
_DECLARATION = pattern(r"^(export )?(?:(?:async )?function\*? |class |const |let )([\w$]+)", re.MULTILINE)
_SEVERAL = pattern(r"""(?:export )?(?:const|let) [\w$]+(?: = (?:"[^"]*"|[^"'`/(\[{,;]*))?,""")
_OUTSIDE = pattern(r"^[^\s})\]][^\n]*", re.MULTILINE)
_LATER = pattern(r'\bimport\("(\.[^"\n]+)"\)')
_BESIDE = pattern(r'\bnew URL\("([^":\n]+)", (import)\.meta\.url\)')
_SPECIAL = pattern(r"\bimport\s*[.(]")
_GONE = "\0\n"
"""Placeholder for a line that is not published, so that those after it keep their numbers."""


@dataclass(frozen=True)
class Breach:
    """A rule that a module breaks."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        """One line, as compilers print it."""
        return f"{self.path}:{self.line}: {self.text}"


@dataclass(frozen=True)
class _Module:
    code: str
    """Source without imports and comments."""
    imports: list[tuple[int, str, list[str]]]
    """Line, path of a module, and the names taken from it."""
    later: list[tuple[int, str]]
    """Line and path of each `import()`."""
    names: dict[str, int]
    """Top-level names and their lines."""
    exports: set[str]
    statements: list[int]
    """Lines of statements that are no declarations."""


def join_modules(
    sources: Mapping[str, str], entry: str, beside: Collection[str] = (), pages: Collection[str] = ()
) -> tuple[dict[str, str], list[Breach]]:
    """The files to publish by path, and the rules broken: with any, there are no files.

    `sources` are all modules by path; `entry` is the one that pages name in a script tag; `beside` are the paths of
    what is published beside them; `pages` are modules that other pages name in a script tag, which take what they share
    with the entry from its files.
    """
    modules: dict[str, _Module] = {}
    breaches: list[Breach] = []
    for path, text in sources.items():
        modules[path], found = _read(path, text)
        breaches += found
    for module in modules.values():
        module.later[:] = [(line, target) for line, target in module.later if target not in beside]
    breaches += _unlinked(modules)
    if breaches:
        return {}, breaches
    steps, breaches = _steps(modules, [entry, *pages])
    breaches += _clashes(modules, steps)
    return ({} if breaches else {root: _write(root, modules, steps) for root in steps}), breaches


def _read(path: str, text: str) -> tuple[_Module, list[Breach]]:
    def gone(match: re.Match[str]) -> str:
        return _GONE * match[0].count("\n")

    def line(match: re.Match[str]) -> int:
        return code.count("\n", 0, match.start()) + 1

    def at(address: str) -> str:
        return normpath(join(dirname(path), address))

    code = _CAST.sub("", COMMENT.sub(gone, text))
    breaches = []
    imports = [(line(m), at(m[2]), re.findall(r"[\w$]+", m[1])) for m in _IMPORT.finditer(code) if " as " not in m[1]]
    code = _IMPORT.sub(lambda m: m[0] if " as " in m[1] else gone(m), code)
    names: dict[str, int] = {}
    exports, statements = set(), []
    for match in _OUTSIDE.finditer(code.replace("\0", " ")):
        declared = _DECLARATION.match(match[0])
        if declared and not _SEVERAL.match(match[0]):
            names[declared[2]] = line(match)
            if declared[1]:
                exports.add(declared[2])
        elif re.match(r"import\b", match[0]):
            breaches.append(Breach(path, line(match), 'write imports as `import { name } from "./file.js";`'))
        elif re.match(r"(?:export|const|let|var|async)\b", match[0]):
            text = "declare one name at a time, as `function`, `class`, `const` or `let`, with or without `export`"
            breaches.append(Breach(path, line(match), text))
        else:
            statements.append(line(match))
    plain = {m.start() for m in _LATER.finditer(code)} | {m.start(2) for m in _BESIDE.finditer(code)}
    for match in _SPECIAL.finditer(code):
        if match.start() not in plain:
            text = 'write `import("./file.js")` or `new URL("file", import.meta.url)`, with a relative address'
            breaches.append(Breach(path, line(match), text))
    later = [(line(m), at(m[1])) for m in _LATER.finditer(code)]
    return _Module(code, imports, later, names, exports, statements), breaches


def _unlinked(modules: Mapping[str, _Module]) -> Iterator[Breach]:
    for path, module in modules.items():
        for line, target, names in [*module.imports, *((line, target, []) for line, target in module.later)]:
            if target not in modules:
                yield Breach(path, line, f"there is no {target}")
                continue
            for name in names:
                if name not in modules[target].exports:
                    yield Breach(path, line, f"{target} does not export `{name}`")


def _steps(modules: Mapping[str, _Module], entries: Collection[str]) -> tuple[dict[str, list[str]], list[Breach]]:
    """For each module that is loaded as a step, the modules of its file, in the order in which a browser runs them."""
    breaches: list[Breach] = []
    placed: set[str] = set()

    def place(path: str, above: list[str]) -> Iterator[str]:
        for line, target, _ in modules[path].imports:
            if target in above:
                breaches.append(Breach(path, line, f"imports in a circle: {' → '.join([*above, target])}"))
            elif target not in placed:
                yield from place(target, [*above, target])
        placed.add(path)
        yield path

    def shared(roots: Collection[str]) -> Iterator[str]:
        needed: list[str] = []
        for root in roots:
            seen = [root]
            for path in seen:
                seen += [t for _, t, _ in modules[path].imports if t not in placed and t not in seen]
            needed += seen
        yield from (path for path in dict.fromkeys(needed) if needed.count(path) > 1 and path not in roots)

    steps: dict[str, list[str]] = {}
    for entry in entries:
        waiting = [(entry, 1, entry)]
        for asking, line, root in waiting:
            if root in steps:
                continue
            if root in placed:
                breaches.append(Breach(asking, line, f"{root} is there already: import it at the top of the file"))
                continue
            steps[root] = list(place(root, [root]))
            asked = dict.fromkeys(t for path in steps[root] for _, t in modules[path].later if t not in placed)
            if root not in entries:
                steps[root] += [p for path in shared(asked) if path not in placed for p in place(path, [path])]
            waiting += [(path, *later) for path in steps[root] for later in modules[path].later]
    for path, module in modules.items():
        if path not in placed:
            breaches.append(Breach(path, 1, "no page ever loads it: import it, or delete it"))
        elif path not in steps:
            text = "only declarations are allowed here: a statement would run at another time than its place suggests"
            breaches += [Breach(path, line, text) for line in module.statements]
    return steps, breaches


def _clashes(modules: Mapping[str, _Module], steps: Mapping[str, list[str]]) -> Iterator[Breach]:
    for root, paths in steps.items():
        owners: dict[str, str] = {}
        declared = [(path, line, path, name) for path in paths for name, line in modules[path].names.items()]
        taken = [(path, line, owner, n) for path in paths for line, owner, ns in modules[path].imports for n in ns]
        for path, line, owner, name in declared + taken:
            if owners.setdefault(name, owner) != owner:
                text = f"`{name}` is also in {owners[name]}, and both come into the published {root}: rename one"
                yield Breach(path, line, text)


def _write(root: str, modules: Mapping[str, _Module], steps: Mapping[str, list[str]]) -> str:
    step_of = {path: step for step, paths in steps.items() for path in paths}
    home = dirname(root)
    taken: dict[str, set[str]] = {}
    offered = set(modules[root].exports)
    for path, module in modules.items():
        for _, target, names in module.imports:
            if step_of[path] == root != step_of[target]:
                taken.setdefault(step_of[target], set()).update(names)
            elif step_of[path] != root == step_of[target]:
                offered.update(names)
    parts = [
        f'import {{ {", ".join(sorted(names))} }} from "{_relative(step, home)}";\n' for step, names in taken.items()
    ]
    for path in steps[root]:
        code = modules[path].code.replace(_GONE, "")
        code = _DECLARATION.sub(lambda m: m[0] if m[2] in offered else m[0].removeprefix("export "), code)
        parts.append(_moved(code, dirname(path), home))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(parts)).lstrip("\n")


def _moved(code: str, old: str, new: str) -> str:
    """Code with its addresses right in another folder."""

    def readdressed(match: re.Match[str]) -> str:
        return match[0].replace(f'"{match[1]}"', f'"{_relative(join(old, match[1]), new)}"')

    return _BESIDE.sub(readdressed, _LATER.sub(readdressed, code))


def _relative(path: str, folder: str) -> str:
    found = relpath(path, folder)
    return found if found.startswith(".") else f"./{found}"
