"""Data inside a page: JSON or bytes, deflated and in base64, so that no character of a text means anything there."""

from __future__ import annotations

import base64
import json
import zlib
from typing import Any


def packed_json(data: Any) -> str:
    """JSON as a block of a page."""
    return packed_bytes(json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace"))


def packed_bytes(data: bytes) -> str:
    """Bytes as a block of a page."""
    return as_base64(deflated(data))


def deflated(data: bytes) -> bytes:
    """Raw DEFLATE (RFC 1951), which holds no time and no name: the same data give the same bytes."""
    compressor = zlib.compressobj(9, zlib.DEFLATED, -15)
    return compressor.compress(data) + compressor.flush()


def as_base64(data: bytes) -> str:
    """Bytes as ASCII."""
    return base64.b64encode(data).decode("ascii")
