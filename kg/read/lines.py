"""The lines of a stream of text, one at a time and none of them endless."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from kg.read.encoding import decode
from kg.read.page import Unreadable
from kg.read.streams import peeked

LONGEST = 32 * 1024**2  # characters of a line
_SAMPLE = 1024**2  # bytes that show the encoding
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def lines_of(stream: BinaryIO) -> Iterator[str]:
    r"""Lines with their ends as they are; one longer than LONGEST comes in pieces, all but the last without an end.

    Bytes that the encoding does not have become U+FFFD.

    Raises:
        Unreadable: it is not text.
    """
    head, stream = peeked(stream, _SAMPLE)
    with io.TextIOWrapper(stream, encoding=_encoding(head), errors="replace", newline="") as text:
        while line := text.readline(LONGEST):
            yield line


def _encoding(head: bytes) -> str:
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            return encoding
    head = head.replace(b"\0", b" ")  # a record with such a character does not make the others binary
    cut = head[: head.rfind(b"\n") + 1] or head[:-3] if len(head) == _SAMPLE else head
    found = decode(cut)
    if found.refused:
        raise Unreadable(found.refused)
    return found.guessed or "utf-8"
