"""Parsing in a process of its own, so that a file which hangs a parser, or crashes it, costs itself and no other.

Plain text needs no parser and is read here. The process is started with the first file that needs it, and another one
when that has ended. What the two say to each other is JSON and the bytes of files.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import Any

from kg.model import Block, BlockKind
from kg.read.formats import Format
from kg.read.page import Page, Unreadable
from kg.read.parsing import Parse, Parsed, parsed

_START = 120.0  # seconds until a process is there on a busy machine, and until it has loaded a parser
_TRIES = 2  # a process may have been ended for what others did


@contextmanager
def parsing(seconds: float | None) -> Iterator[Parse]:
    """What parses files: a process that may take so many seconds for each, or with None this one."""
    if seconds is None:
        yield parsed
        return
    parser = _Parser(seconds)
    try:
        yield parser.parse
    finally:
        parser.stop()


class _Parser:
    """A process that parses, as its parent sees it."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._running: tuple[subprocess.Popen[bytes], Connection] | None = None

    def parse(self, found: Format, data: bytes, limit: int) -> Parsed:
        """As `kg.read.parsing.parsed`.

        Raises:
            Unreadable: also where it takes too long or ends the process.
        """
        if found.is_plain and _is_utf8(data):
            return parsed(found, data, limit)
        for _ in range(_TRIES):
            try:
                return self._answered(found, data, limit)
            except Unreadable:
                raise
            except (OSError, EOFError):  # it has ended without an answer
                self.stop()
            except BaseException:  # interrupted: an answer that nobody waits for must not be taken for another
                self.stop()
                raise
        raise Unreadable(f"cannot be read as {found.name}: it crashes its parser, or needs more memory than there is")

    def stop(self) -> None:
        """End the process at once; it holds nothing that could be lost."""
        running, self._running = self._running, None
        if running is not None:
            process, pipe = running
            process.kill()
            process.wait()
            pipe.close()

    def _answered(self, found: Format, data: bytes, limit: int) -> Parsed:
        pipe = self._started()
        pipe.send_bytes(json.dumps({"format": found.name, "limit": limit, "seconds": self._seconds}).encode())
        pipe.send_bytes(data)
        self._said(pipe, _START)  # the parser is loaded
        return _read(self._said(pipe, self._seconds))

    def _said(self, pipe: Connection, seconds: float) -> bytes:
        if not pipe.poll(seconds):
            self.stop()
            raise Unreadable(f"takes more than {seconds:g} seconds to read")
        return pipe.recv_bytes()

    def _started(self) -> Connection:
        if self._running is None:
            pipe, other = Pipe()
            with other:
                command = [sys.executable, "-m", "kg.read.worker", str(other.fileno())]
                # what a library prints must not stand among what kg prints
                process = subprocess.Popen(
                    command, pass_fds=[other.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL
                )
            self._running = process, pipe
        return self._running[1]


def written(result: Parsed | Unreadable) -> bytes:
    """What came of a file, for the other process."""
    told = {"unreadable": str(result)} if isinstance(result, Unreadable) else asdict(result)
    return json.dumps(told).encode()


def _read(answer: bytes) -> Parsed:
    """The reverse of `written`.

    Raises:
        Unreadable: as it was.
    """
    told: dict[str, Any] = json.loads(answer)
    if reason := told.get("unreadable"):
        raise Unreadable(reason)
    return Parsed(tuple((_page(page), left_out) for page, left_out in told["pages"]), told["guessed"])


def _page(told: dict[str, Any]) -> Page:
    blocks = [Block(**{**block, "kind": BlockKind(block["kind"])}) for block in told.pop("blocks")]
    return Page(**told, blocks=tuple(blocks))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
