"""Turtle text of any triples, written as they come: prefixes in order, a blank line between nodes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import IO, cast

import pyoxigraph as ox

_END = b" .\n"  # of a node


def serialized(found: Iterable[ox.Triple], prefixes: Mapping[str, str]) -> bytes:
    """Triples in Turtle, prefixes sorted, a blank line between nodes."""
    file = BytesIO()
    serialize(found, prefixes, file)
    return file.getvalue()


def serialize(found: Iterable[ox.Triple], prefixes: Mapping[str, str], file: IO[bytes]) -> None:
    """Write triples in Turtle to a file as they come: prefixes sorted, a blank line between nodes."""
    apart = _Apart(file, len(prefixes))
    ox.serialize(found, cast("IO[bytes]", apart), format=ox.RdfFormat.TURTLE, prefixes=dict(prefixes))
    apart.end()


class _Apart:
    """What pyoxigraph writes to: it puts the prefixes in order, and a blank line between nodes."""

    def __init__(self, file: IO[bytes], prefixes: int) -> None:
        self._file, self._header, self._rest = file, prefixes, b""

    def write(self, data: bytes) -> int:
        """Take some more of the text."""
        self._rest += data
        if self._header and self._rest.count(b"\n") >= self._header:
            self._begin()
        if not self._header and (end := self._rest.rfind(_END)) > 0:
            self._put(self._rest[:end])
            self._rest = self._rest[end:]
        return len(data)

    def flush(self) -> None:
        """What is not written yet waits for its next node."""

    def end(self) -> None:
        """Write what is left."""
        if self._header:  # there is no triple
            self._begin()
        self._put(self._rest)

    def _begin(self) -> None:
        # pyoxigraph writes one line a prefix, in no fixed order
        *header, self._rest = self._rest.split(b"\n", self._header)
        self._file.write(b"\n".join(sorted(header)) + b"\n\n")
        self._header = 0

    def _put(self, text: bytes) -> None:
        # literals hold no raw line break, so a line end after a dot is the end of a node
        self._file.write(re.sub(rb" \.\n(?=.)", b" .\n\n", text))
