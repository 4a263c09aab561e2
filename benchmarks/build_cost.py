"""CPU time of a build with the plugins in their default form, relative to one without: 1,108 generated pages.

The two builds alternate, and the medians are compared: a machine is never quite quiet.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path
from statistics import median

import yaml

from .real_sites import OURS, build

LOCALES = ("en", "da", "de", "fr")
PAGES = 277
"""Number of pages in each language."""
FOLDERS = 12
RUNS = 3


def write(root: Path) -> Path:
    """Write a site below a folder; the path of its settings."""
    chance = random.Random(1108)
    letters = "abcdefghijklmnoprstuvyæøå"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 11))) for _ in range(4000)]

    def text(size: int) -> str:
        return " ".join(chance.choices(words, k=size)).capitalize() + "."

    for locale in LOCALES:
        for number in range(PAGES):
            folder = root / "docs" / locale / (f"part-{number % FOLDERS}" if number else "")
            folder.mkdir(parents=True, exist_ok=True)
            sections = [f"## {text(4)}\n\n{text(90)}\n\n- {text(9)}\n- {text(9)}\n\n{text(70)}\n" for _ in range(5)]
            name = f"page-{number}.md" if number else "index.md"
            (folder / name).write_text(f"# {text(3)}\n\n" + "\n".join(sections), encoding="utf-8")
    languages = [{"locale": locale, "name": locale, "default": locale == "en"} for locale in LOCALES]
    settings = {
        "site_name": "Generated",
        "site_url": "http://127.0.0.1/",
        "theme": {"name": "material", "font": False, "features": ["navigation.prune"]},
        "plugins": [
            {"search": {}},
            {"i18n": {"docs_structure": "folder", "reconfigure_search": False, "languages": languages}},
        ],
    }
    path = root / "mkdocs.yml"
    path.write_text(yaml.safe_dump(settings), encoding="utf-8")
    return path


def main() -> None:
    """Print the CPU times."""
    with tempfile.TemporaryDirectory() as folder:
        settings = write(Path(folder))
        times: dict[str, list[float]] = {"without": [], "with": []}
        for _ in range(RUNS):
            for name, plugins in (("without", []), ("with", OURS)):
                seconds = build(settings, Path(folder) / name, plugins)
                if seconds is None:
                    sys.exit(f"The site doesn't build {name} the plugins.")
                times[name].append(seconds)
    for name, seconds_of in times.items():
        print(f"{name:8} {median(seconds_of):6.1f} s  ({', '.join(f'{s:.1f}' for s in seconds_of)})")
    print(f"ratio    {median(times['with']) / median(times['without']):6.2f}")


if __name__ == "__main__":
    main()
