"""`new`: pages begun, with everything that a page of their kind needs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from mkdocs_foundation import new_pages
from mkdocs_foundation.new_pages import Kind, NewPage, Wish
from mkdocs_foundation.site import Site

from ..translations import editing
from . import asking, beginning
from .calls import FILE, Call, RefusedError, need_several
from .saying import say, shown, tell


class _Kinds(click.Group):
    """The kinds of pages, those of other plugins too."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*self.commands, *new_pages.of_plugins()]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if found := super().get_command(ctx, cmd_name):
            return found
        entry = new_pages.of_plugins().get(cmd_name)
        return _command(cmd_name, entry.load()) if entry else None


@click.group(cls=_Kinds, help="Begin a page: what isn't given as an option is asked, and no file is written over.")
def command() -> None:
    """Hold the kinds of pages."""


def _command(name: str, kind: Kind) -> click.Command:
    """The command that begins pages of a kind, with an option for each of its questions."""
    options: list[click.Parameter] = [
        click.Option([f"--{question.name}"], metavar="TEXT", help=f"{question.text}.") for question in kind.questions
    ]
    options.append(click.Option(["--language", "locale"], metavar="LOCALE", help="Default: the source language."))

    @click.pass_obj
    def run(call: Call, /, locale: str | None, **given: Any) -> int:
        return _begin(call, kind, locale, given)

    return click.Command(name, params=options, help=kind.help, callback=run)


def _begin(call: Call, kind: Kind, locale: str | None, given: dict[str, str | None]) -> int:
    config, site = call.config, call.named
    if kind.plugin and kind.plugin not in config.plugins:
        raise RefusedError(shown(say("This site has no plugin {name} in mkdocs.yml.", name=kind.plugin)))
    locale = locale or site.source_locale
    if locale not in site.languages:
        raise RefusedError(_no_language(locale, site.languages))
    answers = asking.gather(
        kind.questions, given, kind.choices(config, locale), {*kind.needed(config), *beginning.always_needed(config)}
    )
    page = kind.begin(Wish(config, locale, answers))
    file = _write(page, call)
    tell(say("{file} is begun.", file=file))
    for hint in page.hints:
        tell(f"- {shown(hint)}")
    others = [other for other in site.languages if other != locale]
    if others and not page.is_added:
        tell(
            "- "
            + shown(
                say("When it is written: `servicekompas new translation {file} {other}`.", file=file, other=others[0])
            )
        )
    return 0


def _write(page: NewPage, call: Call) -> Path:
    """Write a new page, or add to one. Raises `RefusedError`."""
    file = call.docs / page.uri
    if page.is_added:
        if not file.is_file():
            raise RefusedError(shown(say("{file} doesn't exist.", file=file)))
        text = file.read_text(encoding="utf-8").rstrip("\n") + "\n\n" + page.text
    elif file.exists():
        raise RefusedError(shown(say("{file} already exists: choose another --name.", file=file)))
    else:
        text = page.text
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text.rstrip("\n") + "\n", encoding="utf-8", newline="\n")
    return file


command.add_command(_command("article", beginning.ARTICLE))
command.add_command(_command("post", beginning.POST))


@command.command(
    help="Copy SOURCE to each LOCALE, to be translated; readers don't see the copy before its text has changed."
)
@click.argument("source", type=FILE)
@click.argument("locales", metavar="[LOCALE]...", nargs=-1)
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
            text = say("{file} already exists. Edit it, then run `servicekompas mark-current {file}`.", file=target)
            raise RefusedError(shown(text))
    for locale, target in targets.items():
        text = editing.stub((docs / page.uri).read_text(encoding="utf-8"), page)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
        text = say(
            "{file} holds the text of {source}. Translate it into {locale}; keep ids and links.",
            file=target,
            source=docs / page.uri,
            locale=locale,
        )
        tell(text)
        if slug := page.matter.values.get("slug"):
            text = say(
                "It has no `slug` yet, which is `{slug}` in {source}: write one in {locale}.",
                slug=slug,
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
        raise RefusedError(shown(say("The page is there in every language: {locales}.", locales=", ".join(others))))
    if not asking.is_terminal():
        raise RefusedError(shown(say("Name a language: {locales}.", locales=", ".join(lacking))))
    question = shown(say("Language ({locales})", locales=", ".join(lacking)))
    return [click.prompt(question, type=click.Choice(lacking), default=lacking[0], show_choices=False)]


def _no_language(locale: str, known: Sequence[str] | Any) -> str:
    names = ", ".join(known)
    return shown(
        say("“{locale}” is no language that can be written here. Write one of: {names}.", locale=locale, names=names)
    )
