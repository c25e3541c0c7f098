"""Data inside a page: JSON or bytes, deflated and in base64, so that no character of a text means anything there."""

from __future__ import annotations

import base64
import json
import zlib
from array import array
from collections.abc import Iterable, Iterator
from typing import Any

_ITEMS = 5000
LEVEL = 6  # of zlib: 9 takes four times as long for a page one per cent smaller
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def packed_json(data: Any) -> str:
    """JSON as a block of a page; arrays of numbers are lists there."""
    return _packed(piece.encode("utf-8", "replace") for piece in _pieces(data))


def packed_bytes(data: bytes) -> str:
    """Bytes as a block of a page."""
    return _packed([data])


def _packed(pieces: Iterable[bytes]) -> str:
    """Raw DEFLATE (RFC 1951), which holds no time and no name: the same data give the same bytes."""
    compressor = zlib.compressobj(LEVEL, zlib.DEFLATED, -15)
    return as_base64(b"".join([*map(compressor.compress, pieces), compressor.flush()]))


def _pieces(data: Any) -> Iterator[str]:
    """JSON in pieces of some thousand items, as one text would take much memory."""
    if isinstance(data, dict):
        yield "{"
        for number, (key, value) in enumerate(data.items()):
            yield f"{',' if number else ''}{_json(key)}:"
            yield from _pieces(value)
        yield "}"
    elif isinstance(data, (list, tuple, array)):
        yield "["
        for at in range(0, len(data), _ITEMS):
            yield f"{',' if at else ''}{_json(list(data[at : at + _ITEMS]))[1:-1]}"
        yield "]"
    else:
        yield _json(data)


def as_base64(data: bytes) -> str:
    """Bytes as ASCII."""
    return base64.b64encode(data).decode("ascii")
