"""`mkdocs serve` that shows in the browser, too, what ends MkDocs before it has a plugin: a mistake in `mkdocs.yml`.

python -m mkdocs_foundation.glue.serving [options of `mkdocs serve`]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import click
from mkdocs.__main__ import cli
from mkdocs.exceptions import Abort, ConfigurationError

from . import startup

_ADDRESS = "127.0.0.1:8000"


def main(arguments: list[str]) -> None:
    """Serve, and where that can't begin, show why until a file changes."""
    chosen = cli.commands["serve"].make_context("serve", list(arguments)).params
    startup.begin("serve")
    try:
        cli.main(["serve", *arguments], "mkdocs", standalone_mode=False)
    except (Abort, ConfigurationError) as error:
        error.show()
        file = getattr(chosen["config_file"], "name", None) or "mkdocs.yml"
        host, _, port = str(chosen["dev_addr"] or _ADDRESS).rpartition(":")
        with tempfile.TemporaryDirectory() as folder:
            # A new process removes the folder of this one too: it is empty.
            startup.show(error, file, "docs", (host, int(port), "/"), Path(folder), [file], Path(folder).rmdir)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        sys.exit(1)


if __name__ == "__main__":
    main(sys.argv[1:])
