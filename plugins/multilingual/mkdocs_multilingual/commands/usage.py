"""What is wrong with a call, in the language of the machine; click says it in English."""

from __future__ import annotations

import click

from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import Message, any_of, shown, verbatim
from mkdocs_foundation.reports.problems import nearest, offer

from ..saying import say

_UNKNOWN = pattern(r"No such command '(.+)'")
"""How click begins its message; it has no error of its own for it."""


def explained(error: click.ClickException) -> str:
    """The message of an error, after the usage of the command where it is one of usage."""
    told = shown(say("Error: {text}", text=_message(error)))
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is None:
        return told
    pieces = " ".join([context.command_path, *context.command.collect_usage_pieces(context)])
    help = shown(say("`{command} --help` explains it.", command=context.command_path))
    return "\n".join([shown(say("Usage: {command}", command=pieces)), help, "", told])


def _message(error: click.ClickException) -> Message:
    if isinstance(error, click.NoSuchOption):
        near = min(error.possibilities or [], default=None)
        return offer(near, say("There is no option {name}.", name=error.option_name))
    parameter = error.param if isinstance(error, click.BadParameter) else None
    if parameter is None:
        unknown, context = _UNKNOWN.match(error.message), getattr(error, "ctx", None)
        if unknown and context and isinstance(context.command, click.Group):
            known = context.command.list_commands(context)
            told = say('There is no command "{name}". Write one of: {names}.', name=unknown[1], names=any_of(known))
            return offer(nearest(unknown[1], known), told)
        return verbatim(error.format_message())
    name = parameter.get_error_hint(error.ctx) if isinstance(error, click.BadParameter) and error.ctx else ""
    if isinstance(error, click.MissingParameter):
        return say("{name} is missing.", name=name)
    if isinstance(parameter.type, click.Choice):
        return say("Write one of these for {name}: {names}.", name=name, names=any_of(map(str, parameter.type.choices)))
    return say("{name} can't be used: {error}", name=name, error=error.message)
