"""Find the dictionaries for `make spelling`, and install them where they are missing.

The dictionaries are Debian's packages for hunspell.
"""

import functools
import sys

from scripts import packages

DICTIONARIES = {"da": "da_DK", "sv": "sv_SE", "nb": "nb_NO", "en": "en_GB"}
"""Name of the hunspell dictionary by locale."""
PACKAGES = ("hunspell", "hunspell-da", "hunspell-sv", "hunspell-no", "hunspell-en-gb")


@functools.cache
def available() -> bool:
    """Return whether hunspell and all dictionaries are installed."""
    try:
        return all(
            packages.quietly(["hunspell", "-l", "-d", name], timeout=60).returncode == 0
            for name in DICTIONARIES.values()
        )
    except OSError:
        return False


def main() -> int:
    """Install what is missing; if that fails, print the command that installs it."""
    if available():
        return 0
    packages.install("Installing the dictionaries (about 20 MB)", *PACKAGES)
    available.cache_clear()
    if not available():
        print(
            "hunspell or one of its dictionaries is missing, so words can't be looked up.\n"
            f"Debian, Ubuntu: sudo apt-get install {' '.join(PACKAGES)}",
            file=sys.stderr,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
