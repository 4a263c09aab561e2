"""`self-assessment import`: writes a page from a file of another program, and prints what has no place in it."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from mkdocs_foundation.reports.message import any_of, shown, verbatim
from mkdocs_foundation.reports.problems import Severity
from mkdocs_foundation.site import Site, one_language
from mkdocs_foundation.sources import site_config
from mkdocs_foundation.sources.catalogue import CatalogueError
from mkdocs_foundation.sources.site_config import ConfigError
from mkdocs_foundation.sources.writing import ascii_name

from ..saying import say
from .draft import UnreadableError, told
from .page import FORMATS, Imported, import_file


def add_to(parser: ArgumentParser) -> None:
    """Add the command's arguments to its parser."""
    parser.add_argument("file", type=Path, help=shown(say("a file that ends with {names}", names=any_of(FORMATS))))
    parser.add_argument(
        "--to",
        type=Path,
        help=shown(say("the page to write, such as docs/da/self-assessments/trust.md (default: print it)")),
    )
    parser.add_argument(
        "--id", default="", help=shown(say("id of the self-assessment (default: the name of the page)"))
    )
    parser.add_argument(
        "--scale", default="", help=shown(say("answers of all statements (default: those of the file)"))
    )
    parser.add_argument("--force", action="store_true", help=shown(say("replace a page that is there")))
    parser.add_argument("--config", type=Path, default=Path("mkdocs.yml"), help="default: %(default)s")


def run(options: Namespace) -> int:
    """Run the command; 0 if a page was made, though there may be something left to do, 2 if none was."""
    try:
        site, uri = _place(options.to, options.config, f"{ascii_name(options.file.stem) or 'questionnaire'}.md")
        if options.to and options.to.exists() and not options.force:
            raise UnreadableError(
                say("The page is there already."),
                verbatim(options.to),
                say("a path without a file"),
                say("Choose another name, or add --force."),
            )
        if not options.file.is_file():
            raise UnreadableError(
                say("There is no such file."),
                verbatim(options.file),
                say("a file that ends with {names}", names=any_of(FORMATS)),
                say("Correct the path, and put it in quotation marks if it has spaces."),
            )
        imported = import_file(options.file, uri, site, options.id, options.scale)
        if options.to:
            options.to.parent.mkdir(parents=True, exist_ok=True)
            options.to.write_text(imported.markdown, encoding="utf-8", newline="\n")
    except (UnreadableError, CatalogueError, ConfigError, OSError) as error:
        print(f"self-assessment: {told(error)}", file=sys.stderr)
        return 2
    if not options.to:
        print(imported.markdown, end="")
    print(_report(imported), file=sys.stdout if options.to else sys.stderr)
    return 0


def _place(to: Path | None, config: Path, name: str) -> tuple[Site, str]:
    """The site, and the path of the page in its docs folder."""
    found = site_config.locate(config)
    if found is None:
        return one_language("en"), to.name if to else name
    settings = site_config.read(found)
    if to is None:
        return settings.site, settings.site.uri(settings.site.source_locale, name)
    docs = settings.docs.resolve()
    example = settings.site.uri(settings.site.source_locale, "self-assessments/trust.md")
    allowed = say("a path such as {place}", place=f"{settings.docs_dir}/{example}")
    if to.suffix != ".md" or not to.resolve().is_relative_to(docs):
        raise UnreadableError(
            say("The page isn't a Markdown file in the docs folder."),
            verbatim(to),
            allowed,
            say("Correct the path after --to."),
        )
    uri = to.resolve().relative_to(docs).as_posix()
    if settings.site.locale_of(uri) is None:
        raise UnreadableError(
            say("The page isn't in the folder of a language."),
            verbatim(to),
            allowed,
            say("Correct the path after --to."),
        )
    return settings.site, uri


def _report(imported: Imported) -> str:
    """The report of an import in plain text."""
    lines = [shown(imported.summary)]
    if imported.notes:
        lines += ["", shown(say("Not carried over, or to be looked at:"))]
        lines += [f"  {shown(note.place)}: {shown(note.message)}" for note in imported.notes]
    left = [p for p in imported.problems if p.severity is not Severity.ADVICE]
    if left:
        lines += ["", shown(say("Left to do, as the check tells it:"))]
        lines += [f"  {p.location}: {shown(p.message)} {shown(p.remedy)}" for p in left]
    return "\n".join(lines)
