"""A read-only view of ontology/*.ttl, and the only place that reads it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError

NAMESPACE = "https://w3id.org/kg-business/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
SKOS = "http://www.w3.org/2004/02/skos/core#"


def folder() -> Path:
    """Where the ontology lies: beside the sources in a checkout, else inside the installed package."""
    package = Path(__file__).parent
    beside = package.parent / "ontology"
    return beside if (beside / "core.ttl").exists() else package / "_ontology"


Node = ox.NamedNode | ox.BlankNode | ox.Literal


@dataclass(frozen=True, slots=True)
class Term:
    """A kind, status, metric or change: its local name, label and definition."""

    name: str
    iri: str
    label: str
    definition: str
    broader: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation kg reads. `domain` and `range` hold every kind (leaf or not) that may stand there.

    `one_at_a_time` says that a subject has one object at a time, `adds_up` that shares in one object are parts of
    one whole.
    """

    name: str
    iri: str
    label: str
    definition: str
    domain: frozenset[str]
    range: frozenset[str]
    inverse: str = ""
    inverse_label: str = ""
    symmetric: bool = False
    one_at_a_time: bool = False
    adds_up: bool = False

    def allows(self, subject_kind: str, object_kind: str) -> bool:
        """Whether entities of these kinds may stand in the relation."""
        return subject_kind in self.domain and object_kind in self.range


@dataclass(frozen=True)
class Ontology:
    """Kinds, relations, statuses, metrics and changes, each by its name.

    The name is the local name of the IRI, of metrics the label ("share price").
    """

    kinds: Mapping[str, Term]
    relations: Mapping[str, Relation]
    statuses: Mapping[str, Term]
    metrics: Mapping[str, Term]
    changes: Mapping[str, Term]
    triples: Mapping[str, Mapping[str, tuple[Node, ...]]] = field(repr=False, compare=False)
    namespace: str = NAMESPACE

    @classmethod
    def load(cls, *more: str | Path) -> Ontology:
        """Read the shipped ontology and lexicon, and more Turtle files that add to them.

        Raises:
            OntologyError: a file is missing or not Turtle, or a relation lacks label, domain or range.
        """
        files = (folder() / "core.ttl", folder() / "lexicon.en.ttl", *(Path(p) for p in more))
        return _load(tuple(f.resolve() for f in files))

    def iri(self, name: str) -> str:
        """The IRI of a relation, kind, status, metric or change."""
        for terms in (self.relations, self.kinds, self.statuses, self.metrics, self.changes):
            if name in terms:
                return terms[name].iri
        return self.namespace + name

    def is_a(self, kind: str, broader: str) -> bool:
        """Whether a kind is, or is narrower than, another."""
        return kind == broader or any(self.is_a(b, broader) for b in self.kinds[kind].broader if b in self.kinds)

    @cached_property
    def leaf_kinds(self) -> tuple[str, ...]:
        """Kinds without narrower ones: those that entities have."""
        parents = {b for kind in self.kinds.values() for b in kind.broader}
        return tuple(sorted(set(self.kinds) - parents))


Triples = dict[str, dict[str, tuple[Node, ...]]]


@lru_cache(maxsize=8)
def _load(files: tuple[Path, ...]) -> Ontology:
    triples = _read(files)
    of_type: dict[str, list[str]] = {}
    for subject, properties in triples.items():
        for kind in properties.get(RDF + "type", ()):
            of_type.setdefault(kind.value, []).append(subject)
    kinds = _kinds(triples, of_type.get(OWL + "Class", ()))
    return Ontology(
        kinds=kinds,
        relations={r.name: r for r in (_relation(triples, kinds, s) for s in of_type.get(NAMESPACE + "Relation", ()))},
        statuses=_terms(triples, of_type.get(NAMESPACE + "Status", ())),
        metrics={t.label: t for t in _terms(triples, of_type.get(NAMESPACE + "Metric", ())).values()},
        changes=_terms(triples, of_type.get(NAMESPACE + "Change", ())),
        triples=triples,
    )


def _read(files: Iterable[Path]) -> Triples:
    found: dict[str, dict[str, list[Node]]] = {}
    for number, path in enumerate(files):
        try:
            for t in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE):
                # a blank node's label is only unique within its file
                subject = _key(t.subject, number)
                value = ox.BlankNode(f"f{number}{t.object.value}") if isinstance(t.object, ox.BlankNode) else t.object
                found.setdefault(subject, {}).setdefault(t.predicate.value, []).append(value)
        except OSError as error:
            raise OntologyError(f"Cannot read the ontology file {path}: {error.strerror or error}.") from error
        except SyntaxError as error:
            raise OntologyError(f"{path} is not valid Turtle: {error}.") from error
    return {s: {p: tuple(v) for p, v in properties.items()} for s, properties in found.items()}


