"""`check`: every problem in the pages, and advice on their texts."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path

import click

from mkdocs_foundation import background
from mkdocs_foundation.caching.results import keeping
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports import formats
from mkdocs_foundation.reports.message import Message, listed, of_error, shown
from mkdocs_foundation.reports.problems import SEVERITIES, Problem, Severity
from mkdocs_foundation.sources import docs_files, site_checks, site_config
from mkdocs_foundation.sources.site_config import SiteConfig

from .. import command_options
from ..saying import say
from . import watching
from .calls import FILE, Call, RefusedError, working

CACHE = Path(".cache/servicekompas/check.store")
"""Where the check keeps what it has read, from the folder of `mkdocs.yml`."""
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.ADVICE: "cyan"}
_HEAD = pattern(r"^(?P<place>\S.*?:\d+: )(?P<severity>\w+)(?= \[[\w-]+\] )", re.MULTILINE)
"""The beginning of a problem in a report."""


@click.command(
    help=shown(say("Print every problem in the pages and advice on their texts: all, or those of FILEs and folders."))
)
@click.argument("files", metavar="[FILE]...", type=FILE, nargs=-1)
@click.option("--language", "locales", metavar="LOCALE", multiple=True, help=shown(say("Only this one, such as sv.")))
@click.option("--format", "form", type=click.Choice(list(formats.FORMATS)), default="text", show_default=True)
@click.option("--strict", is_flag=True, help=shown(say("Let warnings fail, as `mkdocs build --strict` does.")))
@click.option(
    "--watch",
    is_flag=True,
    help=shown(say("Check again whenever a file is saved, until Ctrl-C; as JSON one document a line, for editors.")),
)
@click.pass_obj
def command(call: Call, files: tuple[Path, ...], locales: tuple[str, ...], form: str, strict: bool, watch: bool) -> int:
    """Run the command; 1 if something prevents publishing, and under `watch` 0 when it is ended."""
    config = call.config
    is_asked = _asked(config, files, locales)
    if watch:
        with suppress(KeyboardInterrupt), watching.changes(config.docs, config.file) as changed:
            _again(config, form, is_asked, changed)
        return 0
    with working(say("Reading the pages")):
        problems, warned = _checked(config, is_asked)
    for warning in warned:
        click.echo(shown(warning), err=True)
    click.echo(_coloured(_report(config, form, problems)) if form == "text" else _report(config, form, problems))
    severities = {problem.severity for problem in problems}
    return 1 if Severity.ERROR in severities or (strict and (warned or Severity.WARNING in severities)) else 0


def _again(config: SiteConfig, form: str, is_asked: Callable[[str], bool], changed: Iterator[None]) -> None:
    """Print a report now, and another after each change."""
    is_seen = sys.stdout.isatty() and form == "text"
    for _ in changed:
        if is_seen:
            click.clear()
        elif form == "text":  # so that an editor knows where a report begins; it ends with the numbers
            click.echo(shown(say("Checking …")))
        try:
            config = site_config.read(config.file)
            written = _report(config, form, _checked(config, is_asked)[0])
        except (OSError, ValueError) as error:  # settings in the middle of an edit
            text = shown(of_error(error))
            written = json.dumps({"problems": [], "summary": text}, ensure_ascii=False) if form == "json" else text
        one_line = json.dumps(json.loads(written), ensure_ascii=False) if form == "json" else written
        click.echo(_coloured(one_line) if form == "text" else one_line)
        sys.stdout.flush()


def _checked(config: SiteConfig, is_asked: Callable[[str], bool]) -> tuple[list[Problem], tuple[Message, ...]]:
    """The problems that are asked for, and what a build warns of in `mkdocs.yml`. Raises `RefusedError`."""
    with keeping(config.root / CACHE):
        found = _found(config)
        refused, warned = command_options.refusals(config)
    if refused:
        raise RefusedError(listed(refused, "\n"))
    return narrowed(found, is_asked), warned


def _found(config: SiteConfig) -> list[Problem]:
    """Every problem of a site: those of the last run, where nothing is another."""
    of_plugins = cache(background.begin(lambda: site_checks.of_plugins(config)))

    def make() -> list[Problem]:
        from .. import command_blog, command_check  # half the time of a check that has nothing to do

        return command_check.check(config, of_plugins, command_blog.files_to_check)

    def by() -> tuple[object, ...]:
        return config, of_plugins().problems, *sorted(of_plugins().generated)

    return docs_files.kept_while_same(make, f"{__name__}.found", config.docs, by)


def narrowed(problems: Iterable[Problem], is_asked: Callable[[str], bool]) -> list[Problem]:
    """The problems with a place in the files that are asked for, at the first such place."""
    found = []
    for problem in problems:
        asked = [place for place in problem.places if is_asked(place.path)]
        if asked:
            also = tuple(place for place in problem.places if place != asked[0])
            found.append(replace(problem, location=asked[0], also=also))
    return found


def _report(config: SiteConfig, form: str, problems: Sequence[Problem]) -> str:
    spoken = formats.speech(form, config.site)
    return formats.FORMATS[form](problems, say("Content"), formats.counted(problems), config.docs_dir, spoken)


def _coloured(report: str) -> str:
    """A report with the word for each severity in a colour, which `click` takes out where no person sees it."""
    colours = {shown(word): _COLOURS[severity] for severity, word in SEVERITIES.items()}

    def of_head(head: re.Match[str]) -> str:
        colour = colours.get(head["severity"])
        return f"{head['place']}{click.style(head['severity'], fg=colour, bold=True) if colour else head['severity']}"

    return _HEAD.sub(of_head, report)


def _asked(config: SiteConfig, paths: Sequence[Path], locales: Sequence[str]) -> Callable[[str], bool]:
    """Tells of a path below the docs folder whether the call asks for it. Raises `RefusedError`."""
    site, root = config.site, config.docs.resolve()
    for locale in locales:
        if locale not in site.languages:
            names = listed(site.languages)
            raise RefusedError(
                say('"{locale}" is no language of this site. Write one of: {names}.', locale=locale, names=names)
            )
    uris = []
    for path in paths:
        if not path.resolve().is_relative_to(root) or not path.exists():
            raise RefusedError(say("{file} is no file or folder in {docs}.", file=f"{path}", docs=f"{config.docs}"))
        uris.append(path.resolve().relative_to(root).as_posix())

    def is_asked(uri: str) -> bool:
        in_files = not uris or any(asked in (".", uri) or uri.startswith(f"{asked}/") for asked in uris)
        return in_files and (not locales or site.locale_of(uri) in locales)

    return is_asked
