"""Install system packages that the tests need: on Debian and Ubuntu, where that takes no password."""

import os
import shutil
import subprocess
import sys
import time

PATIENCE = 300
"""Seconds to wait for another apt process, which a machine that has just started often runs."""
PAUSE = 5.0
"""Seconds between two attempts."""
LOCKED = "Could not get lock"
"""Part of apt's message when another process holds its lock."""


def quietly(command: list[str], timeout: float | None = None) -> subprocess.CompletedProcess[str]:
    """Run `command` without letting it read from or write to the terminal; its output is captured."""
    return subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        timeout=timeout,
        check=False,
    )


def install_first(purpose: str, *names: str) -> None:
    """Install the first of these packages that apt has; `purpose` is printed before."""
    for name in names:
        if install(purpose, name):
            return


def install(purpose: str, *names: str) -> bool:
    """Install packages, printing `purpose` before; False if apt, the right to use it, or a package is missing."""
    if sys.platform != "linux" or not shutil.which("apt-get") or (root := _root()) is None:
        return False
    print(f"{purpose} ...", flush=True)
    apt = [*root, "env", "LC_ALL=C", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    apt += ["-o", f"DPkg::Lock::Timeout={PATIENCE}"]
    refresh([*apt, "update"])
    if not all(quietly(["apt-cache", "show", name]).stdout for name in names):
        return False
    command = [*apt, "install", "-y", "--no-install-recommends", *names]
    return subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0


def refresh(update: list[str]) -> None:
    """Refresh apt's lists; unlike `install`, `update` doesn't wait while another apt process has the lock."""
    last = time.monotonic() + PATIENCE
    while LOCKED in (done := quietly(update)).stderr and time.monotonic() < last:
        time.sleep(PAUSE)
    print(done.stderr, end="", file=sys.stderr)


def _root() -> list[str] | None:
    """Return the prefix that runs a command as root; None if that takes a password."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    return ["sudo", "-n"] if quietly(["sudo", "-n", "true"]).returncode == 0 else None
