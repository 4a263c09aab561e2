"""How long a site takes with each program: the first time, unchanged, after an edit, and from an edit to the page.

    .venv/bin/python -m benchmarks.builds [PAGES …] [--runs N] [--only NAME …] [--without-serve]

The figures replace those of the same sizes in `builds.json`, from which `builds.md` and `builds.svg` are written.
Within a run the programs alternate for each measurement, since a machine is never quite quiet: compare the ratios.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path
from statistics import median

from . import generated, report
from .builders import BUILDERS, SITE, Builder
from .generated import Size
from .measuring import Cost, latencies, run

SIZES = (268, 1108, 4400)
EDITS = 3
"""Number of edits of which the latency is the median."""
FIGURES = Path(__file__).with_name("builds.json")


def main() -> None:
    """Measure, keep the figures, and write table and plot."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="*", type=int, default=SIZES, help="numbers of pages, all languages together")
    parser.add_argument("--runs", type=int, default=3, help="number of runs, of which the medians are taken")
    parser.add_argument("--only", nargs="+", metavar="NAME", help="names of programs, as in the table")
    parser.add_argument("--without-serve", action="store_true", help="leave out the latency")
    parser.add_argument("--figures", type=Path, default=FIGURES, help="the file with the figures")
    options = parser.parse_args()
    builders = [builder for builder in BUILDERS if not options.only or builder.name in options.only]
    for builder in builders:
        if not builder.installed:
            print(f"{builder.name} is left out: {builder.program} is missing (python -m benchmarks.builders).")
    builders = [builder for builder in builders if builder.installed]
    figures = json.loads(options.figures.read_text("utf-8")) if options.figures.exists() else {}
    for pages in options.pages:
        busy = os.getloadavg()[0] / (os.cpu_count() or 1)
        with tempfile.TemporaryDirectory() as folder:
            measured = measure(builders, Size.of(pages), Path(folder), options.runs, not options.without_serve)
        figures[str(pages)] = {"runs": options.runs, "busy": round(busy, 1), "programs": measured}
        options.figures.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    report.write(figures, [builder.name for builder in BUILDERS], options.figures)


def measure(
    builders: list[Builder], size: Size, folder: Path, runs: int, serve: bool
) -> dict[str, dict[str, dict[str, float]]]:
    """Medians by program and measurement, in seconds and bytes."""
    roots = {builder: folder / str(number) for number, builder in enumerate(builders)}
    for builder, root in roots.items():
        root.mkdir()
        builder.prepare(root, size)
    costs: dict[str, dict[str, list[Cost]]] = {builder.name: {} for builder in builders}
    for number in range(runs):
        for name in ("cold", "unchanged", "body edit", "title edit"):
            for builder, root in roots.items():
                page = _edited(root, size)
                if name == "cold":
                    _forget(root)
                if name == "body edit":
                    generated.edit_body(page, f"Edit {number}.")
                if name == "title edit":
                    generated.edit_title(page, f"edit {number}")
                cost = _build(builder, root, size)
                costs[builder.name].setdefault(name, []).append(cost)
                print(f"{builder.name:28} {name:10} {cost.wall:7.1f} s {cost.cpu:7.1f} s of CPU", file=sys.stderr)
    found = {name: {kind: _median(some) for kind, some in kinds.items()} for name, kinds in costs.items()}
    if serve:
        for builder, root in roots.items():
            seconds = _latency(builder, root, size)
            found[builder.name]["edit to page"] = {"wall": seconds}
            print(f"{builder.name:28} edit to page {seconds:.2f} s", file=sys.stderr)
    return found


def _edited(root: Path, size: Size) -> Path:
    return root / "docs" / size.locales[0] / generated.EDITED


def _forget(root: Path) -> None:
    """Remove what the program has kept from the last build; each program keeps it within the folder."""
    for path in [root / SITE, *root.rglob(".cache"), *(root / name for name in ("public", "resources"))]:
        shutil.rmtree(path, ignore_errors=True)


def _build(builder: Builder, root: Path, size: Size) -> Cost:
    costs = [run([str(builder.program), *command], root) for command in builder.build(size)]
    return sum(costs[1:], start=costs[0])


def _median(costs: list[Cost]) -> dict[str, float]:
    return {name: round(median(asdict(cost)[name] for cost in costs), 2) for name in asdict(costs[0])}


def _latency(builder: Builder, root: Path, size: Size) -> float:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(builder.program), *builder.serve(size, port)]
    page = _edited(root, size)
    address = f"http://127.0.0.1:{port}/{builder.page}"
    return round(median(latencies(command, root, address, lambda mark: generated.edit_body(page, mark), EDITS)), 2)


if __name__ == "__main__":
    main()
