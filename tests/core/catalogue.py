"""The examples of the catalogues of problems, `docs/problems.md`: each is documentation and a test."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import yaml

import mkdocs_multilingual
import mkdocs_self_assessment
from mkdocs_foundation.reports.problems import Code, Problem
from mkdocs_foundation.site import Language, Site, one_language, several
from mkdocs_foundation.sources import pages as source_pages
from mkdocs_foundation.sources.source_files import FileCode
from mkdocs_multilingual import checking
from mkdocs_multilingual.advice import anchors, dead_links
from mkdocs_multilingual.blog import links
from mkdocs_multilingual.blog.checks import BlogFiles
from mkdocs_multilingual.blog.rules import BlogRules
from mkdocs_multilingual.editorial import rules
from mkdocs_multilingual.figures import drawing
from mkdocs_multilingual.problem_codes import ProblemCode as SiteCode
from mkdocs_multilingual.translations.states import states
from mkdocs_self_assessment import handover, pipeline
from mkdocs_self_assessment.options import Options
from mkdocs_self_assessment.problem_codes import ProblemCode

_SECTION = re.compile(r"^### `([a-z-]+)`$", re.MULTILINE)
_FENCE = re.compile(
    r"^```(?P<kind>markdown|yaml|toml|xml|text)(?P<info>[^\n]*)\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL
)

Files = list[tuple[str, bytes]]


@dataclass(frozen=True)
class Catalogue:
    """The catalogue of one plugin."""

    name: str
    path: Path
    codes: tuple[Code, ...]
    """Codes of all problems that it must explain."""
    problems_of: Callable[[Files], list[Problem]]
    """Returns the problems in files, from the plugin's core; the first language folder is the source language."""


@dataclass(frozen=True)
class Example:
    """One entry of a catalogue."""

    catalogue: Catalogue
    code: str
    files: Files
    handed: Files
    """Bodies of files as changed by a plugin or hook before they are rendered."""
    expected: str

    def problems(self) -> list[Problem]:
        """Return the problems in its files, and in their changed bodies."""
        return [*self.catalogue.problems_of(self.files), *of_handed_over(self.files, self.handed)]

    def __str__(self) -> str:
        return f"{self.catalogue.name}-{self.code}"


def of_self_assessments(files: Files) -> list[Problem]:
    """Return the problems that the pipeline of self-assessments finds."""
    sources = _sources(files)
    site = several(languages) if (languages := _languages(files)) else one_language("en")
    kit = next((path.rpartition("/")[2] for path, _ in sources if path.endswith("kit.md")), "")
    return list(pipeline.build(sources, [path for path, _ in sources], site, Options(kit=kit)).problems)


def of_handed_over(files: Files, handed: Files) -> list[Problem]:
    """Return the problems in Markdown that differs from its file."""
    sources = dict(_sources(files))
    library = pipeline.build(sources.items(), sources, one_language("en")) if handed else None
    return [
        problem
        for uri, content in _sources(handed)
        if library and (own := library.on_page(uri))
        for problem in handover.page([own.questionnaire], uri, sources[uri].decode(), content.decode()).problems
    ]


def of_languages(files: Files) -> list[Problem]:
    """Return the problems of a multilingual site; it has a blog if a file is in `blog/`."""
    blog = "blog" if any("/blog/" in path for path, _ in files) else None
    site = Site({lang: Language(lang, lang) for lang in _languages(files)}, url="https://example.org/")
    if blog and not any(path.endswith("/blog/index.md") for path, _ in files):
        files = [*files, *((f"docs/{lang}/blog/index.md", b"# Blog") for lang in site.languages)]
    pages, problems = source_pages.read([f for f in _sources(files) if f[0].endswith(".md")], site)
    contents = dict(_sources(files))
    for uri in contents:
        if uri.endswith(".svg") and "/figures/" in uri:
            words = contents.get(uri.replace(".svg", ".toml"))
            problems += drawing.read(uri, contents[uri], words, list(site.languages))[1]
    for page in pages.pages.values():
        problems += links.check(page, lambda path, page=page: pages.page(page.locale, path) is not None, pages)  # type: ignore[misc]
    sizes = {path: len(content) for path, content in _sources(files)}
    site_rules = rules.read(yaml.safe_load(contents["mkdocs.yml"])["editorial"]) if "mkdocs.yml" in contents else None
    blog_files = BlogFiles(BlogRules(), contents) if blog else None
    checked = checking.check(pages, site, blog_files, "glossary.md", site_rules, sizes)
    # The examples of editorial rules link to pages that aren't part of them.
    gone = [] if site_rules else dead_links.check(pages, site, contents.__contains__, contents)
    return [*problems, *checked.problems, *states(pages, site)[1], *gone, *anchors.check(pages, site)]


def _sources(files: Files) -> Files:
    return [(path.removeprefix("docs/"), content) for path, content in files]


def _languages(files: Files) -> list[str]:
    return list(dict.fromkeys(match[1] for path, _ in _sources(files) if (match := re.match(r"([a-z]{2})/", path))))


def _docs(package: str | None) -> Path:
    return Path(str(package)).parents[1] / "docs" / "problems.md"


CATALOGUES = (
    Catalogue(
        "self-assessment", _docs(mkdocs_self_assessment.__file__), (*FileCode, *ProblemCode), of_self_assessments
    ),
    Catalogue("multilingual", _docs(mkdocs_multilingual.__file__), tuple(SiteCode), of_languages),
)


def examples() -> list[Example]:
    """Every entry of every catalogue, in the order of the pages."""
    found = []
    for catalogue in CATALOGUES:
        parts = _SECTION.split(catalogue.path.read_text(encoding="utf-8"))
        found += [_example(catalogue, code, body) for code, body in zip(parts[1::2], parts[2::2], strict=True)]
    return found


def _example(catalogue: Catalogue, code: str, body: str) -> Example:
    files: Files = []
    handed: Files = []
    expected = ""
    for fence in _FENCE.finditer(body):
        if fence["kind"] == "text":
            expected = fence["content"].rstrip("\n")
        else:
            settings = dict(re.findall(r'(\w+)="([^"]*)"', fence["info"]))
            if "title" not in settings and "handed" not in settings:
                continue  # not a file: how an option is written
            file = (
                settings.get("handed") or settings["title"],
                fence["content"].encode(settings.get("encoding", "utf-8")).ljust(int(settings.get("size", 0))),
            )
            (handed if "handed" in settings else files).append(file)
    return Example(catalogue, code, files, handed, expected)
