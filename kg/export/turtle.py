"""The graph as RDF 1.1.

An entity has its class, labels and identifiers. A fact of any status is a statement node; the
direct triple stands only for an asserted fact. Evidence is a Web Annotation
(https://www.w3.org/TR/annotation-model/) whose body is the fact and whose target is a passage
of the document; passages are shared by the facts read from them. Every node has an IRI made
from its content, so two runs write the same bytes and a change shows as a small difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

import kg
from kg.export import vocabulary as v
from kg.export.measured import Property, decimal, qualifier_properties, term, value_properties
from kg.model import Document, Entity, Evidence, Fact, Observation, Status, content_id
from kg.ontology import RDF, SKOS, Ontology

if TYPE_CHECKING:
    import rdflib

    from kg.graph import KnowledgeGraph

_STRING = v.XSD + "string"
_INTEGER = ox.NamedNode(v.XSD + "integer")
_WIKIDATA = re.compile(r"Q[1-9]\d*\Z")


def to_turtle(graph: KnowledgeGraph) -> bytes:
    """Turtle, UTF-8: the same graph gives the same bytes."""
    return serialized(triples(graph), v.prefixes(graph.base, (e.id for e in graph.entities)))


def serialized(found: Iterable[ox.Triple], prefixes: Mapping[str, str]) -> bytes:
    """Triples in Turtle, prefixes sorted, a blank line between nodes."""
    data: bytes = ox.serialize(found, format=ox.RdfFormat.TURTLE, prefixes=dict(prefixes)) or b""
    # pyoxigraph writes one line a prefix, in no fixed order
    *header, body = data.split(b"\n", len(prefixes))
    # literals hold no raw line break, so a line end after a dot is the end of a node
    return b"\n".join(sorted(header)) + b"\n\n" + re.sub(rb" \.\n(?=.)", b" .\n\n", body)


def to_rdflib(graph: KnowledgeGraph) -> rdflib.Graph:
    """The same triples in an rdflib graph, with its prefixes bound."""
    return in_rdflib(triples(graph), v.prefixes(graph.base, (e.id for e in graph.entities)))


def in_rdflib(found: Iterable[ox.Triple | ox.Quad], prefixes: Mapping[str, str]) -> rdflib.Graph:
    """Any triples in an rdflib graph; far quicker than parsing them with it."""
    import rdflib

    def translated(node: Any) -> rdflib.term.Node:
        if isinstance(node, ox.Literal):
            kind = node.datatype.value
            plain = node.language or kind == _STRING
            return rdflib.Literal(node.value, lang=node.language, datatype=None if plain else rdflib.URIRef(kind))
        return rdflib.BNode(node.value) if isinstance(node, ox.BlankNode) else rdflib.URIRef(node.value)

    target = rdflib.Graph(bind_namespaces="none")
    for prefix, iri in prefixes.items():
        target.bind(prefix, iri)
    for t in found:
        target.add((translated(t.subject), translated(t.predicate), translated(t.object)))
    return target


def triples(graph: KnowledgeGraph) -> Iterator[ox.Triple]:
    """Every triple once, node by node: documents, entities, facts, observations, passages, extractors."""
    for subject, properties in _nodes(graph):
        # a dict drops repeats and keeps the order
        for predicate, value in dict.fromkeys(properties):
            yield ox.Triple(subject, predicate, value)


def _nodes(graph: KnowledgeGraph) -> Iterator[tuple[ox.NamedNode, Iterable[Property]]]:
    base = graph.base
    sayings: list[Fact | Observation] = [*graph.facts, *graph.observations]
    evidence = [e for said in sayings for e in said.evidence]
    extractors = sorted({e.extractor for e in evidence})
    yield v.node(base, "run"), _run(base, graph.documents, extractors)
    for document in sorted(graph.documents, key=lambda d: d.id):
        yield v.node(base, v.DOCUMENT, document.id), _document(document)
    direct = _direct_triples(graph)
    for entity in sorted(graph.entities, key=lambda e: e.id):
        yield v.node(base, entity.id), [*_entity(entity, graph.ontology), *direct.pop(entity.id, ())]
    for subject, properties in sorted(direct.items()):  # of a graph that lacks the entity
        yield v.node(base, subject), properties
    for said in sayings:
        folder, about = _said(said, graph)
        me = v.node(base, folder, said.id.removeprefix(folder + "/"))
        yield me, [*about, *_common(said, graph)]
        for e in said.evidence:
            yield v.node(base, v.EVIDENCE, _evidence_id(said.id, e)), _annotation(base, me, e)
    for document_id, start, end, quote in sorted({(e.document, e.start, e.end, e.quote) for e in evidence}):
        yield from _passage(base, document_id, (start, end), quote)
    for name in extractors:
        yield v.node(base, v.EXTRACTOR, name), [_a(v.PROV + "SoftwareAgent"), (v.LABEL, ox.Literal(name))]


def _direct_triples(graph: KnowledgeGraph) -> dict[str, list[Property]]:
    """Of asserted facts only: what naive SPARQL sees is so."""
    found: dict[str, list[Property]] = {}
    for f in sorted(graph.facts, key=lambda f: (f.relation, f.object)):
        if f.status is Status.ASSERTED:
            relation, value = term(graph.ontology, f.relation), v.node(graph.base, f.object)
            found.setdefault(f.subject, []).append((relation, value))
    return found


def _run(base: str, documents: Iterable[Document], extractors: Iterable[str]) -> Iterator[Property]:
    yield _a(v.PROV + "Activity")
    yield v.LABEL, ox.Literal(f"kg {kg.__version__}")
    for document in sorted(documents, key=lambda d: d.id):
        yield ox.NamedNode(v.PROV + "used"), v.node(base, v.DOCUMENT, document.id)
    for name in extractors:
        yield ox.NamedNode(v.PROV + "wasAssociatedWith"), v.node(base, v.EXTRACTOR, name)


def _document(document: Document) -> Iterator[Property]:
    yield _a(v.PROV + "Entity")
    yield ox.NamedNode(v.DCTERMS + "identifier"), ox.Literal(document.id)
    if document.title:
        yield ox.NamedNode(v.DCTERMS + "title"), ox.Literal(document.title)
    if document.date:
        yield ox.NamedNode(v.DCTERMS + "date"), v.dated(document.date)
    if document.source:
        yield ox.NamedNode(v.DCTERMS + "source"), v.web_address(document.source) or ox.Literal(document.source)


def _entity(entity: Entity, ontology: Ontology) -> Iterator[Property]:
    yield v.TYPE, term(ontology, entity.kind)
    yield v.LABEL, ox.Literal(entity.name)
    for alias in sorted(set(entity.aliases) - {entity.name}):
        yield ox.NamedNode(SKOS + "altLabel"), ox.Literal(alias)
    for key, value in sorted(entity.identifiers):
        if ontology.namespace + key in ontology.triples:
            yield ox.NamedNode(ontology.namespace + key), ox.Literal(value)
        elif _WIKIDATA.match(value):
            yield v.SAME_AS, ox.NamedNode("http://www.wikidata.org/entity/" + value)
        elif address := v.web_address(value):
            yield v.SAME_AS, address
        else:
            yield ox.NamedNode(v.DCTERMS + "identifier"), ox.Literal(f"{key}:{value}")


def _said(said: Fact | Observation, graph: KnowledgeGraph) -> tuple[str, list[Property]]:
    """The folder of a fact or observation, and what only its sort has."""
    subject = v.node(graph.base, said.subject)
    if isinstance(said, Fact):
        return v.FACT, [
            _a(v.VOCABULARIES["kg"] + "Fact"),
            _a(RDF + "Statement"),
            (ox.NamedNode(RDF + "subject"), subject),
            (ox.NamedNode(RDF + "predicate"), term(graph.ontology, said.relation)),
            (ox.NamedNode(RDF + "object"), v.node(graph.base, said.object)),
            *((_kg("contradicts"), _fact_node(graph.base, id)) for id in said.contradicts),
            *((_kg("endedBy"), _fact_node(graph.base, id)) for id in said.ended_by),
        ]
    return v.OBSERVATION, [
        _a(v.VOCABULARIES["kg"] + "Observation"),
        (_kg("about"), subject),
        (_kg("metric"), term(graph.ontology, said.metric)),
        (_kg("change"), term(graph.ontology, said.change.value)),
        *(value_properties(said.value) if said.value else ()),
    ]


def _fact_node(base: str, id: str) -> ox.NamedNode:
    return v.node(base, v.FACT, id.removeprefix(v.FACT + "/"))


def _common(said: Fact | Observation, graph: KnowledgeGraph) -> Iterator[Property]:
    yield _kg("status"), term(graph.ontology, said.status.value)
    yield _kg("confidence"), decimal(Decimal(str(float(said.confidence))))
    yield _kg("sources"), ox.Literal(str(said.sources), datatype=_INTEGER)
    for key, qualifier in said.qualifiers:
        yield from qualifier_properties(key, qualifier, graph.ontology)
    for document in sorted({e.document for e in said.evidence}):
        yield ox.NamedNode(v.PROV + "wasDerivedFrom"), v.node(graph.base, v.DOCUMENT, document)


def _annotation(base: str, said: ox.NamedNode, e: Evidence) -> Iterator[Property]:
    yield _a(v.OA + "Annotation")
    yield ox.NamedNode(v.OA + "hasBody"), said
    yield ox.NamedNode(v.OA + "hasTarget"), v.node(base, v.PASSAGE, _passage_id(e.document, e.start, e.end))
    yield ox.NamedNode(v.PROV + "wasAttributedTo"), v.node(base, v.EXTRACTOR, e.extractor)


def _passage(
    base: str, document: str, span: tuple[int, int], quote: str
) -> Iterator[tuple[ox.NamedNode, Iterable[Property]]]:
    """Characters of a document, chosen by position and by their words."""
    name = _passage_id(document, *span)
    position, words = (v.node(base, v.PASSAGE, f"{name}-{sort}") for sort in ("position", "quote"))
    selector = ox.NamedNode(v.OA + "hasSelector")
    yield (
        v.node(base, v.PASSAGE, name),
        [
            _a(v.OA + "SpecificResource"),
            (ox.NamedNode(v.OA + "hasSource"), v.node(base, v.DOCUMENT, document)),
            (selector, position),
            (selector, words),
        ],
    )
    start, end = (ox.Literal(str(n), datatype=_INTEGER) for n in span)
    ends = [(ox.NamedNode(v.OA + "start"), start), (ox.NamedNode(v.OA + "end"), end)]
    yield position, [_a(v.OA + "TextPositionSelector"), *ends]
    yield words, [_a(v.OA + "TextQuoteSelector"), (ox.NamedNode(v.OA + "exact"), ox.Literal(quote))]


def _evidence_id(said: str, e: Evidence) -> str:
    return content_id(said, e.document, str(e.start), str(e.end), e.extractor)


def _passage_id(document: str, start: int, end: int) -> str:
    return content_id(document, str(start), str(end))


def _a(iri: str) -> Property:
    return v.TYPE, ox.NamedNode(iri)


def _kg(name: str) -> ox.NamedNode:
    return ox.NamedNode(v.VOCABULARIES["kg"] + name)
