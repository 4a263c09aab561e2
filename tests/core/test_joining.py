"""Joining modules: what a published file holds, each rule with its line, and that this package's scripts keep them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from mkdocs_foundation.caching import results
from mkdocs_foundation.output.joining import join_modules
from mkdocs_self_assessment import published

MODULES = {
    "form/form.js": '''// @ts-check
/**
 * What `import("../never/seen.js")` says in a comment does not count.
 */
import { part } from "../dom/dom.js";
import {
  add,
  twice,
} from "../scoring/scoring.js";

/** @type {import("../charts/charts.js").Chart | null} */
let shown = null;

class Form extends HTMLElement {
  /** @type {string} */
  #text = "";

  // Drawn when asked for.
  async draw() {
    /** A cast follows, with code behind it. */
    const root = /** @type {HTMLElement} */ (part(this, "form"));
    /** @type {HTMLElement} */ (root).focus();
    const { chart } = await import("../charts/charts.js");
    shown = chart(root, add(1, twice(1)));
  }
}

/* The statement that starts it. */
customElements.define("a-form", Form);
''',
    "scoring/scoring.js": '''import { FACTOR } from "./factor.js";

/** @param {number} value */
export function twice(value) {
  return FACTOR * value;
}

export const add = (a, b) => a + b; // https://example.org stays, as it is no line of its own
''',
    "scoring/factor.js": "export const FACTOR = 2;\n",
    "dom/dom.js": "export function part(root, name) {\n  return root.querySelector(name);\n}\n",
    "charts/charts.js": '''import { part } from "../dom/dom.js";
import { twice } from "../scoring/scoring.js";
import { line } from "./line.js";

export function chart(root, value) {
  part(root, "svg").append(line(twice(value)));
  return new URL("picture.svg", import.meta.url);
}
''',
    "charts/line.js": '''const AWAY = () => import("./far/far.js");

export async function line() {
  return AWAY();
}
''',
    "charts/far/far.js": 'import { line } from "../line.js";\n\nexport const far = line;\n',
}  # fmt: skip

PUBLISHED = {
    "form/form.js": """export function part(root, name) {
  return root.querySelector(name);
}

const FACTOR = 2;

export function twice(value) {
  return FACTOR * value;
}

const add = (a, b) => a + b; // https://example.org stays, as it is no line of its own

let shown = null;

class Form extends HTMLElement {
  #text = "";

  async draw() {
    const root = (part(this, "form"));
    (root).focus();
    const { chart } = await import("../charts/charts.js");
    shown = chart(root, add(1, twice(1)));
  }
}

customElements.define("a-form", Form);
""",
    "charts/charts.js": """import { part, twice } from "../form/form.js";

const AWAY = () => import("./far/far.js");

export async function line() {
  return AWAY();
}

