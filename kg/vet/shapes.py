"""SHACL shapes of one's own: whether they are well formed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kg.ontology import local_name
from kg.query import shape_faults
from kg.vet.finding import ERROR, Finding


def shape_findings(path: Path) -> Iterator[Finding]:
    """What SHACL says of the shapes of a file."""
    for shape, message in shape_faults(path):
        yield Finding(str(path), local_name(shape), ERROR, message)
