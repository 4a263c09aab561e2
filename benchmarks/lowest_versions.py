"""Builds a small site with the lowest versions that the distributions allow, in an environment of its own.

    .venv/bin/python -m benchmarks.lowest_versions mkdocs-material==9.7.6 'pillow<11'

Each requirement given replaces that of a distribution. It takes about two minutes, so it is no test. What it was run
with is in the README of `mkdocs-multilingual`.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

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
  - multilingual: {typography: true, suggestion: true, status_page: translations, share_images: {enabled: true}}
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


def lowest() -> list[str]:
    """The lower bound of every requirement, but those on one another."""
    found: dict[str, str] = {}
    for name in DISTRIBUTIONS:
        project = tomllib.loads((PLUGINS / name / "pyproject.toml").read_text("utf-8"))["project"]
        extras = project.get("optional-dependencies", {}).get("share-images", [])
        for requirement in [*project["dependencies"], *extras]:
            match = re.match(r"([\w.-]+)(?:\[[^]]*\])?>=([\w.]+)", requirement)
            if match and not match[1].startswith("mkdocs-foundation"):
                found[match[1]] = f"{match[1]}=={match[2]}"
    return list(found.values())


def main(others: list[str]) -> int:
    """Install, build strictly, and return the exit code."""
    replaced = {re.split(r"[<>=!~]", other)[0] for other in others}
    pinned = [pin for pin in lowest() if pin.split("==")[0] not in replaced]
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name, content in FILES.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, "utf-8")
        venv.create(root / "env", with_pip=True)
        shutil.copytree(PLUGINS, root / "plugins")  # a build leaves files beside the sources
        sources = [str(root / "plugins" / name) for name in DISTRIBUTIONS]
        subprocess.run([root / "env/bin/pip", "install", "-q", *sources, *pinned, *others], check=True)
        return subprocess.run([root / "env/bin/mkdocs", "build", "--strict"], cwd=root, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