export function chart(root, value) {
  part(root, "svg").append(line(twice(value)));
  return new URL("./picture.svg", import.meta.url);
}
""",
    "charts/far/far.js": 'import { line } from "../charts.js";\n\nexport const far = line;\n',
}


def test_each_step_of_loading_is_one_file() -> None:
    files, breaches = join_modules(MODULES, "form/form.js")
    assert [str(breach) for breach in breaches] == []
    assert files == PUBLISHED


def test_what_several_steps_need_comes_with_the_later_step_that_loads_them() -> None:
    modules = {
        "a.js": 'export const a = () => import("./b.js");\n',
        "b.js": 'export const b = () => [import("./c.js"), import("./d.js")];\n',
        "c.js": 'import { shared } from "./shared.js";\nexport const c = shared;\n',
        "d.js": 'import { shared } from "./shared.js";\nimport { own } from "./own.js";\n'
        "export const d = [shared, own];\n",
        "shared.js": 'import { deeper } from "./deeper.js";\nexport const shared = deeper;\n',
        "deeper.js": "export const deeper = 1;\n",
        "own.js": "export const own = 1;\n",
    }
    files, breaches = join_modules(modules, "a.js")
    assert breaches == []
    assert files == {
        "a.js": 'export const a = () => import("./b.js");\n',
        "b.js": 'export const b = () => [import("./c.js"), import("./d.js")];\n\n'
        "const deeper = 1;\n\nexport const shared = deeper;\n",
        "c.js": 'import { shared } from "./b.js";\n\nexport const c = shared;\n',
        "d.js": 'import { shared } from "./b.js";\n\nconst own = 1;\n\nexport const d = [shared, own];\n',
    }
    # A script tag's file has only what it needs itself: every page fetches it.
    del modules["b.js"]
    modules["a.js"] = 'import { own } from "./own.js";\nexport const a = [own, import("./c.js"), import("./d.js")];\n'
    files, _ = join_modules(modules, "a.js")
    assert "shared" not in files["a.js"]


def test_addresses_follow_when_a_module_moves_into_another_folder() -> None:
    modules = {
        "a/a.js": 'import { b } from "../b/b.js";\nb();\n',
        "b/b.js": 'export const b = () => import("./c.js");\nexport const D = new URL("d.json", import.meta.url);\n',
        "b/c.js": 'import { D } from "./b.js";\nexport const c = D;\n',
    }
    files, _ = join_modules(modules, "a/a.js")
    assert 'import("../b/c.js")' in files["a/a.js"]
    assert 'new URL("../b/d.json", import.meta.url)' in files["a/a.js"]
    assert files["b/c.js"].startswith('import { D } from "../a/a.js";\n')


OTHER = "/** A comment,\n * whose lines count. */\nexport const two = 2;\nexport function open() {}\nconst MARK = 2;\n"
IMPORT = 'import { two } from "./other.js";\n'

RULES = {
    "default export": ("\nexport default 1;\n", "a.js:3: declare one name"),
    "list of exports": ("const b = 1;\nexport { b };\n", "a.js:3: declare one name"),
    "re-export": ('export { open } from "./other.js";\n', "a.js:2: declare one name"),
    "everything exported": ('export * from "./other.js";\n', "a.js:2: declare one name"),
    "taken apart": ("const { b } = { b: 1 };\n", "a.js:2: declare one name"),
    "two in one": ('const b = "1", c = 2;\n', "a.js:2: declare one name"),
    "var": ("var b = 1;\n", "a.js:2: declare one name"),
    "everything imported": ('import * as other from "./other.js";\n', "a.js:2: write imports as"),
    "default import": ('import other from "./other.js";\n', "a.js:2: write imports as"),
    "import for effect": ('import "./other.js";\n', "a.js:2: write imports as"),
    "import of nothing": ('import { } from "./other.js";\n', "a.js:2: write imports as"),
    "other name": ('import { open as shut } from "./other.js";\n', "a.js:2: write imports as"),
    "no relative address": ('import { b } from "b";\n', "a.js:2: write imports as"),
    "computed address": ("export const b = (name) =>\n  import(name);\n", "a.js:3: write `import("),
    "address in a template": ("export const b = () => import(`./other.js`);\n", "a.js:2: write `import("),
    "other use of import.meta": ("export const b = import.meta.url;\n", "a.js:2: write `import("),
    "no such module": ('import { b } from "./b.js";\n', "a.js:2: there is no b.js"),
    "no such module later": ('export const b = () => import("./b.js");\n', "a.js:2: there is no b.js"),
    "not exported": ('import { MARK } from "./other.js";\n', "a.js:2: other.js does not export `MARK`"),
    "circle": ('import { main } from "./main.js";\n', "a.js:2: imports in a circle: main.js → a.js → main.js"),
    "statement": ("\nopen();\n", "a.js:3: only declarations are allowed here"),
    "name twice": ("\nconst MARK = 1;\n", "a.js:3: `MARK` is also in other.js"),
    "already loaded": ('export const b = () => import("./other.js");\n', "a.js:2: other.js is there already"),
}


@pytest.mark.parametrize("rule", RULES)
def test_a_broken_rule_is_reported_with_its_line(rule: str) -> None:
    code, message = RULES[rule]
    modules = {
        "main.js": 'import { a } from "./a.js";\n\nexport const main = a;\nmain();\n',
        "a.js": IMPORT + code + "\nexport const a = two;\n",
        "other.js": OTHER,
    }
    files, breaches = join_modules(modules, "main.js")
    assert [str(breach)[: len(message)] for breach in breaches] == [message]
    assert files == {}


def test_a_name_that_comes_from_another_file_counts_too() -> None:
    modules = {
        "main.js": 'import { two } from "./other.js";\nexport const main = () => import("./later.js").then(two);\n',
        "other.js": OTHER,
        "later.js": 'import { open } from "./other.js";\nimport { b } from "./b.js";\nexport const l = [open, b];\n',
        "b.js": "export const b = 1;\nfunction open() {}\n",
    }
    _, breaches = join_modules(modules, "main.js")
    assert [str(breach) for breach in breaches] == [
        "later.js:1: `open` is also in b.js, and both come into the published later.js: rename one"
    ]


def test_a_module_that_no_step_loads_is_reported() -> None:
    _, breaches = join_modules({"main.js": "export const main = 1;\n", "other.js": OTHER}, "main.js")
    assert [str(breach) for breach in breaches] == ["other.js:1: no page ever loads it: import it, or delete it"]


def test_the_scripts_of_this_package_keep_the_rules() -> None:
    files, breaches = published.scripts()
    assert [str(breach) for breach in breaches] == []
    assert published.ENTRY in files
    assert len(files) < len(published.sources()) / 3


def test_no_template_literal_is_within_another() -> None:
    """The minifier takes an inner template literal for code, and removes its whitespace."""
    nested = re.compile(r"`[^`]*\$\{[^}`]*`")
    found = [
        path
        for path, text in published.sources().items()
        if nested.search(re.sub(r"(?m)^\s*(?:\*|//|/\*).*$", "", text))
    ]
    assert found == []


def test_what_another_program_publishes_beside_is_asked_for_as_it_is() -> None:
    modules = {"a/a.js": 'export const other = () => import("../made/other.js");\nother();\n'}
    assert [str(breach) for breach in join_modules(modules, "a/a.js")[1]] == ["a/a.js:1: there is no made/other.js"]
    files, breaches = join_modules(modules, "a/a.js", ("made/other.js",))
    assert breaches == []
    assert 'import("../made/other.js")' in files["a/a.js"]


def test_unchanged_scripts_are_joined_in_one_build_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An edited module is joined again."""
    joined: list[int] = []
    join = published.join_modules

    def counted(*arguments: Any, **named: Any) -> Any:
        joined.append(1)
        return join(*arguments, **named)

    monkeypatch.setattr(published, "join_modules", counted)
    modules = published.sources()
    found = []
    for more in ("", "", "\nwindow.more = 1;\n"):
        edited = {path: text + more * path.endswith("returning.js") for path, text in modules.items()}
        monkeypatch.setattr(published, "sources", lambda edited=edited: edited)
        with results.keeping(tmp_path / "kept.store"):
            found.append((published.scripts(), len(joined)))
    assert found[0] == found[1]
    assert found[2][1] == 2 * found[0][1]
    assert "window.more" in found[2][0][0][published.RETURNING]
