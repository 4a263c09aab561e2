"""`new`: pages begun, with everything that a page of their kind needs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from mkdocs_foundation.reports.message import Message, listed, shown
from mkdocs_foundation.site import Site
from mkdocs_foundation.sources import new_pages
from mkdocs_foundation.sources.new_pages import Kind, NewPage, Wish

from ..saying import say
from ..translations import editing
from . import asking, beginning, calls
from .calls import FILE, Call, RefusedError, need_several
from .saying import tell


class _Kinds(click.Group):
    """The kinds of pages, those of other plugins too."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*self.commands, *new_pages.of_plugins()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if found := super().get_command(ctx, cmd_name):
            return found
        entry = new_pages.of_plugins().get(cmd_name)
        return _command(cmd_name, entry.load()) if entry else None


@click.group(
    cls=_Kinds, help=shown(say("Begin a page. What isn't given as an option is asked, and no file is written over."))
)
def command() -> None:
    """Hold the kinds of pages."""


def _command(name: str, kind: Kind) -> click.Command:
    """The command that begins pages of a kind, with an option for each of its questions."""
    options: list[click.Parameter] = [
        click.Option([f"--{question.name}"], metavar="TEXT", help=shown(question.text)) for question in kind.questions
    ]
    options.append(
        click.Option(
            ["--language", "locale"],
            metavar="LOCALE",
            shell_complete=calls.locales,
            help=shown(say("Default: the source language.")),
        )
    )
    options.append(calls.MESSAGES)

    @click.pass_obj
    def run(call: Call, /, locale: str | None, **given: Any) -> int:
        return _begin(call, kind, locale, given)

    return click.Command(name, params=options, help=shown(kind.help), callback=run)


def _begin(call: Call, kind: Kind, locale: str | None, given: dict[str, str | None]) -> int:
    config, site = call.config, call.named
    if kind.plugin and kind.plugin not in config.plugins:
        raise RefusedError(say("This site has no plugin {name} in mkdocs.yml.", name=kind.plugin))
    locale = locale or site.source_locale
    if locale not in site.languages:
        raise RefusedError(_no_language(locale, list(site.languages)))
    is_page = not (kind.into and given.get(kind.into))
    needed = {*kind.needed(config), *beginning.always_needed(config)} if is_page else set()
    answers = asking.gather(kind.questions, given, kind.choices(config, locale), needed)
    page = kind.begin(Wish(config, locale, answers))
    file = _write(page, call)
    tell(say("{file} is begun.", file=f"{file}"))
    for hint in page.hints:
        tell(listed(["-", hint], " "))
    others = [other for other in site.languages if other != locale]
    if others and not page.is_added:
        hint = say(
            "When it is written: `servicekompas new translation {file} {locale}`.", file=f"{file}", locale=others[0]
        )
        tell(listed(["-", hint], " "))
    if guide := _guide(call, locale):
        tell(listed(["-", say("How to write here: {file}.", file=f"{guide}")], " "))
    return 0


def _guide(call: Call, locale: str) -> Path | None:
    """The site's page for those who write, in a language or else in the source language; none without one."""
    key = str(call.config.plugins.get("multilingual", {}).get("guide") or "")
    files = (call.docs / call.named.uri(name, key) for name in (locale, call.named.source_locale) if key)
    return next((file for file in files if file.is_file()), None)


def _write(page: NewPage, call: Call) -> Path:
    """Write a new page, or add to one. Raises `RefusedError`."""
    file = call.docs / page.uri
    if page.is_added:
        if not file.is_file():
            raise RefusedError(say("{file} doesn't exist.", file=f"{file}"))
        text = file.read_text(encoding="utf-8").rstrip("\n") + "\n\n" + page.text
    elif file.exists():
        raise RefusedError(say("{file} already exists: choose another --name.", file=f"{file}"))
    else:
        text = page.text
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text.rstrip("\n") + "\n", encoding="utf-8", newline="\n")
    return file


command.add_command(_command("article", beginning.ARTICLE))
command.add_command(_command("post", beginning.POST))


@command.command(
    help=shown(
        say("Copy SOURCE to each LOCALE, to be translated; readers don't see the copy before its text has changed.")
    )
)
@click.argument("source", type=FILE)
@click.argument("locales", metavar="[LOCALE]...", nargs=-1, shell_complete=calls.locales)
@click.pass_obj
def translation(call: Call, source: Path, locales: Sequence[str]) -> int:
    """Run the command."""
    site, docs = call.named, call.docs
    need_several(site, site)
    page = call.page(source)
    others = [lang for lang in site.languages if lang != page.locale]
    targets = {
        locale: docs / site.uri(locale, page.key) for locale in locales or _lacking(docs, site, page.key, others)
    }
    for locale, target in targets.items():
        if locale not in others:
            raise RefusedError(_no_language(locale, others))
        if target.exists():
            text = say(
                "{file} already exists. Edit it, then run `servicekompas mark-current {file}`.", file=f"{target}"
            )
            raise RefusedError(text)
    for locale, target in targets.items():
        copy = editing.stub((docs / page.uri).read_text(encoding="utf-8"), page)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(copy, encoding="utf-8", newline="\n")
        text = say(
            "{file} holds the text of {source}. Translate it into {locale}; keep ids and links.",
            file=f"{target}",
            source=f"{docs / page.uri}",
            locale=locale,
        )
        tell(text)
        if slug := page.matter.values.get("slug"):
            text = say(
                "It has no `slug` yet, which is `{slug}` in {source}: write one in {locale}.",
                slug=f"{slug}",
                source=page.locale,
                locale=locale,
            )
            tell(text)
    tell(say("It is untranslated until its text changes: readers get what they would get without it."))
    return 0


def _lacking(docs: Path, site: Site, key: str, others: Sequence[str]) -> list[str]:
    """The languages to copy to, where the call names none: asked at a terminal. Raises `RefusedError`."""
    lacking = [locale for locale in others if not (docs / site.uri(locale, key)).exists()]
    if not lacking:
        raise RefusedError(say("The page is there in every language: {locales}.", locales=listed(others)))
    if not asking.is_terminal():
        raise RefusedError(say("Name a language: {locales}.", locales=listed(lacking)))
    question = shown(say("Language ({locales})", locales=listed(lacking)))
    return [click.prompt(question, type=click.Choice(lacking), default=lacking[0], show_choices=False)]


def _no_language(locale: str, known: Sequence[str]) -> Message:
    text = say(
        "“{locale}” is no language that can be written here. Write one of: {names}.", locale=locale, names=listed(known)
    )
    return text
