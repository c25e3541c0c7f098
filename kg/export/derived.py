"""derived.jsonl and derived.ttl: numbers that no text states, apart from the graph that they follow from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.export import vocabulary as v
from kg.export.encodable import cleaned
from kg.export.jsonl import Json, write_lines
from kg.export.measured import Property, confidence, qualifier_properties, term, value_properties
from kg.export.qualifiers import qualifiers_to_json, value_to_json
from kg.export.serialized import serialize
from kg.export.values import in_words
from kg.model import Derived

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

DERIVED_FILES = ("derived.jsonl", "derived.ttl")


def write_derived(derived: Iterable[Derived], graph: KnowledgeGraph, folder: Path) -> None:
    """Write both files."""
    ordered = sorted(map(cleaned, derived), key=lambda d: d.id)
    names = {entity.id: entity.name for entity in graph.entities}
    write_lines((_to_json(d, names) for d in ordered), folder / DERIVED_FILES[0])
    nodes = ((v.node(graph.base, d.id), _properties(d, graph)) for d in ordered)
    triples = (ox.Triple(me, predicate, value) for me, about in nodes for predicate, value in dict.fromkeys(about))
    prefixes = v.prefixes(graph.base, (e.id for e in graph.entities)) | {v.DERIVED: f"{graph.base}{v.DERIVED}/"}
    with (folder / DERIVED_FILES[1]).open("wb") as file:
        serialize(triples, prefixes, file)


def _to_json(d: Derived, names: Mapping[str, str]) -> Json:
    return {
        "id": d.id,
        "subject": d.subject,
        "subject_name": names.get(d.subject, ""),
        "metric": d.metric,
        "kind": d.change.value,
        "value": value_to_json(d.value),
        "text": in_words(d.value),
        "derived": True,
        "rule": d.rule,
        "formula": d.formula,
        "inputs": list(d.inputs),
        "status": d.status.value,
        "confidence": float(d.confidence),
        "qualifiers": qualifiers_to_json(d.qualifiers),
    }


def _properties(d: Derived, graph: KnowledgeGraph) -> Iterator[Property]:
    def kg(name: str) -> ox.NamedNode:
        return ox.NamedNode(v.VOCABULARIES["kg"] + name)

    yield v.TYPE, kg("DerivedObservation")
    yield kg("about"), v.node(graph.base, d.subject)
    yield kg("metric"), term(graph.ontology, d.metric)
    yield kg("change"), term(graph.ontology, d.change.value)
    yield from value_properties(d.value)
    yield kg("rule"), ox.Literal(d.rule)
    yield kg("formula"), ox.Literal(d.formula)
    yield kg("status"), term(graph.ontology, d.status.value)
    yield kg("confidence"), confidence(d.confidence)
    for key, qualifier in d.qualifiers:
        yield from qualifier_properties(key, qualifier, graph.ontology)
    for said in d.inputs:
        yield ox.NamedNode(v.PROV + "wasDerivedFrom"), v.node(graph.base, said)
