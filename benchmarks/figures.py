"""The file with the figures of `benchmarks.builds`, and what is worked out from them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

Costs = Mapping[str, Sequence[float]]
"""Seconds (`wall`, `cpu`) and bytes (`memory`) of a measurement, one for each run."""
Programs = Mapping[str, Mapping[str, Costs]]
"""By program and measurement."""
Figures = dict[str, dict[str, dict[str, Any]]]
"""By number of pages and kind of menus: `runs`, `busy` and `programs`."""


def read(path: Path) -> Figures:
    """The figures of a file; none where there is no file. Raises `ValueError` for one that has something else."""
    if not path.exists():
        return {}
    try:
        found: Figures = json.loads(path.read_text("utf-8"))
        for pages, menus in found.items():
            int(pages)
            for table in menus.values():
                _check(table)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        told = "has no figures of this command. Remove it, or take back its last state from git."
        raise ValueError(f"{path} {told} ({type(error).__name__}: {error})") from error
    return found


def write(path: Path, figures: Figures) -> None:
    """Write them."""
    path.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def middle(programs: Programs, name: str, measurement: str, cost: str) -> float:
    """The median of the runs; 0 where it wasn't measured."""
    found = programs.get(name, {}).get(measurement, {}).get(cost, ())
    return median(found) if found else 0


def ratio(programs: Programs, name: str, first: str, measurement: str, cost: str) -> float:
    """The median of the ratios to another program, each within one run; 0 where one wasn't measured."""
    these, those = (programs.get(each, {}).get(measurement, {}).get(cost, ()) for each in (name, first))
    ratios = [this / that for this, that in zip(these, those, strict=False) if that]
    return median(ratios) if ratios else 0


def _check(table: Mapping[str, Any]) -> None:
    float(table["runs"]), float(table["busy"])
    for measurements in table["programs"].values():
        for costs in measurements.values():
            for values in costs.values():
                if not isinstance(values, list):
                    raise TypeError(f"a list is expected, not {values!r}")
                sum(values)
