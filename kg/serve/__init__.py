"""A graph over HTTP, read-only: the explorer, SPARQL, whole graphs, and a page for each thing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.serve.settings import MEGABYTE, Settings

__all__ = ["MEGABYTE", "Settings", "serve"]


def serve(given: str | Path, settings: Settings, tell: Callable[[str], None]) -> None:
    """Serve an output folder or store until interrupted; `tell` is given a line for each thing that happens.

    Raises:
        InputError: there is no graph there, or the port cannot be had.
    """
    from kg.serve.server import run  # its readers are of this package too, and need no server

    run(Path(given), settings, tell)
