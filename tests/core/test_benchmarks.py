"""The figures of `benchmarks.builds`: what is read, worked out and shown of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import figures, report
from benchmarks.builds import in_turn

PROGRAMS = {
    "one": {"cold": {"wall": [10.0, 20.0, 40.0], "cpu": [10.0, 20.0, 30.0], "memory": [2**20, 2**20, 2**20]}},
    "two": {"cold": {"wall": [5.0, 10.0, 4.0], "cpu": [20.0, 40.0, 60.0]}},
}


def test_a_ratio_is_within_a_run() -> None:
    """The machine was slow for both in the second run; the median of the times would say something else."""
    assert figures.ratio(PROGRAMS, "two", "one", "cold", "wall") == 0.5
    assert figures.middle(PROGRAMS, "one", "cold", "wall") == 20


def test_a_table_has_ratios_or_what_each_took(tmp_path: Path) -> None:
    for programs, row in (
        (PROGRAMS, "| two | 0.50 | – | – | – | – | 2.00 | – |"),
        ({"two": PROGRAMS["two"]}, "| two | 5.0 s | – | – | – | – | 40.0 s | – |"),
        ({}, "## 4 pages, full menus"),
    ):
        found = {"4": {"full menus": {"runs": 3, "busy": 0.1, "programs": programs}}}
        report.write(found, ["one", "two"], tmp_path / "builds.json")
        assert row in (tmp_path / "builds.md").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("text", ["{", "[]", '{"4": {"full menus": {}}}', '{"4": {"runs": 1, "programs": {}}}', ""])
def test_a_damaged_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "builds.json"
    assert figures.read(path) == {}
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"builds.json has no figures of this command. Remove it"):
        figures.read(path)


def test_figures_that_are_kept_can_be_read() -> None:
    assert figures.read(Path(figures.__file__).with_name("builds.json"))


def test_each_run_has_another_order() -> None:
    assert [in_turn("abc", number) for number in range(3)] == [list("abc"), list("acb"), list("cab")]
    assert in_turn([], 1) == []
