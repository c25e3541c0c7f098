"""Streams of bytes that may be looked into, are counted, and never unpack to more than they should."""

from __future__ import annotations

import io
import tempfile
from dataclasses import dataclass
from typing import IO, BinaryIO

from kg.read.page import Unreadable

DEPTH = 3  # archives within archives
MOST_UNPACKED = 16 * 1024**3  # bytes that one input may unpack to
FREE, RATIO = 64 * 1024**2, 200  # what may be unpacked beyond these bytes, for each byte of the input
_CHUNK = 1024**2
_IN_MEMORY = 16 * 1024**2  # bytes of a stream that are held in memory where a reader must go back and forth


class Overflow(Unreadable):
    """An archive that unpacks to too much; the whole input is given up, not only the file within."""


@dataclass(slots=True)
class Budget:
    """How many bytes an input of `size` bytes may still unpack to."""

    size: int
    spent: int = 0

    def spend(self, count: int) -> None:
        """Count bytes that were unpacked.

        Raises:
            Overflow: there are too many.
        """
        self.spent += count
        if self.spent > MOST_UNPACKED or self.spent > FREE + RATIO * self.size:
            raise Overflow(f"unpacks to more than {self.spent // 1024**2:,} MB, so the rest of it was not read")


class Counted(io.RawIOBase):
    """A stream whose bytes are counted as unpacked."""

    def __init__(self, stream: IO[bytes], budget: Budget) -> None:
        self._stream = stream
        self._budget = budget

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Read some."""
        data = self._stream.read(len(buffer))
        self._budget.spend(len(data))
        buffer[: len(data)] = data
        return len(data)


class _Replayed(io.RawIOBase):
    """Bytes that were read already, and then the rest of their stream."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data, self._head = self._head[: len(buffer)], self._head[len(buffer) :]
        data = data or self._stream.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def counted(stream: IO[bytes], budget: Budget) -> BinaryIO:
    """What comes out of something packed."""
    return io.BufferedReader(Counted(stream, budget))


def peeked(stream: IO[bytes], count: int) -> tuple[bytes, BinaryIO]:
    """The first bytes, and the stream with these still to come."""
    head = b""
    while len(head) < count and (more := stream.read(count - len(head))):
        head += more
    if stream.seekable():
        stream.seek(0)
        return head, stream  # type: ignore[return-value]
    return head, io.BufferedReader(_Replayed(head, stream))


def seekable(stream: BinaryIO, limit: int) -> BinaryIO:
    """The same bytes where a reader may go back and forth.

    Raises:
        Unreadable: there are more than `limit`.
    """
    if stream.seekable():
        return stream
    held = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - its reader outlives this function
    while data := stream.read(_CHUNK):
        limit -= len(data)
        if limit < 0:
            raise Unreadable("is too large to be read from within another file or from standard input")
        held.write(data)
    held.seek(0)
    return held  # type: ignore[return-value]
