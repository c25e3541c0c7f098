"""What is read of a file that a test writes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kg.model import Document, Problem
from kg.read import Reading, read


def read_all(*inputs: Path | str, **options: Any) -> tuple[list[Document], list[Problem]]:
    """Documents and problems, apart."""
    items = list(read(inputs, Reading(**options)))
    return [i for i in items if isinstance(i, Document)], [i for i in items if isinstance(i, Problem)]


def read_bytes(folder: Path, name: str, data: bytes, **options: Any) -> tuple[list[Document], list[Problem]]:
    """The same of one file with these bytes."""
    (folder / name).write_bytes(data)
    return read_all(folder / name, **options)
