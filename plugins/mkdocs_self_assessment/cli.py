"""The command line: check the self-assessments of a site without building it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from . import pipeline
from .problems import Problem, Severity
from .site import Site
from .site_config import ConfigError, read_site


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 if nothing stands in the way of publishing, 1 if something does, 2 for a wrong call."""
    parser = argparse.ArgumentParser(prog="self-assessment", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="print every problem in the self-assessments of a site")
    check.add_argument("docs", nargs="?", type=Path, help="the docs folder (default: the one named in mkdocs.yml)")
    check.add_argument("--config", type=Path, help="mkdocs.yml (default: beside the docs folder, or here)")
    check.add_argument("--format", choices=list(_FORMATS), default="text", help="default: %(default)s")
    check.add_argument("--strict", action="store_true", help="let warnings fail, as `mkdocs build --strict` does")
    options = parser.parse_args(arguments)
    config = options.config or (options.docs.resolve().parent if options.docs else Path()) / "mkdocs.yml"
    try:
        site, docs = read_site(config)
        library = check_folder(options.docs or docs, site)
    except (ConfigError, OSError) as error:
        print(f"self-assessment: {error}", file=sys.stderr)
        return 2
    print(_FORMATS[options.format](library, site.docs_dir))
    return 1 if library.failed or (options.strict and library.problems) else 0


def check_folder(docs: Path, site: Site) -> pipeline.Library:
    """Everything found under a docs folder. Raises `OSError` where it can't be read."""
    if not docs.is_dir():
        raise NotADirectoryError(f"{docs} is not a folder.")
    paths = sorted(
        path
        for path in docs.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(docs).parts)
    )
    files = [path.relative_to(docs).as_posix() for path in paths]
    sources = [(uri, path.read_bytes()) for uri, path in zip(files, paths, strict=True) if path.suffix.lower() == ".md"]
    return pipeline.build(sources, files, site)


def _summary(library: pipeline.Library) -> str:
    errors = sum(p.severity is Severity.ERROR for p in library.problems)
    warnings = len(library.problems) - errors
    ids = len({a.questionnaire.id for a in library.assessments})
    languages = len({a.locale for a in library.assessments})
    return (
        f"{ids} self-assessment{'' if ids == 1 else 's'} in {languages} language{'' if languages == 1 else 's'}: "
        f"{errors} error{'' if errors == 1 else 's'}, {warnings} warning{'' if warnings == 1 else 's'}."
    )


def _text(library: pipeline.Library, docs_dir: str) -> str:
    return "\n\n".join([*(p.format(docs_dir) for p in library.problems), _summary(library)])


def _github(library: pipeline.Library, docs_dir: str) -> str:
    """Workflow commands, which GitHub shows beside the line of the pull request."""

    def command(problem: Problem) -> str:
        place = problem.location
        body = f"{problem.message}\nFound: {problem.found}\nAllowed: {problem.allowed}\nDo: {problem.remedy}"
        title = f"{problem.code.value}"
        return (
            f"::{problem.severity.value} file={_escape(f'{docs_dir}/{place.path}', True)},line={place.line},"
            f"title={_escape(title, True)}::{_escape(body)}"
        )

    return "\n".join([*(command(p) for p in library.problems), _summary(library)])


def _escape(text: str, in_property: bool = False) -> str:
    """Escapes of workflow commands, as GitHub's toolkit defines them."""
    text = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return text.replace(":", "%3A").replace(",", "%2C") if in_property else text


def _markdown(library: pipeline.Library, docs_dir: str) -> str:
    lines = ["### Self-assessments", "", _summary(library), ""]
    for p in library.problems:
        lines += [
            f"- **{docs_dir}/{p.location}** – {p.message} (`{p.code.value}`)",
            f"    - found: {_code(p.found)}",
            f"    - allowed: {_code(p.allowed)}",
            f"    - do: {p.remedy}",
        ]
    return "\n".join(lines)


def _code(text: str) -> str:
    fence = "``" if "`" in text else "`"
    return f"{fence} {text} {fence}" if fence == "``" else f"`{text}`"


_FORMATS = {"text": _text, "github": _github, "markdown": _markdown}


if __name__ == "__main__":
    sys.exit(main())
