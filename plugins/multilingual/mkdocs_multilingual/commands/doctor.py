"""`doctor`: what a machine, a site or a new language still lacks, each with what to do."""

from __future__ import annotations

from collections.abc import Iterable

import click

from mkdocs_foundation.locales import normal
from mkdocs_foundation.reports.message import Message, listed, shown
from mkdocs_foundation.reports.problems import Severity
from mkdocs_foundation.sources.site_config import SiteConfig

from .. import command_check
from ..saying import say
from ..search import running
from . import machine, new_language
from .calls import Call, RefusedError, read, working
from .machine import Finding

_HELP = say(
    "Say what is missing, and what to do. It looks at this machine and at publishing, or at a new language. "
    "Exit code 1: something fails."
)
_OF_LANGUAGE = say("What a new language lacks, such as fi.")


@click.command(help=shown(_HELP))
@click.option("--new-language", "locale", metavar="LOCALE", help=shown(_OF_LANGUAGE))
@click.pass_obj
def command(call: Call, locale: str | None) -> int:
    """Run the command; 1 if something is missing."""
    if locale is not None:
        return _language(call, locale)
    config = call.config
    with working(say("Reading the pages")):
        on_machine = list(machine.of_machine(config))
        problems = command_check.check(config) if config.docs.is_dir() else []
        to_fix = sum(problem.severity is not Severity.ADVICE for problem in problems)
        publishing = list(machine.of_publishing(config, to_fix))
        languages = list(_languages(call)) if config.docs.is_dir() else []
    _tell(say("This machine"), on_machine)
    _tell(say("Publishing"), publishing)
    _tell(say("Languages"), languages)
    return 1 if any(found.do and found.is_needed for found in (*on_machine, *publishing)) else 0


def _languages(call: Call) -> Iterable[Finding]:
    """What the other languages than the source lack."""
    config = call.config
    library = read(config, config.site)[0]
    for locale in list(config.site.languages)[1:]:
        count = sum(len(part.missing) for part in new_language.check(config, library, locale))
        do = say("{count} to do: servicekompas doctor --new-language {locale}", count=count, locale=locale)
        yield Finding(listed([locale]), do if count else None, is_needed=False)


def _tell(title: Message, findings: Iterable[Finding]) -> None:
    """Print a section: what is there, and what is not with what to do."""
    found = list(findings)
    if not found:
        return
    click.echo(click.style(shown(title), bold=True))
    for each in found:
        sign, colour = ("✓", "green") if not each.do else ("✗", "red") if each.is_needed else ("–", "yellow")
        click.echo(f"  {click.style(sign, fg=colour)} {shown(each.what)}")
        if each.do:
            click.echo(f"      {shown(each.do)}")
    click.echo()


def _language(call: Call, locale: str) -> int:
    if not new_language.LOCALE.fullmatch(locale):
        raise RefusedError(say('"{locale}" is no locale: write fi, for example, or pt-BR.', locale=locale))
    with working(say("Reading the pages")):
        parts = new_language.check(call.config, read(call.config, call.config.site)[0], locale)
        facts = new_language.facts(call.config, locale, _has_stems(call.config, locale))
    click.echo(new_language.as_text(parts, facts, locale))
    return 1 if any(part.missing for part in parts) else 0


def _has_stems(config: SiteConfig, locale: str) -> bool | None:
    """Whether the search knows the word stems of a language; `None` where there is no search, or it can't be asked."""
    if config.plugins.get("multilingual", {}).get("search") is not True:
        return None
    try:
        return running.has_stems(normal(locale))
    except running.IndexingError:
        return None
