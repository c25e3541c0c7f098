"""The graph in networkx: entities as nodes, facts as edges, attributes flat so that GraphML can hold them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import networkx as nx

from kg.export.qualifiers import qualifiers_to_json, unpacked
from kg.model import Entity, Fact

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

Attributes = dict[str, str | int | float]

# characters that XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets)
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NUMBERS = {"value", "high", "share", "share_high"}


def to_networkx(graph: KnowledgeGraph) -> nx.MultiDiGraph[str]:
    """Nodes are keyed by entity id, edges by fact id; facts of every status stand, so look at `status`."""
    target: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity in graph.entities:
        target.add_node(entity.id, **_flat(_entity(entity)))
    for fact in graph.facts:
        relation = graph.ontology.relations.get(fact.relation)
        label = relation.label if relation else fact.relation
        target.add_edge(fact.subject, fact.object, key=fact.id, **_flat({"label": label, **_fact(fact)}))
    return target


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        **dict(reversed(entity.identifiers)),  # of several values of a key the first
        "label": entity.name,
        "kind": entity.kind,
        "aliases": " | ".join(entity.aliases),
        "mentions": len(entity.mentions),
    }


def _fact(fact: Fact) -> dict[str, Any]:
    first = fact.evidence[0] if fact.evidence else None
    found = {
        "relation": fact.relation,
        "status": fact.status.value,
        "confidence": float(fact.confidence),
        "evidence": len(fact.evidence),
        "sources": fact.sources,
        "contradicts": " | ".join(fact.contradicts) or None,
        "ended_by": " | ".join(fact.ended_by) or None,
        "document": first.document if first else None,
        "quote": first.quote if first else None,
    }
    for key, value in unpacked(qualifiers_to_json(fact.qualifiers)):
        parts = value if isinstance(value, dict) else {"": value}
        for part, inner in parts.items():
            name = key if part in ("", "value") else f"{key}_{part}"
            number = isinstance(inner, str) and (part or key) in _NUMBERS
            found.setdefault(name, _number(inner) if number else inner)
    return found


def _number(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


def _flat(found: dict[str, Any]) -> Attributes:
    """Without None, with text that XML can hold."""
    return {k: _NOT_XML.sub("", v) if isinstance(v, str) else v for k, v in found.items() if v is not None}