def _key(node: Node, number: int) -> str:
    return f"_:f{number}{node.value}" if isinstance(node, ox.BlankNode) else str(node.value)


def node_key(term: Node) -> str:
    """The key of an object term in `Ontology.triples`."""
    return f"_:{term.value}" if isinstance(term, ox.BlankNode) else str(term.value)


def local_name(iri: str) -> str:
    """What follows the last # or / of an IRI."""
    return iri.replace("#", "/").rsplit("/", 1)[-1]


def text_of(triples: Triples | Mapping[str, Mapping[str, tuple[Node, ...]]], subject: str, predicate: str) -> str:
    """The first literal of a property, or ""."""
    values = triples.get(subject, {}).get(predicate, ())
    return str(values[0].value) if values else ""


def _terms(triples: Triples, subjects: Iterable[str]) -> dict[str, Term]:
    known = set(subjects)
    return {
        local_name(s): Term(
            local_name(s),
            s,
            text_of(triples, s, RDFS + "label"),
            text_of(triples, s, SKOS + "definition"),
            tuple(local_name(node_key(o)) for o in triples[s].get(RDFS + "subClassOf", ()) if node_key(o) in known),
        )
        for s in sorted(known)
        if not s.startswith("_:")
    }


def _kinds(triples: Triples, classes: Iterable[str]) -> dict[str, Term]:
    """The classes at or below kg:Entity."""
    terms = _terms(triples, classes)

    def below(name: str, path: tuple[str, ...] = ()) -> bool:
        if name in path:
            raise OntologyError(f"The kind {name} is a subclass of itself.")
        return name == "Entity" or any(below(b, (*path, name)) for b in terms[name].broader if b in terms)

    return {name: term for name, term in terms.items() if below(name)}


def _relation(triples: Triples, kinds: Mapping[str, Term], iri: str) -> Relation:
    name = local_name(iri)
    label = text_of(triples, iri, RDFS + "label")
    domain, range_ = (_members(triples, kinds, iri, RDFS + side) for side in ("domain", "range"))
    if not (label and domain and range_):
        raise OntologyError(f"The relation {name} needs rdfs:label, rdfs:domain and rdfs:range.")
    inverse = triples[iri].get(OWL + "inverseOf", ())
    inverse_iri = node_key(inverse[0]) if inverse else ""
    return Relation(
        name,
        iri,
        label,
        text_of(triples, iri, SKOS + "definition"),
        domain,
        range_,
        local_name(inverse_iri),
        text_of(triples, inverse_iri, RDFS + "label"),
        any(node_key(t) == OWL + "SymmetricProperty" for t in triples[iri][RDF + "type"]),
        *(text_of(triples, iri, NAMESPACE + key) == "true" for key in ("oneAtATime", "addsUp")),
    )


def _members(triples: Triples, kinds: Mapping[str, Term], iri: str, side: str) -> frozenset[str]:
    """The kinds that a class or union of classes stands for, narrower ones included."""
    named: list[str] = []
    for value in triples[iri].get(side, ()):
        key = node_key(value)
        union = triples.get(key, {}).get(OWL + "unionOf")
        named += [local_name(m) for m in (_items(triples, node_key(union[0])) if union else [key])]
    unknown = sorted(set(named) - set(kinds))
    if unknown:
        raise OntologyError(f"The relation {local_name(iri)} names the unknown kind {unknown[0]}.")

    def within(kind: str) -> bool:
        return kind in named or any(within(b) for b in kinds[kind].broader if b in kinds)

    return frozenset(k for k in kinds if within(k))


def _items(triples: Triples, head: str) -> list[str]:
    """The members of an RDF list."""
    items: list[str] = []
    seen: set[str] = set()
    while head != RDF + "nil":
        cell = triples.get(head, {})
        if head in seen or RDF + "first" not in cell or RDF + "rest" not in cell:
            raise OntologyError("A list in the ontology is broken: it does not end in rdf:nil.")
        seen.add(head)
        items.append(node_key(cell[RDF + "first"][0]))
        head = node_key(cell[RDF + "rest"][0])
    return items
