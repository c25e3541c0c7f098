"""The graph as RDF 1.1.

An entity has its class, labels and identifiers. A fact of any status is a statement node; the
direct triple stands only for an asserted fact. Evidence is a Web Annotation
(https://www.w3.org/TR/annotation-model/) whose body is the fact and whose target is a passage
of the document; passages are shared by the facts read from them. Every node has an IRI made
from its content, so two runs write the same bytes and a change shows as a small difference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, groupby, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

import kg
from kg.export import vocabulary as v
from kg.export.measured import Property, confidence, qualifier_properties, term, value_properties
from kg.export.serialized import serialize, serialized
from kg.export.sorting import Ordered, by_id
from kg.model import Document, Entity, Evidence, Fact, Observation, Status, content_id
from kg.ontology import RDF, SKOS, Ontology

if TYPE_CHECKING:
    import rdflib

    from kg.graph import KnowledgeGraph

FILES = ("graph.ttl",)
OPENED_IN = "any RDF 1.1 tool"

Node = tuple[ox.NamedNode, Iterable[Property], tuple[str, ...]]
Taker = Callable[[ox.NamedNode, Collection[Property]], None]

_STRING = v.XSD + "string"
_INTEGER = ox.NamedNode(v.XSD + "integer")
_known_node = lru_cache(maxsize=1000)(v.node)  # of what is named often
_PART = 1000  # properties of the run that are given at once
_WIKIDATA = re.compile(r"Q[1-9]\d*\Z")


def write(graph: KnowledgeGraph, folder: Path, *takers: Taker) -> None:
    """Write graph.ttl; who else wants to know what is said of each node is told, as making nodes takes time."""
    with (folder / FILES[0]).open("wb") as file:
        serialize(triples(graph, *takers), v.prefixes(graph.base, (e.id for e in graph.entities)), file)


def to_turtle(graph: KnowledgeGraph) -> bytes:
    """Turtle, UTF-8: the same graph gives the same bytes."""
    return serialized(triples(graph), v.prefixes(graph.base, (e.id for e in graph.entities)))


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


def triples(graph: KnowledgeGraph, *takers: Taker) -> Iterator[ox.Triple]:
    """Every triple once, node by node: documents, entities, facts, observations, passages, extractors."""
    for subject, properties in said_of(nodes(graph)):
        for take in takers:
            take(subject, properties)
        for predicate, value in properties:
            yield ox.Triple(subject, predicate, value)


def said_of(found: Iterable[Node]) -> Iterator[tuple[ox.NamedNode, Collection[Property]]]:
    """Each node with what is said of it, once."""
    # a dict drops repeats and keeps the order
    return ((subject, dict.fromkeys(properties)) for subject, properties, _ in found)


def nodes(graph: KnowledgeGraph, *, direct: bool = True) -> Iterator[Node]:
    """Every node with what is said of it, and the documents that it rests on.

    Entities, extractors and the run rest on none; the run, which names all documents, comes in parts. Without
    `direct` the triples of asserted facts are left out.
    """
    base = graph.base
    passages, asserted = Ordered(), Ordered()
    extractors = _gathered(graph, passages, asserted if direct else None)
    run = _run(base, graph.documents, extractors)
    while part := list(islice(run, _PART)):
        yield v.node(base, "run"), part, ()
    for document in by_id(graph.documents):
        yield v.node(base, v.DOCUMENT, document.id), _document(document), (document.id,)
    yield from _entities(graph, asserted)
    for said in chain[Fact | Observation](graph.facts, graph.observations):
        yield from _stated(said, graph)
    for document_id, start, end, quote in passages:
        span = int(start), int(end)
        for node, content in _passage(base, str(document_id), span, str(quote)):
            yield node, content, (str(document_id),)
    for name in extractors:
        yield v.node(base, v.EXTRACTOR, name), [_a(v.PROV + "SoftwareAgent"), (v.LABEL, ox.Literal(name))], ()


def _gathered(graph: KnowledgeGraph, passages: Ordered, asserted: Ordered | None) -> list[str]:
    """What must be known in order before facts are written: passages, direct triples, and the extractors' names."""
    extractors = set()
    for said in chain[Fact | Observation](graph.facts, graph.observations):
        for e in said.evidence:
            extractors.add(e.extractor)
            passages.add((e.document, e.start, e.end, e.quote))
        # of asserted facts only: what naive SPARQL sees is so
        if asserted is not None and isinstance(said, Fact) and said.status is Status.ASSERTED:
            asserted.add((said.subject, said.relation, said.object))
    return sorted(extractors)


