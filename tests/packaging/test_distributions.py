"""The distributions as somebody else gets them: built, installed where nothing else is, and used on a small site."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
import yaml

from tests.packaging.environments import Environment, metadata_of

PLUGINS = Path(__file__).parents[2] / "plugins"
PACKAGES = {
    "foundation": "mkdocs_foundation",
    "incremental": "mkdocs_incremental",
    "self_assessment": "mkdocs_self_assessment",
    "multilingual": "mkdocs_multilingual",
}

BUILD = """
import os, sys
from setuptools import build_meta
os.chdir(sys.argv[1])
print(getattr(build_meta, "build_" + sys.argv[2])(sys.argv[3]))
"""


def _build(source: Path, kind: str, target: Path) -> Path:
    target.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-c", BUILD, str(source), kind, str(target)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return target / done.stdout.splitlines()[-1]


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Source distributions, by folder."""
    root = tmp_path_factory.mktemp("sources")
    made = shutil.ignore_patterns("__pycache__", "*.egg-info", "build")
    copies = {folder: shutil.copytree(PLUGINS / folder, root / folder, ignore=made) for folder in PACKAGES}
    return {folder: _build(copy, "sdist", root / "dist") for folder, copy in copies.items()}


@pytest.fixture(scope="module")
def wheels(sources: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Wheels, made from the source distributions."""
    root = tmp_path_factory.mktemp("wheels")
    made = {}
    for folder, archive in sources.items():
        with tarfile.open(archive) as opened:
            opened.extractall(root / folder, filter="data")
        made[folder] = _build(next((root / folder).iterdir()), "wheel", root / "dist")
    return made


def _contents(wheel: Path) -> dict[str, str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: hashlib.sha256(archive.read(name)).hexdigest() for name in archive.namelist()}


@pytest.mark.parametrize("folder", PACKAGES)
def test_a_source_distribution_gives_the_wheel_that_the_repository_gives(
    folder: str, wheels: dict[str, Path], tmp_path: Path
) -> None:
    made = shutil.ignore_patterns("__pycache__", "*.egg-info", "build")
    direct = _build(shutil.copytree(PLUGINS / folder, tmp_path / folder, ignore=made), "wheel", tmp_path / "dist")
    assert _contents(direct) == _contents(wheels[folder])


@pytest.mark.parametrize("folder", PACKAGES)
def test_a_wheel_has_every_file_of_its_package_and_nothing_else(folder: str, wheels: dict[str, Path]) -> None:
    package = PLUGINS / folder / PACKAGES[folder]
    files = {
        path.relative_to(package.parent).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    packed = {name for name in _contents(wheels[folder]) if ".dist-info/" not in name}
    beside = {name for name in packed if ".data/data/share/" in name}
    assert packed - beside == files
    assert {name.rpartition("/")[2] for name in beside} <= {"problems.md"}, "what `servicekompas explain` reads"
    assert f"{PACKAGES[folder]}/py.typed" in packed


@pytest.mark.parametrize("folder", PACKAGES)
def test_a_source_distribution_has_documentation_changelog_and_licence(folder: str, sources: dict[str, Path]) -> None:
    with tarfile.open(sources[folder]) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    documents = {path.relative_to(PLUGINS / folder).as_posix() for path in (PLUGINS / folder).glob("docs/**/*.md")}
    assert {"README.md", "CHANGELOG.md", "LICENSE", *documents} <= names


@pytest.mark.parametrize("folder", PACKAGES)
def test_a_distribution_says_what_an_index_shows(folder: str, wheels: dict[str, Path]) -> None:
    metadata = metadata_of(wheels[folder])
    assert metadata["License-Expression"] == "MIT"
    assert metadata["License-File"] == "LICENSE"
    assert metadata["Summary"]
    assert metadata["Keywords"]
    assert {"Homepage", "Documentation", "Changelog", "Issues"} == {
        url.split(",")[0] for url in metadata.get_all("Project-URL") or []
    }
    assert "Typing :: Typed" in (metadata.get_all("Classifier") or [])
    readme = str(metadata.get_payload())
    assert readme.startswith(f"# {metadata['Name']}\n")
    # An index shows the README where a relative link leads nowhere.
    assert "](docs/" not in readme
    assert "](../" not in readme


STRENGTHS = """---
title: Strengths
assessment:
  id: strengths
  scale: agreement-5
---
# Strengths

What works.

## Trust {#trust}

- [ ] We say it aloud when something went wrong. {#trust-aloud}
- [ ] Mistakes are held against people. {#trust-held reverse}

### Results {.results}

- **0–50** Begin with listening.
- **50–100** Go on.
"""


def _site(root: Path, files: dict[str, str], *plugins: object) -> Path:
    config = {
        "site_name": "Harbour",
        "site_url": "https://example.org/",
        "theme": {"name": "material", "font": False},
        "markdown_extensions": ["attr_list"],
        "plugins": list(plugins),
    }
    for name, content in files.items():
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return root


I18N = {
    "i18n": {
        "docs_structure": "folder",
        "languages": [
            {"locale": "da", "name": "Dansk", "default": True},
            {"locale": "en", "name": "English"},
        ],
    }
}
PAGES = {
    "da/index.md": "# Havn\n\nVelkommen.\n",
    "da/strengths.md": STRENGTHS,
    "en/index.md": "# Harbour\n\nWelcome.\n",
    "en/strengths.md": STRENGTHS,
}
POST = """---
date: 2026-08-12
categories: [Boats]
---
# Oars

What lists show.

<!-- more -->

The rest.
"""
BLOG = {
    f"{locale}/blog/{name}": text
    for locale in ("da", "en")
    for name, text in {"index.md": "# Blog\n", "posts/oars.md": POST}.items()
}


@pytest.fixture(scope="module")
def alone(wheels: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """Nothing but mkdocs-self-assessment, and the theme."""
    environment = Environment(tmp_path_factory.mktemp("alone"), list(wheels.values()))
    environment.install("mkdocs-self-assessment", "mkdocs-material")
    return environment


@pytest.fixture(scope="module")
def several(wheels: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """Both plugins without extras, and the theme."""
    environment = Environment(tmp_path_factory.mktemp("several"), list(wheels.values()))
    environment.install("mkdocs-self-assessment", "mkdocs-multilingual", "mkdocs-material")
    return environment


def test_a_site_of_one_language_needs_only_self_assessment(alone: Environment, tmp_path: Path) -> None:
    missing = "import importlib.util as u; print([n for n in {} if u.find_spec(n)])"
    names = ["mkdocs_multilingual", "mkdocs_static_i18n", "pagefind", "PIL"]
    assert alone.run("python", "-c", missing.format(names), cwd=tmp_path).stdout.strip() == "[]"
    site = _site(tmp_path, {"index.md": "# Harbour\n", "strengths.md": STRENGTHS}, "search", "self-assessment")
    done = alone.run("python", "-m", "mkdocs", "build", "--strict", cwd=site)
    assert done.returncode == 0, done.stderr
    page = (site / "site/strengths/index.html").read_text(encoding="utf-8")
    assert "<self-assessment" in page
    assert list((site / "site/assets").rglob("self*assessment*")), "scripts and styles aren't published"


def test_the_command_checks_where_mkdocs_cannot_be_imported(alone: Environment, tmp_path: Path) -> None:
    site = _site(tmp_path, {"index.md": "# Harbour\n", "strengths.md": STRENGTHS.replace("50–100", "60–100")})
    without = "import sys; sys.modules.update(mkdocs=None, material=None); import mkdocs_self_assessment.cli as cli; "
    done = alone.run("python", "-c", without + "sys.exit(cli.main(['check', 'docs']))", cwd=site)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "docs/strengths.md:" in done.stdout
    assert "Traceback" not in done.stderr
    done = alone.run("self-assessment", "check", "docs", cwd=site)
    assert done.returncode == 1
    assert "docs/strengths.md:" in done.stdout


def test_both_plugins_build_a_site_of_two_languages(several: Environment, tmp_path: Path) -> None:
    site = _site(tmp_path, PAGES | BLOG, I18N, "self-assessment", "multilingual", "multilingual-blog")
    done = several.run("python", "-m", "mkdocs", "build", "--strict", cwd=site)
    assert done.returncode == 0, done.stderr
    for address in ("strengths", "en/strengths"):
        assert "<self-assessment" in (site / "site" / address / "index.html").read_text(encoding="utf-8")
    assert list((site / "site/en/blog").rglob("oars/index.html"))
    assert (site / "site/en/blog/feed.xml").is_file()
    assert 'hreflang="en"' in (site / "site/index.html").read_text(encoding="utf-8")
    assert "error [bad-slug]" in several.run("servicekompas", "explain", "bad-slug", cwd=site).stdout
    status = several.run("servicekompas", "status", cwd=site)
    assert "Traceback" not in status.stderr
    assert "strengths.md" in status.stdout


@pytest.mark.parametrize(
    ("options", "extra"),
    [({"search": True}, "search"), ({"share_images": {"enabled": True}}, "share-images")],
    ids=["search", "share images"],
)
def test_a_feature_without_its_extra_ends_the_build_with_the_extra_to_install(
    several: Environment, tmp_path: Path, options: dict[str, object], extra: str
) -> None:
    site = _site(tmp_path, PAGES, I18N, {"multilingual": options})
    done = several.run("python", "-m", "mkdocs", "build", cwd=site)
    assert done.returncode == 1
    assert f"pip install 'mkdocs-multilingual[{extra}]'" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_extras_bring_what_their_features_need(wheels: dict[str, Path], tmp_path: Path) -> None:
    environment = Environment(tmp_path / "environment", list(wheels.values()))
    environment.install("mkdocs-multilingual[search,share-images]", "mkdocs-material")
    pages = {name: content for name, content in PAGES.items() if name.endswith("index.md")}
    options = {"search": True, "share_images": {"enabled": True}}
    site = _site(tmp_path, pages, I18N, {"multilingual": options})
    done = environment.run("python", "-m", "mkdocs", "build", "--strict", cwd=site)
    assert done.returncode == 0, done.stderr
    assert (site / "site/assets/multilingual/pagefind/pagefind.js").is_file()
    assert (site / "site/assets/share/en/index.png").is_file()
