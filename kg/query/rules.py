"""What the ontology lets follow from a statement: inverses, symmetry, wider properties, majorities, chains.

Properties are named by their IRIs here, since an inverse may have no relation of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kg.ontology import OWL, RDF, RDFS, Ontology, local_name, node_key

INVERSE, SYMMETRIC, WIDER, MAJORITY, TRANSITIVE, CHAIN = (
    "inverse",
    "symmetric",
    "sub-property",
    "majority",
    "transitive",
    "chain",
)


@dataclass(frozen=True)
class Rules:
    """The axioms of an ontology, by the IRI of the property that they start from."""

    inverses: Mapping[str, tuple[str, ...]]
    symmetric: frozenset[str]
    wider: Mapping[str, tuple[str, ...]]
    majorities: Mapping[str, tuple[str, ...]]
    transitive: tuple[str, ...]
    chains: tuple[tuple[str, tuple[str, ...]], ...]
    """(the property that follows, the properties of its steps)."""

    @classmethod
    def of(cls, ontology: Ontology) -> Rules:
        """Read the axioms, those of own ontologies too."""
        wider = _objects(ontology, RDFS + "subPropertyOf")
        inverses: dict[str, set[str]] = {}
        for one, others in _objects(ontology, OWL + "inverseOf").items():
            for other in others:
                inverses.setdefault(one, set()).add(other)
                inverses.setdefault(other, set()).add(one)
        return cls(
            {one: tuple(sorted(others)) for one, others in inverses.items()},
            frozenset(_of_type(ontology, OWL + "SymmetricProperty")),
            {one: others for one, others in wider.items() if one not in others},
            _objects(ontology, ontology.namespace + "majorityMeans"),
            tuple(sorted(_of_type(ontology, OWL + "TransitiveProperty"))),
            tuple(sorted(_chains(ontology))),
        )

    def turns(self, iri: str) -> Iterator[tuple[str, str, bool]]:
        """What a single statement of a property also says: rule, property, and whether its ends change places."""
        yield from ((INVERSE, other, True) for other in self.inverses.get(iri, ()))
        if iri in self.symmetric:
            yield SYMMETRIC, iri, True
        yield from ((WIDER, other, False) for other in self.wider.get(iri, ()))

    def below(self, iri: str) -> dict[str, bool]:
        """Every property that means this one: whether subject and object change places; itself included."""
        found, waiting = {iri: False}, [iri]
        while waiting:
            wide = waiting.pop()
            narrower = [(one, False) for one, others in self.wider.items() if wide in others]
            for one, turned in [*narrower, *((other, True) for other in self.inverses.get(wide, ()))]:
                if one not in found:
                    found[one] = found[wide] != turned
                    waiting.append(one)
        return found


def property_iri(ontology: Ontology, name: str) -> str:
    """The IRI of a property by its local name, of one that is only inferred too."""
    iri = ontology.iri(name)
    if iri in ontology.triples:
        return iri
    return min((i for i in ontology.triples if not i.startswith("_:") and local_name(i) == name), default=iri)


def _objects(ontology: Ontology, predicate: str) -> dict[str, tuple[str, ...]]:
    found = {}
    for subject, properties in ontology.triples.items():
        named = sorted({k for n in properties.get(predicate, ()) if not (k := node_key(n)).startswith("_:")})
        if named and not subject.startswith("_:"):
            found[subject] = tuple(named)
    return found


def _of_type(ontology: Ontology, kind: str) -> Iterator[str]:
    for subject, properties in ontology.triples.items():
        if any(node_key(n) == kind for n in properties.get(RDF + "type", ())):
            yield subject


def _chains(ontology: Ontology) -> Iterator[tuple[str, tuple[str, ...]]]:
    for subject, properties in ontology.triples.items():
        for head in properties.get(OWL + "propertyChainAxiom", ()):
            steps = tuple(_items(ontology, node_key(head)))
            if len(steps) > 1:
                yield subject, steps


def _items(ontology: Ontology, head: str) -> Iterator[str]:
    """The members of an RDF list; a broken one ends where it breaks."""
    seen: set[str] = set()
    while head not in seen and (cell := ontology.triples.get(head, {})).get(RDF + "first"):
        seen.add(head)
        yield node_key(cell[RDF + "first"][0])
        head = node_key(cell[RDF + "rest"][0]) if cell.get(RDF + "rest") else RDF + "nil"


def relations_that(ontology: Ontology, role: str) -> dict[str, bool]:
    """The relations by which one party is exposed to another in this way (kg:exposes), sub-properties included.

    True stands for a relation whose subject and object change places: of "ownership" one whose object is the owner.
    """
    rules = Rules.of(ontology)
    found: dict[str, bool] = {}
    for iri, properties in sorted(ontology.triples.items()):
        if any(n.value == role for n in properties.get(ontology.namespace + "exposes", ())):
            for other, is_turned in rules.below(iri).items():
                found.setdefault(other, is_turned)
    return {name: found[r.iri] for name, r in sorted(ontology.relations.items()) if r.iri in found}
