"""Office files are archives: checks before a library opens one, and the message where the library is missing."""

from __future__ import annotations

import io
import zipfile

from .draft import UnreadableError

LARGEST = 20_000_000
"""Most bytes of a file."""
_LARGEST_UNPACKED = 100_000_000


def check_archive(content: bytes, what: str, part: str) -> None:
    """Raise `UnreadableError` unless the file is an archive of a sensible size that has a part with this name."""
    allowed = f"{what}, without a password"
    remedy = "Open it in the program that it comes from and save it in that format."
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError):
        old = content.startswith(b"\xd0\xcf\x11\xe0")
        found = "an older Office format, or a password" if old else "a file of another kind"
        raise UnreadableError(f"The file is not {what}.", found, allowed, remedy) from None
    if part not in {entry.filename for entry in entries}:
        raise UnreadableError(f"The file is not {what}.", f"an archive without {part}", allowed, remedy)
    if sum(entry.file_size for entry in entries) > _LARGEST_UNPACKED:
        size = f"at most {_LARGEST_UNPACKED // 1_000_000} MB unpacked"
        raise UnreadableError(
            "The file is too large for a questionnaire.", "far more when unpacked", size, "Remove pictures."
        )


def missing_library(what: str, name: str) -> UnreadableError:
    """The message where a library of the extra `import` isn't installed."""
    return UnreadableError(
        f"{what} need a library that isn't installed.",
        f"no {name}",
        "the extra `import` of the package",
        "Run: pip install 'mkdocs-self-assessment[import]'",
    )
