"""N-Quads (https://www.w3.org/TR/n-quads/) with a named graph a document.

The graph of a document has the document's own IRI. In it stand the document, its passages and evidence, and every
fact and observation that it says, with the direct triple where that is asserted; what several documents say stands
in each of their graphs, each time with that document alone as its source. Entities, the run and extractors stand in
the default graph. Together the graphs hold the triples of graph.ttl, no more and no less.

So `DROP GRAPH <document>` takes back what only that document says, and leaves what others say too. Status and
confidence stay those that all documents gave together, and entities stay: for numbers reckoned anew remove the
document from the store and export again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.export import vocabulary as v
from kg.export.measured import term
from kg.export.turtle import nodes
from kg.model import Status

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

FILES = ("graph.nq",)
OPENED_IN = "Oxigraph, Jena, GraphDB, rdflib"

_SOURCE = ox.NamedNode(v.PROV + "wasDerivedFrom")
_DEFAULT = ox.DefaultGraph()


def write(graph: KnowledgeGraph, folder: Path) -> None:
    """Write graph.nq."""
    with (folder / FILES[0]).open("wb") as file:
        ox.serialize(quads(graph), file, format=ox.RdfFormat.N_QUADS)


def quads(graph: KnowledgeGraph) -> Iterator[ox.Quad]:
    """Every quad once: node by node, then the direct triples."""
    for subject, properties, documents in nodes(graph, direct=False):
        found = list(dict.fromkeys(properties))
        for name in _graphs(graph.base, documents):
            for predicate, value in found:
                if predicate != _SOURCE or name in (value, _DEFAULT):
                    yield ox.Quad(subject, predicate, value, name)
    for fact in graph.facts:
        if fact.status is Status.ASSERTED:
            subject, value = v.node(graph.base, fact.subject), v.node(graph.base, fact.object)
            relation = term(graph.ontology, fact.relation)
            for name in _graphs(graph.base, sorted({e.document for e in fact.evidence})):
                yield ox.Quad(subject, relation, value, name)


def quads_of(graph: KnowledgeGraph) -> list[str]:
    """The same as lines, without their line ends."""
    return [f"{quad} ." for quad in quads(graph)]


def _graphs(base: str, documents: Iterable[str]) -> list[ox.NamedNode | ox.DefaultGraph]:
    """The graphs of some documents; of none, the default graph."""
    found: list[ox.NamedNode | ox.DefaultGraph] = [v.node(base, v.DOCUMENT, document) for document in documents]
    return found or [_DEFAULT]
