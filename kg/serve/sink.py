"""Where a reader writes an answer."""

from __future__ import annotations

import io
import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, Any

from kg.serve.messages import Reply
from kg.serve.settings import MEGABYTE

_IN_MEMORY = MEGABYTE  # bytes of an answer; a longer one goes through a file


class TooLargeError(Exception):
    """An answer is longer than it may be."""


class Sink(io.RawIOBase):
    """What an answer is written to: memory first, then a file, and nothing beyond the limit.

    The first `header` lines are sorted: pyoxigraph writes prefixes in no fixed order.
    """

    def __init__(self, folder: Path, largest: int) -> None:
        self.header = 0
        self._folder, self._largest = folder, largest
        self._size = 0
        self._parts: list[bytes] = []
        self._file: IO[bytes] | None = None

    def write(self, data: Any) -> int:
        """Take some bytes."""
        self._size += len(data)
        if self._size > self._largest:
            raise TooLargeError
        if self._file is not None:
            self._file.write(data)
            return len(data)
        self._parts.append(bytes(data))
        if self._size > _IN_MEMORY:
            self._file = NamedTemporaryFile(dir=self._folder, prefix=".answer-", delete=False)  # noqa: SIM115
            self._file.write(self._body())
            self._parts = []
        return len(data)

    def reply(self, *, is_table: bool) -> Reply:
        """The answer that was written."""
        if self._file is None:
            return Reply(is_table=is_table, body=self._body())
        self._file.close()
        return Reply(is_table=is_table, file=self._file.name)

    def drop(self) -> None:
        """Leave no file behind."""
        if self._file is not None:
            self._file.close()
            with suppress(OSError):
                os.unlink(self._file.name)

    def _body(self) -> bytes:
        found = b"".join(self._parts)
        if not self.header:
            return found
        *first, rest = found.split(b"\n", self.header)
        return b"\n".join([*sorted(first), b"", rest])
