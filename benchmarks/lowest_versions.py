"""Builds a small site with the lowest versions that the distributions allow, in an environment of its own.

    .venv/bin/python -m benchmarks.lowest_versions mkdocs-material==9.7.6 'pillow<11'

Each requirement given narrows that of a distribution. uv resolves, to the lowest version of each direct requirement
that there is a wheel of; what these require is the newest. What it was run with is in `benchmarks/README.md`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from scripts.lock import name_of

PLUGINS = Path(__file__).parents[1] / "plugins"
DISTRIBUTIONS = ("foundation", "multilingual", "self_assessment")
FILES = {
    "mkdocs.yml": """site_name: Lowest
site_url: https://example.org/
theme: {name: material, font: false}
plugins:
  - i18n:
      docs_structure: folder
      languages: [{locale: en, name: English, default: true}, {locale: da, name: Dansk}]
  - self-assessment
  - multilingual:
      {search: true, typography: true, suggestion: true, status_page: translations, share_images: {enabled: true}}
  - multilingual-blog
markdown_extensions: [attr_list]
""",
    "docs/en/index.md": '# Home\n\n"Hi"\n',
    "docs/da/index.md": "# Hjem\n",
    "docs/en/blog/index.md": "# Blog\n",
    "docs/en/blog/posts/a.md": "---\ndate: 2024-01-01\ncategories: [A]\n---\n# A\n\nText\n",
    "docs/en/self-assessments/trust.md": "---\nassessment:\n  id: trust\n  scale: agreement-5\n---\n# Trust\n\n"
    "## Trust {#t}\n\n- [ ] We say it. {#t-say}\n\n### Results {.results}\n\n- **0–50** Low.\n- **50–100** High.\n",
}


THEME = "mkdocs-material>=9.5"
"""What the README of the distributions says that they work with; they require no theme."""


def required() -> list[str]:
    """The requirements of every distribution and of their extras, but those on one another."""
    found = [THEME]
    for name in DISTRIBUTIONS:
        project = tomllib.loads((PLUGINS / name / "pyproject.toml").read_text("utf-8"))["project"]
        extras = project.get("optional-dependencies", {}).values()
        found += [entry for entries in (project["dependencies"], *extras) for entry in entries]
    return [entry for entry in found if not entry.startswith("mkdocs-foundation")]


def main(others: list[str]) -> int:
    """Install, print the versions of the requirements, build strictly, and return the exit code."""
    requirements = [*required(), *others]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, content in FILES.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
        shutil.copytree(PLUGINS, root / "plugins")  # a build leaves files beside the sources
        _uv("venv", "--python", sys.executable, str(root / "env"))
        install = ("pip", "install", "--python", str(root / "env"))
        _uv(*install, "--resolution", "lowest-direct", "--only-binary", ":all:", *requirements)
        _uv(*install, "--no-deps", *(str(root / "plugins" / name) for name in DISTRIBUTIONS))
        listed = _uv("pip", "freeze", "--python", str(root / "env"))
        asked = {name_of(entry) for entry in requirements}
        print(*(line for line in listed.splitlines() if name_of(line) in asked), sep="\n")
        programs = root / "env" / ("Scripts" if sys.platform == "win32" else "bin")
        return subprocess.run([programs / "mkdocs", "build", "--strict"], cwd=root, check=False).returncode


def _uv(*arguments: str) -> str:
    command = [sys.executable, "-m", "uv", "--quiet", *arguments]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
