"""Whether an output folder holds what it promises: the shapes of ontology/shapes.ttl and the rules of the house."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import ontology as vocabulary
from kg.errors import InputError
from kg.export import DERIVED_FILES, INFERRED_FILES, VOCABULARIES, in_rdflib, node, read_graph
from kg.model import Fact, Observation, Status
from kg.query.dataset import Dataset, load
from kg.sentences import fact_sentence
from kg.terminal import clean

if TYPE_CHECKING:
    from kg.graph import KnowledgeGraph

VIOLATION, WARNING = "violation", "warning"
_SH = "http://www.w3.org/ns/shacl#"


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What is wrong and where: `where` is an id or a file, `severity` "violation" or "warning".

    `source` is "shacl" or the name of the rule that found it.
    """

    severity: str
    where: str
    message: str
    source: str


def check(folder: str | Path) -> list[Violation]:
    """Everything wrong with an output folder, sorted; a warning alone is no failure.

    Raises:
        InputError: the folder is not an output of kg, or a file in it is damaged.
    """
    path = Path(folder)
    graph, data = read_graph(path), load(path)
    found = [v for rule in RULES for v in rule(graph)]
    more = [t for name in (DERIVED_FILES[1], INFERRED_FILES[1]) for t in _triples(path / name)]
    return sorted({*found, *direct_triples(graph, data), *premises(graph, data, more), *shapes(data, more)})


def quotes(graph: KnowledgeGraph) -> Iterator[Violation]:
    """Evidence and mentions are the characters of the document that they point to."""
    texts = {document.id: document.text for document in graph.documents}
    places = [(f.id, e.document, (e.start, e.end), e.quote) for f in _said(graph) for e in f.evidence]
    places += [(e.id, m.document, (m.start, m.end), m.text) for e in graph.entities for m in e.mentions]
    for where, document, (start, end), quote in places:
        if document not in texts:
            yield Violation(VIOLATION, where, f"It points to the document {document!r}, which is not there.", "quotes")
        elif start < 0 or texts[document][start:end] != quote:
            message = f"Characters {start} to {end} of {document!r} are not the quote {quote[:60]!r}."
            yield Violation(VIOLATION, where, message, "quotes")


def order(graph: KnowledgeGraph) -> Iterator[Violation]:
    """Every file is sorted by id, and no id stands twice."""
    files: dict[str, Iterable[str]] = {
        "entities.jsonl": (e.id for e in graph.entities),
        "facts.jsonl": (f.id for f in graph.facts),
        "observations.jsonl": (o.id for o in graph.observations),
        "documents.jsonl": (d.id for d in graph.documents),
    }
    for name, ids in files.items():
        for before, after in pairwise(ids):
            if before >= after:
                wrong = "stands twice" if before == after else f"stands before {after!r}"
                yield Violation(VIOLATION, name, f"The id {before!r} {wrong}.", "order")


def ends(graph: KnowledgeGraph) -> Iterator[Violation]:
    """What a fact or observation is about is an entity of the graph."""
    for said in _said(graph):
        for entity in [said.subject, said.object] if isinstance(said, Fact) else [said.subject]:
            if entity not in graph.by_id:
                yield Violation(VIOLATION, said.id, f"It names the entity {entity!r}, which is not there.", "ends")


def contradictions(graph: KnowledgeGraph) -> Iterator[Violation]:
    """Facts that cannot both be so, and facts that are over, are worth a look, but are no fault of the graph."""
    by_id = {f.id: f for f in graph.facts}
    told = {d.id: f"{clean(d.id)} of {clean(d.date)}" if d.date else clean(d.id) for d in graph.documents}
    for fact in graph.facts:
        for word, ids in (("but", fact.contradicts), ("and now", fact.ended_by)):
            for other in (by_id[id] for id in ids if id in by_id):
                if word == "but" and _rank(fact) > _rank(other):
                    continue  # each pair once, what is so before what is not
                message = f"{_told(graph, fact, told)}, {word} {_told(graph, other, told)}: see {other.id}."
                yield Violation(WARNING, fact.id, message, "contradictions" if word == "but" else "ended")


def _rank(fact: Fact) -> tuple[bool, str]:
    return fact.status is not Status.ASSERTED, fact.id


