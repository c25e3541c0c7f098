"""Kinds and relations: labels and definitions, domains and ranges, inverses, names that clash."""

from __future__ import annotations

from collections.abc import Iterator

from kg.errors import OntologyError
from kg.ontology import LEX, NAMESPACE, OWL, RDF, RDFS, ROOT, SKOS, Triples, items, local_name, node_key, text_of
from kg.vet.finding import ERROR, WARNING

Fault = tuple[str, str, str]
_ROOT = NAMESPACE + ROOT
_TERMS = ("Relation", "Status", "Metric", "Change")


def term_findings(triples: Triples) -> Iterator[Fault]:
    """What is wrong with the terms of an ontology, before a word of its lexicon is looked at."""
    kinds = _below(triples, _ROOT)
    relations = sorted(typed(triples, NAMESPACE + "Relation"))
    for iri in sorted(typed(triples, OWL + "Class") - kinds):
        if not iri.startswith("_:") and _is_meant_as_kind(triples, iri):
            yield iri, ERROR, f"{local_name(iri)} has words but is no kind: it needs rdfs:subClassOf a kind of kg."
    for iri in relations:
        yield from _relation(triples, iri, kinds)
    terms = [*kinds, *(t for name in _TERMS for t in typed(triples, NAMESPACE + name))]
    for iri in sorted(set(terms)):
        yield from _described(triples, iri, is_relation=iri in relations)
    yield from _clashes([*kinds, *relations])
    yield from _circles(triples, kinds)


def typed(triples: Triples, kind: str) -> set[str]:
    """The subjects of a type."""
    return {s for s, properties in triples.items() if kind in map(node_key, properties.get(RDF + "type", ()))}


def _is_meant_as_kind(triples: Triples, iri: str) -> bool:
    return any(predicate.startswith(LEX) for predicate in triples[iri])


def _below(triples: Triples, root: str) -> set[str]:
    """The classes at or below one."""
    narrower: dict[str, list[str]] = {}
    for iri in typed(triples, OWL + "Class"):
        for broader in triples[iri].get(RDFS + "subClassOf", ()):
            narrower.setdefault(node_key(broader), []).append(iri)
    found: set[str] = set()
    waiting = [root]
    while waiting:
        if (iri := waiting.pop()) not in found and not iri.startswith("_:"):
            found.add(iri)
            waiting += narrower.get(iri, ())
    return found


def _described(triples: Triples, iri: str, *, is_relation: bool) -> Iterator[Fault]:
    name = local_name(iri)
    if not text_of(triples, iri, RDFS + "label"):
        yield iri, ERROR if is_relation else WARNING, f"{name} has no rdfs:label."
    if not text_of(triples, iri, SKOS + "definition"):
        yield iri, WARNING, f"{name} has no skos:definition."


def _relation(triples: Triples, iri: str, kinds: set[str]) -> Iterator[Fault]:
    name = local_name(iri)
    sides = {}
    for side in ("domain", "range"):
        try:
            sides[side] = members(triples, iri, RDFS + side)
        except OntologyError:
            yield iri, ERROR, f"{name} has an rdfs:{side} whose list is broken: it does not end in rdf:nil."
            continue
        if not sides[side]:
            yield iri, ERROR, f"{name} has no rdfs:{side}."
        for kind in sorted(sides[side] - kinds):
            yield iri, ERROR, f"{name} has in its rdfs:{side} {local_name(kind)}, which is no kind of the ontology."
    if node_key_of_type(triples, iri, OWL + "SymmetricProperty"):
        if sides.get("domain") != sides.get("range"):
            yield iri, ERROR, f"{name} is symmetric, so its rdfs:domain and rdfs:range must be the same."
        return
    yield from _inverse(triples, iri, sides)


def _inverse(triples: Triples, iri: str, sides: dict[str, set[str]]) -> Iterator[Fault]:
    name, inverses = local_name(iri), sorted(map(node_key, triples[iri].get(OWL + "inverseOf", ())))
    if len(inverses) > 1:
        yield iri, ERROR, f"{name} has several inverses."
    for inverse in inverses[:1]:
        other = local_name(inverse)
        if inverse not in triples:
            yield iri, ERROR, f"{name} has the inverse {other}, which is not declared."
            continue
        if node_key_of_type(triples, inverse, NAMESPACE + "Relation"):
            yield (
                iri,
                ERROR,
                f"{name} and its inverse {other} are both a kg:Relation, but only one may be read.",
            )
        if iri not in map(node_key, triples[inverse].get(OWL + "inverseOf", ())):
            yield iri, ERROR, f"{name} has the inverse {other}, which does not name {name} as its own."
        if not text_of(triples, inverse, RDFS + "label"):
            yield iri, WARNING, f"{other}, the inverse of {name}, has no rdfs:label."
        for side, opposite in (("domain", "range"), ("range", "domain")):
            given = members(triples, inverse, RDFS + side)
            if given and given != sides.get(opposite):
                yield iri, ERROR, f"The rdfs:{side} of {other} is not the rdfs:{opposite} of its inverse {name}."


def members(triples: Triples, iri: str, side: str) -> set[str]:
    """The classes that a domain or range names.

    Raises:
        OntologyError: the list of a union does not end.
    """
    found: set[str] = set()
    for value in triples.get(iri, {}).get(side, ()):
        union = triples.get(node_key(value), {}).get(OWL + "unionOf")
        found.update(items(triples, node_key(union[0])) if union else [node_key(value)])
    return found


def node_key_of_type(triples: Triples, iri: str, kind: str) -> bool:
    """Whether a subject is of a type."""
    return kind in map(node_key, triples.get(iri, {}).get(RDF + "type", ()))


def _clashes(iris: list[str]) -> Iterator[Fault]:
    by_name: dict[str, list[str]] = {}
    for iri in sorted(set(iris)):
        by_name.setdefault(local_name(iri), []).append(iri)
    for name, several in by_name.items():
        for iri in several if len(several) > 1 else ():
            other = next(o for o in several if o != iri)
            yield iri, ERROR, f"{name} is also the name of <{other}>, and kg tells terms by their names."


def _circles(triples: Triples, kinds: set[str]) -> Iterator[Fault]:
    left = {k: {b for b in map(node_key, triples.get(k, {}).get(RDFS + "subClassOf", ())) if b in kinds} for k in kinds}
    while free := [k for k, broader in left.items() if not broader]:
        for kind in free:
            del left[kind]
        for broader in left.values():
            broader.difference_update(free)
    for kind in sorted(left):
        yield kind, ERROR, f"{local_name(kind)} is a subclass of itself, or below kinds that are."