def _entities(graph: KnowledgeGraph, asserted: Iterable[tuple[str | int, ...]]) -> Iterator[Node]:
    """Entities with their direct triples, then subjects that the graph lacks as entities."""
    groups = ((str(subject), list(rows)) for subject, rows in groupby(asserted, key=lambda row: row[0]))
    coming, lost = next(groups, None), []
    for entity in by_id(graph.entities):
        while coming and coming[0] < entity.id:
            lost.append(coming)
            coming = next(groups, None)
        own: Iterable[Property] = ()
        if coming and coming[0] == entity.id:
            own, coming = _direct(coming[1], graph), next(groups, None)
        yield v.node(graph.base, entity.id), [*_entity(entity, graph.ontology), *own], ()
    for subject, rows in chain(lost, [coming] if coming else [], groups):
        yield v.node(graph.base, subject), list(_direct(rows, graph)), ()


def _direct(rows: Iterable[tuple[str | int, ...]], graph: KnowledgeGraph) -> Iterator[Property]:
    for _, relation, value in rows:
        yield term(graph.ontology, str(relation)), v.node(graph.base, str(value))


def _stated(said: Fact | Observation, graph: KnowledgeGraph) -> Iterator[Node]:
    """The node of a fact or observation, then those of its evidence."""
    folder, about = _said(said, graph)
    me = said_node(graph.base, folder, said.id)
    documents = tuple(sorted({e.document for e in said.evidence}))
    yield me, [*about, *_common(said, graph, documents)], documents
    for e in said.evidence:
        yield v.node(graph.base, v.EVIDENCE, _evidence_id(said.id, e)), _annotation(graph.base, me, e), (e.document,)


def said_node(base: str, folder: str, id: str) -> ox.NamedNode:
    """The node of a fact or observation; an id may hold its folder."""
    return v.node(base, folder, id.removeprefix(folder + "/"))


def _run(base: str, documents: Sequence[Document], extractors: Iterable[str]) -> Iterator[Property]:
    yield _a(v.PROV + "Activity")
    yield v.LABEL, ox.Literal(f"kg {kg.__version__}")
    for id, _ in groupby(document.id for document in by_id(documents)):
        yield v.named(v.PROV + "used"), v.node(base, v.DOCUMENT, id)
    for name in extractors:
        yield v.named(v.PROV + "wasAssociatedWith"), v.node(base, v.EXTRACTOR, name)


def _document(document: Document) -> Iterator[Property]:
    yield _a(v.PROV + "Entity")
    yield v.named(v.DCTERMS + "identifier"), ox.Literal(document.id)
    if document.title:
        yield v.named(v.DCTERMS + "title"), ox.Literal(document.title)
    if document.date:
        yield v.named(v.DCTERMS + "date"), v.dated(document.date)
    if document.source:
        yield v.named(v.DCTERMS + "source"), v.web_address(document.source) or ox.Literal(document.source)


def _entity(entity: Entity, ontology: Ontology) -> Iterator[Property]:
    yield v.TYPE, term(ontology, entity.kind)
    yield v.LABEL, ox.Literal(entity.name)
    for alias in sorted(set(entity.aliases) - {entity.name}):
        yield v.named(SKOS + "altLabel"), ox.Literal(alias)
    for key, value in sorted(entity.identifiers):
        if ontology.namespace + key in ontology.triples:
            yield v.named(ontology.namespace + key), ox.Literal(value)
        elif _WIKIDATA.match(value):
            yield v.SAME_AS, ox.NamedNode("http://www.wikidata.org/entity/" + value)
        elif address := v.web_address(value):
            yield v.SAME_AS, address
        else:
            yield v.named(v.DCTERMS + "identifier"), ox.Literal(f"{key}:{value}")


