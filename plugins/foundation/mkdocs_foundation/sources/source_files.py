"""Authors' files as bytes and as lines."""

from __future__ import annotations

from ..reports.message import say
from ..reports.problems import Code, Location, Problem, Severity


class FileCode(Code):
    """Problems of a file that don't depend on its content."""

    ENCODING = "encoding"
    FRONT_MATTER = "front-matter"

    @property
    def elsewhere(self) -> Severity | None:
        """MkDocs publishes a page whose settings it can't read."""
        return None if self is FileCode.FRONT_MATTER else self.severity


def decode(content: str | bytes, uri: str) -> tuple[str | None, list[Problem]]:
    """The text of a file, `None` where it isn't UTF-8."""
    if isinstance(content, str):
        return content.removeprefix("\ufeff"), []
    try:
        return content.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return None, [
            Problem(
                FileCode.ENCODING,
                Location(uri, line),
                say("The file is not saved as UTF-8."),
                say("the byte {byte}", byte=f"0x{content[error.start]:02x}"),
                say("UTF-8, the encoding that GitHub and all editors offer"),
                say("Open the file in your editor and save it again with the encoding UTF-8."),
            )
        ]


def lines_of(text: str) -> list[str]:
    """Lines as Markdown counts them, which is not as `str.splitlines` does."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
