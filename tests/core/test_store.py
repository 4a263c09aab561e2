"""The store of cached values: what is kept, what is forgotten, and that nothing wrong with its file is an error."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from mkdocs_foundation.caching import programs, store
from mkdocs_foundation.caching.store import Store, digest

PROGRAM = digest("program")


def test_a_digest_tells_texts_apart_by_where_they_end() -> None:
    """Two texts, their joint text, an empty one and none."""
    made = [digest("ab", "c"), digest("a", "bc"), digest("abc"), digest("abc", ""), digest("abc", None), digest()]
    assert len(set(made)) == len(made)
    assert digest("ab", "c") == digest(b"ab", "c")


def test_values_are_kept_between_runs(tmp_path: Path) -> None:
    """A value is found by its key in the next run, as an object of its own; a run that adds nothing writes nothing."""
    path = tmp_path / "folder/values"
    first = Store.load(path, PROGRAM)
    assert first.get(b"a") is None
    assert first.put(b"a", ["value"]) == ["value"]
    assert first.save()

    second = Store.load(path, PROGRAM)
    one, another = second.get(b"a"), second.get(b"a")
    assert one == another == ["value"]
    assert one is not another
    assert not second.save()
    assert list(path.parent.iterdir()) == [path]


def test_another_program_finds_nothing(tmp_path: Path) -> None:
    """A file that another version has written is an empty store, and is replaced."""
    path = tmp_path / "values"
    old = Store.load(path, PROGRAM)
    old.put(b"a", 1)
    old.save()
    new = Store.load(path, digest("another"))
    assert len(new) == 0
    new.put(b"b", 2)
    new.save()
    assert Store.load(path, digest("another")).get(b"b") == 2


@pytest.mark.parametrize("damage", ["empty", "cut", "head", "index", "value", "folder"])
def test_a_damaged_file_is_an_empty_store(tmp_path: Path, damage: str) -> None:
    """Whatever has happened to the file: values are missing, and none is wrong."""
    path = tmp_path / "values"
    written = Store.load(path, PROGRAM)
    written.put(b"a", "x" * 1000)
    written.save()
    content = path.read_bytes()
    changed = {
        "empty": b"",
        "cut": content[:-500],
        "head": b"?" + content[1:],
        "index": b"\x80\x04".join(content.rsplit(b"\x80\x05", 1)),
        "value": content[:500] + b"y" + content[501:],
    }
    path.unlink()
    if damage == "folder":
        path.mkdir()
    else:
        assert changed[damage] != content
        path.write_bytes(changed[damage])
    found = Store.load(path, PROGRAM)
    assert not found.use(b"a")
    assert found.get(b"a") is None
    again = Store.load(path, PROGRAM)
    again.put(b"b", 1)
    assert again.save() == (damage != "folder")
    assert found.get(b"a") is None
    found.put(b"a", 1)
    assert found.save() == (damage != "folder")


def test_values_that_are_no_longer_used_are_dropped(tmp_path: Path) -> None:
    """After some runs that wrote without using them; a run that only looks whether a value is there uses it."""
    path = tmp_path / "values"
    first = Store.load(path, PROGRAM)
    for key in (b"read", b"looked at", b"old"):
        first.put(key, 1)
    first.save()
    sizes = []
    for number in range(6):
        run = Store.load(path, PROGRAM)
        assert run.get(b"read") == 1
        assert run.use(b"looked at")
        run.put(b"new %d" % number, 1)
        run.save()
        sizes.append(b"old" in Store.load(path, PROGRAM)._places)
    assert sizes == [True, True, True, False, False, False]


def test_a_store_has_a_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The values that were used last are kept."""
    monkeypatch.setattr(store, "MOST", 1500)
    path = tmp_path / "values"
    for key in (b"1", b"2"):
        run = Store.load(path, PROGRAM)
        run.put(key, "x" * 1000)
        run.save()
    last = Store.load(path, PROGRAM)
    assert last.get(b"1") is None
    assert last.get(b"2")


def test_held_values_are_kept_with_their_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A long one too; one without a key isn't found, and nothing is left of a store that is discarded."""
    path, long = tmp_path / "folder/values", "x" * 1_000_000
    first = Store.load(path, PROGRAM)
    first.hold("without a key")
    first.keep(b"long", first.hold(long))
    first.keep(b"short", first.hold("short"))
    first.put(b"more", "more")
    assert first.save()
    second = Store.load(path, PROGRAM)
    assert [second.get(key) for key in (b"long", b"short", b"more")] == [long, "short", "more"]
    assert len(second) == 3
    assert path.stat().st_size < 100_000
    second.keep(b"another", second.hold("another"))
    second.discard()
    assert list(path.parent.iterdir()) == [path]
    assert not second.save()

    def full(number: int, content: bytes) -> int:
        raise OSError

    third = Store.load(path, PROGRAM)
    third.keep(b"before", third.hold("before"))
    monkeypatch.setattr(os, "write", full)
    third.keep(b"after", third.hold("after"))
    monkeypatch.undo()
    assert not third.save()
    assert Store.load(path, PROGRAM).get(b"short") == "short"


def test_what_a_crash_left_is_removed(tmp_path: Path) -> None:
    """A half-written file of long ago; that of a process that may still be writing stays."""
    path = tmp_path / "values"
    for name, age in ((".values.1", 100_000), (".values.2", 0)):
        left = tmp_path / name
        left.write_bytes(b"")
        os.utime(left, (left.stat().st_atime, left.stat().st_mtime - age))
    old = tmp_path / "fi.store"
    old.touch()
    store.remove_old(tmp_path)
    assert old.exists()
    os.utime(old, (0, 0))
    store.remove_old(tmp_path)
    run = Store.load(path, PROGRAM)
    run.put(b"a", 1)
    run.save()
    assert {left.name for left in tmp_path.iterdir()} == {".values.2", "values"}


def test_the_environment_is_known_by_versions_and_by_code_in_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another version, and an edit of a distribution installed in place, are another environment; a page isn't."""
    project, installed = tmp_path / "project", tmp_path / "installed"
    package, metadata = project / "src/thing", installed / "thing-1.0.dist-info"
    package.mkdir(parents=True)
    metadata.mkdir(parents=True)
    (package / "__init__.py").write_text("1", encoding="utf-8")
    record = {"url": project.as_uri(), "dir_info": {"editable": True}}
    (metadata / "direct_url.json").write_text(json.dumps(record), encoding="utf-8")
    monkeypatch.setattr("sys.path", [str(installed), str(tmp_path / "missing")])

    def now() -> bytes:
        programs.fingerprint.cache_clear()
        return programs.fingerprint()

    found = [now()]
    (project / "page.md").write_text("text", encoding="utf-8")
    assert now() == found[0]
    (package / "__init__.py").write_text("2", encoding="utf-8")
    found.append(now())
    metadata.rename(installed / "thing-1.1.dist-info")
    found.append(now())
    assert len(set(found)) == 3
    programs.packages_in_place.cache_clear()
    assert programs.packages_in_place() == (package.resolve(),)
    monkeypatch.undo()
    programs.fingerprint.cache_clear()
    programs.packages_in_place.cache_clear()
