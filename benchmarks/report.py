"""Table and plot of the figures of `benchmarks.builds`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from .figures import Figures, Programs, middle, ratio

MEASUREMENTS = ("cold", "unchanged", "body edit", "title edit", "edit to page")
COLUMNS = {**{name: (name, "wall") for name in MEASUREMENTS}, "CPU": ("cold", "cpu"), "memory": ("cold", "memory")}
"""Measurement and cost of each column."""
COLOURS = ("#80408f", "#2760ab", "#9a7b12", "#b0480f", "#1f6b52")
"""One for each measurement; each has a contrast of 3 or more on white and on a dark page."""
BUSY = 0.5
"""With more processes a core than this the machine isn't quiet."""
WIDTH, ROW, LABEL = 760, 13, 190
"""Width of the plot, height of a bar, and width of the names before them."""
ORDER = ("pruned menus", "full menus")


def write(figures: Figures, order: list[str], path: Path) -> None:
    """Write `builds.md` and `builds.svg` beside the file with the figures; the first program is the measure."""
    first = order[0]
    parts = [
        "# How long a site takes\n",
        "Made by `python -m benchmarks.builds`, which says how; `builds.json` has the figures. Wall time:",
        f"for {first} in seconds, for the others relative to it, each ratio within one run. CPU time and memory are",
        "those of the first build. Memory is that of all processes of the program together at their peak, looked at",
        "ten times a second; what several of them share is counted once (proportional set size, PSS, of Linux).\n",
        f"{first} has Material, static-i18n and Material's search, with their defaults; *this project* the same pages",
        "with its own search, and *everything on* self-assessments, blog, topics, related pages, typography and the",
        "status page too, but no share images, which are made once for a title and then kept. Both build a language",
        "on each core (`jobs: 0`) and have `incremental`; *serial* is one language after the other without it.",
        "Hugo and Eleventy have a layout of a few lines and no search.\n",
        "*Pruned menus* is Material's `navigation.prune` with `navigation.indexes`: a page's menu lists its folder.",
        "*Full menus* is Material without features: each page lists all pages of its language, so the site itself",
        "grows with the square of its pages. At 1,108 pages both are measured, for this project and what it is",
        "compared with; at 268 menus hardly count, and at 4,400 full ones would be sixteen times those at 1,108.\n",
    ]
    for title, table in _tables(figures):
        parts += [f"## {title}\n", _table(table["programs"], order), "", _trust(table), ""]
    parts.append("![The same as bars](builds.svg)\n")
    path.with_suffix(".md").write_text("\n".join(parts), encoding="utf-8")
    path.with_suffix(".svg").write_text(_plot(figures, order), encoding="utf-8")


def _tables(figures: Figures) -> Iterator[tuple[str, dict[str, Any]]]:
    for pages in sorted(figures, key=int):
        for menus in sorted(figures[pages], key=ORDER.index):
            yield f"{int(pages):,} pages, {menus}", figures[pages][menus]


def _trust(found: Mapping[str, Any]) -> str:
    """A sentence on how far the figures of a size can be trusted."""
    busy = found["busy"]
    repeat = " **To be repeated**: only the CPU times say something." if busy > BUSY else ""
    runs = "One run" if found["runs"] == 1 else f"Medians of {found['runs']} runs"
    return f"{runs}; when they began, each core had {busy} other processes that wanted it.{repeat}"


def _table(programs: Programs, order: Sequence[str]) -> str:
    """Ratios to the first program; where that wasn't measured, what each took."""
    lines = [f"|  | {' | '.join(COLUMNS)} |", f"|---|{'---:|' * len(COLUMNS)}"]
    for name in order:
        if name not in programs:
            continue
        if name == order[0] or order[0] not in programs:
            cells = [_shown(middle(programs, name, *column), column[1]) for column in COLUMNS.values()]
        else:
            found = (ratio(programs, name, order[0], *column) for column in COLUMNS.values())
            cells = [f"{value:.2f}" if value else "–" for value in found]
        lines.append(f"| {' | '.join((name, *cells))} |")
    return "\n".join(lines)


def _shown(value: float, cost: str) -> str:
    if not value:
        return "–"
    return f"{value / 2**20:.0f} MiB" if cost == "memory" else f"{value:.1f} s"


def _plot(figures: Figures, order: Sequence[str]) -> str:
    """Bars of the seconds of wall time, a group for each program and size, each size with its own scale."""
    shapes, y = [], 30
    for number, (name, colour) in enumerate(zip(MEASUREMENTS, COLOURS, strict=True)):
        x = LABEL + number * 110
        shapes.append(f'<rect x="{x}" y="6" width="10" height="10" fill="{colour}"/>')
        shapes.append(f'<text x="{x + 15}" y="15">{name}</text>')
    for heading, table in _tables(figures):
        programs: Programs = table["programs"]
        rows = [(n, {m: middle(programs, n, m, "wall") for m in MEASUREMENTS}) for n in order if n in programs]
        largest = max((row[m] for _, row in rows for m in MEASUREMENTS), default=0) or 1
        shapes.append(f'<text x="0" y="{y + 14}" font-weight="bold">{heading}, seconds</text>')
        y += 24
        for name, row in rows:
            shapes.append(f'<text x="0" y="{y + 10}">{name}</text>')
            for measurement, colour in zip(MEASUREMENTS, COLOURS, strict=True):
                width = row[measurement] / largest * (WIDTH - LABEL - 50)
                shapes.append(f'<rect x="{LABEL}" y="{y}" width="{width:.1f}" height="{ROW - 2}" fill="{colour}"/>')
                shapes.append(f'<text x="{LABEL + width + 4:.1f}" y="{y + 10}">{row[measurement]:.1f}</text>')
                y += ROW
            y += 7
        y += 10
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {y}" role="img" font-size="11"'
    title = "<title>Seconds of wall time by program and measurement; the tables have the same figures</title>"
    style = "<style>text{fill:#333}@media(prefers-color-scheme:dark){text{fill:#ddd}}</style>"
    return f'{head} font-family="system-ui, sans-serif">{title}{style}\n' + "\n".join(shapes) + "\n</svg>\n"
