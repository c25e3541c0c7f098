"""inferred.jsonl and inferred.ttl: relations that no text states, apart from the graph that they follow from.

In a data set the triples of inferred.ttl stand in the named graph <base>inferred, so that they can be told from what
was read, and dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.export import vocabulary as v
from kg.export.encodable import cleaned
from kg.export.jsonl import Json, write_lines
from kg.export.measured import Property, confidence, qualifier_properties
from kg.export.qualifiers import qualifiers_to_json
from kg.export.serialized import serialize
from kg.model import Inferred
from kg.ontology import RDF, local_name

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

INFERRED_FILES = ("inferred.jsonl", "inferred.ttl")


def write_inferred(inferred: Iterable[Inferred], graph: KnowledgeGraph, folder: Path) -> None:
    """Write both files."""
    ordered = sorted(map(cleaned, inferred), key=lambda i: i.id)
    names = {entity.id: entity.name for entity in graph.entities}
    write_lines((_to_json(i, names) for i in ordered), folder / INFERRED_FILES[0])
    prefixes = v.prefixes(graph.base, (e.id for e in graph.entities)) | {v.INFERRED: f"{graph.base}{v.INFERRED}/"}
    with (folder / INFERRED_FILES[1]).open("wb") as file:
        serialize(inferred_triples(ordered, graph), prefixes, file)


def inferred_graph(base: str) -> ox.NamedNode:
    """The named graph of everything inferred."""
    return v.node(base, v.INFERRED)


def inferred_triples(inferred: Iterable[Inferred], graph: KnowledgeGraph) -> Iterator[ox.Triple]:
    """The plain triple of each inferred fact, and a node that says by which rule it follows from which facts."""
    iris = _properties_by_name(graph)
    for i in inferred:
        subject, object_ = v.node(graph.base, i.subject), v.node(graph.base, i.object)
        predicate = ox.NamedNode(iris.get(i.relation, graph.ontology.iri(i.relation)))
        yield ox.Triple(subject, predicate, object_)
        me = v.node(graph.base, i.id)
        about = [*_statement(subject, predicate, object_), *_reasons(i, graph)]
        yield from (ox.Triple(me, name, value) for name, value in dict.fromkeys(about))


def _properties_by_name(graph: KnowledgeGraph) -> dict[str, str]:
    """IRIs by local name, those of kg's own namespace first."""
    own = graph.ontology.namespace
    named = (iri for iri in graph.ontology.triples if not iri.startswith("_:"))
    return {local_name(iri): iri for iri in sorted(named, key=lambda iri: (iri.startswith(own), iri))}


def _statement(subject: ox.NamedNode, predicate: ox.NamedNode, object_: ox.NamedNode) -> Iterator[Property]:
    yield v.TYPE, _kg("InferredFact")
    ends = {"subject": subject, "predicate": predicate, "object": object_}
    yield from ((ox.NamedNode(RDF + name), end) for name, end in ends.items())


def _reasons(i: Inferred, graph: KnowledgeGraph) -> Iterator[Property]:
    yield _kg("rule"), ox.Literal(i.rule)
    yield _kg("formula"), ox.Literal(i.formula)
    yield _kg("confidence"), confidence(i.confidence)
    for key, qualifier in i.qualifiers:
        yield from qualifier_properties(key, qualifier, graph.ontology)
    for fact in i.premises:
        yield ox.NamedNode(v.PROV + "wasDerivedFrom"), v.node(graph.base, fact)


def _to_json(i: Inferred, names: Mapping[str, str]) -> Json:
    return {
        "id": i.id,
        "subject": i.subject,
        "subject_name": names.get(i.subject, ""),
        "relation": i.relation,
        "object": i.object,
        "object_name": names.get(i.object, ""),
        "inferred": True,
        "rule": i.rule,
        "premises": list(i.premises),
        "formula": i.formula,
        "confidence": float(i.confidence),
        "qualifiers": qualifiers_to_json(i.qualifiers),
    }


def _kg(name: str) -> ox.NamedNode:
    return ox.NamedNode(v.VOCABULARIES["kg"] + name)
