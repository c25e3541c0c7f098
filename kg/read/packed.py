"""gzip, bzip2 and xz: a stream of what was packed."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import zlib
from typing import BinaryIO, cast

_MEMORY = 128 * 1024**2  # bytes that unpacking xz may need; 65 MB are those of its highest level
DAMAGED = (EOFError, OSError, zlib.error, lzma.LZMAError)  # what reading raises where the file is cut off or broken


def from_gzip(stream: BinaryIO) -> BinaryIO:
    """What was packed; reading may raise one of DAMAGED."""
    return cast(BinaryIO, gzip.GzipFile(fileobj=stream))


def from_bzip2(stream: BinaryIO) -> BinaryIO:
    """What was packed; reading may raise one of DAMAGED."""
    return cast(BinaryIO, bz2.BZ2File(stream))


def from_xz(stream: BinaryIO) -> BinaryIO:
    """What was packed; reading may raise one of DAMAGED."""
    return io.BufferedReader(_Xz(stream))


class _Xz(io.RawIOBase):
    """Unpacking within a limit of memory, which `lzma.LZMAFile` does not have."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._unpacker = lzma.LZMADecompressor(memlimit=_MEMORY)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = b""
        while not data:
            packed = self._stream.read(io.DEFAULT_BUFFER_SIZE) if self._unpacker.needs_input else b""
            if self._unpacker.eof:
                packed = (self._unpacker.unused_data + packed).lstrip(b"\0") or self._stream.read(1)
                if not packed:
                    return 0
                self._unpacker = lzma.LZMADecompressor(memlimit=_MEMORY)
            elif self._unpacker.needs_input and not packed:
                raise EOFError("cut off")
            data = self._unpacker.decompress(packed, len(buffer))
        buffer[: len(data)] = data
        return len(data)
