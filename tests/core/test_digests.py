"""Names with digests: a file under one name never changes."""

from __future__ import annotations

import re

from mkdocs_foundation.output.digests import name_scripts, named

SCRIPTS = {
    "a/a.js": 'const later=()=>import("../b/b.js");const at=new URL("../b/b.js",import.meta.url);const x="./c.js";',
    "b/b.js": 'import{x}from"../a/a.js";const schema=new URL("x-1.schema.json",import.meta.url);',
}


def test_scripts_find_each_other_under_their_new_names() -> None:
    files, paths = name_scripts(SCRIPTS)
    a, b = (paths[path].rpartition("/")[2] for path in SCRIPTS)
    assert re.fullmatch(r"a\.[0-9a-f]{10}\.js", a)
    assert files[paths["a/a.js"]] == SCRIPTS["a/a.js"].replace("../b/b.js", f"../b/{b}")
    assert files[paths["b/b.js"]] == SCRIPTS["b/b.js"].replace("../a/a.js", f"../a/{a}")


def test_a_change_in_one_script_renames_all_that_load_one_another() -> None:
    before, after = (set(name_scripts(scripts)[0]) for scripts in (SCRIPTS, SCRIPTS | {"b/b.js": "let y;"}))
    assert not before & after
    assert set(name_scripts(dict(reversed(SCRIPTS.items())))[0]) == before


def test_a_style_sheet_is_named_by_what_is_in_it() -> None:
    assert named("css/site.css", "a") == named("css/site.css", "a") != named("css/site.css", "b")
    assert re.fullmatch(r"css/site\.[0-9a-f]{10}\.css", named("css/site.css", "a", "b"))
