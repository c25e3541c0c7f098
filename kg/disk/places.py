"""Temporary files without names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile, gettempdir
from typing import IO
from weakref import finalize

from kg.errors import DiskError

_ON_DISK = Path("/var/tmp")  # nosec B108 - files there have no names
LIMIT = 30_000_000
"""About how many characters a sequence or the objects of all keys may hold in memory."""


class Scratch:
    """A file to write and then to read; it is gone when nothing refers to it any longer.

    Raises:
        DiskError: there is no place for it.
    """

    def __init__(self) -> None:
        with _telling():
            self._file = TemporaryFile(dir=folder())  # noqa: SIM115  open as long as it is needed
        finalize(self, _close, self._file)

    def write(self, content: bytes) -> None:
        """Add bytes at the end.

        Raises:
            DiskError: the disk is full.
        """
        with _telling():
            self._file.write(content)

    def end(self) -> None:
        """All is written.

        Raises:
            DiskError: the disk is full.
        """
        with _telling():
            self._file.flush()

    def read(self, start: int, size: int) -> bytes:
        """Some bytes."""
        return os.pread(self._file.fileno(), size, start)

    def lines(self) -> Iterator[bytes]:
        """All lines from the first on."""
        self._file.seek(0)
        return iter(self._file)


def _close(file: IO[bytes]) -> None:
    with suppress(OSError):  # of what could not be written, which was told
        file.close()


@contextmanager
def _telling() -> Iterator[None]:
    """Turn the errors of the system into one sentence."""
    try:
        yield
    except OSError as error:
        place = folder() or gettempdir()
        raise DiskError(
            f"Cannot write temporary files to {place}: {error.strerror or error}. "
            "TMPDIR may name a folder with more room."
        ) from error


def folder() -> str | None:
    """The folder for temporary files, None for the one that Python chooses."""
    given = any(os.environ.get(name) for name in ("TMPDIR", "TEMP", "TMP"))
    return None if given or not os.access(_ON_DISK, os.W_OK) else str(_ON_DISK)
