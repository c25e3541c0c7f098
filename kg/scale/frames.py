"""What a reading process and its parent say to each other: length-prefixed frames over a pipe.

A frame is one letter, four bytes of length and that many bytes. Documents and extractions travel as records of the
store, so nothing that arrives is ever executed.
"""

from __future__ import annotations

import os
import select
import struct
import time

SETTINGS, READY, DOCUMENT, FLUSH, DONE, FAILED = b"s", b"r", b"d", b"f", b"x", b"e"
_HEAD = struct.Struct("<cI")


def put(pipe: int, letter: bytes, content: bytes = b"") -> None:
    """Write a frame to a file descriptor.

    Raises:
        OSError: the other side is gone.
    """
    left = memoryview(_HEAD.pack(letter, len(content)) + content)
    while left:
        left = left[os.write(pipe, left) :]


def take(pipe: int, seconds: float | None = None) -> tuple[bytes, bytes] | None:
    """Read a frame from a file descriptor, None where the other side has ended.

    Raises:
        TimeoutError: it has not come within some seconds.
    """
    deadline = None if seconds is None else time.monotonic() + seconds
    head = _exactly(pipe, _HEAD.size, deadline)
    if head is None:
        return None
    letter, length = _HEAD.unpack(head)
    content = _exactly(pipe, length, deadline)
    return None if content is None else (letter, content)


def _exactly(pipe: int, length: int, deadline: float | None) -> bytes | None:
    parts = []
    while length:
        if deadline is not None and not select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))[0]:
            raise TimeoutError
        part = os.read(pipe, min(length, 1 << 20))
        if not part:
            return None
        parts.append(part)
        length -= len(part)
    return b"".join(parts)
