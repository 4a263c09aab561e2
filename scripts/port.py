"""Report an address that is in use, before MkDocs fails on it with a traceback."""

from __future__ import annotations

import socket
import sys


def main(address: str) -> int:
    """Return 0 if the site can be served at `address` (host:port), else print the remedy and return 1."""
    host, _, port = address.rpartition(":")
    if not host or not port.isdigit():
        print(f"{address} is not an address: write host:port, such as 127.0.0.1:8001.", file=sys.stderr)
        return 1
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except (OSError, OverflowError) as error:
            print(
                f"The site can't be shown at {address}: {error}.\n"
                "End the program that uses it, or choose another: make serve ADDRESS=127.0.0.1:8001",
                file=sys.stderr,
            )
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
