"""RDF 1.2 (https://www.w3.org/TR/rdf12-turtle/): a fact reifies its triple instead of describing it.

`fact:f1 rdf:reifies <<( company:a kg:customerOf company:b )>>` stands in place of rdf:subject, rdf:predicate and
rdf:object; all else is as in graph.ttl, and as there the triple itself stands only where the fact is asserted.
Oxigraph reads it, rdflib 7 does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.export import vocabulary as v
from kg.export.measured import term
from kg.export.serialized import serialize
from kg.export.turtle import nodes, said_node
from kg.model import Fact
from kg.ontology import RDF

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

FILES = ("graph.rdf12.ttl",)
OPENED_IN = "Oxigraph 0.5 or later"

_REIFIES = ox.NamedNode(RDF + "reifies")
_REPLACED = {ox.NamedNode(RDF + part) for part in ("subject", "predicate", "object")}
_STATEMENT = ox.NamedNode(RDF + "Statement")


def write(graph: KnowledgeGraph, folder: Path) -> None:
    """Write graph.rdf12.ttl."""
    prefixes = v.prefixes(graph.base, (e.id for e in graph.entities))
    with (folder / FILES[0]).open("wb") as file:
        serialize(reified(graph), prefixes, file)


def reified(graph: KnowledgeGraph) -> Iterator[ox.Triple]:
    """Every triple once, facts as reifiers."""
    facts = {said_node(graph.base, v.FACT, fact.id): fact for fact in graph.facts}
    for node, properties, _ in nodes(graph):
        if node in facts:
            yield ox.Triple(node, _REIFIES, _meant(facts[node], graph))
        for predicate, value in dict.fromkeys(properties):
            if node not in facts or (predicate not in _REPLACED and value != _STATEMENT):
                yield ox.Triple(node, predicate, value)


def _meant(fact: Fact, graph: KnowledgeGraph) -> ox.Triple:
    subject, value = v.node(graph.base, fact.subject), v.node(graph.base, fact.object)
    return ox.Triple(subject, term(graph.ontology, fact.relation), value)
