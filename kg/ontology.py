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
LEX = "https://w3id.org/kg-business/lexicon#"


def folder() -> Path:
    """Where the ontology lies: beside the sources in a checkout, else inside the installed package."""
    package = Path(__file__).parent
    beside = package.parent / "ontology"
    return beside if (beside / "core.ttl").exists() else package / "_ontology"


ROOT = "Entity"  # above all kinds
MAX_BYTES = 50_000_000  # of an ontology file
MAX_KINDS, MAX_DEPTH = 5_000, 100
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
    added: str = field(default="", repr=False, compare=False)
    """The Turtle that was read beside the shipped files, "" where none was."""

    @classmethod
    def load(cls, *more: str | Path) -> Ontology:
        """Read the shipped ontology and lexicon, and more Turtle files that add to them.

        Raises:
            OntologyError: a file is missing or not Turtle, or a relation lacks label, domain or range.
        """
        files = (folder() / "core.ttl", folder() / "lexicon.en.ttl", *(Path(p) for p in more))
        places = tuple(f.absolute() for f in files)
        return _load(places, tuple(map(_stamp, places)))

    def iri(self, name: str) -> str:
        """The IRI of a relation, kind, status, metric or change."""
        for terms in (self.relations, self.kinds, self.statuses, self.metrics, self.changes):
            if name in terms:
                return terms[name].iri
        return self.namespace + name

    def is_a(self, kind: str, broader: str) -> bool:
        """Whether a kind is, or is narrower than, another."""
        return kind == broader or broader in self.above(kind)

    def above(self, kind: str) -> frozenset[str]:
        """The kinds that a kind is narrower than."""
        return self._above.get(kind, frozenset())

    def below(self, kind: str) -> frozenset[str]:
        """A kind and all that are narrower."""
        return self._below.get(kind, frozenset({kind}))

    def narrowest(self, kinds: Iterable[str]) -> frozenset[str]:
        """Of some kinds those that have no narrower one among them."""
        given = frozenset(kinds)
        return frozenset(k for k in given if self.below(k) & given == {k})

    def broadest(self, kinds: Iterable[str]) -> frozenset[str]:
        """Of some kinds those that have no broader one among them."""
        given = frozenset(kinds)
        return frozenset(k for k in given if not self.above(k) & given)

    @cached_property
    def leaf_kinds(self) -> tuple[str, ...]:
        """Kinds that entities have: those without narrower ones, and those with words of their own."""
        parents = {b for kind in self.kinds.values() for b in kind.broader}
        worded = {k for k in parents & set(self.kinds) if any(p.startswith(LEX) for p in self.triples[self.iri(k)])}
        return tuple(sorted(set(self.kinds) - parents | worded))

    @cached_property
    def _above(self) -> dict[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for start in self.kinds:
            seen: set[str] = set()
            waiting = list(self.kinds[start].broader)
            while waiting:
                kind = waiting.pop()
                if kind in self.kinds and kind not in seen:
                    seen.add(kind)
                    waiting += self.kinds[kind].broader
            found[start] = frozenset(seen)
        return found

    @cached_property
    def _below(self) -> dict[str, frozenset[str]]:
        return {kind: frozenset({kind, *(k for k in self.kinds if kind in self._above[k])}) for kind in self.kinds}


Triples = dict[str, dict[str, tuple[Node, ...]]]


def _stamp(file: Path) -> tuple[int, int]:
    """Tells a file that was changed since it was read; zeros where there is none."""
    try:
        status = file.stat()
    except (OSError, ValueError):
        return 0, 0
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=8)
def _load(files: tuple[Path, ...], _: tuple[tuple[int, int], ...]) -> Ontology:
    triples = read_triples(files)
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
        added="\n".join(_content(path).decode("utf-8", "replace") for path in files[2:]),
    )


