"""A process that parses files: `python -m kg.read.worker N`, with a pipe to its parent at file descriptor N."""

from __future__ import annotations

import json
import signal
import sys
from contextlib import suppress
from multiprocessing.connection import Connection

from kg.read.apart import written
from kg.read.formats import BY_NAME
from kg.read.page import Unreadable
from kg.read.parsing import Parsed, parsed

_GRACE = 5.0  # seconds beyond the limit after which it ends by itself, should its parent be gone


def serve(pipe: Connection) -> None:
    """Parse files until the parent closes its end."""
    while True:
        told, data = json.loads(pipe.recv_bytes()), pipe.recv_bytes()
        found = BY_NAME[told["format"]]
        found.load()
        pipe.send_bytes(b"loaded")
        # not caught, so that it ends the process within a parser in C as well
        signal.setitimer(signal.ITIMER_REAL, told["seconds"] + _GRACE)
        result: Parsed | Unreadable
        try:
            result = parsed(found, data, told["limit"])
        except Unreadable as reason:
            result = reason
        signal.setitimer(signal.ITIMER_REAL, 0)
        pipe.send_bytes(written(result))


def main() -> None:
    """Serve on the pipe that is named."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    with suppress(EOFError, OSError):  # the parent has ended
        serve(Connection(int(sys.argv[1])))


if __name__ == "__main__":
    main()
