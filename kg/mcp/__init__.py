"""The graph for language models: a Model Context Protocol server (https://modelcontextprotocol.io) over stdio."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

from kg.errors import FormatError

__all__ = ["serve"]


def serve(given: str | Path, *, timeout: float = 30.0) -> None:
    """Answer a client on standard input and output until it goes; a query may take `timeout` seconds.

    Raises:
        FormatError: the package mcp is missing.
        InputError: this is neither an output nor a store.
    """
    if find_spec("mcp") is None:
        raise FormatError('kg mcp needs the package mcp: pip install "kg-business[mcp]".')
    from kg.mcp.server import run  # only here, since it needs the package

    run(Path(given), timeout)
