"""Table and plot of the figures of `benchmarks.builds`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

Figures = Mapping[str, Mapping[str, Mapping[str, float]]]
"""By program and measurement: seconds (`wall`, `cpu`) and bytes (`memory`)."""
MEASUREMENTS = ("cold", "unchanged", "body edit", "title edit", "edit to page")
COLOURS = ("#80408f", "#2760ab", "#9a7b12", "#b0480f", "#1f6b52")
"""One for each measurement; each has a contrast of 3 or more on white and on a dark page."""
BUSY = 0.5
"""With more processes a core than this the machine isn't quiet."""
WIDTH, ROW, LABEL = 760, 13, 190
"""Width of the plot, height of a bar, and width of the names before them."""


def write(figures: Mapping[str, Mapping[str, Any]], order: list[str], path: Path) -> None:
    """Write `builds.md` and `builds.svg` beside the file with the figures; the first program is the measure."""
    parts = [
        "# How long a site takes\n",
        "Made by `python -m benchmarks.builds`, which says how; `builds.json` has the figures. Wall time:",
        f"for {order[0]} in seconds, for the others relative to it. CPU time, and the peak memory of all processes",
        f"together, are those of the first build. {order[0]} has Material, static-i18n and Material's search, *this",
        "project* the same pages with its own search, and *everything on* self-assessments, blog, topics, related",
        "pages, typography and the status page too, but no share images, which are made once for a title and then",
        "kept. Both build a language on each core (`jobs: 0`); *serial* is one language after the other, the default.",
        "Hugo and Eleventy have a layout of a few lines and no search.\n",
    ]
    for size in sorted(figures, key=int):
        parts += [f"## {int(size):,} pages\n", _table(figures[size]["programs"], order), "", _trust(figures[size]), ""]
    parts.append("![The same as bars](builds.svg)\n")
    path.with_suffix(".md").write_text("\n".join(parts), encoding="utf-8")
    path.with_suffix(".svg").write_text(
        _plot({size: found["programs"] for size, found in figures.items()}, order), encoding="utf-8"
    )


def _trust(found: Mapping[str, Any]) -> str:
    """A sentence on how far the figures of a size can be trusted."""
    busy = found["busy"]
    repeat = " **To be repeated**: only the CPU times say something." if busy > BUSY else ""
    runs = "One run" if found["runs"] == 1 else f"Medians of {found['runs']} runs"
    return f"{runs}; when they began, each core had {busy} other processes that wanted it.{repeat}"


def _table(figures: Figures, order: list[str]) -> str:
    heads = ("", *MEASUREMENTS, "CPU", "memory")
    lines = [f"| {' | '.join(heads)} |", f"|---|{'---:|' * (len(heads) - 1)}"]
    first = _row(figures[order[0]])
    for name in order:
        if name not in figures:
            continue
        row = _row(figures[name])
        if name == order[0]:
            seconds = [f"{row[m]:.1f} s" if row[m] else "–" for m in (*MEASUREMENTS, "CPU")]
            cells = [*seconds, f"{row['memory'] / 2**20:.0f} MiB"]
        else:
            cells = [f"{row[m] / first[m]:.2f}" if row[m] and first[m] else "–" for m in first]
        lines.append(f"| {' | '.join((name, *cells))} |")
    return "\n".join(lines)


def _row(found: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    walls = {name: found.get(name, {}).get("wall", 0) for name in MEASUREMENTS}
    return {**walls, "CPU": found["cold"]["cpu"], "memory": found["cold"]["memory"]}


def _plot(figures: Mapping[str, Figures], order: list[str]) -> str:
    """Bars of the seconds of wall time, a group for each program and size, each size with its own scale."""
    shapes, y = [], 30
    for number, (name, colour) in enumerate(zip(MEASUREMENTS, COLOURS, strict=True)):
        x = LABEL + number * 110
        shapes.append(f'<rect x="{x}" y="6" width="10" height="10" fill="{colour}"/>')
        shapes.append(f'<text x="{x + 15}" y="15">{name}</text>')
    for size in sorted(figures, key=int):
        rows = [(name, _row(figures[size][name])) for name in order if name in figures[size]]
        largest = max(row[m] for _, row in rows for m in MEASUREMENTS)
        shapes.append(f'<text x="0" y="{y + 14}" font-weight="bold">{int(size):,} pages, seconds</text>')
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
