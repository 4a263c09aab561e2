"""The command line: check self-assessments without a build, import them and export them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from mkdocs_foundation.caching.results import keeping
from mkdocs_foundation.glue import collector
from mkdocs_foundation.reports import formats, message
from mkdocs_foundation.reports.message import Message, shown
from mkdocs_foundation.reports.problems import Severity
from mkdocs_foundation.sources.catalogue import CatalogueError
from mkdocs_foundation.sources.site_config import ConfigError

from . import site_check
from .saying import say

CACHE = Path(".cache/servicekompas/self-assessment.store")
"""Where the check keeps what it has read, from the folder of `mkdocs.yml`."""
_OTHERS = {
    "import": (".importing.command", say("write a page from a spreadsheet or another program's questionnaire")),
    "export": (
        ".exporting.command",
        say("write a self-assessment as one file, a form for paper, a table or for another program"),
    ),
}
"""Module and purpose of the other commands; what these need takes as long to load as a check."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 if nothing prevents publishing, 1 if something does, 2 for a wrong call or Ctrl-C."""
    collector.begin()
    try:
        return _run(arguments)
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 2
    finally:
        collector.end()


def _run(arguments: Sequence[str] | None) -> int:
    told = shown(say("Check self-assessments without a build, import them and export them."))
    parser = argparse.ArgumentParser(prog="self-assessment", description=told)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help=shown(say("print every problem in the self-assessments of a site")))
    check.add_argument(
        "docs", nargs="?", type=Path, help=shown(say("the docs folder (default: the one named in mkdocs.yml)"))
    )
    check.add_argument("--config", type=Path, help=shown(say("mkdocs.yml (default: beside the docs folder, or here)")))
    check.add_argument("--format", choices=list(formats.FORMATS), default="text", help="default: %(default)s")
    check.add_argument(
        "--strict", action="store_true", help=shown(say("let warnings fail, as `mkdocs build --strict` does"))
    )
    given = sys.argv[1:] if arguments is None else arguments
    for name, (module, purpose) in _OTHERS.items():
        command = commands.add_parser(name, help=shown(purpose))
        if name in given:
            import_module(module, __package__).add_to(command)
    for command in commands.choices.values():
        told = shown(say("language of what is told (default: that of the machine)"))
        command.add_argument("--messages", choices=message.known(), help=told)
    options = parser.parse_args(arguments)
    message.choose(options.messages)
    if options.command in _OTHERS:
        status: int = import_module(_OTHERS[options.command][0], __package__).run(options)
        return status
    config = options.config or (options.docs.resolve().parent if options.docs else Path()) / "mkdocs.yml"
    try:
        settings = site_check.settings_at(config)
        with keeping(settings.root / CACHE):
            result = site_check.told(settings, options.docs)
    except (CatalogueError, ConfigError, OSError) as error:
        print(f"self-assessment: {message.shown(message.of_error(error))}", file=sys.stderr)
        return 2
    spoken = formats.speech(options.format, settings.site)
    write = formats.FORMATS[options.format]
    print(write(result.problems, say("Self-assessments"), _summary(result), settings.docs_dir, spoken))
    found = {problem.severity for problem in result.problems}
    return 1 if Severity.ERROR in found or (options.strict and Severity.WARNING in found) else 0


def _summary(told: site_check.Told) -> Message:
    return say(
        "{assessments} in {languages}: {problems}",
        assessments=say("{count} self-assessments", one="{count} self-assessment", count=told.assessments),
        languages=say("{count} languages", one="{count} language", count=told.languages),
        problems=formats.counted(told.problems),
    )


if __name__ == "__main__":
    sys.exit(main())
