"""kg builds a knowledge graph from business text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph
    from kg.model import Document
    from kg.ontology import Ontology
    from kg.pipeline import build

__all__ = ["Document", "KnowledgeGraph", "Ontology", "build"]
__version__ = "0.1.0"

_HOMES = {"Document": "kg.model", "KnowledgeGraph": "kg.graph", "Ontology": "kg.ontology", "build": "kg.pipeline"}


def __getattr__(name: str) -> Any:
    """Import on first use, so that `import kg` stays light."""
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
