"""The graph parted into named graphs for a server that others use too: nothing stands in its default graph.

A document's graph is that of graph.nq. What graph.nq keeps in the default graph, since it rests on no document alone,
stands here in graphs of its own below `graph/`: the run with its extractors in one, the entities in one or, where
there are many, in 16, 256 ... by a hash of the IRI, so that what is new of a few leaves most descriptions alone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.export import vocabulary as v
from kg.export.encodable import encodable
from kg.export.formats import no_collection
from kg.export.nquads import quads
from kg.ontology import NAMESPACE, RDFS

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

FOLDER = "graph"
_TOGETHER = 256  # entities that may share a graph, on average
_FINGERPRINT = ox.NamedNode(NAMESPACE + "fingerprint")


def named_graphs(graph: KnowledgeGraph) -> dict[str, bytes]:
    """The N-Triples of each graph by its IRI, both sorted; without blank nodes, so equal graphs have equal bytes."""
    found: dict[str, list[ox.Triple]] = {}
    digits = _digits(len(graph.entities))
    with no_collection():
        for quad in quads(encodable(graph)):
            name = quad.graph_name if isinstance(quad.graph_name, ox.NamedNode) else _place(graph.base, quad, digits)
            found.setdefault(name.value, []).append(quad.triple)
    return {name: _lines(found[name]) for name in sorted(found)}


def graph_of_document(base: str, document: str) -> str:
    """The IRI of a document's graph, which is its own."""
    return v.node(base, v.DOCUMENT, document).value


def holds_document(base: str, name: str) -> bool:
    """Whether a graph of this IRI is that of a document."""
    return name.startswith(f"{base}{v.DOCUMENT}/")


def ledger_name(base: str) -> str:
    """The IRI of the graph that tells which graphs of a server are kg's."""
    return v.node(base, FOLDER, "pushed").value


def ledger(base: str, fingerprints: Mapping[str, str]) -> bytes:
    """The N-Triples of that graph: a fingerprint of each graph, "" of one whose content is not known."""
    comment = ox.Literal("Kept by kg push: the graphs that it wrote, with a fingerprint of each.")
    found = [ox.Triple(ox.NamedNode(ledger_name(base)), ox.NamedNode(RDFS + "comment"), comment)]
    found += [ox.Triple(ox.NamedNode(name), _FINGERPRINT, ox.Literal(f)) for name, f in fingerprints.items()]
    return _lines(found)


def read_ledger(content: bytes, media_type: str) -> dict[str, str]:
    """The fingerprints in a ledger as a server gives it back.

    Raises:
        ValueError: this is no RDF of a known type.
    """
    form = ox.RdfFormat.from_media_type(media_type)
    if form is None:
        raise ValueError(f"{media_type or 'no media type'} is no RDF")
    found = [t for t in ox.parse(content, format=form, base_iri="about:blank") if t.predicate == _FINGERPRINT]
    return {t.subject.value: t.object.value for t in found}


def _place(base: str, quad: ox.Quad, digits: int) -> ox.NamedNode:
    """The graph of what rests on no document."""
    subject = str(quad.subject).strip("<>")
    if subject == base + "run" or subject.startswith(f"{base}{v.EXTRACTOR}/"):
        return v.node(base, FOLDER, "run")
    part = hashlib.sha256(subject.encode()).hexdigest()[:digits]
    return v.node(base, FOLDER, "-".join(filter(None, ["entities", part])))


def _digits(entities: int) -> int:
    """How many hexadecimal digits tell the graphs of entities apart."""
    digits = 0
    while entities > _TOGETHER * 16**digits:
        digits += 1
    return digits


def _lines(triples: list[ox.Triple]) -> bytes:
    content: bytes = ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""
    return b"".join(line + b"\n" for line in sorted(content.split(b"\n")) if line)