def _told(graph: KnowledgeGraph, fact: Fact, told: Mapping[str, str]) -> str:
    documents = list(dict.fromkeys(told.get(e.document, e.document) for e in fact.evidence))
    more = f" and {len(documents) - 2} more" if documents[2:] else ""
    return f"{fact_sentence(graph, fact)} ({', '.join(documents[:2])}{more})"


RULES: tuple[Callable[[KnowledgeGraph], Iterable[Violation]], ...] = (quotes, order, ends, contradictions)


def direct_triples(graph: KnowledgeGraph, data: Dataset) -> Iterator[Violation]:
    """The direct triple stands in graph.ttl for asserted facts, and for these alone."""
    asserted = {
        (node(data.base, f.subject).value, graph.ontology.iri(f.relation), node(data.base, f.object).value)
        for f in graph.facts
        if f.status is Status.ASSERTED
    }
    relations = [ox.NamedNode(r.iri) for r in graph.ontology.relations.values()]
    quads = (q for r in relations for q in data.store.quads_for_pattern(None, r, None, ox.DefaultGraph()))
    stands = {(_iri(q.subject), q.predicate.value, _iri(q.object)) for q in quads}
    for triple in stands ^ asserted:
        subject, relation, value = (vocabulary.local_name(iri) for iri in triple)
        why = "is asserted without its direct triple" if triple in asserted else "stands without being asserted"
        message = f"{subject} {relation} {value} {why}."
        yield Violation(VIOLATION, triple[0].removeprefix(data.base), message, "direct triples")


def shapes(data: Dataset, more: Iterable[ox.Quad] = ()) -> Iterator[Violation]:
    """What pySHACL finds with shapes.ttl; the ontology stands beside the graph, and `more` with it."""
    import pyshacl
    import rdflib

    rules = rdflib.Graph().parse(vocabulary.folder() / "shapes.ttl", format="turtle")
    whole = in_rdflib([*data.store.quads_for_pattern(None, None, None, None), *more], data.prefixes)
    _, report, _ = pyshacl.validate(whole, shacl_graph=rules, inplace=True)
    for result in report.subjects(rdflib.RDF.type, rdflib.URIRef(_SH + "ValidationResult")):

        def part(name: str, result: rdflib.term.Node = result) -> str:
            return str(report.value(result, rdflib.URIRef(_SH + name)) or "")

        focus, value, path = part("focusNode"), part("value"), vocabulary.local_name(part("resultPath"))
        if not focus.startswith(data.base) and value.startswith(data.base):
            focus, value = value, focus  # asked of a relation, found in a fact
        severity = VIOLATION if part("resultSeverity") == _SH + "Violation" else WARNING
        about = f" ({path}: {vocabulary.local_name(value)[:60]})" if path and value else ""
        yield Violation(severity, focus.removeprefix(data.base), part("resultMessage") + about, "shacl")


def premises(graph: KnowledgeGraph, data: Dataset, more: Iterable[ox.Quad]) -> Iterator[Violation]:
    """What is inferred rests on asserted facts that nothing contradicts or ends."""
    sound = {f.id for f in graph.facts if f.status is Status.ASSERTED and not (f.contradicts or f.ended_by)}
    triples, kind = list(more), vocabulary.NAMESPACE + "InferredFact"
    inferred = {_iri(t.subject) for t in triples if _iri(t.object) == kind}
    for t in triples:
        if _iri(t.subject) in inferred and t.predicate.value == VOCABULARIES["prov"] + "wasDerivedFrom":
            fact = _iri(t.object).removeprefix(data.base)
            if fact not in sound:
                where = _iri(t.subject).removeprefix(data.base)
                yield Violation(VIOLATION, where, f"It rests on {fact!r}, which is no fact to build on.", "premises")


def _triples(path: Path) -> list[ox.Quad]:
    """The triples of a file beside graph.ttl, where a build has written one."""
    try:
        return list(ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)) if path.exists() else []
    except (SyntaxError, OSError) as error:
        raise InputError(f"{path} cannot be read: {error}.") from error


def _said(graph: KnowledgeGraph) -> list[Fact | Observation]:
    return [*graph.facts, *graph.observations]


def _iri(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else str(term)
