"""How long a site takes with each program: the first time, unchanged, after an edit, and from an edit to the page.

    .venv/bin/python -m benchmarks.builds [PAGES …] [--runs N] [--only NAME …] [--menus KIND …] [--without-serve]

The figures replace those of the same sizes and menus in `builds.json`, from which `builds.md` and `builds.svg` are
written. Within a run the programs alternate for each measurement, and each run has another order, since a machine is
never quite quiet: compare the ratios, each of which is within one run.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TypeVar

from . import figures, generated, report
from .builders import BUILDERS, SITE, Builder, Menus
from .generated import Size
from .measuring import Cost, latencies, run

_Any = TypeVar("_Any")
SIZES = (268, 1108, 4400)
WITH_FULL_MENUS = 1108
"""The size that is measured with full menus too: the site itself grows with the square of its pages then."""
EDITS = 3
"""Number of edits of which the latency is the median."""
FIGURES = Path(__file__).with_name("builds.json")


def main() -> None:
    """Measure, keep the figures, and write table and plot."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    kinds = {menus.name.lower(): menus for menus in Menus}
    parser.add_argument("pages", nargs="*", type=int, default=SIZES, help="numbers of pages, all languages together")
    parser.add_argument("--runs", type=int, default=3, help="number of runs, of which the medians are taken")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="names of programs, as in the table")
    parser.add_argument("--menus", nargs="+", choices=kinds, help=f"pruned, and at {WITH_FULL_MENUS} full, by default")
    parser.add_argument("--without-serve", action="store_true", help="leave out the latency")
    parser.add_argument("--figures", type=Path, default=FIGURES, help="the file with the figures")
    options = parser.parse_args()
    names = [builder.name for builder in BUILDERS]
    if unknown := [name for name in options.only or () if name not in names]:
        parser.error(f"There is no program {', '.join(unknown)}. Choose from: {', '.join(names)}.")
    if options.runs < 1:
        parser.error("At least one run is needed.")
    try:
        found = figures.read(options.figures)
    except ValueError as error:
        parser.error(str(error))
    for pages in options.pages:
        usual = [Menus.PRUNED, *([Menus.FULL] if pages == WITH_FULL_MENUS else [])]
        for menus in [kinds[name] for name in options.menus] if options.menus else usual:
            builders = list(_chosen(options.only, menus))
            busy = os.getloadavg()[0] / (os.cpu_count() or 1)
            with tempfile.TemporaryDirectory() as folder:
                size, serve = Size.of(pages), not options.without_serve
                measured = measure(builders, size, menus, Path(folder), options.runs, serve)
            table = {"runs": options.runs, "busy": round(busy, 1), "programs": measured}
            found.setdefault(str(pages), {})[menus.value] = table
            figures.write(options.figures, found)
    report.write(found, names, options.figures)


def measure(
    builders: list[Builder], size: Size, menus: Menus, folder: Path, runs: int, serve: bool
) -> dict[str, dict[str, dict[str, list[float]]]]:
    """What each run took by program and measurement, in seconds and bytes."""
    roots = {builder: folder / str(number) for number, builder in enumerate(builders)}
    for builder, root in roots.items():
        root.mkdir()
        builder.prepare(root, size, menus)
    found: dict[str, dict[str, dict[str, list[float]]]] = {builder.name: {} for builder in builders}
    for number in range(runs):
        for name in ("cold", "unchanged", "body edit", "title edit"):
            for builder in in_turn(builders, number):
                cost = _build(builder, roots[builder], size, name, number)
                for kind, value in asdict(cost).items():
                    found[builder.name].setdefault(name, {}).setdefault(kind, []).append(round(value, 2))
                print(f"{builder.name:28} {name:10} {cost.wall:7.1f} s {cost.cpu:7.1f} s of CPU", file=sys.stderr)
    for builder, root in roots.items() if serve else ():
        seconds = _latencies(builder, root, size)
        found[builder.name]["edit to page"] = {"wall": [round(value, 2) for value in seconds]}
        print(f"{builder.name:28} edit to page {' '.join(f'{value:.2f}' for value in seconds)} s", file=sys.stderr)
    return found


def in_turn(items: Sequence[_Any], number: int) -> list[_Any]:
    """The items in the order of a run: each begins with another one, and every second goes backwards."""
    begin = number % len(items) if items else 0
    order = [*items[begin:], *items[:begin]]
    return order[::-1] if number % 2 else order


def _chosen(only: Sequence[str] | None, menus: Menus) -> Iterator[Builder]:
    for builder in BUILDERS:
        if (only and builder.name not in only) or (menus is Menus.FULL and not builder.with_full_menus):
            continue
        if builder.installed:
            yield builder
        else:
            print(f"{builder.name} is left out: {builder.program} is missing (python -m benchmarks.builders).")


def _edited(root: Path, size: Size) -> Path:
    return root / "docs" / size.locales[0] / generated.EDITED


def _forget(root: Path) -> None:
    """Remove what the program has kept from the last build; each program keeps it within the folder."""
    for path in [root / SITE, *root.rglob(".cache"), *(root / name for name in ("public", "resources"))]:
        shutil.rmtree(path, ignore_errors=True)


def _build(builder: Builder, root: Path, size: Size, name: str, number: int) -> Cost:
    page = _edited(root, size)
    if name == "cold":
        _forget(root)
    if name == "body edit":
        generated.edit_body(page, f"Edit {number}.")
    if name == "title edit":
        generated.edit_title(page, f"edit {number}")
    costs = [run([str(builder.program), *command], root) for command in builder.build(size)]
    return sum(costs[1:], start=costs[0])


def _latencies(builder: Builder, root: Path, size: Size) -> list[float]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(builder.program), *builder.serve(size, port)]
    page = _edited(root, size)
    address = f"http://127.0.0.1:{port}/{builder.page}"
    return latencies(command, root, address, lambda mark: generated.edit_body(page, mark), EDITS)


if __name__ == "__main__":
    main()