def _said(said: Fact | Observation, graph: KnowledgeGraph) -> tuple[str, list[Property]]:
    """The folder of a fact or observation, and what only its sort has."""
    subject = v.node(graph.base, said.subject)
    if isinstance(said, Fact):
        return v.FACT, [
            _a(v.VOCABULARIES["kg"] + "Fact"),
            _a(RDF + "Statement"),
            (v.named(RDF + "subject"), subject),
            (v.named(RDF + "predicate"), term(graph.ontology, said.relation)),
            (v.named(RDF + "object"), v.node(graph.base, said.object)),
            *((_kg("contradicts"), said_node(graph.base, v.FACT, id)) for id in said.contradicts),
            *((_kg("endedBy"), said_node(graph.base, v.FACT, id)) for id in said.ended_by),
        ]
    return v.OBSERVATION, [
        _a(v.VOCABULARIES["kg"] + "Observation"),
        (_kg("about"), subject),
        (_kg("metric"), term(graph.ontology, said.metric)),
        (_kg("change"), term(graph.ontology, said.change.value)),
        *(value_properties(said.value) if said.value else ()),
    ]


def _common(said: Fact | Observation, graph: KnowledgeGraph, documents: Iterable[str]) -> Iterator[Property]:
    yield _kg("status"), term(graph.ontology, said.status.value)
    yield _kg("confidence"), confidence(said.confidence)
    yield _kg("sources"), ox.Literal(str(said.sources), datatype=_INTEGER)
    for key, qualifier in said.qualifiers:
        yield from qualifier_properties(key, qualifier, graph.ontology)
    for document in documents:
        yield v.named(v.PROV + "wasDerivedFrom"), v.node(graph.base, v.DOCUMENT, document)


def _annotation(base: str, said: ox.NamedNode, e: Evidence) -> list[Property]:
    return [
        _a(v.OA + "Annotation"),
        (v.named(v.OA + "hasBody"), said),
        (v.named(v.OA + "hasTarget"), v.node(base, v.PASSAGE, _passage_id(e.document, e.start, e.end))),
        (v.named(v.PROV + "wasAttributedTo"), _known_node(base, v.EXTRACTOR, e.extractor)),
    ]


def _passage(
    base: str, document: str, span: tuple[int, int], quote: str
) -> Iterator[tuple[ox.NamedNode, Iterable[Property]]]:
    """Characters of a document, chosen by position and by their words."""
    name = _passage_id(document, *span)
    position, words = (v.node(base, v.PASSAGE, f"{name}-{sort}") for sort in ("position", "quote"))
    selector = v.named(v.OA + "hasSelector")
    yield (
        v.node(base, v.PASSAGE, name),
        [
            _a(v.OA + "SpecificResource"),
            (v.named(v.OA + "hasSource"), _known_node(base, v.DOCUMENT, document)),
            (selector, position),
            (selector, words),
        ],
    )
    start, end = (ox.Literal(str(n), datatype=_INTEGER) for n in span)
    ends = [(v.named(v.OA + "start"), start), (v.named(v.OA + "end"), end)]
    yield position, [_a(v.OA + "TextPositionSelector"), *ends]
    yield words, [_a(v.OA + "TextQuoteSelector"), (v.named(v.OA + "exact"), ox.Literal(quote))]


def _evidence_id(said: str, e: Evidence) -> str:
    return content_id(said, e.document, str(e.start), str(e.end), e.extractor)


def _passage_id(document: str, start: int, end: int) -> str:
    return content_id(document, str(start), str(end))


@cache
def _a(iri: str) -> Property:
    return v.TYPE, v.named(iri)


@cache
def _kg(name: str) -> ox.NamedNode:
    return v.named(v.VOCABULARIES["kg"] + name)
