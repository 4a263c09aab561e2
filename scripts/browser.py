"""Find a Chromium for the browser tests, and install one where there is none.

The tests call :func:`find`; `make test` runs this file first, so that a machine without a browser gets one:
Debian's or Ubuntu's package, else the one that Playwright downloads. Any Chrome, Chromium or Edge will do.
Playwright ships everything that it needs except one system library, which is installed in the same way.
"""

import functools
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from scripts.packages import install_first, quietly

VARIABLE = "SERVICEKOMPAS_BROWSER"

COMMANDS = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "google-chrome-beta",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chrome",
    "msedge",
]

MAC_APPS = [
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
]

WINDOWS_PROGRAMS = [
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
]

# A browser may start and still fail to render a page: Ubuntu's package may be only a wrapper around a snap, and
# Playwright's may lack system libraries. So each candidate has to render this text.
PROOF = "it runs"

# No sandbox, since root and containers have none: the only page loaded is the text above.
SWITCHES = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]


@functools.cache
def find() -> str | None:
    """Return the path of an installed browser that runs, or None.

    The environment variable SERVICEKOMPAS_BROWSER, where set, is the only candidate.
    """
    chosen = os.environ.get(VARIABLE)
    candidates = [chosen] if chosen else _candidates()
    return next((path for path in candidates if runs(path)), None)


def runs(path: str) -> bool:
    """Return whether the browser at `path` can render a page."""
    with tempfile.TemporaryDirectory(prefix="browser-", ignore_cleanup_errors=True) as profile:
        page = f"data:text/html,<p>{PROOF}</p>"
        command = [path, *SWITCHES, f"--user-data-dir={profile}", "--dump-dom", page]
        try:
            done = quietly(command, timeout=60)
        except (OSError, subprocess.TimeoutExpired):
            return False
    return PROOF in done.stdout


def _candidates() -> Iterator[str]:
    """Yield possible paths of a browser, the likeliest first; Playwright's last, since finding it starts a process."""
    for name in COMMANDS:
        if path := shutil.which(name):
            yield path
    if sys.platform == "darwin":
        yield from _existing([Path("/Applications"), Path.home() / "Applications"], MAC_APPS)
    if sys.platform == "win32":
        folders = [os.environ.get(name) for name in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")]
        yield from _existing([Path(folder) for folder in folders if folder], WINDOWS_PROGRAMS)
    if (own := _playwright_path()) and Path(own).is_file():
        yield own


def _existing(folders: list[Path], names: list[str]) -> Iterator[str]:
    yield from (str(folder / name) for name in names for folder in folders if (folder / name).is_file())


def _playwright_path() -> str | None:
    """Return the path of Playwright's own Chromium, installed or not."""
    # In a separate process: within a test, Playwright may be running already and must not be started twice.
    code = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
    )
    return quietly([sys.executable, "-c", code]).stdout.strip() or None


def install() -> str | None:
    """Install a browser and return its path, or None if every attempt failed."""
    for attempt in (_install_package, _install_playwrights):
        attempt()
        find.cache_clear()
        if path := find():
            return path
    return None


def _install_package() -> None:
    """Try the system package: `chromium` on Debian, `chromium-browser` on Ubuntu."""
    install_first("Installing the system's Chromium package (about 100 MB)", "chromium", "chromium-browser")


def _install_playwrights() -> None:
    """Try Playwright's Chromium; as root on Linux, together with the system libraries that it needs."""
    print("Downloading Playwright's own Chromium (about 170 MB) ...", flush=True)
    libraries = ["--with-deps"] if sys.platform == "linux" and os.geteuid() == 0 else []
    command = [sys.executable, "-m", "playwright", "install", "--no-shell", *libraries, "chromium"]
    subprocess.run(command, check=False)


def playwright_runs() -> bool:
    """Return whether Playwright starts; install the library that it lacks on a minimal Debian or Ubuntu."""
    command = [sys.executable, "-m", "playwright", "--version"]
    if quietly(command).returncode == 0:
        return True
    install_first("Installing the system library libatomic1, which Playwright needs", "libatomic1")
    done = quietly(command)
    if done.returncode != 0:
        print(f"Playwright does not start:\n{done.stderr}", file=sys.stderr)
        packages = "libatomic1" if find() else "libatomic1 chromium"
        print(f"On Debian and Ubuntu, run: sudo apt-get install {packages}", file=sys.stderr)
    return done.returncode == 0


def main() -> int:
    """Print which browser the tests will use, and install one if there is none."""
    if not playwright_runs():
        return 1
    path = find()
    if path is None and os.environ.get(VARIABLE):
        print(f"{VARIABLE} names {os.environ[VARIABLE]}, which does not run.", file=sys.stderr)
        return 1
    if path is None:
        print("No Chrome, Chromium or Edge that runs was found.", flush=True)
        path = install()
    if path is None:
        print(
            "\nThe browser tests need Chrome, Chromium or Edge, and none could be installed.\n"
            "Install one (Debian: sudo apt-get install chromium), or name one that is installed already:\n"
            f"    {VARIABLE}=/path/to/chrome make test",
            file=sys.stderr,
        )
        return 1
    print(f"Browser: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