def read_triples(files: Iterable[Path]) -> Triples:
    """What Turtle files say, by subject and predicate, as it is.

    Raises:
        OntologyError: a file cannot be read or is not Turtle.
    """
    found: dict[str, dict[str, list[Node]]] = {}
    for number, path in enumerate(files):
        content = _content(path)
        try:
            # owl:imports are never followed
            for t in ox.parse(content, format=ox.RdfFormat.TURTLE):
                # a blank node's label is only unique within its file
                subject = _key(t.subject, number)
                value = ox.BlankNode(f"f{number}{t.object.value}") if isinstance(t.object, ox.BlankNode) else t.object
                if not isinstance(value, (ox.NamedNode, ox.BlankNode, ox.Literal)):
                    raise OntologyError(f"{path} states triples about triples, which kg does not read.")
                found.setdefault(subject, {}).setdefault(t.predicate.value, []).append(value)
        except (SyntaxError, ValueError) as error:
            said = "".join(c if c.isprintable() else " " for c in str(error))  # it repeats what it stumbled over
            raise OntologyError(f"{path} is not valid Turtle: {' '.join(said.split())}.") from error
    return {s: {p: tuple(v) for p, v in properties.items()} for s, properties in found.items()}


def _content(path: Path) -> bytes:
    """The bytes of a file, if it is one and not too long.

    Raises:
        OntologyError: it cannot be read, is no file or is longer than MAX_BYTES.
    """
    try:
        # a pipe or device may never end
        if path.exists() and not path.is_file():
            raise OntologyError(f"Cannot read the ontology file {path}: it is not a file.")
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise OntologyError(f"Cannot read the ontology file {path}: {_reason(error)}.") from error
    if len(content) > MAX_BYTES:
        raise OntologyError(f"The ontology file {path} is longer than {MAX_BYTES // 1_000_000} MB.")
    return content


def _reason(error: Exception) -> str:
    return str(getattr(error, "strerror", None) or error)


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
    _refuse_circles(terms)
    found = _below(terms, [ROOT])
    if len(found) > MAX_KINDS:
        raise OntologyError(f"The ontology declares {len(found):,} kinds, and kg reads at most {MAX_KINDS:,}.")
    return {name: term for name, term in terms.items() if name in found}


def _refuse_circles(terms: Mapping[str, Term]) -> None:
    """Refuse kinds that are narrower than themselves, or that lie too deep.

    Raises:
        OntologyError: the name of one of the kinds of a circle, or how deep they lie.
    """
    left = {name: {b for b in term.broader if b in terms} for name, term in terms.items()}
    narrower: dict[str, list[str]] = {}
    for name, broader in left.items():
        for b in broader:
            narrower.setdefault(b, []).append(name)
    layer, depth = [name for name, broader in left.items() if not broader], 0
    while layer:
        depth += 1
        below = []
        for done in layer:
            for name in narrower.get(done, ()):
                left[name].discard(done)
                if not left[name]:
                    below.append(name)
        layer = below
    if depth > MAX_DEPTH:
        raise OntologyError(f"The ontology has kinds {depth:,} levels below others, and kg reads at most {MAX_DEPTH}.")
    if circle := sorted(name for name, broader in left.items() if broader):
        raise OntologyError(f"The kind {circle[0]} is a subclass of itself.")


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
        named += [local_name(m) for m in (items(triples, node_key(union[0])) if union else [key])]
    unknown = sorted(set(named) - set(kinds))
    if unknown:
        raise OntologyError(f"The relation {local_name(iri)} names the unknown kind {unknown[0]}.")

    return frozenset(_below(kinds, named))


def _below(terms: Mapping[str, Term], tops: Iterable[str]) -> set[str]:
    """Terms and all that are narrower; without recursion, for files may nest as deep as they like."""
    narrower: dict[str, list[str]] = {}
    for name, term in terms.items():
        for broader in term.broader:
            narrower.setdefault(broader, []).append(name)
    found: set[str] = set()
    waiting = [name for name in tops if name in terms]
    while waiting:
        if (name := waiting.pop()) not in found:
            found.add(name)
            waiting += narrower.get(name, ())
    return found


def items(triples: Triples, head: str) -> list[str]:
    """The members of an RDF list.

    Raises:
        OntologyError: the list does not end.
    """
    found: list[str] = []
    seen: set[str] = set()
    while head != RDF + "nil":
        cell = triples.get(head, {})
        if head in seen or RDF + "first" not in cell or RDF + "rest" not in cell:
            raise OntologyError("A list in the ontology is broken: it does not end in rdf:nil.")
        seen.add(head)
        found.append(node_key(cell[RDF + "first"][0]))
        head = node_key(cell[RDF + "rest"][0])
    return found
