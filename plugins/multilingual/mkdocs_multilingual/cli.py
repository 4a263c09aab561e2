"""The command line of a site: its texts checked, written, moved and translated."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

import click

from mkdocs_foundation.glue import collector
from mkdocs_foundation.reports import message

from .commands import usage
from .commands.calls import FILE, MESSAGES, Call, RefusedError
from .saying import say

_COMMANDS = {
    "check": "check",
    "status": "status",
    "mark-current": "mark_current",
    "new": "new",
    "rename": "rename",
    "delete": "delete",
    "preview": "preview",
    "explain": "explain",
    "doctor": "doctor",
    "changes": "changes",
    "preview-files": "preview_files",
}
"""Module of each command, imported when it is called or listed."""


_HELP = say("Check, write, show, move and translate the pages of a site.")
_CONFIG = say("The settings of the site.")


class _Commands(click.Group):
    """Commands that are imported when they are needed."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        name = _COMMANDS.get(cmd_name)
        if name is None:
            return None
        command = import_module(f"{__package__}.commands.{name}").command
        assert isinstance(command, click.Command)
        for each in (command, *(command.commands.values() if isinstance(command, click.Group) else ())):
            if MESSAGES not in each.params:
                each.params.append(MESSAGES)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]}, help=message.shown(_HELP))
@click.option("--config", type=FILE, default=Path("mkdocs.yml"), show_default=True, help=message.shown(_CONFIG))
@click.pass_context
def _desk(context: click.Context, config: Path) -> None:
    context.obj = Call(config)


_desk.params.append(MESSAGES)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 if all went well, 1 if files have problems, 2 for a call that can't be carried out."""
    # https://no-color.org: set to anything but an empty text, it asks for none.
    color = False if os.environ.get("NO_COLOR") else None
    given = None if arguments is None else list(arguments)
    collector.begin()
    try:
        result = _desk.main(given, prog_name="servicekompas", standalone_mode=False, color=color)
    except click.ClickException as error:
        click.echo(usage.explained(error), err=True)
        return error.exit_code
    except click.Abort:  # Ctrl-C, or the end of the input at a question
        click.echo(err=True)
        return 2
    except (OSError, RefusedError, ValueError) as error:
        click.echo(f"servicekompas: {message.shown(message.of_error(error))}", err=True)
        return 2
    finally:
        collector.end()
    return result if isinstance(result, int) else 0


if __name__ == "__main__":
    sys.exit(main())
