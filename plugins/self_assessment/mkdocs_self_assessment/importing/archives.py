"""Office files are archives: checks before a library opens one, and the message where the library is missing."""

from __future__ import annotations

import io
import zipfile

from mkdocs_foundation.reports.message import Message

from ..saying import say
from .draft import UnreadableError

LARGEST = 20_000_000
"""Most bytes of a file."""
_LARGEST_UNPACKED = 100_000_000


def check_archive(content: bytes, what: Message, part: str) -> None:
    """Raise `UnreadableError` unless the file is an archive of a sensible size that has a part with this name."""
    allowed = say("{what}, without a password", what=what)
    remedy = say("Open it in the program that it comes from and save it in that format.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        old = content.startswith(b"\xd0\xcf\x11\xe0")
        found = say("an older Office format, or a password") if old else say("a file of another kind")
        raise UnreadableError(say("The file is not {what}.", what=what), found, allowed, remedy) from None
    if part not in {entry.filename for entry in entries}:
        raise UnreadableError(
            say("The file is not {what}.", what=what), say("an archive without {part}", part=part), allowed, remedy
        )
    if sum(entry.file_size for entry in entries) > _LARGEST_UNPACKED:
        size = say("at most {size} MB unpacked", size=_LARGEST_UNPACKED // 1_000_000)
        raise UnreadableError(
            say("The file is too large for a questionnaire."),
            say("far more when unpacked"),
            size,
            say("Remove pictures."),
        )


def missing_library(what: Message, name: str) -> UnreadableError:
    """The message where a library of the extra `import` isn't installed."""
    return UnreadableError(
        say("{what} need a library that isn't installed.", what=what),
        say("no {name}", name=name),
        say("the extra `import` of the package"),
        say("Run: pip install 'mkdocs-self-assessment[import]'"),
    )
